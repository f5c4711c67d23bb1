package lectern.tensor.loops;

/** Conversion of arrays between the element types. */
public final class Conversions {
    private Conversions() {}

    /** Converts the first {@code n} elements: floats to int64 by truncation, anything to boolean by {@code != 0}. */
    public static void convert(Object from, Object to, int n) {
        switch (to) {
            case double[] out -> toDouble(from, out, n);
            case float[] out -> toFloat(from, out, n);
            case long[] out -> toLong(from, out, n);
            case boolean[] out -> toBoolean(from, out, n);
            default -> throw new IllegalStateException();
        }
    }

    private static void toDouble(Object from, double[] out, int n) {
        switch (from) {
            case double[] a -> System.arraycopy(a, 0, out, 0, n);
            case float[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i];
                }
            }
            case long[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i];
                }
            }
            case boolean[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i] ? 1 : 0;
                }
            }
            default -> throw new IllegalStateException();
        }
    }

    private static void toFloat(Object from, float[] out, int n) {
        switch (from) {
            case double[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (float) a[i];
                }
            }
            case float[] a -> System.arraycopy(a, 0, out, 0, n);
            case long[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i];
                }
            }
            case boolean[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i] ? 1 : 0;
                }
            }
            default -> throw new IllegalStateException();
        }
    }

    private static void toLong(Object from, long[] out, int n) {
        switch (from) {
            case double[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (long) a[i];
                }
            }
            case float[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = (long) a[i];
                }
            }
            case long[] a -> System.arraycopy(a, 0, out, 0, n);
            case boolean[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i] ? 1 : 0;
                }
            }
            default -> throw new IllegalStateException();
        }
    }

    private static void toBoolean(Object from, boolean[] out, int n) {
        switch (from) {
            case double[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i] != 0;
                }
            }
            case float[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i] != 0;
                }
            }
            case long[] a -> {
                for (int i = 0; i < n; i++) {
                    out[i] = a[i] != 0;
                }
            }
            case boolean[] a -> System.arraycopy(a, 0, out, 0, n);
            default -> throw new IllegalStateException();
        }
    }
}
