package lectern.data.table;

import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Orders rows, counts them and goes along them. */
public final class Rows {
    private Rows() {}

    /** The rows ordered by these columns, a minus before a name for falling; missing values last, equal rows as they were. */
    public static Table sorted(Table table, String... by) {
        if (by.length == 0) {
            throw new IllegalArgumentException(
                    "Name at least one column to sort by: sortBy(table, \"year\", \"-mass\").");
        }
        var keys = new long[by.length][];
        var descending = new boolean[by.length];
        for (int k = 0; k < by.length; k++) {
            boolean own = table.columnNames().contains(by[k]);
            descending[k] = !own && by[k].startsWith("-");
            keys[k] = Keys.of(Columns.of(table, descending[k] ? by[k].substring(1) : by[k]));
        }
        return Columns.take(table, Keys.order(table.rowCount(), keys, descending));
    }

    /** How often each value comes, the most frequent first, equal ones in the order they come. */
    public static Table counts(Table table, String name) {
        Column<?> column = Columns.of(table, name);
        var groups = Keys.groups(column.size(), new long[][] {Keys.of(column)}, true);
        int[] sizes = groups.sizes();
        var size = new long[groups.count()];
        var first = new long[groups.count()];
        for (int g = 0; g < size.length; g++) {
            size[g] = sizes[g];
            first[g] = groups.first()[g];
        }
        int[] order = Keys.order(size.length, new long[][] {size, first}, new boolean[] {true, false});
        int[] rows = Arrays.stream(order).map(g -> groups.first()[g]).toArray();
        int[] counts = Arrays.stream(order).map(g -> sizes[g]).toArray();
        return Table.create(
                "counts of " + name,
                Columns.take(column, rows),
                IntColumn.create(column.name().equalsIgnoreCase("count") ? "count_" : "count", counts));
    }

    /** The rows in which none of these columns (all, when none is named) is missing. */
    public static Table complete(Table table, String... names) {
        Column<?>[] columns = names.length == 0
                ? table.columnArray()
                : Arrays.stream(names).map(n -> Columns.of(table, n)).toArray(Column<?>[]::new);
        int[] rows = IntStream.range(0, table.rowCount())
                .filter(i -> Arrays.stream(columns).noneMatch(c -> c.isMissing(i)))
                .toArray();
        return Columns.take(table, rows);
    }

    /** The sums from the first row to each one; a missing value stays missing and is left out of the sums. */
    public static Column<?> sums(Column<?> column) {
        if (Columns.whole(column)) {
            long[] values = Columns.longs(column);
            long sum = 0;
            for (int i = 0; i < values.length; i++) {
                if (values[i] != Long.MIN_VALUE) {
                    try {
                        sum = Math.addExact(sum, values[i]);
                    } catch (ArithmeticException e) {
                        throw new IllegalArgumentException(
                                "The sums of column '" + column.name() + "' pass 64 bits in row " + i
                                        + "; make it decimal by astype.",
                                e);
                    }
                    values[i] = sum;
                }
            }
            return Columns.whole(column.name(), values, column instanceof LongColumn);
        }
        double[] values = Columns.numbers(column, "cumsum").clone();
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (value == value) {
                double next = sum + value;
                lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
                sum = next;
                values[i] = Double.isFinite(sum) ? sum + lost : sum;
            }
        }
        return DoubleColumn.create(column.name(), values);
    }

    /** The statistic of each window of so many rows up to each one; missing where the window is not full of values. */
    public static DoubleColumn windows(Column<?> column, int width, Statistic statistic) {
        if (width < 1) {
            throw new IllegalArgumentException("A window has at least one row; " + width + " was given.");
        }
        double[] values = Columns.numbers(column, "rolling");
        var results = new double[values.length];
        int run = 0;
        for (int i = 0; i < values.length; i++) {
            run = values[i] == values[i] ? run + 1 : 0;
            results[i] = run < width ? Double.NaN : statistic.of(Arrays.copyOfRange(values, i - width + 1, i + 1));
        }
        return DoubleColumn.create(column.name(), results);
    }
}
