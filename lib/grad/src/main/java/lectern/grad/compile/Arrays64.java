package lectern.grad.compile;

/** Reading any array as float64. */
final class Arrays64 {
    private Arrays64() {}

    static double at(Object source, int i) {
        return switch (source) {
            case double[] x -> x[i]; // f32: => case double[] x -> (float) x[i];
            case float[] x -> x[i]; // f32: keep
            case long[] x -> x[i];
            case boolean[] x -> x[i] ? 1 : 0;
            default -> throw new IllegalStateException("not an array of numbers: " + source.getClass());
        };
    }

    static void copy(Object source, int from, double[] to, int at, int n) {
        switch (source) {
            case double[] x -> { // f32: => case float[] x -> {
                System.arraycopy(x, from, to, at, n);
            }
            case float[] x -> { // f32: => case double[] x -> {
                for (int i = 0; i < n; i++) {
                    to[at + i] = x[from + i]; // f32: (float) x[from + i]
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
