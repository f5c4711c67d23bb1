package lectern.data.csv;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.IntColumnType;

/** Columns of Tablesaw out of the 64-bit values that were collected; {@link ColumnBuilder#MISSING} is missing. */
final class Finish {
    private static final long MISSING = ColumnBuilder.MISSING;

    private Finish() {}

    static Column<?> whole(String name, long[] values, int size, boolean wide) {
        if (wide) {
            return LongColumn.create(name, Arrays.copyOf(values, size));
        }
        var ints = new int[size];
        int missing = IntColumnType.missingValueIndicator();
        for (int i = 0; i < size; i++) {
            ints[i] = values[i] == MISSING ? missing : (int) values[i];
        }
        return IntColumn.create(name, ints);
    }

    static Column<?> truths(String name, long[] values, int size) {
        var column = BooleanColumn.create(name);
        for (int i = 0; i < size; i++) {
            if (values[i] == MISSING) {
                column.appendMissing();
            } else {
                column.append(values[i] == 1);
            }
        }
        return column;
    }

    /** Days since 1970. */
    static Column<?> dates(String name, long[] values, int size) {
        var column = DateColumn.create(name);
        for (int i = 0; i < size; i++) {
            column.append(values[i] == MISSING ? null : LocalDate.ofEpochDay(values[i]));
        }
        return column;
    }

    /** Milliseconds since 1970. */
    static Column<?> times(String name, long[] values, int size) {
        var column = DateTimeColumn.create(name);
        for (int i = 0; i < size; i++) {
            long value = values[i];
            column.append(
                    value == MISSING
                            ? null
                            : LocalDateTime.ofEpochSecond(
                                    Math.floorDiv(value, 1000),
                                    (int) Math.floorMod(value, 1000L) * 1_000_000,
                                    ZoneOffset.UTC));
        }
        return column;
    }

    /** Nothing but missing values. */
    static Column<?> nothing(String name, int size) {
        var values = new double[size];
        Arrays.fill(values, Double.NaN);
        return DoubleColumn.create(name, values);
    }
}
