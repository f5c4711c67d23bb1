package lectern.data.csv;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Reads a number out of bytes without losing a digit that a type can hold; what it cannot hold is told apart. */
final class Numbers {
    /** What a field is when it is read as a number. */
    enum Form {
        /** No number at all. */
        NONE,
        /** A whole number of 64 bits, in {@link #whole}. */
        WHOLE,
        /** A whole number with zeros before it, such as a postal code. */
        ZEROS,
        /** A whole number beyond 64 bits. */
        HUGE,
        /** A decimal number, in {@link #decimal}. */
        DECIMAL,
        /** A number too large or too small for a double. */
        OUTSIDE
    }

    long whole;
    double decimal;

    private final byte point;
    private final byte thousands;
    private final byte[] joined = new byte[64];

    Numbers(char point, char thousands) {
        this.point = (byte) (point == 0 ? '.' : point);
        this.thousands = (byte) thousands;
    }

    Form scan(byte[] d, int begin, int end) {
        int p = begin;
        int to = end;
        while (p < to && blank(d[p])) {
            p++;
        }
        while (to > p && blank(d[to - 1])) {
            to--;
        }
        if (thousands != 0 && to - p < joined.length) {
            int n = join(d, p, to);
            if (n < 0) {
                return Form.NONE;
            }
            return n == to - p ? scan(d, p, to, p) : scan(joined, 0, n, 0);
        }
        return scan(d, p, to, p);
    }

    private static boolean blank(byte c) {
        return c == ' ' || c == '\t';
    }

    /** Copies a number without the signs between thousands; −1 when a group has not three digits. */
    private int join(byte[] d, int from, int to) {
        int n = 0;
        int group = 0;
        boolean grouped = false;
        boolean done = false;
        for (int p = from; p < to; p++) {
            byte c = d[p];
            if (!done && c == thousands) {
                if (grouped ? group != 3 : group == 0 || group > 3) {
                    return -1;
                }
                grouped = true;
                group = 0;
                continue;
            }
            boolean digit = c >= '0' && c <= '9';
            if (!digit && p > from && !done) {
                if (grouped && group != 3) {
                    return -1;
                }
                done = true;
            }
            group += digit ? 1 : 0;
            joined[n++] = c;
        }
        return !done && grouped && group != 3 ? -1 : n;
    }

    private Form scan(byte[] d, int begin, int to, int first) {
        int p = first;
        if (p == to) {
            return Form.NONE;
        }
        boolean negative = d[p] == '-';
        if (negative || d[p] == '+') {
            p++;
        }
        int intStart = p;
        long m = 0;
        int x;
        while (p < to && (x = d[p] - '0') >= 0 && x <= 9) {
            m = m * 10 + x;
            p++;
        }
        int intDigits = p - intStart;
        if (p == to) {
            return intDigits == 0 ? Form.NONE : whole(d, begin, intStart, to, m, negative);
        }
        int fractionDigits = 0;
        if (d[p] == point) {
            int fraction = ++p;
            while (p < to && (x = d[p] - '0') >= 0 && x <= 9) {
                m = m * 10 + x;
                p++;
            }
            fractionDigits = p - fraction;
        }
        if (intDigits + fractionDigits == 0) {
            return special(d, intStart, to, negative);
        }
        int exponent = 0;
        if (p < to && (d[p] | 0x20) == 'e') {
            p++;
            boolean down = p < to && d[p] == '-';
            if (down || p < to && d[p] == '+') {
                p++;
            }
            int digits = p;
            while (p < to && (x = d[p] - '0') >= 0 && x <= 9) {
                exponent = Math.min(exponent * 10 + x, 100_000);
                p++;
            }
            if (p == digits) {
                return Form.NONE;
            }
            exponent = down ? -exponent : exponent;
        }
        if (p < to) {
            return Form.NONE;
        }
        int significant = intDigits + fractionDigits;
        if (significant > 19) {
            int q = intStart;
            while (significant > 19 && q < to && (d[q] == '0' || d[q] == point)) {
                significant -= d[q++] == '0' ? 1 : 0;
            }
        }
        double value = significant <= 19 ? Decimals.toDouble(m, exponent - fractionDigits) : Double.NaN;
        if (value != value) {
            value = Math.abs(Double.parseDouble(text(d, begin, to).replace((char) point, '.')));
            boolean zero = true;
            for (int q = intStart; q < to && zero && (d[q] | 0x20) != 'e'; q++) {
                zero = d[q] == '0' || d[q] == point;
            }
            if (Double.isInfinite(value) || value == 0 && !zero) {
                return Form.OUTSIDE;
            }
        }
        decimal = negative ? -value : value;
        return Form.DECIMAL;
    }

    private Form whole(byte[] d, int begin, int intStart, int to, long m, boolean negative) {
        int digits = to - intStart;
        if (digits > 1 && d[intStart] == '0') {
            int q = intStart;
            while (q < to - 1 && d[q] == '0') {
                q++;
            }
            decimal = to - q <= 15 ? (negative ? -m : m) : Double.parseDouble(text(d, begin, to));
            whole = negative ? -m : m;
            return Form.ZEROS;
        }
        // Nineteen digits may pass the largest long, but not the largest unsigned one.
        if (digits > 19 || digits == 19 && m < 0) {
            decimal = Double.parseDouble(text(d, begin, to));
            return Form.HUGE;
        }
        if (m == 0 && negative) {
            decimal = -0.0;
            return Form.DECIMAL;
        }
        whole = negative ? -m : m;
        return Form.WHOLE;
    }

    private Form special(byte[] d, int from, int to, boolean negative) {
        String word = text(d, from, to).toLowerCase(java.util.Locale.ROOT);
        switch (word) {
            case "inf", "infinity" -> decimal = negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
            case "nan" -> decimal = Double.NaN;
            default -> {
                return Form.NONE;
            }
        }
        return Form.DECIMAL;
    }

    private static String text(byte[] d, int from, int to) {
        return new String(d, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Whether a whole number is a double without loss. */
    static boolean exact(String digits) {
        return new BigDecimal(digits).compareTo(new BigDecimal(Double.parseDouble(digits))) == 0;
    }

    /** Whether a long is a double without loss. */
    static boolean exact(long value) {
        return Math.abs(value) <= 1L << 53 || (long) (double) value == value && (double) value < 0x1p63;
    }
}
