package lectern.data;

import java.util.stream.IntStream;
import lectern.data.table.Columns;
import lectern.data.table.Expression;
import lectern.data.table.Joins;
import lectern.data.table.Pivots;
import lectern.data.table.Rows;
import lectern.data.table.Stacks;
import lectern.data.table.Statistic;
import tech.tablesaw.api.Table;

/**
 * Verbs on tables in the words of pandas; every one gives a new table and leaves the one it was given as it is.
 *
 * <p>One rule for missing values: statistics leave them out, groups and conditions leave rows out whose key or value is missing,
 * sorting puts them last whichever way it goes. One rule for quantiles: linear interpolation (type 7 of Hyndman and Fan, 1996),
 * as in NumPy. A column that is not there, a type that does not fit and a number that would change are errors in words.
 */
public final class Tables extends TableColumns {
    private static final int HEAD = 5;

    private Tables() {}

    /**
     * Takes the first five rows.
     *
     * {@snippet :
     * head(readCsvText("n\n1\n2\n3\n4\n5\n6")).rowCount() // → 5
     * }
     *
     * @param table the table, which stays as it is
     * @return a new table
     */
    public static Table head(Table table) {
        return head(table, HEAD);
    }

    /**
     * Takes the first rows.
     *
     * @param table the table, which stays as it is
     * @param rows how many, 0 or more; all where there are fewer
     * @return a new table
     * @throws IllegalArgumentException for a negative number
     */
    public static Table head(Table table, int rows) {
        return Columns.take(
                table,
                IntStream.range(0, Math.min(notNegative(rows), table.rowCount()))
                        .toArray());
    }

    /**
     * Takes the last five rows.
     *
     * {@snippet :
     * tail(readCsvText("n\n1\n2\n3\n4\n5\n6")).column("n").get(0) // → 2
     * }
     *
     * @param table the table, which stays as it is
     * @return a new table
     */
    public static Table tail(Table table) {
        return tail(table, HEAD);
    }

    /**
     * Takes the last rows.
     *
     * @param table the table, which stays as it is
     * @param rows how many, 0 or more; all where there are fewer
     * @return a new table
     * @throws IllegalArgumentException for a negative number
     */
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
     * Groups the rows by equal values of columns; rows whose key is missing are left out.
     *
     * {@snippet :
     * groupBy(readCsvText("kind,mass\na,1\nb,5\na,3"), "kind").agg("mass", "mean").column(1).get(0) // → 2.0
     * }
     *
     * @param table the table, which stays as it is
     * @param columns the names of the keys
     * @return the groups: {@code agg("mass", "mean")} makes a table with a row for each
     * @throws IllegalArgumentException for a column that is not there
     */
    public static Groups groupBy(Table table, String... columns) {
        return new Groups(table, columns);
    }

    /**
     * Makes a wide table of a long one: a row for each value of one column, a column for each value of another.
     *
     * {@snippet :
     * pivot(readCsvText("day,city,rain\n1,A,3\n1,B,4\n2,A,5"), "day", "city", "rain").columnNames() // → [day, A, B]
     * }
     *
     * @param table the table, which stays as it is
     * @param index the column whose values become rows
     * @param columns the column whose values become columns
     * @param values the column whose values fill the cells
     * @return a new table
     * @throws IllegalArgumentException for a column that is not there, or for two rows that belong into one cell
     */
    public static Table pivot(Table table, String index, String columns, String values) {
        return Pivots.of(table, index, columns, values, null);
    }

    /**
     * Makes a wide table of a long one, the rows of a cell brought together by a statistic.
     *
     * @param table the table, which stays as it is
     * @param index the column whose values become rows
     * @param columns the column whose values become columns
     * @param values the column whose values fill the cells
     * @param statistic such as {@code "mean"}, {@code "sum"}, {@code "count"}, {@code "min"}, {@code "max"}
     * @return a new table
     * @throws IllegalArgumentException for a column that is not there, or another statistic
     */
    public static Table pivot(Table table, String index, String columns, String values, String statistic) {
        return Pivots.of(table, index, columns, values, Statistic.of(statistic));
    }

