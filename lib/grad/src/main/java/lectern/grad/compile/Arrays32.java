// Generated from Arrays64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.grad.compile;

/** Reading any array as float32. */
final class Arrays32 {
    private Arrays32() {}

    static float at(Object source, int i) {
        return switch (source) {
            case double[] x -> (float) x[i];
            case float[] x -> x[i];
            case long[] x -> x[i];
            case boolean[] x -> x[i] ? 1 : 0;
            default -> throw new IllegalStateException("not an array of numbers: " + source.getClass());
        };
    }

    static void copy(Object source, int from, float[] to, int at, int n) {
        switch (source) {
            case float[] x -> {
                System.arraycopy(x, from, to, at, n);
            }
            case double[] x -> {
                for (int i = 0; i < n; i++) {
                    to[at + i] = (float) x[from + i];
                }
            }
            case long[] x -> {
                for (int i = 0; i < n; i++) {
                    to[at + i] = x[from + i];
                }
            }
            case boolean[] x -> {
                for (int i = 0; i < n; i++) {
                    to[at + i] = x[from + i] ? 1 : 0;
                }
            }
            default -> throw new IllegalStateException("not an array of numbers: " + source.getClass());
        }
    }
}
