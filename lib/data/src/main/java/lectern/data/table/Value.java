package lectern.data.table;

import java.math.BigDecimal;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * What an expression on rows has in each row: numbers (whole or decimal), truths, or things that only compare (text, dates).
 *
 * <p>A comparison with a missing value is false, {@code !=} true, as in pandas; arithmetic with one is missing.
 */
sealed interface Value {
    /** Whole numbers; {@code Long.MIN_VALUE} is missing. */
    record Whole(long[] of) implements Value {}

    /** Decimal numbers; NaN is missing. */
    record Decimal(double[] of) implements Value {}

    /** Truths. */
    record Truth(boolean[] of) implements Value {}

    /** Text or dates; null is missing. */
    record Things(Comparable<?>[] of, String kind) implements Value {}

    /** The values of a column. */
    static Value of(Column<?> column) {
        if (Columns.whole(column)) {
            return new Whole(Columns.longs(column));
        }
        if (column instanceof NumericColumn<?>) {
            return new Decimal(Columns.numbers(column, "an expression"));
        }
        int n = column.size();
        if (column instanceof BooleanColumn truths && column.countMissing() == 0) {
            var values = new boolean[n];
            for (int i = 0; i < n; i++) {
                values[i] = truths.get(i);
            }
            return new Truth(values);
        }
        var values = new Comparable<?>[n];
        if (column instanceof StringColumn text) {
            var texts = Texts.of(text);
            for (int i = 0; i < n; i++) {
                values[i] = texts.get(i);
            }
            return new Things(values, Columns.kind(column));
        }
        for (int i = 0; i < n; i++) {
            values[i] = column.isMissing(i) ? null : (Comparable<?>) column.get(i);
        }
        return new Things(values, Columns.kind(column));
    }

    /** The same number in all rows. */
    static Value constant(String digits, int rows) {
        if (digits.matches("\\d+") && new BigDecimal(digits).compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
            var values = new long[rows];
            java.util.Arrays.fill(values, Long.parseLong(digits));
            return new Whole(values);
        }
        var values = new double[rows];
        java.util.Arrays.fill(values, Double.parseDouble(digits));
        return new Decimal(values);
    }

    /** How many rows there are. */
    default int size() {
        return switch (this) {
            case Whole w -> w.of.length;
            case Decimal d -> d.of.length;
            case Truth t -> t.of.length;
            case Things t -> t.of.length;
        };
    }

    /** What the value holds, in words. */
    default String kind() {
        return switch (this) {
            case Whole w -> "whole numbers";
            case Decimal d -> "decimal numbers";
            case Truth t -> "true and false";
            case Things t -> t.kind;
        };
    }

    /** The numbers as doubles, truths as ones and zeros. */
    default double[] doubles(String operation) {
        return switch (this) {
            case Decimal d -> d.of;
            case Whole w -> {
                var values = new double[w.of.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = w.of[i] == Long.MIN_VALUE ? Double.NaN : w.of[i];
                }
                yield values;
            }
            case Truth t -> {
                var values = new double[t.of.length];
                for (int i = 0; i < values.length; i++) {
                    values[i] = t.of[i] ? 1 : 0;
                }
                yield values;
            }
            case Things t ->
                throw new IllegalArgumentException("'" + operation + "' needs numbers, and " + t.kind + " is there.");
        };
    }

    /** The truths, or a sentence. */
    default boolean[] truths(String operation) {
        if (this instanceof Truth t) {
            return t.of;
        }
        throw new IllegalArgumentException("'" + operation + "' needs a condition such as x > 1 on each side, and "
                + kind() + " is there; compare it with something.");
    }

    /** A column of these values. */
    default Column<?> column(String name) {
        return switch (this) {
            case Whole w -> Columns.whole(name, w.of, false);
            case Decimal d -> DoubleColumn.create(name, d.of);
            case Truth t -> BooleanColumn.create(name, t.of);
            case Things t -> {
                Column<?> column = model(t, name);
                for (Comparable<?> value : t.of) {
                    if (value == null) {
                        column.appendMissing();
                    } else {
                        column.appendObj(value);
                    }
                }
                yield column;
            }
        };
    }

    private static Column<?> model(Things things, String name) {
        for (Comparable<?> value : things.of) {
            switch (value) {
                case null -> {}
                case java.time.LocalDate d -> {
                    return tech.tablesaw.api.DateColumn.create(name);
                }
                case java.time.LocalDateTime d -> {
                    return tech.tablesaw.api.DateTimeColumn.create(name);
                }
                case java.time.LocalTime d -> {
                    return tech.tablesaw.api.TimeColumn.create(name);
                }
                case Boolean b -> {
                    return BooleanColumn.create(name);
                }
                default -> {
                    return StringColumn.create(name);
                }
            }
        }
        return StringColumn.create(name);
    }
}
