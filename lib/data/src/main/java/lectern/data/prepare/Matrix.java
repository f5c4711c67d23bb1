package lectern.data.prepare;

import java.util.Arrays;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/** Features as plain rows, looked through before anything is learned from them. */
record Matrix(int rows, int columns, double[] data) {
    static Matrix of(Tensor features, String who) {
        if (features.ndim() != 2) {
            throw new IllegalArgumentException(who + " takes features of shape (samples, features); the shape "
                    + Arrays.toString(features.shape())
                    + " was given. A single feature is x.reshape(-1, 1), a single sample x.reshape(1, -1).");
        }
        return new Matrix(features.dim(0), features.dim(1), features.toDoubleArray());
    }

    /** Features to learn from: at least one row, nothing infinite, and no NaN unless {@code gaps} are allowed. */
    static Matrix learned(Tensor features, String who, boolean gaps) {
        Matrix x = of(features, who);
        if (x.rows == 0) {
            throw new IllegalArgumentException(who + " needs at least one sample to learn from.");
        }
        return x.checked(who, gaps);
    }

    /** Features that have as many columns as those that were learned. */
    static Matrix like(Tensor features, String who, int columns, boolean gaps) {
        if (columns < 0) {
            throw new IllegalStateException("This " + who + " has not learned anything yet: call fit(x) first.");
        }
        Matrix x = of(features, who);
        if (x.columns != columns) {
            throw new IllegalArgumentException(
                    "The " + who + " was fitted to " + columns + " features, and " + x.columns + " were given.");
        }
        return x.checked(who, gaps);
    }

    private Matrix checked(String who, boolean gaps) {
        for (int i = 0; i < data.length; i++) {
            if (Double.isInfinite(data[i]) || !gaps && Double.isNaN(data[i])) {
                throw new IllegalArgumentException("Sample " + i / columns + " holds " + data[i] + " as feature "
                        + i % columns + ", and " + who + " cannot work with that; "
                        + (gaps ? "make it NaN where it is missing." : "fill gaps by new SimpleImputer(\"mean\")."));
            }
        }
        return this;
    }

    double get(int row, int column) {
        return data[row * columns + column];
    }

    /** The numbers of a column in rising order, without NaN. */
    double[] sorted(int column) {
        var values = new double[rows];
        int n = 0;
        for (int i = 0; i < rows; i++) {
            double value = get(i, column);
            if (value == value) {
                values[n++] = value;
            }
        }
        double[] present = Arrays.copyOf(values, n);
        Arrays.sort(present);
        return present;
    }

    static Tensor tensor(double[] data, int rows, int columns) {
        return Tensors.of(data).reshape(rows, columns);
    }
}
