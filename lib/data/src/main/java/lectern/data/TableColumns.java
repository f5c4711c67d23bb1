package lectern.data;

import java.util.Arrays;
import lectern.data.table.Casts;
import lectern.data.table.Columns;
import lectern.data.table.Description;
import lectern.data.table.Expression;
import lectern.data.table.Rows;
import lectern.data.table.Statistic;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Verbs on the columns of tables: what they hold, what is missing in them, what is computed of them. */
public class TableColumns {
    static {
        TableReaders.find();
    }

    TableColumns() {}

    /**
     * Describes every numeric column in numbers: count, mean, standard deviation (n − 1), minimum, quartiles, maximum.
     *
     * <p>A table without numbers is described by count, number of different values, the most frequent one and how often
     * it comes, and the smallest and largest.
     *
     * {@snippet :
     * describe(readCsvText("n\n1\n2\n3")).doubleColumn("mean").get(0) // → 2.0
     * }
     *
     * @param table the table, which stays as it is
     * @return a row for each column described
     */
    public static Table describe(Table table) {
        return Description.of(table, false);
    }

    /**
     * Describes the columns of all types where asked to, the numeric ones alone otherwise.
     *
     * @param table the table, which stays as it is
     * @param all true for the columns of all types
     * @return a row for each column described
     */
    public static Table describe(Table table, boolean all) {
        return Description.of(table, all);
    }

    /**
     * Counts how often each value of a column comes, the most frequent first; missing values are left out.
     *
     * {@snippet :
     * valueCounts(readCsvText("c\na\nb\na"), "c").column(1).get(0) // → 2
     * }
     *
     * @param table the table, which stays as it is
     * @param column its name
     * @return the values and their counts
     * @throws IllegalArgumentException for a column that is not there
     */
    public static Table valueCounts(Table table, String column) {
        return Rows.counts(table, column);
    }

    /**
     * Fills the missing values of all columns by their neighbours.
     *
     * @param table the table, which stays as it is
     * @param way {@code "ffill"} (the value before) or {@code "bfill"} (the value after)
     * @return a new table
     * @throws IllegalArgumentException for another way
     */
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

    /**
     * Fills the missing values of all numeric columns by a number.
     *
     * <p>A column of whole numbers that is filled by another becomes one of decimal numbers.
     *
     * @param table the table, which stays as it is
     * @param value the number
     * @return a new table
     */
    public static Table fillna(Table table, double value) {
        Table result = table.copy();
        for (Column<?> column : table.columns()) {
            if (column instanceof NumericColumn<?> && column.countMissing() > 0) {
                result = Columns.with(result, Casts.filled(column, value));
            }
        }
        return result;
    }

    /**
     * Fills the missing values of one column.
     *
     * {@snippet :
     * fillna(readCsvText("n,k\n1,1\n,2\n3,3"), "n", "ffill").column("n").get(1) // → 1
     * }
     *
     * @param table the table, which stays as it is
     * @param column its name
     * @param value a value of its type, {@code "ffill"}, {@code "bfill"}, or for numbers {@code "mean"} and
     *     {@code "median"}
     * @return a new table
     * @throws IllegalArgumentException for a column that is not there, or a value that does not fit
     */
    public static Table fillna(Table table, String column, Object value) {
        return Columns.with(table, Casts.filled(Columns.of(table, column), value));
    }

    /**
     * Leaves out the rows that have a missing value.
     *
     * {@snippet :
     * dropna(readCsvText("n,k\n1,1\n,2\n3,")).rowCount() // → 1
     * }
     *
     * @param table the table, which stays as it is
     * @param columns where to look; in all columns when none is named
     * @return a new table
     * @throws IllegalArgumentException for a column that is not there
     */
    public static Table dropna(Table table, String... columns) {
        return Rows.complete(table, columns);
    }

    /**
     * Changes the type of a column, where no value changes by it.
     *
     * {@snippet :
     * astype(readCsvText("n\n1\n2"), "n", "text").column("n").get(0) // → "1"
     * }
     *
     * @param table the table, which stays as it is
     * @param column its name
     * @param type {@code "text"}, {@code "int"}, {@code "double"}, {@code "boolean"}, {@code "date"} or
     *     {@code "datetime"}
     * @return a new table
     * @throws IllegalArgumentException for a column that is not there, another type, or a value that would change, such
     *     as 1.5 as a whole number
     */
    public static Table astype(Table table, String column, String type) {
        return Columns.with(table, Casts.of(Columns.of(table, column), type));
    }

