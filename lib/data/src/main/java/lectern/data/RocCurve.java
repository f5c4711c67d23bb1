package lectern.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The receiver operating characteristic of a two-class score: one point for every threshold that matters.
 *
 * <p>A sample is called positive when its score is at least the threshold. The curve starts at (0, 0), with an infinite
 * threshold, and ends at (1, 1). Source: Fawcett, "An introduction to ROC analysis", Pattern Recognition Letters 27
 * (2006).
 *
 * @param falsePositiveRate share of the negative samples that are called positive, rising
 * @param truePositiveRate share of the positive samples that are called positive, rising
 * @param thresholds the thresholds, falling
 */
public record RocCurve(double[] falsePositiveRate, double[] truePositiveRate, double[] thresholds) {
    static RocCurve of(int[] truth, double[] scores) {
        if (truth.length != scores.length) {
            throw new IllegalArgumentException("Every sample needs one score: there are " + truth.length
                    + " labels and " + scores.length + " scores.");
        }
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] != scores[i]) {
                throw new IllegalArgumentException("Score " + i
                        + " is NaN, which is neither above nor below a threshold; look where it comes from.");
            }
        }
        long positives = Arrays.stream(truth).filter(t -> t == 1).count();
        long negatives = Arrays.stream(truth).filter(t -> t == 0).count();
        if (positives == 0 || negatives == 0 || positives + negatives != truth.length) {
            throw new IllegalArgumentException("A ROC curve needs labels 0 and 1, both present; there are " + negatives
                    + " zeros and " + positives + " ones among " + truth.length + " labels.");
        }
        Integer[] order = IntStream.range(0, truth.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -scores[i]));
        var fpr = new double[truth.length + 1];
        var tpr = new double[truth.length + 1];
        var thresholds = new double[truth.length + 1];
        thresholds[0] = Double.POSITIVE_INFINITY;
        int points = 1;
        int falsePositives = 0;
        int truePositives = 0;
        for (int i = 0; i < order.length; i++) {
            if (truth[order[i]] == 1) {
                truePositives++;
            } else {
                falsePositives++;
            }
            // Equal scores fall below the threshold together, so they make one point.
            if (i == order.length - 1 || scores[order[i]] != scores[order[i + 1]]) {
                fpr[points] = falsePositives / (double) negatives;
                tpr[points] = truePositives / (double) positives;
                thresholds[points++] = scores[order[i]];
            }
        }
        return new RocCurve(Arrays.copyOf(fpr, points), Arrays.copyOf(tpr, points), Arrays.copyOf(thresholds, points));
    }

    /** The area below the curve by the trapezoidal rule. */
    public double auc() {
        double area = 0;
        for (int i = 1; i < falsePositiveRate.length; i++) {
            double width = falsePositiveRate[i] - falsePositiveRate[i - 1];
            area += width * (truePositiveRate[i] + truePositiveRate[i - 1]) / 2;
        }
        return area;
    }

    @Override
    public String toString() {
        return "RocCurve of " + thresholds.length + " points, area " + auc();
    }
}
