package lectern.data;

import java.util.Arrays;
import java.util.Locale;

/**
 * Writes the numbers of one column: alike, with the same number of decimals, as long as every number keeps two digits that
 * mean something; each by itself where the column spans more than that. Only zero is ever written as zero.
 */
record NumberFormatter(String pattern) {
    private static final int DIGITS = 6;
    /** How long a number with a common number of decimals may become. */
    private static final int WIDEST = 9;

    /** The pattern of a column whose numbers are written each by itself. */
    private static final String OWN = "";

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
        int decimals = Math.max(
                1,
                Arrays.stream(finite)
                        .map(x -> decimals(x, most))
                        .mapToInt(x -> (int) x)
                        .max()
                        .orElse(0));
        while (whole + decimals <= WIDEST && !legible(finite, decimals)) {
            decimals++;
        }
        return new NumberFormatter(legible(finite, decimals) ? "%." + decimals + "f" : OWN);
    }

    String format(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return pattern.equals(OWN) ? alone(value) : String.format(Locale.ROOT, pattern, value);
    }

    /** A number by itself: six digits, with an exponent where it is very large or very small. */
    private static String alone(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e9) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        if (size >= 1e7 || size < 1e-3) {
            return String.format(Locale.ROOT, "%.5e", value).replaceFirst("\\.?0+e", "e");
        }
        int whole = size < 1 ? 1 - (int) Math.floor(Math.log10(size)) - 1 : (int) Math.floor(Math.log10(size)) + 1;
        int places = Math.max(1, size < 1 ? DIGITS + whole - 1 : DIGITS - whole);
        return String.format(Locale.ROOT, "%." + places + "f", value).replaceFirst("(\\.\\d+?)0+$", "$1");
    }

    /** Whether every number keeps two digits, or all that it has, with so many decimals. */
    private static boolean legible(double[] sizes, int decimals) {
        double scale = Math.pow(10, decimals);
        return Arrays.stream(sizes)
                .allMatch(x -> x == 0 || x * scale >= 9.5 || decimals(x, decimals) < decimals || exact(x * scale));
    }

    private static boolean exact(double scaled) {
        return scaled >= 0.5 && Math.abs(scaled - Math.rint(scaled)) < 1e-9;
    }

    /** How many decimals this number needs when at most so many are written. */
    private static double decimals(double value, int most) {
        double scale = 1;
        for (int d = 0; d < most; d++, scale *= 10) {
            double scaled = value * scale;
            if (scaled >= 0.5 && Math.abs(scaled - Math.rint(scaled)) < 1e-9 * Math.max(1, scaled) || value == 0) {
                return d;
            }
        }
        return most;
    }
}
