package lectern.tensor;

/**
 * Elementary functions and sums over ranges of arrays, for compilers that run them on blocks small enough for the
 * cache.
 *
 * <p>{@code exp tanh sigmoid softplus sin cos log} use vector registers and stay within 2 units in the last place; NaN,
 * infinities and the sign of zero come out as from {@link Math}.
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

    /** The sum of {@code n} elements, by halves. */
    public static double sum(double[] x, int from, int n) {
        return ReduceF64.sum(x, from, n);
    }

    /** The sum of {@code n} elements, by halves. */
    public static float sum(float[] x, int from, int n) {
        return ReduceF32.sum(x, from, n);
    }
}
