package lectern.data;

import java.util.Arrays;

/**
 * Brings every column to the interval from 0 to 1: {@code z = (x − min) / (max − min)}.
 *
 * <p>Rows that were not seen by {@code fit} may fall outside of it; constant columns become zero.
 */
public final class MinMaxScaler extends Scaler<MinMaxScaler> {
    @Override
    double[] measure(double[] column) {
        double min = Arrays.stream(column).min().orElseThrow();
        return new double[] {min, Arrays.stream(column).max().orElseThrow() - min};
    }

    @Override
    MinMaxScaler self() {
        return this;
    }

    /** The smallest value of every column that was learned. */
    public double[] min() {
        return shift();
    }

    /** The width of every column that was learned; 1 where a column was constant. */
    public double[] range() {
        return scale();
    }
}
