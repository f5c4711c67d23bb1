// Generated from FusedLoops64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.grad;

/** The loops of {@link Fused} over float32. */
final class FusedLoops32 {
    private FusedLoops32() {}

    static void pairs(int start, int end, float factor, float[] a, float[] b, float[] out) {
        for (int i = start; i < end; i++) {
            out[i] = a[i] * (b[i] * factor);
        }
    }

    static void triples(int start, int end, float factor, float[] a, float[] b, float[] c, float[] out) {
        for (int i = start; i < end; i++) {
            out[i] = a[i] * b[i] * (c[i] * factor);
        }
    }

    static void tanhSlope(int start, int end, float[] g, float[] y, float[] out) {
        for (int i = start; i < end; i++) {
            out[i] = g[i] * (1 - y[i] * y[i]);
        }
    }
}
