package lectern.data;

/**
 * Brings every column to mean 0 and standard deviation 1: {@code z = (x − μ) / σ}.
 *
 * <p>Mean and deviation are learned by {@code fit} (the deviation divides by n, as in NumPy); constant columns become
 * zero.
 */
public final class StandardScaler extends Scaler<StandardScaler> {
    @Override
    double[] measure(double[][] rows, int column) {
        double mean = 0;
        for (double[] row : rows) {
            mean += row[column];
        }
        mean /= rows.length;
        double squares = 0;
        for (double[] row : rows) {
            squares += (row[column] - mean) * (row[column] - mean);
        }
        return new double[] {mean, Math.sqrt(squares / rows.length)};
    }

    @Override
    StandardScaler self() {
        return this;
    }

    /** The mean of every column that was learned. */
    public double[] mean() {
        return shift();
    }

    /** The standard deviation of every column that was learned; 1 where a column was constant. */
    public double[] std() {
        return scale();
    }
}
