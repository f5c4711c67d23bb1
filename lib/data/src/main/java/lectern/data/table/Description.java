package lectern.data.table;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A summary of all columns: numbers by their quartiles, everything else by its most frequent value. */
public final class Description {
    private static final String[] TITLES = {"mean", "std", "min", "25%", "50%", "75%", "max"};
    private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 1};

    private Description() {}

    /** A row for every numeric column; for every column when none is numeric; for both kinds when {@code all}. */
    public static Table of(Table table, boolean all) {
        List<Column<?>> numbers = new ArrayList<>();
        List<Column<?>> others = new ArrayList<>();
        for (Column<?> column : table.columns()) {
            (column instanceof NumericColumn<?> ? numbers : others).add(column);
        }
        boolean withOthers = !others.isEmpty() && (all || numbers.isEmpty());
        List<Column<?>> shown = all ? new ArrayList<>(table.columns()) : numbers.isEmpty() ? others : numbers;
        var names = StringColumn.create("column");
        var counts = IntColumn.create("count");
        for (Column<?> column : shown) {
            names.append(column.name());
            counts.append(column.size() - column.countMissing());
        }
        var result = Table.create("description of " + table.name(), names, counts);
        if (withOthers) {
            addFrequencies(result, shown);
        }
        if (!numbers.isEmpty()) {
            addQuartiles(result, shown);
        }
        if (withOthers) {
            addEnds(result, shown, numbers.isEmpty());
        }
        return result;
    }

    private static void addFrequencies(Table result, List<Column<?>> columns) {
        var unique = IntColumn.create("unique");
        var top = StringColumn.create("top");
        var frequency = IntColumn.create("freq");
        for (Column<?> column : columns) {
            if (column instanceof NumericColumn<?>) {
                unique.appendMissing();
                top.appendMissing();
                frequency.appendMissing();
                continue;
            }
            var groups = Keys.groups(column.size(), new long[][] {Keys.of(column)}, true);
            int[] sizes = groups.sizes();
            int best = -1;
            for (int g = 0; g < sizes.length; g++) {
                boolean more = best < 0
                        || sizes[g] > sizes[best]
                        || sizes[g] == sizes[best] && groups.first()[g] < groups.first()[best];
                best = more ? g : best;
            }
            unique.append(sizes.length);
            if (best < 0) {
                top.appendMissing();
                frequency.appendMissing();
            } else {
                top.append(text(column, groups.first()[best]));
                frequency.append(sizes[best]);
            }
        }
        result.addColumns(unique, top, frequency);
    }

    private static void addQuartiles(Table result, List<Column<?>> columns) {
        var values = new double[TITLES.length][columns.size()];
        for (int j = 0; j < columns.size(); j++) {
            if (columns.get(j) instanceof NumericColumn<?>) {
                double[] sorted = Statistic.sorted(columns.get(j), "describe");
                values[0][j] = Statistic.MEAN.of(sorted);
                values[1][j] = Statistic.STD.of(sorted);
                for (int k = 0; k < SHARES.length; k++) {
                    values[k + 2][j] = Statistic.quantile(sorted, SHARES[k]);
                }
            } else {
                for (double[] row : values) {
                    row[j] = Double.NaN;
                }
            }
        }
        for (int k = 0; k < TITLES.length; k++) {
            result.addColumns(DoubleColumn.create(TITLES[k], values[k]));
        }
    }

    /** The first and the last of what has an order but no mean: dates, times and text. */
    private static void addEnds(Table result, List<Column<?>> columns, boolean alone) {
        var first = StringColumn.create(alone ? "min" : "first");
        var last = StringColumn.create(alone ? "max" : "last");
        for (Column<?> column : columns) {
            var start = new int[] {0, column.size()};
            var rows = new int[column.size()];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = i;
            }
            boolean ordered = !(column instanceof NumericColumn<?> || column instanceof BooleanColumn);
            if (!ordered || column.countMissing() == column.size()) {
                first.appendMissing();
                last.appendMissing();
            } else {
                first.append(text(Statistic.MIN.of(column, "min", rows, start), 0));
                last.append(text(Statistic.MAX.of(column, "max", rows, start), 0));
            }
        }
        result.addColumns(first, last);
    }

    private static String text(Column<?> column, int row) {
        return column.get(row).toString();
    }
}
