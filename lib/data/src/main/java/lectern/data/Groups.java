package lectern.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lectern.data.table.Grouping;
import lectern.data.table.Statistic;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import tech.tablesaw.api.Table;

/**
 * The rows of a table by equal values of some columns, made by {@link Tables#groupBy}; groups come in the order of their keys.
 *
 * <p>Statistics are {@code count size nunique sum prod mean median min max std var first last}. They leave missing values out;
 * what cannot be told, such as the deviation of a single value, is missing.
 */
public final class Groups implements Displayable {
    private final Grouping grouping;

    Groups(Table table, String... columns) {
        grouping = new Grouping(table, columns);
    }

    /** Statistics of one column; a single one keeps its name, several are called {@code column_statistic}. */
    public Table agg(String column, String... statistics) {
        return grouping.of(wishes(column, List.of(statistics)));
    }

    /** Statistics by column: {@code agg(Map.of("mass", "mean", "age", List.of("min", "max")))}, in the order of the names. */
    public Table agg(Map<String, ?> statistics) {
        var wishes = new ArrayList<Grouping.Wish>();
        statistics.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(wanted -> {
            List<?> names = wanted.getValue() instanceof List<?> list ? list : List.of(wanted.getValue());
            wishes.addAll(
                    wishes(wanted.getKey(), names.stream().map(Object::toString).toList()));
        });
        return grouping.of(wishes);
    }

    private static List<Grouping.Wish> wishes(String column, List<String> statistics) {
        if (statistics.isEmpty()) {
            throw new IllegalArgumentException(
                    "Name at least one statistic: agg(\"" + column + "\", \"mean\", \"std\").");
        }
        return statistics.stream()
                .map(name -> new Grouping.Wish(
                        column, Statistic.of(name), statistics.size() == 1 ? column : column + "_" + name))
                .toList();
    }

    /** The means of all numeric columns. */
    public Table mean() {
        return grouping.ofAll(Statistic.MEAN);
    }

    /** The sums of all numeric columns. */
    public Table sum() {
        return grouping.ofAll(Statistic.SUM);
    }

    /** The medians of all numeric columns. */
    public Table median() {
        return grouping.ofAll(Statistic.MEDIAN);
    }

    /** The standard deviations of all numeric columns, n − 1 in the denominator. */
    public Table std() {
        return grouping.ofAll(Statistic.STD);
    }

    /** The smallest values of all columns. */
    public Table min() {
        return grouping.ofAll(Statistic.MIN);
    }

    /** The largest values of all columns. */
    public Table max() {
        return grouping.ofAll(Statistic.MAX);
    }

    /** How many values each column has. */
    public Table count() {
        return grouping.ofAll(Statistic.COUNT);
    }

    /** How many rows each group has. */
    public Table size() {
        return grouping.sizes();
    }

    /** The rows of each group as a table of its own. */
    public List<Table> tables() {
        return grouping.tables();
    }

    @Override
    public MimeBundle toMimeBundle() {
        return TableView.of(size()).toMimeBundle();
    }

    @Override
    public String toString() {
        return TableView.of(size()).toString();
    }
}
