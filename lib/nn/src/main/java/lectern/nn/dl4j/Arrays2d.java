package lectern.nn.dl4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Rows of numbers to ND4J and back. */
final class Arrays2d {
    private Arrays2d() {}

    static INDArray indArray(double[][] rows, DataType type) {
        return indArray(rows, null, 0, rows.length, type);
    }

    /** The rows {@code order[from] … order[to−1]} (or {@code from … to−1} without an order) as a matrix. */
    static INDArray indArray(double[][] rows, int[] order, int from, int to, DataType type) {
        if (to <= from || rows[0].length == 0) {
            throw new IllegalArgumentException(
                    "A matrix needs at least one row and one column; there are " + (to - from) + " rows.");
        }
        int columns = rows[0].length;
        var flat = new double[(to - from) * columns];
        for (int i = from; i < to; i++) {
            double[] row = rows[order == null ? i : order[i]];
            if (row.length != columns) {
                throw new IllegalArgumentException("All rows need the same length: the first one has " + columns
                        + " numbers, row " + (order == null ? i : order[i]) + " has " + row.length + ".");
            }
            System.arraycopy(row, 0, flat, (i - from) * columns, columns);
        }
        INDArray matrix = Nd4j.createFromArray(flat).reshape(to - from, columns);
        return type == DataType.DOUBLE ? matrix : matrix.castTo(type);
    }

    static double[][] rows(INDArray matrix) {
        if (matrix.rank() != 2) {
            throw new IllegalArgumentException(
                    "Only a matrix has rows; this array has shape " + java.util.Arrays.toString(matrix.shape()) + ".");
        }
        return matrix.castTo(DataType.DOUBLE).toDoubleMatrix();
    }

    static DataType typeOf(MultiLayerNetwork network) {
        return network.getLayerWiseConfigurations().getDataType();
    }
}
