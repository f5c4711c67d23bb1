package lectern.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import lectern.data.table.Casts;
import lectern.data.table.Columns;
import lectern.data.table.Description;
import lectern.data.table.Expression;
import lectern.data.table.Joins;
import lectern.data.table.Pivots;
import lectern.data.table.Rows;
import lectern.data.table.Stacks;
import lectern.data.table.Statistic;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Verbs on tables in the words of pandas; every one gives a new table and leaves the one it was given as it is.
 *
 * <p>One rule for missing values: statistics leave them out, groups and conditions leave rows out whose key or value is missing,
 * sorting puts them last whichever way it goes. One rule for quantiles: linear interpolation (type 7 of Hyndman and Fan, 1996),
 * as in NumPy. A column that is not there, a type that does not fit and a number that would change are errors in words.
 */
public final class Tables {
    private static final int HEAD = 5;

    static {
        TableReaders.find();
    }

    private Tables() {}

    /** The first five rows. */
    public static Table head(Table table) {
        return head(table, HEAD);
    }

    /** The first rows. */
    public static Table head(Table table, int rows) {
        return Columns.take(
                table,
                IntStream.range(0, Math.min(notNegative(rows), table.rowCount()))
                        .toArray());
    }

    /** The last five rows. */
    public static Table tail(Table table) {
        return tail(table, HEAD);
    }

    /** The last rows. */
    public static Table tail(Table table, int rows) {
        int n = table.rowCount();
        return Columns.take(
                table, IntStream.range(n - Math.min(notNegative(rows), n), n).toArray());
    }

