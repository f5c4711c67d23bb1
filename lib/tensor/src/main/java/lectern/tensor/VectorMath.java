package lectern.tensor;

/**
 * Elementary functions and sums over ranges of arrays, for compilers that run them on blocks small enough for the
 * cache: the loops of eager tensors, so that a number has the same value wherever it is computed.
 *
 * <p>{@code exp log sin cos} use vector registers and stay within 2 units in the last place, {@code tanh sigmoid} within
 * 3, {@code softplus} within 4; NaN, infinities and the sign of zero come out as from {@link Math}.
 */
public final class VectorMath {
    private VectorMath() {}

    /** {@code out[to + i] = op(x[from + i])} for {@code n} elements; both ranges may be the same one. */
    public static void apply(Unary op, double[] x, int from, double[] out, int to, int n) {
        UnaryF64.apply(op, x, from, out, to, n);
    }

    /** {@code out[to + i] = op(x[from + i])} for {@code n} elements; both ranges may be the same one. */
    public static void apply(Unary op, float[] x, int from, float[] out, int to, int n) {
        UnaryF32.apply(op, x, from, out, to, n);
    }

    /** {@code out[to + m] = op(a[i + m], b[j + m])} for {@code n} elements. */
    public static void apply(Binary op, double[] a, int i, double[] b, int j, double[] out, int to, int n) {
        BinaryF64.apply(op, a, i, 1, b, j, 1, out, to, n);
    }

    /** {@code out[to + m] = op(a[i + m], b[j + m])} for {@code n} elements. */
    public static void apply(Binary op, float[] a, int i, float[] b, int j, float[] out, int to, int n) {
        BinaryF32.apply(op, a, i, 1, b, j, 1, out, to, n);
    }

    /** The sum of {@code n} elements, by halves. */
    public static double sum(double[] x, int from, int n) {
        return ReduceF64.sum(x, from, n);
    }

    /** The sum of {@code n} elements, by halves. */
    public static float sum(float[] x, int from, int n) {
        return ReduceF32.sum(x, from, n);
    }
}
