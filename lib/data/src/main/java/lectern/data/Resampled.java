package lectern.data;

import java.util.Arrays;
import java.util.List;
import lectern.data.table.Bins;
import lectern.data.table.Grouping;
import lectern.data.table.Statistic;
import tech.tablesaw.api.Table;

/**
 * The rows of a table by bins of time, made by {@link Tables#resample}; bins without rows are there, with missing values, and
 * sums and counts of zero.
 */
public final class Resampled {
    private final Bins bins;

    Resampled(Table table, String column, String rule) {
        bins = new Bins(table, column, rule);
    }

    /**
     * Statistics of one column in each bin.
     *
     * @param column the column
     * @param statistics names as in {@link Groups}; a single one keeps the column's name, several are {@code column_statistic}
     * @return the starts of the bins and the statistics
     * @throws IllegalArgumentException when the column or a statistic is not there, or the column holds no numbers for it
     */
    public Table agg(String column, String... statistics) {
        if (statistics.length == 0) {
            throw new IllegalArgumentException("Name at least one statistic: agg(\"" + column + "\", \"mean\").");
        }
        List<Grouping.Wish> wishes = Arrays.stream(statistics)
                .map(name -> new Grouping.Wish(
                        column, Statistic.of(name), statistics.length == 1 ? column : column + "_" + name))
                .toList();
        return bins.of(wishes);
    }

    /** The means of all numeric columns. */
    public Table mean() {
        return bins.ofAll(Statistic.MEAN);
    }

    /** The sums of all numeric columns. */
    public Table sum() {
        return bins.ofAll(Statistic.SUM);
    }

    /** The smallest values of all columns. */
    public Table min() {
        return bins.ofAll(Statistic.MIN);
    }

    /** The largest values of all columns. */
    public Table max() {
        return bins.ofAll(Statistic.MAX);
    }

    /** How many values each column has. */
    public Table count() {
        return bins.ofAll(Statistic.COUNT);
    }
}
