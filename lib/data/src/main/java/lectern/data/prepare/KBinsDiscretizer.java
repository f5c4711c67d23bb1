package lectern.data.prepare;

import java.util.Arrays;
import lectern.data.table.Statistic;
import lectern.tensor.Tensor;

/**
 * The number of the bin, counted from zero, in which each value of a feature lies.
 *
 * <p>A value on an edge belongs to the bin above it; values outside of what was learned belong to the first or last bin.
 *
 * {@snippet :
 * var x = of(0.0, 1, 2, 10).reshape(4, 1);
 * new KBinsDiscretizer(2, "uniform").fitTransform(x).col(0)       // → [0. 0. 0. 1.]
 * new KBinsDiscretizer(2, "quantile").fitTransform(x).col(0)      // → [0. 0. 1. 1.]
 * }
 */
public final class KBinsDiscretizer {
    private static final String WHO = "KBinsDiscretizer";
    private final int bins;
    private final boolean quantiles;
    private double[][] edges;

    /**
     * So many bins a feature.
     *
     * @param bins at least 2
     * @param strategy {@code "uniform"} for bins of equal width, {@code "quantile"} for bins with equally many samples
     * @throws IllegalArgumentException for fewer bins and other words
     */
    public KBinsDiscretizer(int bins, String strategy) {
        if (bins < 2) {
            throw new IllegalArgumentException("There are at least 2 bins; " + bins + " was given.");
        }
        if (!strategy.equals("uniform") && !strategy.equals("quantile")) {
            throw new IllegalArgumentException(
                    "There is no strategy \"" + strategy + "\"; there are \"uniform\" and \"quantile\".");
        }
        this.bins = bins;
        quantiles = strategy.equals("quantile");
    }

    /**
     * Learns the edges of the bins; quantiles that coincide make one edge.
     *
     * @param x features of shape (samples, features)
     * @return this
     * @throws IllegalArgumentException for NaN, infinite values, and features that are constant
     */
    public KBinsDiscretizer fit(Tensor x) {
        Matrix matrix = Matrix.learned(x, WHO, false);
        var learned = new double[matrix.columns()][];
        for (int j = 0; j < learned.length; j++) {
            double[] values = matrix.sorted(j);
            double min = values[0];
            double max = values[values.length - 1];
            if (min == max) {
                throw new IllegalArgumentException(
                        "Feature " + j + " is " + min + " in all samples and has no bins; leave it out.");
            }
            var all = new double[bins + 1];
            for (int k = 0; k <= bins; k++) {
                double share = (double) k / bins;
                all[k] = quantiles ? Statistic.quantile(values, share) : k == bins ? max : min + share * (max - min);
            }
            learned[j] = Arrays.stream(all).distinct().toArray();
        }
        edges = learned;
        return this;
    }

    /**
     * The numbers of the bins, float64.
     *
     * @param x features of shape (samples, features)
     * @return the same shape
     * @throws IllegalStateException before {@code fit}
     * @throws IllegalArgumentException for NaN, infinite values and another number of features
     */
    public Tensor transform(Tensor x) {
        Matrix matrix = Matrix.like(x, WHO, edges == null ? -1 : edges.length, false);
        var data = new double[matrix.data().length];
        for (int i = 0; i < data.length; i++) {
            double[] edge = edges[i % edges.length];
            int bin = 0;
            while (bin < edge.length - 2 && matrix.data()[i] >= edge[bin + 1]) {
                bin++;
            }
            data[i] = bin;
        }
        return Matrix.tensor(data, matrix.rows(), matrix.columns());
    }

    /** Learns from these features and puts them into bins. */
    public Tensor fitTransform(Tensor x) {
        return fit(x).transform(x);
    }

    /**
     * The edges that were learned, lowest first.
     *
     * @param feature which feature, counted from zero
     * @return one more than there are bins
     * @throws IllegalStateException before {@code fit}
     */
    public double[] edges(int feature) {
        if (edges == null) {
            throw new IllegalStateException("This " + WHO + " has not learned anything yet: call fit(x) first.");
        }
        return edges[feature].clone();
    }
}
