package lectern.data.table;

import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** One column becomes the names of many. */
public final class Pivots {
    private Pivots() {}

    /**
     * A row for each value of {@code index}, a column for each value of {@code columns}, in each cell the statistic of
     * {@code values}; without a statistic each cell must have one row at most.
     */
    public static Table of(Table table, String index, String columns, String values, Statistic statistic) {
        Table kept = kept(table, index, columns, values, statistic);
        return filled(kept, index, columns, values, statistic);
    }

    /** The rows that have both keys and, as in pandas, whose cell has something to tell. */
    private static Table kept(Table table, String index, String columns, String values, Statistic statistic) {
        long[][] keys = {Keys.of(Columns.of(table, index)), Keys.of(Columns.of(table, columns))};
        var groups = Keys.groups(table.rowCount(), keys, true);
        Column<?> value = Columns.of(table, values);
        int[][] rows = groups.rows();
        Column<?> told = statistic == null ? null : statistic.of(value, "cell", rows[0], rows[1]);
        return Columns.take(
                table,
                IntStream.range(0, table.rowCount())
                        .filter(i -> groups.of()[i] >= 0 && (told == null || !told.isMissing(groups.of()[i])))
                        .toArray());
    }

    private static Table filled(Table table, String index, String columns, String values, Statistic statistic) {
        Column<?> rowKey = Columns.of(table, index);
        Column<?> titleKey = Columns.of(table, columns);
        Column<?> value = Columns.of(table, values);
        var rows = Keys.groups(table.rowCount(), new long[][] {Keys.of(rowKey)}, true);
        var titles = Keys.groups(table.rowCount(), new long[][] {Keys.of(titleKey)}, true);
        var result = Table.create(table.name());
        result.addColumns(Columns.take(rowKey, rows.first()));
        for (int t = 0; t < titles.count(); t++) {
            String title = titleKey.get(titles.first()[t]).toString();
            var places = new int[rows.count() + 1];
            for (int i = 0; i < table.rowCount(); i++) {
                if (titles.of()[i] == t && rows.of()[i] >= 0) {
                    places[rows.of()[i] + 1]++;
                }
            }
            for (int g = 0; g < rows.count(); g++) {
                if (statistic == null && places[g + 1] > 1) {
                    throw new IllegalArgumentException("There are " + places[g + 1] + " rows with " + index + " = "
                            + rowKey.get(rows.first()[g]) + " and " + columns + " = " + title
                            + ", and a cell holds one value; say how they are brought together: pivot(table, \"" + index
                            + "\", \"" + columns + "\", \"" + values + "\", \"mean\").");
                }
                places[g + 1] += places[g];
            }
            var order = new int[places[rows.count()]];
            int[] next = Arrays.copyOf(places, rows.count());
            for (int i = 0; i < table.rowCount(); i++) {
                if (titles.of()[i] == t && rows.of()[i] >= 0) {
                    order[next[rows.of()[i]]++] = i;
                }
            }
            result.addColumns(cells(statistic, value, title, order, places));
        }
        return result;
    }

    /** A cell without rows is missing, also where the statistic of nothing is a number. */
    private static Column<?> cells(Statistic statistic, Column<?> value, String title, int[] order, int[] places) {
        Column<?> column = (statistic == null ? Statistic.FIRST : statistic).of(value, title, order, places);
        for (int g = 0; g + 1 < places.length; g++) {
            if (places[g] == places[g + 1]) {
                column.setMissing(g);
            }
        }
        return column;
    }
}
