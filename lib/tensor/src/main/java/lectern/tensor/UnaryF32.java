// Generated from UnaryF64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.tensor;

/** The loops of elementwise functions over float32. */
final class UnaryF32 {
    private UnaryF32() {}

    static void apply(Unary op, float[] x, int from, float[] out, int to, int n) {
        if (!VectorF32.apply(op, x, from, out, to, n)) {
            plain(op, x, from, out, to, n);
        }
    }

    /** The function number by number. */
    static void plain(Unary op, float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = ScalarF32.apply(op, x[from + i]);
        }
    }
}
