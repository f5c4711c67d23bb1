package lectern.data.prepare;

import lectern.data.table.Statistic;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * Fills missing values (NaN) of every feature by one number that is learned from the samples which have it.
 *
 * {@snippet :
 * var gaps = of(new double[][] {{1, 5}, {Double.NaN, 5}, {3, 8}});
 * new SimpleImputer("mean").fitTransform(gaps).col(0)      // → [1. 2. 3.]
 * }
 */
public final class SimpleImputer {
    private static final String WHO = "SimpleImputer";
    private final String strategy;
    private double[] fill;

    /**
     * Fills by a statistic.
     *
     * @param strategy {@code "mean"}, {@code "median"} or {@code "mostFrequent"} (the smallest of those that are equally frequent)
     * @throws IllegalArgumentException for any other word
     */
    public SimpleImputer(String strategy) {
        if (!strategy.equals("mean") && !strategy.equals("median") && !strategy.equals("mostFrequent")) {
            throw new IllegalArgumentException(
                    "There is no strategy \"" + strategy + "\"; there are \"mean\", \"median\" and \"mostFrequent\".");
        }
        this.strategy = strategy;
    }

    /**
     * Learns a number for each feature.
     *
     * @param x features of shape (samples, features)
     * @return this
     * @throws IllegalArgumentException when a feature is missing in all samples, or a value is infinite
     */
    public SimpleImputer fit(Tensor x) {
        Matrix matrix = Matrix.learned(x, WHO, true);
        var learned = new double[matrix.columns()];
        for (int j = 0; j < learned.length; j++) {
            double[] values = matrix.sorted(j);
            if (values.length == 0) {
                throw new IllegalArgumentException("Feature " + j
                        + " is missing in all samples, so nothing tells what to fill it by; leave it out.");
            }
            learned[j] = switch (strategy) {
                case "mean" -> Tensors.of(values).mean().item();
                case "median" -> Statistic.quantile(values, 0.5);
                default -> mostFrequent(values);
            };
        }
        fill = learned;
        return this;
    }

    private static double mostFrequent(double[] sorted) {
        double best = sorted[0];
        int most = 0;
        for (int i = 0, start = 0; i < sorted.length; i++) {
            start = sorted[i] == sorted[start] ? start : i;
            if (i - start + 1 > most) {
                most = i - start + 1;
                best = sorted[i];
            }
        }
        return best;
    }

    /**
     * The features without gaps, float64; the tensor given stays as it is.
     *
     * @param x features of shape (samples, features)
     * @return features of the same shape
     * @throws IllegalStateException before {@code fit}
     * @throws IllegalArgumentException for another number of features
     */
    public Tensor transform(Tensor x) {
        Matrix matrix = Matrix.like(x, WHO, fill == null ? -1 : fill.length, true);
        double[] data = matrix.data().clone();
        for (int i = 0; i < data.length; i++) {
            data[i] = data[i] == data[i] ? data[i] : fill[i % fill.length];
        }
        return Matrix.tensor(data, matrix.rows(), matrix.columns());
    }

    /** Learns from these features and fills them. */
    public Tensor fitTransform(Tensor x) {
        return fit(x).transform(x);
    }
}