    /**
     * Makes a long table of a wide one: the columns that are no ids become rows of {@code variable} and {@code value}.
     *
     * {@snippet :
     * melt(readCsvText("day,A,B\n1,3,4\n2,5,6"), "day").rowCount() // → 4
     * }
     *
     * @param table the table, which stays as it is
     * @param ids the columns that stay, repeated for each row
     * @return a new table
     * @throws IllegalArgumentException for a column that is not there, or where numbers and texts would come into one
     *     column
     */
    public static Table melt(Table table, String... ids) {
        return Stacks.melt(table, ids);
    }

    /**
     * Joins the rows of two tables whose common columns are equal.
     *
     * {@snippet :
     * merge(readCsvText("id,a\n1,x\n2,y"), readCsvText("id,b\n2,z")).rowCount() // → 1
     * }
     *
     * @param left the one table
     * @param right the other
     * @return a new table
     * @throws IllegalArgumentException for tables without a common column, or where text would be compared with numbers
     */
    public static Table merge(Table left, Table right) {
        return Joins.of(left, right, "inner");
    }

    /**
     * Joins two tables on equal keys.
     *
     * <p>Other columns of one name become {@code name_x} and {@code name_y}. Numbers equal numbers of any type; text
     * never equals a number, which is an error.
     *
     * @param left the one table
     * @param right the other
     * @param how {@code "inner"} (keys of both), {@code "left"}, {@code "right"}, {@code "outer"} (keys of either) or
     *     {@code "cross"} (all pairs)
     * @param on the keys: names that both have, or {@code "id=number"} for two names; the common columns when none is
     *     given
     * @return a new table
     * @throws IllegalArgumentException for another way, a column that is not there, or where text would be compared
     *     with numbers
     */
    public static Table merge(Table left, Table right, String how, String... on) {
        return Joins.of(left, right, how, on);
    }

    /**
     * Puts tables one below the other, columns matched by name; what a table does not have is missing in its rows.
     *
     * {@snippet :
     * concat(readCsvText("a\n1"), readCsvText("a,b\n2,3")).column("b").countMissing() // → 1
     * }
     *
     * @param tables the tables, from the top down
     * @return a new table
     * @throws IllegalArgumentException for columns of one name that hold numbers here and text there
     */
    public static Table concat(Table... tables) {
        return Stacks.of(tables);
    }

    /**
     * Sorts the rows by columns; equal rows stay in their order, missing values come last whichever way it goes.
     *
     * {@snippet :
     * sortBy(readCsvText("n\n2\n3\n1"), "-n").column("n").get(0) // → 3
     * }
     *
     * @param table the table, which stays as it is
     * @param columns names, the most important first; a minus before a name for falling: {@code "-mass"}
     * @return a new table
     * @throws IllegalArgumentException for a column that is not there
     */
    public static Table sortBy(Table table, String... columns) {
        return Rows.sorted(table, columns);
    }

    /**
     * Takes the rows in which a condition holds.
     *
     * <p>Conditions have {@code == != < <= > >= in and or not}, arithmetic, functions such as {@code sqrt},
     * {@code isna(x)}; text between quotes, names with blanks between backticks. A comparison with a missing value is
     * false.
     *
     * {@snippet :
     * where(readCsvText("x,c\n1,a\n2,a\n3,b"), "x > 1 and c == 'a'").rowCount() // → 1
     * }
     *
     * @param table the table, which stays as it is
     * @param condition a formula on the columns: {@code "x > 1 and c == 'a'"}
     * @return a new table
     * @throws IllegalArgumentException for a name that is no column, or a formula that is no condition, with the place
     *     in it
     */
    public static Table where(Table table, String condition) {
        boolean[] holds = Expression.condition(table, condition);
        return Columns.take(
                table, IntStream.range(0, holds.length).filter(i -> holds[i]).toArray());
    }
}
