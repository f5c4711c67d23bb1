package lectern.data;

import java.util.Arrays;
import java.util.Locale;

/** Writes the numbers of one column alike: the same number of decimals, at most six significant digits. */
record NumberFormatter(String pattern) {
    private static final int DIGITS = 6;

    static NumberFormatter forValues(double... values) {
        double[] finite =
                Arrays.stream(values).filter(Double::isFinite).map(Math::abs).toArray();
        double largest = Arrays.stream(finite).max().orElse(0);
        double smallest = Arrays.stream(finite).filter(x -> x > 0).min().orElse(0);
        if (Arrays.stream(finite).allMatch(x -> x == Math.rint(x)) && largest < 1e15) {
            return new NumberFormatter("%.0f");
        }
        if (largest >= 1e9 || smallest < 1e-6) {
            return new NumberFormatter("%.4e");
        }
        int whole = largest < 1 ? 1 : (int) Math.floor(Math.log10(largest)) + 1;
        int most = Math.max(1, DIGITS - whole);
        int needed =
                Arrays.stream(finite).mapToInt(x -> decimals(x, most)).max().orElse(0);
        return new NumberFormatter("%." + Math.max(1, needed) + "f");
    }

    String format(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, pattern, value) : Double.toString(value);
    }

    /** How many decimals this number needs when at most so many are written. */
    private static int decimals(double value, int most) {
        double scale = 1;
        for (int d = 0; d < most; d++, scale *= 10) {
            if (Math.abs(value * scale - Math.rint(value * scale)) < 1e-9 * Math.max(1, value * scale)) {
                return d;
            }
        }
        return most;
    }
}
