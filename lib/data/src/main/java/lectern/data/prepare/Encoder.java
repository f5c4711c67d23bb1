package lectern.data.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import lectern.data.table.Columns;
import lectern.tensor.Tensor;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Learns which categories the columns of a table have, in their own order, and finds the place of each value among them. */
abstract sealed class Encoder<E extends Encoder<E>> permits OneHotEncoder, OrdinalEncoder {
    private final String[] names;
    private List<List<Object>> categories;

    Encoder(String... names) {
        this.names = names.clone();
    }

    abstract E self();

    /** How many numbers stand for a value of a column with so many categories. */
    abstract int width(int categories);

    /** Writes a value, by its place among the categories of its column, into these numbers. */
    abstract void write(int place, double[] data, int from);

    /**
     * Learns the categories of the columns.
     *
     * @param table the samples to learn from
     * @return this
     * @throws IllegalArgumentException when a column is not there, a value is missing, or there is no row
     */
    public E fit(Table table) {
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException("An encoder needs at least one row to learn from.");
        }
        var learned = new ArrayList<List<Object>>();
        for (Column<?> column : columns(table)) {
            var values = new TreeSet<Object>();
            for (int i = 0; i < column.size(); i++) {
                values.add(value(column, i));
            }
            learned.add(List.copyOf(values));
        }
        categories = learned;
        return self();
    }

    private List<Column<?>> columns(Table table) {
        var columns = new ArrayList<Column<?>>();
        for (String name : names.length > 0 ? names : table.columnNames().toArray(String[]::new)) {
            columns.add(Columns.of(table, name));
        }
        return columns;
    }

    private static Object value(Column<?> column, int row) {
        if (column.isMissing(row)) {
            throw new IllegalArgumentException("Row " + row + " of column '" + column.name()
                    + "' is missing and has no category; use dropna, or fillna(table, \"" + column.name()
                    + "\", \"none\") to make one of it.");
        }
        return column.get(row);
    }

    /**
     * The numbers for the values of the columns, float64.
     *
     * @param table a table with the columns that were learned
     * @return shape (rows, numbers)
     * @throws IllegalStateException before {@code fit}
     * @throws IllegalArgumentException when a value is missing or did not come up in {@code fit}
     */
    public Tensor transform(Table table) {
        List<List<Object>> known = categories();
        List<Column<?>> columns = columns(table);
        if (columns.size() != known.size()) {
            throw new IllegalArgumentException(
                    "The encoder was fitted to " + known.size() + " columns, and the table has " + columns.size()
                            + "; name the columns: new OneHotEncoder(\"species\").");
        }
        int width = known.stream().mapToInt(of -> width(of.size())).sum();
        var data = new double[Math.multiplyExact(width, table.rowCount())];
        int before = 0;
        for (int j = 0; j < columns.size(); j++) {
            for (int i = 0; i < table.rowCount(); i++) {
                Object value = value(columns.get(j), i);
                int place = known.get(j).indexOf(value);
                if (place < 0) {
                    throw new IllegalArgumentException(
                            "Row " + i + " of column '" + columns.get(j).name() + "' holds '" + value
                                    + "', which did not come up in fit; there were " + known.get(j) + ".");
                }
                write(place, data, i * width + before);
            }
            before += width(known.get(j).size());
        }
        return Matrix.tensor(data, table.rowCount(), width);
    }

    /** Learns from this table and encodes it. */
    public Tensor fitTransform(Table table) {
        return fit(table).transform(table);
    }

    /**
     * The categories that were learned, a list for each column.
     *
     * @return the categories, sorted
     * @throws IllegalStateException before {@code fit}
     */
    public List<List<Object>> categories() {
        if (categories == null) {
            throw new IllegalStateException("This encoder has not learned anything yet: call fit(table) first.");
        }
        return List.copyOf(categories);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + Arrays.toString(names) + (categories == null ? "" : " of " + categories);
    }
}
