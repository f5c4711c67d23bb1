package lectern.data.table;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.columns.Column;

/**
 * The statistics of a group of rows, with one rule for all: missing values are left out, and what the rest cannot tell (the
 * mean of nothing, the deviation of one value) is missing.
 */
public enum Statistic {
    /** How many values are there. */
    COUNT,
    /** How many rows there are, with missing values. */
    SIZE,
    /** How many different values there are. */
    NUNIQUE,
    SUM,
    PROD,
    MEAN,
    MEDIAN,
    MIN,
    MAX,
    /** The standard deviation, n − 1 in the denominator. */
    STD,
    /** The variance, n − 1 in the denominator. */
    VAR,
    /** The first value that is not missing. */
    FIRST,
    /** The last value that is not missing. */
    LAST;

    /** The statistic of this name, as in pandas. */
    public static Statistic of(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "There is no statistic \"" + name + "\"; there are "
                            + Arrays.toString(values()).toLowerCase(Locale.ROOT) + ".",
                    e);
        }
    }

    /** Whether it wants numbers. */
    boolean numeric() {
        return switch (this) {
            case SUM, PROD, MEAN, MEDIAN, STD, VAR -> true;
            default -> false;
        };
    }

    /** One value a group: rows {@code rows[start[g]] … rows[start[g + 1] − 1]} of the column. */
    Column<?> of(Column<?> column, String name, int[] rows, int[] start) {
        int groups = start.length - 1;
        return switch (this) {
            case COUNT, SIZE, NUNIQUE -> counts(column, name, rows, start);
            case FIRST, LAST, MIN, MAX -> {
                var chosen = new int[groups];
                long[] keys = this == MIN || this == MAX ? Keys.of(column) : null;
                for (int g = 0; g < groups; g++) {
                    chosen[g] = chosen(column, keys, rows, start[g], start[g + 1]);
                }
                yield Columns.take(column, chosen).setName(name);
            }
            default -> {
                if (this == SUM && Columns.whole(column)) {
                    yield wholeSums(column, name, rows, start);
                }
                double[] values = Columns.numbers(column, "\"" + name().toLowerCase(Locale.ROOT) + "\"");
                var results = new double[groups];
                for (int g = 0; g < groups; g++) {
                    results[g] = of(present(values, rows, start[g], start[g + 1]));
                }
                yield this == SUM && column instanceof BooleanColumn
                        ? Columns.whole(
                                name,
                                Arrays.stream(results).mapToLong(v -> (long) v).toArray(),
                                false)
                        : DoubleColumn.create(name, results);
            }
        };
    }

    private int chosen(Column<?> column, long[] keys, int[] rows, int from, int to) {
        int best = -1;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            if (column.isMissing(row)) {
                continue;
            }
            boolean better = best < 0
                    || switch (this) {
                        case FIRST -> false;
                        case LAST -> true;
                        case MIN -> keys[row] < keys[best];
                        default -> keys[row] > keys[best];
                    };
            best = better ? row : best;
        }
        return best;
    }

    private Column<?> counts(Column<?> column, String name, int[] rows, int[] start) {
        var counts = new int[start.length - 1];
        var missing = new boolean[column.size()];
        for (int i = 0; i < missing.length && this != SIZE; i++) {
            missing[i] = column.isMissing(i);
        }
        long[] keys = this == NUNIQUE ? Keys.of(column) : null;
        for (int g = 0; g < counts.length; g++) {
            if (this == SIZE) {
                counts[g] = start[g + 1] - start[g];
                continue;
            }
            var different = new HashSet<Long>();
            for (int i = start[g]; i < start[g + 1]; i++) {
                if (!missing[rows[i]]) {
                    counts[g]++;
                    if (keys != null) {
                        different.add(keys[rows[i]]);
                    }
                }
            }
            counts[g] = keys != null ? different.size() : counts[g];
        }
        return IntColumn.create(name, counts);
    }

    private static Column<?> wholeSums(Column<?> column, String name, int[] rows, int[] start) {
        long[] values = Columns.longs(column);
        var sums = new long[start.length - 1];
        for (int g = 0; g < sums.length; g++) {
            try {
                for (int i = start[g]; i < start[g + 1]; i++) {
                    long value = values[rows[i]];
                    sums[g] = value == Long.MIN_VALUE ? sums[g] : Math.addExact(sums[g], value);
                }
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException(
                        "The sum of column '" + column.name()
                                + "' is beyond whole numbers of 64 bits; astype(table, \"" + column.name()
                                + "\", \"double\") sums decimal numbers.",
                        e);
            }
        }
        return Columns.whole(name, sums, false);
    }

    private static double[] present(double[] values, int[] rows, int from, int to) {
        var present = new double[to - from];
        int n = 0;
        for (int i = from; i < to; i++) {
            double value = values[rows[i]];
            if (value == value) {
                present[n++] = value;
            }
        }
        return n == present.length ? present : Arrays.copyOf(present, n);
    }

    /** The statistic of numbers none of which is missing. */
    double of(double... values) {
        return switch (this) {
            case SUM -> sum(values);
            case PROD -> Arrays.stream(values).reduce(1, (a, b) -> a * b);
            case MEAN -> values.length == 0 ? Double.NaN : sum(values) / values.length;
            case MEDIAN -> quantile(sorted(values), 0.5);
            case MIN -> Arrays.stream(values).min().orElse(Double.NaN);
            case MAX -> Arrays.stream(values).max().orElse(Double.NaN);
            case VAR -> variance(values);
            case STD -> Math.sqrt(variance(values));
            case COUNT, SIZE -> values.length;
            case FIRST -> values.length == 0 ? Double.NaN : values[0];
            case LAST -> values.length == 0 ? Double.NaN : values[values.length - 1];
            case NUNIQUE -> Arrays.stream(values).distinct().count();
        };
    }

    /** The sum with the rounding errors kept and added at the end (A. Neumaier, 1974). */
    static double sum(double[] values) {
        double sum = 0;
        double lost = 0;
        for (double value : values) {
            double next = sum + value;
            lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }
        // Infinite sums have no error to add.
        return Double.isFinite(sum) && Double.isFinite(lost) ? sum + lost : sum;
    }

    private static double variance(double[] values) {
        if (values.length < 2) {
            return Double.NaN;
        }
        double mean = sum(values) / values.length;
        double[] squares =
                Arrays.stream(values).map(x -> (x - mean) * (x - mean)).toArray();
        return sum(squares) / (values.length - 1);
    }

    static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The quantile by linear interpolation between order statistics (type 7 of R. J. Hyndman and Y. Fan, 1996), as in NumPy. */
    public static double quantile(double[] sorted, double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("A quantile is for a share from 0 to 1; " + p + " was given.");
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        double part = place - below;
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[above] - sorted[below]);
    }

    /** The numbers of a column without the missing ones, sorted. */
    public static double[] sorted(Column<?> column, String purpose) {
        return sorted(Arrays.stream(Columns.numbers(column, purpose))
                .filter(x -> x == x)
                .toArray());
    }
}
