package lectern.data;

import java.util.Arrays;

/**
 * Precision against recall of a two-class score: one point for every threshold that matters, from the lowest, at which all
 * is found, to (recall 0, precision 1), as in scikit-learn.
 *
 * @param recall share of the positives that are found, falling
 * @param precision share of the true ones among those called positive
 * @param thresholds the thresholds, rising, one fewer than points
 */
public record PrecisionRecallCurve(double[] recall, double[] precision, double[] thresholds) {
    static PrecisionRecallCurve of(int[] truth, double[] scores) {
        RocCurve roc = RocCurve.of(truth, scores);
        long positives = Arrays.stream(truth).filter(t -> t == 1).count();
        long negatives = truth.length - positives;
        int n = roc.thresholds().length - 1;
        var recall = new double[n + 1];
        var precision = new double[n + 1];
        var thresholds = new double[n];
        for (int i = 0; i < n; i++) {
            int at = n - i;
            double found = roc.truePositiveRate()[at] * positives;
            double wrong = roc.falsePositiveRate()[at] * negatives;
            recall[i] = roc.truePositiveRate()[at];
            precision[i] = found / (found + wrong);
            thresholds[i] = roc.thresholds()[at];
        }
        precision[n] = 1;
        return new PrecisionRecallCurve(recall, precision, thresholds);
    }

    /** The average precision {@code Σ (Rₖ − Rₖ₊₁) Pₖ}, the area below the staircase. */
    public double averagePrecision() {
        double sum = 0;
        for (int i = 0; i + 1 < recall.length; i++) {
            sum += (recall[i] - recall[i + 1]) * precision[i];
        }
        return sum;
    }

    @Override
    public String toString() {
        return "PrecisionRecallCurve of " + recall.length + " points, average precision " + averagePrecision();
    }
}
