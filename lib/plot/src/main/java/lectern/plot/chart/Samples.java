package lectern.plot.chart;

import java.util.Arrays;
import java.util.List;
import lectern.notebook.Numeric;
import lectern.plot.scale.Numbers;

/** Reads samples, and what is counted from them: quantiles, densities, quantiles of Student's distribution. */
final class Samples {
    private Samples() {}

    /** The samples: the rows of nested arrays or lists, the columns of a tensor, or one sample. */
    static double[][] of(Object data) {
        if (data instanceof Numeric) {
            return Numbers.toSeries(data);
        }
        if (data instanceof Object[] items && items.length > 0 && nested(items[0])) {
            return Arrays.stream(items).map(Numbers::toDoubles).toArray(double[][]::new);
        }
        if (data instanceof List<?> list && Numbers.isMatrix(data)) {
            return list.stream().map(Numbers::toDoubles).toArray(double[][]::new);
        }
        return new double[][] {Numbers.toDoubles(data)};
    }

    private static boolean nested(Object item) {
        return item != null && (item.getClass().isArray() || item instanceof Iterable || item instanceof Numeric);
    }

    /** The finite values in rising order. */
    static double[] sorted(double[] sample) {
        return Arrays.stream(sample).filter(Double::isFinite).sorted().toArray();
    }

    /** The quantile of a sorted sample, by linear interpolation between order statistics. */
    static double quantile(double[] sorted, double p) {
        double at = p * (sorted.length - 1);
        int k = (int) at;
        return k + 1 < sorted.length ? sorted[k] + (at - k) * (sorted[k + 1] - sorted[k]) : sorted[k];
    }

    /** The standard deviation with n − 1 in its denominator. */
    static double deviation(double[] sample) {
        double mean = Arrays.stream(sample).average().orElse(0);
        return Math.sqrt(
                Arrays.stream(sample).map(v -> (v - mean) * (v - mean)).sum() / Math.max(1, sample.length - 1));
    }

    /**
     * The bandwidth of a Gaussian kernel by Scott's rule, {@code s·n^(−1/(d+4))} (D. Scott, 1992); a sample without
     * spread gets a narrow one.
     */
    static double bandwidth(double[] sample, int dimensions) {
        double h = deviation(sample) * Math.pow(sample.length, -1.0 / (dimensions + 4));
        if (h > 0 && Double.isFinite(h)) {
            return h;
        }
        return Math.max(1e-3 * Math.abs(Arrays.stream(sample).average().orElse(0)), 1e-12);
    }

    /** The Gaussian kernel density estimate at the places of a grid. */
    static double[] density(double[] sample, double[] grid) {
        int n = sample.length;
        double h = bandwidth(sample, 1);
        var out = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            double sum = 0;
            for (double v : sample) {
                double d = (grid[i] - v) / h;
                sum += Math.exp(-0.5 * d * d);
            }
            out[i] = sum / (n * h * Math.sqrt(2 * Math.PI));
        }
        return out;
    }

    /** The value that Student's distribution exceeds in absolute value with probability 0.05. */
    static double student95(int degrees) {
        if (degrees > 200) {
            double z = 1.959963984540054;
            return z + (z * z * z + z) / (4.0 * degrees);
        }
        double lo = 1.9;
        double hi = 13;
        for (int i = 0; i < 60; i++) {
            double middle = (lo + hi) / 2;
            if (within(middle, degrees) < 0.95) {
                lo = middle;
            } else {
                hi = middle;
            }
        }
        return (lo + hi) / 2;
    }

    /** The probability that |T| ≤ t, a finite sum for whole degrees of freedom (Abramowitz and Stegun, 26.7.3 and 4). */
    private static double within(double t, int degrees) {
        double angle = Math.atan(t / Math.sqrt(degrees));
        double cos = Math.cos(angle);
        boolean odd = degrees % 2 == 1;
        double term = odd ? cos : 1;
        double sum = degrees == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k <= degrees - 2; k += 2) {
            term *= cos * cos * (k - 1) / k;
            sum += term;
        }
        return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }
}
