package lectern.data;

import lectern.tensor.ArrayConverter;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Tables and columns of Tablesaw as tensors and back, by copying; {@code array(table)} ends up here. */
public final class TableTensors implements ArrayConverter {
    @Override
    public Tensor convert(Object value) {
        // By name first: a program without tables never loads Tablesaw.
        if (!value.getClass().getName().startsWith("tech.tablesaw.")) {
            return null;
        }
        return switch (value) {
            case Table table -> toTensor(table);
            case Column<?> column -> toTensor(column);
            default -> null;
        };
    }

    @Override
    public String reads() {
        return "a numeric table or column";
    }

    /** A numeric or boolean column as a float64 vector; missing values are NaN. */
    public static Tensor toTensor(Column<?> column) {
        return switch (column) {
            case NumericColumn<?> numbers -> Tensors.of(numbers.asDoubleArray());
            case BooleanColumn truths -> Tensors.of(truths.asDoubleArray());
            default ->
                throw new IllegalArgumentException("column \"" + column.name() + "\" holds "
                        + column.type().name() + ", not numbers; encode it first");
        };
    }

    /** The columns of a table, all numeric or boolean, as a matrix (rows, columns). */
    public static Tensor toTensor(Table table) {
        if (table.columnCount() == 0) {
            return Tensors.zeros(0, 0);
        }
        return Tensors.stack(
                1, table.columns().stream().map(TableTensors::toTensor).toArray(Tensor[]::new));
    }

    /** A matrix as a table with one column for each name. */
    public static Table toTable(Tensor matrix, String... names) {
        if (matrix.ndim() != 2 || matrix.dim(1) != names.length) {
            throw new ShapeException("a table with " + names.length + " columns needs a tensor (rows, " + names.length
                    + "), got " + Shapes.text(matrix.shape()));
        }
        Table table = Table.create("tensor");
        for (int j = 0; j < names.length; j++) {
            table.addColumns(DoubleColumn.create(names[j], matrix.col(j).toDoubleArray()));
        }
        return table;
    }
}
