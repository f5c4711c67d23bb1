package lectern.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvReadOptions;

/** What Tablesaw's tables lack for a lecture: bundled files, a summary of all columns, the way to plain arrays. */
final class Tables {
    static {
        TableReaders.find();
    }

    private Tables() {}

    /** Reads a table that lies beside this class in the library. */
    static Table bundled(String file) {
        try (InputStream raw = Tables.class.getResourceAsStream(file)) {
            if (raw == null) {
                throw new IllegalStateException("The library was packed without its data file " + file + ".");
            }
            InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
            return csv(new InputStreamReader(plain, StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException("The data file " + file + " could not be read: " + e.getMessage(), e);
        }
    }

    private static Table csv(Reader text, String name) {
        return Table.read().usingOptions(CsvReadOptions.builder(text).tableName(name.substring(0, name.indexOf('.'))));
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

    /**
     * One row for every numeric column: count, mean, standard deviation and the five quartiles, as pandas counts
     * them.
     */
    static Table describe(Table table) {
        var names = new ArrayList<String>();
        var counts = new ArrayList<Integer>();
        String[] titles = {"mean", "std", "min", "25%", "50%", "75%", "max"};
        var values = new ArrayList<double[]>();
        for (NumericColumn<?> column : table.numericColumns()) {
            double[] sorted = Arrays.stream(column.asDoubleArray())
                    .filter(x -> !Double.isNaN(x))
                    .sorted()
                    .toArray();
            names.add(column.name());
            counts.add(sorted.length);
            values.add(summary(sorted));
        }
        var result = Table.create(
                "description of " + table.name(),
                StringColumn.create("column", names),
                IntColumn.create(
                        "count", counts.stream().mapToInt(Integer::intValue).toArray()));
        for (int k = 0; k < titles.length; k++) {
            int place = k;
            result.addColumns(DoubleColumn.create(
                    titles[k], values.stream().mapToDouble(v -> v[place]).toArray()));
        }
        return result;
    }

    private static double[] summary(double[] sorted) {
        int n = sorted.length;
        double mean = Arrays.stream(sorted).average().orElse(Double.NaN);
        double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        return new double[] {
            mean,
            n > 1 ? Math.sqrt(squares / (n - 1)) : Double.NaN,
            quantile(sorted, 0),
            quantile(sorted, 0.25),
            quantile(sorted, 0.5),
            quantile(sorted, 0.75),
            quantile(sorted, 1)
        };
    }

    /** The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996). */
    private static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = p * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
