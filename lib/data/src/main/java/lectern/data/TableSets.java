package lectern.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import lectern.data.csv.CsvReader;
import lectern.data.csv.Settings;
import lectern.data.csv.Source;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables as data sets: those that come with the library, labels out of a column, the way to plain arrays. */
final class TableSets {
    static {
        TableReaders.find();
    }

    private TableSets() {}

    /** Reads a table that lies beside this class in the library. */
    static Table bundled(String file) {
        try (InputStream raw = TableSets.class.getResourceAsStream(file)) {
            if (raw == null) {
                throw new IllegalStateException("The library was packed without its data file " + file + ".");
            }
            return CsvReader.read(Source.bytes(file, raw.readAllBytes()), new Settings());
        } catch (IOException e) {
            throw new UncheckedIOException("The data file " + file + " could not be read: " + e.getMessage(), e);
        }
    }

    /** The table as a data set: the column of classes becomes labels, the other columns become features. */
    static Dataset dataset(Table table, String classColumn, List<String> classNames) {
        Column<?> classes = table.column(classColumn);
        List<String> names = classNames;
        if (names == null) {
            var seen = new LinkedHashSet<String>();
            for (int i = 0; i < classes.size(); i++) {
                seen.add(classes.getString(i));
            }
            names = List.copyOf(seen);
        }
        var labels = new int[classes.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = names.indexOf(classes.getString(i));
        }
        String[] features =
                table.columnNames().stream().filter(n -> !n.equals(classColumn)).toArray(String[]::new);
        return new Dataset(matrix(table, features), labels, List.of(features), names);
    }

    /** The numeric columns of these names (all numeric ones when none is given) as rows, shape (rows, columns). */
    static double[][] matrix(Table table, String... columns) {
        String[] names = columns.length > 0
                ? columns
                : table.numericColumns().stream().map(Column::name).toArray(String[]::new);
        var rows = new double[table.rowCount()][names.length];
        for (int j = 0; j < names.length; j++) {
            NumericColumn<?> column = numeric(table, names[j]);
            for (int i = 0; i < rows.length; i++) {
                rows[i][j] = column.getDouble(i);
            }
        }
        return rows;
    }

    private static NumericColumn<?> numeric(Table table, String name) {
        if (!table.containsColumn(name)) {
            throw new IllegalArgumentException("There is no column '" + name + "'; the columns are "
                    + String.join(", ", table.columnNames()) + ".");
        }
        if (table.column(name) instanceof NumericColumn<?> column) {
            return column;
        }
        ColumnType type = table.column(name).type();
        throw new IllegalArgumentException("Column '" + name + "' holds " + type.name() + " and not numbers.");
    }
}
