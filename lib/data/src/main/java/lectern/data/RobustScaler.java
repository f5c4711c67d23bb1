package lectern.data;

import java.util.Arrays;
import lectern.data.table.Statistic;

/**
 * Brings every column to median 0 and interquartile range 1: {@code z = (x − median) / (Q₃ − Q₁)}; a few outliers do not matter.
 *
 * <p>Quartiles by linear interpolation, as in NumPy; a column whose quartiles coincide is only shifted.
 */
public final class RobustScaler extends Scaler<RobustScaler> {
    @Override
    double[] measure(double[] column) {
        double[] sorted = column.clone();
        Arrays.sort(sorted);
        return new double[] {
            Statistic.quantile(sorted, 0.5), Statistic.quantile(sorted, 0.75) - Statistic.quantile(sorted, 0.25)
        };
    }

    @Override
    RobustScaler self() {
        return this;
    }

    /** The median of every column that was learned. */
    public double[] median() {
        return shift();
    }

    /** The interquartile range of every column that was learned; 1 where the quartiles coincide. */
    public double[] range() {
        return scale();
    }
}
