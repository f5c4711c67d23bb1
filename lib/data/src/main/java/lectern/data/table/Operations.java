package lectern.data.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import lectern.data.table.Value.Decimal;
import lectern.data.table.Value.Things;
import lectern.data.table.Value.Truth;
import lectern.data.table.Value.Whole;

/** Arithmetic and comparison of values, row by row; whole numbers stay whole and are compared in full. */
final class Operations {
    private Operations() {}

    static Value arithmetic(String sign, Value a, Value b) {
        if (sign.equals("+")
                && a instanceof Things x
                && b instanceof Things y
                && x.kind().equals("text")) {
            var joined = new Comparable<?>[x.of().length];
            for (int i = 0; i < joined.length; i++) {
                joined[i] = x.of()[i] == null || y.of()[i] == null ? null : "" + x.of()[i] + y.of()[i];
            }
            return new Things(joined, "text");
        }
        if (a instanceof Whole x && b instanceof Whole y && !sign.equals("/") && !sign.equals("**")) {
            return whole(sign, x.of(), y.of());
        }
        DoubleBinaryOperator operator = switch (sign) {
            case "+" -> Double::sum;
            case "-" -> (x, y) -> x - y;
            case "*" -> (x, y) -> x * y;
            case "/" -> (x, y) -> x / y;
            case "//" -> (x, y) -> Math.floor(x / y);
            case "%" -> (x, y) -> y == 0 ? Double.NaN : x - y * Math.floor(x / y);
            default -> Math::pow;
        };
        double[] x = a.doubles(sign);
        double[] y = b.doubles(sign);
        var values = new double[x.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = operator.applyAsDouble(x[i], y[i]);
        }
        return new Decimal(values);
    }

    private static Value whole(String sign, long[] a, long[] b) {
        var values = new long[a.length];
        for (int i = 0; i < values.length; i++) {
            long x = a[i];
            long y = b[i];
            boolean missing =
                    x == Long.MIN_VALUE || y == Long.MIN_VALUE || y == 0 && (sign.equals("//") || sign.equals("%"));
            try {
                values[i] = missing
                        ? Long.MIN_VALUE
                        : switch (sign) {
                            case "+" -> Math.addExact(x, y);
                            case "-" -> Math.subtractExact(x, y);
                            case "*" -> Math.multiplyExact(x, y);
                            case "//" -> Math.floorDiv(x, y);
                            default -> Math.floorMod(x, y);
                        };
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        x + " " + sign + " " + y + " in row " + i
                                + " is beyond whole numbers of 64 bits; write one of them with a point to count in decimals.",
                        e);
            }
        }
        return new Whole(values);
    }

    static Value apply(String name, DoubleUnaryOperator function, Value a) {
        double[] x = a.doubles(name);
        var values = new double[x.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(x[i]);
        }
        return new Decimal(values);
    }

    static Value negative(Value a) {
        if (!(a instanceof Whole w)) {
            return apply("-", x -> -x, a);
        }
        var values = new long[w.of().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = w.of()[i] == Long.MIN_VALUE ? Long.MIN_VALUE : -w.of()[i];
        }
        return new Whole(values);
    }

    static Truth missing(Value a) {
        var values = new boolean[a.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (a) {
                case Whole w -> w.of()[i] == Long.MIN_VALUE;
                case Decimal d -> d.of()[i] != d.of()[i];
                case Truth t -> false;
                case Things t -> t.of()[i] == null;
            };
        }
        return new Truth(values);
    }

    /** Compares by {@code == != < <= > >=}; what is of two kinds is refused. */
    static Truth compare(String sign, Value a, Value b) {
        if (a instanceof Things x && b instanceof Things y && !x.kind().equals(y.kind())) {
            return compare(sign, like(x, y), like(y, x));
        }
        boolean things = a instanceof Things;
        if (things != b instanceof Things) {
            if (a instanceof Things x && x.kind().equals("true and false") && b instanceof Truth t) {
                return compare(sign, x, boxed(t));
            }
            if (b instanceof Things y && y.kind().equals("true and false") && a instanceof Truth t) {
                return compare(sign, boxed(t), y);
            }
            throw new IllegalArgumentException("'" + sign + "' compares " + a.kind() + " with " + b.kind()
                    + "; put text between quotes, or bring both to one type by astype.");
        }
        var values = new boolean[a.size()];
        boolean[] missingA = missing(a).of();
        boolean[] missingB = missing(b).of();
        double[] x = things || a instanceof Whole && b instanceof Whole ? null : a.doubles(sign);
        double[] y = x == null ? null : b.doubles(sign);
        for (int i = 0; i < values.length; i++) {
            if (missingA[i] || missingB[i]) {
                values[i] = sign.equals("!=");
                continue;
            }
            int order = things
                    ? order(((Things) a).of()[i], ((Things) b).of()[i])
                    : x == null ? Long.compare(((Whole) a).of()[i], ((Whole) b).of()[i]) : order(a, b, i, x[i], y[i]);
            values[i] = switch (sign) {
                case "==" -> order == 0;
                case "!=" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        }
        return new Truth(values);
    }

    /** A whole number beside a decimal one: neither is rounded. */
    private static int order(Value a, Value b, int i, double x, double y) {
        if (x == y && Math.abs(x) >= 0x1p53 && Double.isFinite(x)) {
            return exact(a, i, x).compareTo(exact(b, i, y));
        }
        return x < y ? -1 : x > y ? 1 : 0;
    }

    private static BigDecimal exact(Value value, int i, double rounded) {
        return value instanceof Whole w ? BigDecimal.valueOf(w.of()[i]) : new BigDecimal(rounded);
    }

    @SuppressWarnings("unchecked")
    private static int order(Comparable<?> x, Comparable<?> y) {
        return ((Comparable<Object>) x).compareTo(y);
    }

    private static Things boxed(Truth truth) {
        var values = new Comparable<?>[truth.of().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = truth.of()[i];
        }
        return new Things(values, "true and false");
    }

    /** Text beside dates is read as dates of ISO 8601. */
    private static Things like(Things text, Things dates) {
        if (!text.kind().equals("text")) {
            return text;
        }
        var values = new Comparable<?>[text.of().length];
        for (int i = 0; i < values.length; i++) {
            if (text.of()[i] == null) {
                continue;
            }
            String word = text.of()[i].toString();
            try {
                values[i] = dates.kind().equals("dates")
                        ? LocalDate.parse(word)
                        : word.length() == 10
                                ? LocalDate.parse(word).atStartOfDay()
                                : LocalDateTime.parse(word.replace(' ', 'T'));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        "'" + word + "' is compared with " + dates.kind() + " and is no date of the form 2024-12-31.",
                        e);
            }
        }
        return new Things(values, dates.kind());
    }
}
