package lectern.tensor;

/** The loops of elementwise functions over float64. */
final class UnaryF64 {
    private UnaryF64() {}

    static void apply(Unary op, double[] x, int from, double[] out, int to, int n) {
        if (!VectorF64.apply(op, x, from, out, to, n)) {
            plain(op, x, from, out, to, n);
        }
    }

    /** The function number by number. */
    static void plain(Unary op, double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = ScalarF64.apply(op, x[from + i]);
        }
    }
}
