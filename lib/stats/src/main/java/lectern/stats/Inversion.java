package lectern.stats;

import java.util.function.DoublePredicate;

/** Inverts monotone functions by halving the numbers of the machine in between: at most 64 steps, to the last bit. */
final class Inversion {
    private Inversion() {}

    /** The least double from 0 to {@code most} that satisfies a condition which holds from there on. */
    static double leastDouble(double most, DoublePredicate reached) {
        long low = -1;
        long high = Double.doubleToRawLongBits(most);
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (reached.test(Double.longBitsToDouble(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return Double.longBitsToDouble(high);
    }

    /** The least whole number from 0 on that satisfies a condition which holds from there on. */
    static double leastCount(double guess, DoublePredicate reached) {
        double high = Math.max(1, Math.ceil(guess));
        double low = -1;
        while (!reached.test(high)) {
            low = high;
            high *= 2;
        }
        while (high - low > 1) {
            double middle = Math.floor((low + high) / 2);
            if (reached.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
