package lectern.tensor;

import lectern.tensor.eval.Values;
import lectern.tensor.type.DType;

/** Tensors of numbers at regular steps, as static verbs. */
abstract class Sequences extends NumberFirst {
    Sequences() {}

    /**
     * Makes the identity matrix, float64.
     *
     * {@snippet :
     * eye(2) // → [[1. 0.] [0. 1.]]
     * }
     *
     * @param n the number of rows and columns, 0 or more
     * @return shape (n, n)
     */
    public static Tensor eye(int n) {
        Values out = Values.zeros(DType.FLOAT64, n, n);
        for (int i = 0; i < n; i++) {
            out.f64()[i * n + i] = 1;
        }
        return Dense.of(out);
    }

    /**
     * Makes the integers from 0 on, int64.
     *
     * {@snippet :
     * arange(4) // → [0 1 2 3]
     * }
     *
     * @param stop where they end; it does not come itself
     * @return shape (stop), empty for 0 and less
     */
    public static Tensor arange(long stop) {
        return arange(0L, stop, 1L);
    }

    /**
     * Makes the integers between two bounds, int64.
     *
     * @param start the first one
     * @param stop where they end; it does not come itself
     * @return the integers in order
     * @throws IllegalArgumentException for more numbers than an array holds
     */
    public static Tensor arange(long start, long stop) {
        return arange(start, stop, 1L);
    }

    /**
     * Makes the integers between two bounds in steps, int64.
     *
     * @param start the first one
     * @param stop where they end; it does not come itself
     * @param step the step, negative for falling numbers
     * @return the integers in order
     * @throws IllegalArgumentException for a step of 0, or more numbers than an array holds
     */
    public static Tensor arange(long start, long stop, long step) {
        if (step == 0) {
            throw new IllegalArgumentException("the step of arange must not be 0");
        }
        double length = Math.ceil(((double) stop - start) / step);
        long count = Math.max(0, length < 1L << 53 ? Math.ceilDiv(stop - start, step) : Long.MAX_VALUE);
        Values out = Values.zeros(DType.INT64, counted("arange", (double) count, start, stop, step));
        for (int i = 0; i < out.size; i++) {
            out.i64()[i] = start + i * step;
        }
        return Dense.of(out);
    }

    /**
     * Makes the numbers 0, 1, 2, … below a bound, float64.
     *
     * @param stop where they end; it does not come itself
     * @return the numbers in order
     * @throws IllegalArgumentException for a bound that is not finite, or more numbers than an array holds
     */
    public static Tensor arange(double stop) {
        return arange(0.0, stop, 1.0);
    }

    /**
     * Makes the numbers between two bounds in steps, float64; where rounding decides whether the last one comes,
     * {@code linspace} is safer.
     *
     * @param start the first one
     * @param stop where they end; it does not come itself
     * @param step the step, negative for falling numbers
     * @return the numbers in order
     * @throws IllegalArgumentException for a step of 0, numbers that are not finite, or more numbers than an array
     *     holds
     */
    public static Tensor arange(double start, double stop, double step) {
        if (step == 0 || !Double.isFinite(step) || !Double.isFinite(start) || !Double.isFinite(stop)) {
            throw new IllegalArgumentException("arange wants finite bounds and a finite step other than 0, got start "
                    + start + ", stop " + stop + ", step " + step);
        }
        double count = Math.max(0, Math.ceil(stop / step - start / step));
        if (Double.isFinite(stop - start)) {
            count = Math.max(0, Math.ceil((stop - start) / step));
        }
        Values out = Values.zeros(DType.FLOAT64, counted("arange", count, start, stop, step));
        for (int i = 0; i < out.size; i++) {
            out.f64()[i] = start + i * step;
        }
        return Dense.of(out);
    }

    /**
     * Makes equally spaced numbers between two bounds, both of which come.
     *
     * {@snippet :
     * linspace(0, 1, 5) // → [0. 0.25 0.5 0.75 1.]
     * }
     *
     * @param start the first one
     * @param stop the last one
     * @param n how many, 0 or more
     * @return float64, shape (n)
     * @throws IllegalArgumentException for a negative number of points
     */
    public static Tensor linspace(double start, double stop, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("linspace wants a number of points that is not negative, got " + n);
        }
        Values out = Values.zeros(DType.FLOAT64, n);
        double step = (stop - start) / (n - 1);
        boolean wide = Double.isInfinite(step) && Double.isFinite(start) && Double.isFinite(stop);
        for (int i = 0; i < n; i++) {
            double share = (double) i / (n - 1);
            out.f64()[i] = wide ? (1 - share) * start + share * stop : start + i * step;
        }
        if (n > 1) {
            out.f64()[n - 1] = stop;
        } else if (n == 1) {
            out.f64()[0] = start;
        }
        return Dense.of(out);
    }

    /**
     * Makes powers of ten with equally spaced exponents.
     *
     * {@snippet :
     * logspace(-2, 0, 3) // → [0.01 0.1 1.]
     * }
     *
     * @param start the first exponent
     * @param stop the last exponent
     * @param n how many, 0 or more
     * @return float64, shape (n)
     * @throws IllegalArgumentException for a negative number of points
     */
    public static Tensor logspace(double start, double stop, int n) {
        return Tensors.of(10.0).pow(linspace(start, stop, n));
    }

    /**
     * Spaces numbers evenly on a logarithmic scale: each is the one before times a fixed factor.
     *
     * {@snippet :
     * geomspace(1, 1000, 4) // → [   1.   10.  100. 1000.]
     * }
     *
     * @param start the first number, not 0
     * @param stop the last number, which is included, of the same sign
     * @param n how many, 0 or more
     * @return float64 of shape (n)
     * @throws IllegalArgumentException for a negative n, and for ends that are 0, not finite or of different signs
     */
    public static Tensor geomspace(double start, double stop, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("geomspace wants a number of points that is not negative, got " + n);
        }
        if (!Double.isFinite(start) || !Double.isFinite(stop) || !(Math.signum(start) * Math.signum(stop) > 0)) {
            throw new IllegalArgumentException(
                    "geomspace wants two finite ends of the same sign, neither of them 0, got " + start + " and "
                            + stop);
        }
        double ratio = stop / start;
        boolean ordinary = ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE;
        double decades = ordinary ? Math.log10(ratio) : Math.log10(Math.abs(stop)) - Math.log10(Math.abs(start));
        double step = decades / Math.max(n - 1, 1);
        Values out = Values.zeros(DType.FLOAT64, n);
        for (int i = 0; i < n; i++) {
            // In two halves where the whole power leaves the range that its product with start is in.
            double half = ordinary ? 1 : Math.pow(10, i * step / 2);
            out.f64()[i] =
                    i == 0 ? start : i == n - 1 ? stop : start * half * (ordinary ? Math.pow(10, i * step) : half);
        }
        return Dense.of(out);
    }

    static int counted(String verb, double count, Number start, Number stop, Number step) {
        if (count > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    verb + " from " + start + " to " + stop + " in steps of " + step + " has "
                            + (count < 1L << 53 ? "%.0f".formatted(count) : "more than 9e15")
                            + " numbers; an array of Java holds 2147483639 at most");
        }
        return (int) count;
    }
}
