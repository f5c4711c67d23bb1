package lectern.kernel.display;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/**
 * How the numbers of one column are written: six significant digits; with equally many decimals, so that the points stand below
 * one another, when the numbers are of about the same size.
 */
record Digits(int decimals) {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final double SPAN = 1e3;
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;

    /** The way to write these values; those that are no floating-point numbers do not count. */
    static Digits of(List<?> values) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        int needed = 1;
        for (var value : values) {
            double x = value instanceof Double || value instanceof Float ? Math.abs(((Number) value).doubleValue()) : 0;
            if (x > 0 && Double.isFinite(x)) {
                low = Math.min(low, x);
                high = Math.max(high, x);
                needed = Math.max(needed, rounded(x).scale());
            }
        }
        boolean alike = high < LARGE && low >= SMALL && (high == 0 || high / low <= SPAN);
        return new Digits(alike ? needed : -1);
    }

    private static BigDecimal rounded(double x) {
        return new BigDecimal(Double.toString(x)).round(SIX).stripTrailingZeros();
    }

    String text(double x) {
        if (!Double.isFinite(x)) {
            return Double.toString(x);
        }
        double size = Math.abs(x);
        if (decimals >= 0) {
            return rounded(x).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
        }
        if (size != 0 && (size >= LARGE || size < SMALL)) {
            var digits = rounded(x);
            int exponent = digits.precision() - digits.scale() - 1;
            var mantissa = digits.movePointLeft(exponent).stripTrailingZeros().toPlainString();
            return mantissa + "e" + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "")
                    + Math.abs(exponent);
        }
        var digits = rounded(x);
        return (digits.scale() < 1 ? digits.setScale(1) : digits).toPlainString();
    }
}
