package lectern.data.table;

import java.util.Arrays;
import java.util.Locale;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.IntColumnType;
import tech.tablesaw.columns.numbers.LongColumnType;
import tech.tablesaw.table.Relation;

/** Columns by name, their values as plain arrays, and rows picked from them. */
public final class Columns {
    private Columns() {}

    /** The column of this name, or a sentence with the names that are there. */
    public static Column<?> of(Relation table, String name) {
        for (Column<?> column : table.columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        for (Column<?> column : table.columns()) {
            if (column.name().equalsIgnoreCase(name)) {
                return column;
            }
        }
        throw new IllegalArgumentException(
                "There is no column '" + name + "'; the columns are " + String.join(", ", table.columnNames()) + ".");
    }

    /** What the column holds, in a word. */
    public static String kind(Column<?> column) {
        return switch (column) {
            case DoubleColumn d -> "decimal numbers";
            case FloatColumn f -> "decimal numbers";
            case NumericColumn<?> n -> "whole numbers";
            case BooleanColumn b -> "true and false";
            case StringColumn s -> "text";
            default -> {
                String name = column.type().name().toLowerCase(Locale.ROOT);
                yield name.contains("time") && !name.contains("date")
                        ? "times"
                        : name.contains("time") ? "dates with time" : "dates";
            }
        };
    }

    /** Whether the column holds whole numbers. */
    public static boolean whole(Column<?> column) {
        return column instanceof IntColumn || column instanceof LongColumn || column instanceof ShortColumn;
    }

    /** The numbers of a column, NaN where one is missing; true counts as one. */
    public static double[] numbers(Column<?> column, String purpose) {
        return switch (column) {
            case NumericColumn<?> numbers -> numbers.asDoubleArray();
            case BooleanColumn truths -> {
                var values = new double[truths.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = truths.isMissing(i) ? Double.NaN : truths.get(i) ? 1 : 0;
                }
                yield values;
            }
            default ->
                throw new IllegalArgumentException("Column '" + column.name() + "' holds " + kind(column) + " such as '"
                        + example(column) + "', and " + purpose
                        + " needs numbers; astype(table, \"" + column.name()
                        + "\", \"double\") makes numbers of text.");
        };
    }

    private static Object example(Column<?> column) {
        for (int i = 0; i < column.size(); i++) {
            if (!column.isMissing(i)) {
                return column.get(i);
            }
        }
        return "";
    }

    /** The whole numbers of a column, {@code Long.MIN_VALUE} where one is missing. */
    static long[] longs(Column<?> column) {
        if (column instanceof LongColumn longs) {
            return longs.asLongArray();
        }
        var values = new long[column.size()];
        if (column instanceof IntColumn ints) {
            int missing = IntColumnType.missingValueIndicator();
            for (int i = 0; i < values.length; i++) {
                int value = ints.getInt(i);
                values[i] = value == missing ? Long.MIN_VALUE : value;
            }
            return values;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = column.isMissing(i) ? Long.MIN_VALUE : ((Number) column.get(i)).longValue();
        }
        return values;
    }

    /** Whole numbers as a column, of 32 bits where they fit unless {@code wide}; {@code Long.MIN_VALUE} is missing. */
    static Column<?> whole(String name, long[] values, boolean wide) {
        boolean small = !wide;
        for (long value : values) {
            small &= value == Long.MIN_VALUE || value > Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
        }
        if (!small) {
            return LongColumn.create(name, values);
        }
        int missing = IntColumnType.missingValueIndicator();
        return IntColumn.create(
                name,
                Arrays.stream(values)
                        .mapToInt(v -> v == Long.MIN_VALUE ? missing : (int) v)
                        .toArray());
    }

    /** The values in these rows, as a column of the same type; −1 stands for a missing value. */
    public static Column<?> take(Column<?> column, int[] rows) {
        switch (column) {
            case DoubleColumn numbers -> {
                var values = new double[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    values[i] = rows[i] < 0 ? Double.NaN : numbers.getDouble(rows[i]);
                }
                return DoubleColumn.create(column.name(), values);
            }
            case IntColumn numbers -> {
                var values = new int[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    values[i] = rows[i] < 0 ? IntColumnType.missingValueIndicator() : numbers.getInt(rows[i]);
                }
                return IntColumn.create(column.name(), values);
            }
            case LongColumn numbers -> {
                var values = new long[rows.length];
                for (int i = 0; i < rows.length; i++) {
                    values[i] = rows[i] < 0 ? LongColumnType.missingValueIndicator() : numbers.getLong(rows[i]);
                }
                return LongColumn.create(column.name(), values);
            }
            case StringColumn texts -> {
                return Texts.of(texts).take(column.name(), rows);
            }
            default -> {
                Column<?> result = column.emptyCopy();
                for (int row : rows) {
                    if (row < 0 || column.isMissing(row)) {
                        result.appendMissing();
                    } else {
                        result.appendObj(column.get(row));
                    }
                }
                return result;
            }
        }
    }

    /** The table with these rows. */
    public static Table take(Table table, int[] rows) {
        var result = Table.create(table.name());
        for (Column<?> column : table.columns()) {
            result.addColumns(take(column, rows));
        }
        return result;
    }

    /** A copy of the table in which this column stands in the place of the one of its name, or at the end. */
    public static Table with(Table table, Column<?> column) {
        var result = Table.create(table.name());
        boolean placed = false;
        for (Column<?> old : table.columns()) {
            boolean same = old.name().equalsIgnoreCase(column.name());
            result.addColumns(same ? column : old.copy());
            placed |= same;
        }
        return placed ? result : result.addColumns(column);
    }

    /** Whole numbers as decimal ones; one that no double equals is refused. */
    static double[] exactDoubles(Column<?> column, String why) {
        double[] values = numbers(column, why);
        if (column instanceof LongColumn longs) {
            for (int i = 0; i < values.length; i++) {
                long value = longs.getLong(i);
                if (!longs.isMissing(i) && ((long) values[i] != value || values[i] >= 0x1p63)) {
                    throw new IllegalArgumentException("Row " + i + " of column '" + column.name() + "' holds " + value
                            + ", which would lose digits as a decimal number (" + why
                            + "); keep whole numbers, or text by astype(table, \"" + column.name() + "\", \"text\").");
                }
            }
        }
        return values;
    }
}
