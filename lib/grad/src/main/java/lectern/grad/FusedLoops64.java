package lectern.grad;

/** The loops of {@link Fused} over float64. */
final class FusedLoops64 {
    private FusedLoops64() {}

    static void pairs(int start, int end, double factor, double[] a, double[] b, double[] out) {
        for (int i = start; i < end; i++) {
            out[i] = a[i] * (b[i] * factor);
        }
    }

    static void triples(int start, int end, double factor, double[] a, double[] b, double[] c, double[] out) {
        for (int i = start; i < end; i++) {
            out[i] = a[i] * b[i] * (c[i] * factor);
        }
    }

    static void tanhSlope(int start, int end, double[] g, double[] y, double[] out) {
        for (int i = start; i < end; i++) {
            out[i] = g[i] * (1 - y[i] * y[i]);
        }
    }
}