    /**
     * Adds or changes a column by a formula on the others.
     *
     * {@snippet :
     * assign(readCsvText("mass,height\n80,2"), "bmi", "mass / height**2").column("bmi").get(0) // → 20.0
     * }
     *
     * @param table the table, which stays as it is
     * @param column the name of the new or changed column
     * @param formula such as {@code "mass / height**2"}
     * @return a new table
     * @throws IllegalArgumentException for a name that is no column, or a formula with an error, with the place in it
     */
    public static Table assign(Table table, String column, String formula) {
        return Columns.with(table, Expression.column(table, column, formula));
    }

    /**
     * Adds or changes a column by numbers, one for each row.
     *
     * @param table the table, which stays as it is
     * @param column the name of the new or changed column
     * @param values the numbers
     * @return a new table
     * @throws IllegalArgumentException for another number of values than rows
     */
    public static Table assign(Table table, String column, double... values) {
        if (values.length != table.rowCount()) {
            throw new IllegalArgumentException("The table has " + table.rowCount() + " rows, and " + values.length
                    + (values.length == 1 ? " number was given." : " numbers were given."));
        }
        return Columns.with(table, DoubleColumn.create(column, values));
    }

    /**
     * Looks at windows of rows along a column: {@code rolling(t, "x", 7).mean()} is a moving average.
     *
     * {@snippet :
     * rolling(readCsvText("n\n1\n2\n6"), "n", 2).mean().get(2) // → 4.0
     * }
     *
     * @param table the table, which stays as it is
     * @param column its name
     * @param width how many rows a window has, 1 or more, the current one the last
     * @return the windows: {@code mean()}, {@code sum()} and others give a column
     * @throws IllegalArgumentException for a column that is not there
     */
    public static Rolling rolling(Table table, String column, int width) {
        return new Rolling(Columns.of(table, column), width);
    }

    /**
     * Sums a column from the first row to each one; missing values stay missing.
     *
     * {@snippet :
     * cumsum(readCsvText("n\n1\n2\n6"), "n").get(2) // → 9
     * }
     *
     * @param table the table, which stays as it is
     * @param column its name
     * @return the sums
     * @throws IllegalArgumentException for a column that is not there, or that holds no numbers
     */
    public static Column<?> cumsum(Table table, String column) {
        return Rows.sums(Columns.of(table, column));
    }

    /**
     * Finds the value below which a part of a column lies, by linear interpolation; missing values are left out.
     *
     * {@snippet :
     * quantile(readCsvText("n\n1\n2\n4"), "n", 0.5) // → 2.0
     * }
     *
     * @param table the table, which stays as it is
     * @param column its name
     * @param p the part, from 0 to 1: 0.5 is the median
     * @return the quantile
     * @throws IllegalArgumentException for a column that is not there or holds no numbers, or a part outside 0 to 1
     */
    public static double quantile(Table table, String column, double p) {
        return Statistic.quantile(Statistic.sorted(Columns.of(table, column), "a quantile"), p);
    }

    /**
     * Takes columns of numbers as a tensor, for learning.
     *
     * {@snippet :
     * toTensor(readCsvText("a,b\n1,2\n3,4")) // → [[1. 2.] [3. 4.]]
     * }
     *
     * @param table the table, which stays as it is
     * @param columns their names; all columns when none is named
     * @return float64, shape (rows, columns); missing values are NaN
     * @throws IllegalArgumentException for a column that is not there, or that holds no numbers
     */
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

    /**
     * The rows by bins of time of equal length: {@code resample(t, "time", "15min").mean()}.
     *
     * {@snippet :
     * var log = readCsvText("day,v\n2024-01-30,1\n2024-02-01,2\n2024-02-03,4\n");
     * resample(log, "day", "MS").sum().intColumn("v").asList()      // → [1, 6]
     * }
     *
     * @param table the rows, in any order; those without a time are left out
     * @param column a column of dates or of dates with time
     * @param rule {@code "s" "min" "h" "D" "MS"} (months) or {@code "YS"} (years), with a number before it where wanted
     * @return the bins, each named by its start and without its end; days and shorter ones count from midnight
     * @throws IllegalArgumentException when the column holds no dates or the rule is none of these
     */
    public static Resampled resample(Table table, String column, String rule) {
        return new Resampled(table, column, rule);
    }
}
