package lectern.data.table;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** Columns of another type, and missing values filled; what would change a value is refused with its row. */
public final class Casts {
    private Casts() {}

    /** The column with this type: text, int, double, boolean, date or datetime. */
    public static Column<?> of(Column<?> column, String type) {
        String name = column.name();
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "text", "string", "str", "object" -> text(column);
            case "int", "integer", "long", "int64", "int32" -> whole(column);
            case "double", "float", "float64", "number" -> decimal(column);
            case "boolean", "bool" -> truth(column);
            case "date" -> {
                var dates = DateColumn.create(name);
                each(
                        column,
                        type,
                        dates,
                        v -> v instanceof LocalDateTime t ? atMidnight(t) : LocalDate.parse(v.toString()));
                yield dates;
            }
            case "datetime" -> {
                var times = DateTimeColumn.create(name);
                each(
                        column,
                        type,
                        times,
                        v -> v instanceof LocalDate d
                                ? d.atStartOfDay()
                                : LocalDateTime.parse(v.toString().replace(' ', 'T')));
                yield times;
            }
            default ->
                throw new IllegalArgumentException(
                        "There is no type \"" + type
                                + "\" for a column; the types are \"text\", \"int\", \"double\", \"boolean\", \"date\" and \"datetime\".");
        };
    }

    private static LocalDate atMidnight(LocalDateTime time) {
        if (!time.equals(time.toLocalDate().atStartOfDay())) {
            throw new DateTimeParseException("a time of day", time.toString(), 0);
        }
        return time.toLocalDate();
    }

    private interface Change {
        Object of(Object value);
    }

    private static void each(Column<?> column, String type, Column<?> result, Change change) {
        for (int i = 0; i < column.size(); i++) {
            if (column.isMissing(i)) {
                result.appendMissing();
                continue;
            }
            try {
                result.appendObj(change.of(column.get(i)));
            } catch (DateTimeParseException | NumberFormatException e) {
                throw refused(column, i, type, "");
            }
        }
    }

    private static IllegalArgumentException refused(Column<?> column, int row, String type, String why) {
        return new IllegalArgumentException("Row " + row + " of column '" + column.name() + "' holds '"
                + column.get(row) + "', which is no " + type + why + "; mend it, or make it missing first.");
    }

    private static StringColumn text(Column<?> column) {
        var texts = StringColumn.create(column.name());
        each(column, "text", texts, Object::toString);
        return texts;
    }

    private static Column<?> whole(Column<?> column) {
        if (Columns.whole(column)) {
            return column.copy();
        }
        var values = new long[column.size()];
        for (int i = 0; i < values.length; i++) {
            if (column.isMissing(i)) {
                values[i] = Long.MIN_VALUE;
                continue;
            }
            Object value = column.get(i);
            try {
                values[i] = switch (value) {
                    case Boolean truth -> truth ? 1 : 0;
                    case Double x when x == Math.rint(x) && Math.abs(x) < 0x1p63 -> (long) (double) x;
                    case Float x when x == Math.rint(x) && Math.abs(x) < 0x1p63 -> (long) (float) x;
                    default -> Long.parseLong(value.toString().strip());
                };
            } catch (NumberFormatException e) {
                throw refused(
                        column,
                        i,
                        "whole number",
                        value instanceof Number ? " (round it first: assign with floor or round)" : "");
            }
        }
        return Columns.whole(column.name(), values, false);
    }

    private static DoubleColumn decimal(Column<?> column) {
        if (column instanceof NumericColumn<?> || column instanceof BooleanColumn) {
            return DoubleColumn.create(
                    column.name(),
                    Columns.exactDoubles(column, "asked for by astype").clone());
        }
        var values = new double[column.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.NaN;
            if (!column.isMissing(i)) {
                String text = column.get(i).toString().strip();
                boolean number = text.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?|[+-]?inf(inity)?");
                if (!number) {
                    throw refused(column, i, "number", "");
                }
                values[i] = text.contains("inf")
                        ? (text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY)
                        : Double.parseDouble(text);
            }
        }
        return DoubleColumn.create(column.name(), values);
    }

    private static BooleanColumn truth(Column<?> column) {
        var truths = BooleanColumn.create(column.name());
        each(column, "truth", truths, value -> switch (value.toString().toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0" -> true;
            case "false", "0", "0.0" -> false;
            default -> throw new NumberFormatException(value.toString());
        });
        return truths;
    }

    /** The column with its missing values filled: by a value, or, for numbers, by "mean", "median", "ffill" or "bfill". */
    public static Column<?> filled(Column<?> column, Object value) {
        if (value instanceof String way && (way.equals("ffill") || way.equals("bfill"))) {
            return along(column, way.equals("ffill"));
        }
        boolean numbers = column instanceof NumericColumn<?>;
        if (numbers && value instanceof String way && (way.equals("mean") || way.equals("median"))) {
            return filled(column, Statistic.of(way).of(Statistic.sorted(column, "fillna")));
        }
        if (numbers && value instanceof Number number) {
            boolean wholeValue = !(number instanceof Double || number instanceof Float)
                    || number.doubleValue() == Math.rint(number.doubleValue())
                            && Math.abs(number.doubleValue()) < 0x1p53;
            if (Columns.whole(column) && wholeValue) {
                long[] values = Columns.longs(column);
                Arrays.setAll(values, i -> values[i] == Long.MIN_VALUE ? number.longValue() : values[i]);
                return Columns.whole(column.name(), values, column instanceof LongColumn);
            }
            double[] values = Columns.exactDoubles(column, "missing values are filled by " + number)
                    .clone();
            Arrays.setAll(values, i -> values[i] != values[i] ? number.doubleValue() : values[i]);
            return DoubleColumn.create(column.name(), values);
        }
        boolean fits = column instanceof StringColumn && value instanceof String
                || column instanceof BooleanColumn && value instanceof Boolean
                || column instanceof DateColumn && value instanceof LocalDate
                || column instanceof DateTimeColumn && value instanceof LocalDateTime;
        if (!fits) {
            throw new IllegalArgumentException(
                    "Column '" + column.name() + "' holds " + Columns.kind(column) + " and cannot be filled by "
                            + (value instanceof String ? "\"" + value + "\"" : value)
                            + "; give a value of that kind, \"ffill\" or \"bfill\""
                            + (numbers ? ", \"mean\" or \"median\"." : "."));
        }
        Column<?> result = column.emptyCopy();
        for (int i = 0; i < column.size(); i++) {
            result.appendObj(column.isMissing(i) ? value : column.get(i));
        }
        return result;
    }

    private static Column<?> along(Column<?> column, boolean forward) {
        var rows = new int[column.size()];
        int last = -1;
        for (int k = 0; k < rows.length; k++) {
            int i = forward ? k : rows.length - 1 - k;
            last = column.isMissing(i) ? last : i;
            rows[i] = last;
        }
        return Columns.take(column, rows);
    }
}
