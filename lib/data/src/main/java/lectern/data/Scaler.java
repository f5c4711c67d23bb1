package lectern.data;

import java.util.Arrays;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/** Learns a shift and a scale for every column and applies them: {@code (x − shift) / scale}. */
abstract sealed class Scaler<S extends Scaler<S>> permits StandardScaler, MinMaxScaler, RobustScaler {
    private double[] shift;
    private double[] scale;

    /** Measures the numbers of one column, none of which is NaN; returns {shift, scale}. */
    abstract double[] measure(double[] column);

    abstract S self();

    /**
     * Learns shift and scale of every column from these rows; call it on the training set only.
     *
     * <p>Missing values (NaN) are left out and stay NaN when rows are scaled.
     *
     * @throws IllegalArgumentException for rows of different lengths, infinite values, and columns without any number
     */
    public S fit(double[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("A scaler needs at least one row to learn from.");
        }
        int columns = rows[0].length;
        shift = new double[columns];
        scale = new double[columns];
        for (int j = 0; j < columns; j++) {
            double[] measured = measure(present(rows, j));
            shift[j] = measured[0];
            // A constant column carries no information; dividing by one leaves it at zero instead of NaN.
            scale[j] = measured[1] == 0 ? 1 : measured[1];
        }
        return self();
    }

    private static double[] present(double[][] rows, int column) {
        var values = new double[rows.length];
        int n = 0;
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != rows[0].length) {
                throw new IllegalArgumentException("All rows need the same length: the first one has " + rows[0].length
                        + " numbers, row " + i + " has " + rows[i].length + ".");
            }
            double value = rows[i][column];
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("Row " + i + " of column " + column
                        + " is infinite, and nothing can be scaled by that; make it NaN where it is missing.");
            }
            if (value == value) {
                values[n++] = value;
            }
        }
        if (n == 0) {
            throw new IllegalArgumentException(
                    "Column " + column + " holds nothing but NaN; a scaler needs at least one number to learn from.");
        }
        return Arrays.copyOf(values, n);
    }

    /** The scaled rows; the rows given stay as they are, NaN stays NaN. */
    public double[][] transform(double[][] rows) {
        return map(rows, (value, j) -> (value - shift[j]) / scale[j]);
    }

    /** The features of this data set, scaled. */
    public Dataset transform(Dataset data) {
        return data.withFeatures(transform(data.features()));
    }

    /** Learns from these rows and scales them. */
    public double[][] fitTransform(double[][] rows) {
        return fit(rows).transform(rows);
    }

    /** Takes scaled rows back to the original units. */
    public double[][] inverseTransform(double[][] rows) {
        return map(rows, (value, j) -> value * scale[j] + shift[j]);
    }

    /**
     * Learns from features of shape (samples, features), as above.
     *
     * @param x the features
     * @return this
     */
    public S fit(Tensor x) {
        return fit(rows(x));
    }

    /**
     * The scaled features, float64; NaN stays NaN.
     *
     * @param x features of shape (samples, features)
     * @return the same shape
     */
    public Tensor transform(Tensor x) {
        return Tensors.of(transform(rows(x))).reshape(x.shape());
    }

    /** Learns from these features and scales them. */
    public Tensor fitTransform(Tensor x) {
        return fit(x).transform(x);
    }

    /** Takes scaled features back to the original units. */
    public Tensor inverseTransform(Tensor x) {
        return Tensors.of(inverseTransform(rows(x))).reshape(x.shape());
    }

    private static double[][] rows(Tensor x) {
        if (x.ndim() != 2) {
            throw new IllegalArgumentException("A scaler takes features of shape (samples, features); the shape "
                    + Arrays.toString(x.shape()) + " was given. A single feature is x.reshape(-1, 1).");
        }
        var rows = new double[x.dim(0)][];
        double[] data = x.toDoubleArray();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(data, i * x.dim(1), (i + 1) * x.dim(1));
        }
        return rows;
    }

    double[] shift() {
        requireFitted();
        return shift.clone();
    }

    double[] scale() {
        requireFitted();
        return scale.clone();
    }

    private void requireFitted() {
        if (shift == null) {
            throw new IllegalStateException("This scaler has not learned anything yet: call fit(rows) first.");
        }
    }

    private interface Step {
        double apply(double value, int column);
    }

    private double[][] map(double[][] rows, Step step) {
        requireFitted();
        var result = new double[rows.length][shift.length];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != shift.length) {
                throw new IllegalArgumentException("The scaler was fitted to " + shift.length + " columns, but row " + i
                        + " has " + rows[i].length + ".");
            }
            for (int j = 0; j < shift.length; j++) {
                result[i][j] = step.apply(rows[i][j], j);
            }
        }
        return result;
    }
}
