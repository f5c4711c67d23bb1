package lectern.data;

import lectern.data.table.Rows;
import lectern.data.table.Statistic;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.columns.Column;

/**
 * Windows along a column, each of so many rows up to and with the row it belongs to, made by {@link Tables#rolling}.
 *
 * <p>A window that starts before the first row or holds a missing value gives a missing one, as in pandas.
 */
public final class Rolling {
    private final Column<?> column;
    private final int width;

    Rolling(Column<?> column, int width) {
        this.column = column;
        this.width = width;
    }

    /** A statistic of each window by its name. */
    public DoubleColumn agg(String statistic) {
        return Rows.windows(column, width, Statistic.of(statistic));
    }

    /** The mean of each window. */
    public DoubleColumn mean() {
        return agg("mean");
    }

    /** The sum of each window. */
    public DoubleColumn sum() {
        return agg("sum");
    }

    /** The standard deviation of each window, n − 1 in the denominator. */
    public DoubleColumn std() {
        return agg("std");
    }

    /** The smallest value of each window. */
    public DoubleColumn min() {
        return agg("min");
    }

    /** The largest value of each window. */
    public DoubleColumn max() {
        return agg("max");
    }

    /** The median of each window. */
    public DoubleColumn median() {
        return agg("median");
    }
}
