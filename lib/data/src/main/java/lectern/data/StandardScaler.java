package lectern.data;

import java.util.Arrays;

/**
 * Brings every column to mean 0 and standard deviation 1: {@code z = (x − μ) / σ}.
 *
 * <p>Mean and deviation are learned by {@code fit} (the deviation divides by n, as in NumPy); constant columns become
 * zero.
 */
public final class StandardScaler extends Scaler<StandardScaler> {
    @Override
    double[] measure(double[] column) {
        double first = column[0];
        if (Arrays.stream(column).allMatch(x -> x == first)) {
            // The rounded mean of equal numbers may differ from them, and the difference is no deviation.
            return new double[] {first, 0};
        }
        double mean = Arrays.stream(column).sum() / column.length;
        double squares = Arrays.stream(column).map(x -> (x - mean) * (x - mean)).sum();
        return new double[] {mean, Math.sqrt(squares / column.length)};
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