    private static int notNegative(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("A number of rows is not negative; " + rows + " was given.");
        }
        return rows;
    }

    /**
     * A row for every numeric column: count, mean, standard deviation (n − 1), minimum, quartiles, maximum.
     *
     * <p>A table without numbers is described by count, number of different values, the most frequent one and how often it
     * comes, and the smallest and largest.
     */
    public static Table describe(Table table) {
        return Description.of(table, false);
    }

    /** As above for the columns of all types when {@code all}. */
    public static Table describe(Table table, boolean all) {
        return Description.of(table, all);
    }

    /** How often each value of a column comes, the most frequent first; missing values are left out. */
    public static Table valueCounts(Table table, String column) {
        return Rows.counts(table, column);
    }

    /** The rows by equal values of these columns; {@code groupBy(t, "species").agg("mass", "mean")}. */
    public static Groups groupBy(Table table, String... columns) {
        return new Groups(table, columns);
    }

    /**
     * A row for each value of {@code index}, a column for each value of {@code columns}; two rows for one cell are an error.
     */
    public static Table pivot(Table table, String index, String columns, String values) {
        return Pivots.of(table, index, columns, values, null);
    }

    /** As above, the rows of a cell brought together by a statistic such as {@code "mean"}. */
    public static Table pivot(Table table, String index, String columns, String values, String statistic) {
        return Pivots.of(table, index, columns, values, Statistic.of(statistic));
    }

    /** The columns that are no ids as rows of {@code variable} and {@code value}. */
    public static Table melt(Table table, String... ids) {
        return Stacks.melt(table, ids);
    }

    /** The rows of both tables whose common columns are equal. */
    public static Table merge(Table left, Table right) {
        return Joins.of(left, right, "inner");
    }

    /**
     * Joins two tables on equal keys.
     *
     * <p>{@code how} is {@code "inner" "left" "right" "outer"} or {@code "cross"}. A key is a name that both have, or
     * {@code "id=number"} for two names. Other columns of one name become {@code name_x} and {@code name_y}. Numbers equal numbers
     * of any type; text never equals a number, which is an error.
     */
    public static Table merge(Table left, Table right, String how, String... on) {
        return Joins.of(left, right, how, on);
    }

    /** Tables one below the other, columns matched by name; what a table does not have is missing in its rows. */
    public static Table concat(Table... tables) {
        return Stacks.of(tables);
    }

    /** The rows in the order of these columns, a minus before a name for falling; missing values last, equal rows as they were. */
    public static Table sortBy(Table table, String... columns) {
        return Rows.sorted(table, columns);
    }

    /** Fills the missing values of all columns by {@code "ffill"} (the value before) or {@code "bfill"} (the value after). */
    public static Table fillna(Table table, String way) {
        if (!way.equals("ffill") && !way.equals("bfill")) {
            throw new IllegalArgumentException(
                    "All columns are filled by \"ffill\" or \"bfill\"; one of them is filled by a value: "
                            + "fillna(table, \"column\", \"" + way + "\").");
        }
        Table result = table;
        for (Column<?> column : table.columns()) {
            result = Columns.with(result, Casts.filled(column, way));
        }
        return result;
    }

    /** Fills the missing values of all numeric columns by a number. */
    public static Table fillna(Table table, double value) {
        Table result = table.copy();
        for (Column<?> column : table.columns()) {
            if (column instanceof NumericColumn<?> && column.countMissing() > 0) {
                result = Columns.with(result, Casts.filled(column, value));
            }
        }
        return result;
    }

    /** Fills the missing values of a column by a value, {@code "ffill"}, {@code "bfill"}, or numbers by {@code "mean" "median"}. */
    public static Table fillna(Table table, String column, Object value) {
        return Columns.with(table, Casts.filled(Columns.of(table, column), value));
    }

    /** The rows without a missing value in these columns; in any column when none is named. */
    public static Table dropna(Table table, String... columns) {
        return Rows.complete(table, columns);
    }

    /** A column with another type: {@code "text" "int" "double" "boolean" "date" "datetime"}; what would change is refused. */
    public static Table astype(Table table, String column, String type) {
        return Columns.with(table, Casts.of(Columns.of(table, column), type));
    }

    /**
     * The rows in which a condition holds: {@code where(t, "x > 1 and c == 'a'")}.
     *
     * <p>Conditions have {@code == != < <= > >= in and or not}, arithmetic, functions such as {@code sqrt}, {@code isna(x)};
     * text between quotes, names with blanks between backticks. A comparison with a missing value is false.
     */
    public static Table where(Table table, String condition) {
        boolean[] holds = Expression.condition(table, condition);
        return Columns.take(
                table, IntStream.range(0, holds.length).filter(i -> holds[i]).toArray());
    }

    /** A new or changed column by a formula on the others: {@code assign(t, "bmi", "mass / height**2")}. */
    public static Table assign(Table table, String column, String formula) {
        return Columns.with(table, Expression.column(table, column, formula));
    }

    /** A new or changed column of these numbers. */
    public static Table assign(Table table, String column, double... values) {
        if (values.length != table.rowCount()) {
            throw new IllegalArgumentException("The table has " + table.rowCount() + " rows, and " + values.length
                    + (values.length == 1 ? " number was given." : " numbers were given."));
        }
        return Columns.with(table, DoubleColumn.create(column, values));
    }

    /** Windows of so many rows along a column: {@code rolling(t, "x", 7).mean()}. */
    public static Rolling rolling(Table table, String column, int width) {
        return new Rolling(Columns.of(table, column), width);
    }

    /** The sums of a column from the first row to each one; missing values stay missing. */
    public static Column<?> cumsum(Table table, String column) {
        return Rows.sums(Columns.of(table, column));
    }

    /** The quantile of a column for a share p from 0 to 1, without its missing values. */
    public static double quantile(Table table, String column, double p) {
        return Statistic.quantile(Statistic.sorted(Columns.of(table, column), "a quantile"), p);
    }

    /** Numeric columns (all columns when none is named) as a float64 tensor (rows, columns); missing values are NaN. */
    public static Tensor toTensor(Table table, String... columns) {
        String[] names = columns.length > 0 ? columns : table.columnNames().toArray(String[]::new);
        if (names.length == 0) {
            return Tensors.zeros(table.rowCount(), 0);
        }
        return Tensors.stack(
                1,
                Arrays.stream(names)
                        .map(name -> TableTensors.toTensor(Columns.of(table, name)))
                        .toArray(Tensor[]::new));
    }
}
