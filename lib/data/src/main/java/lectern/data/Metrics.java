package lectern.data;

import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Scores that compare what a model says with the truth; the truth always comes first, as in scikit-learn.
 *
 * <p>Labels count from zero. For two classes, class 1 is the positive one.
 */
public final class Metrics {
    private Metrics() {}

    /** The share of samples whose class was found: {@code (1/n) Σ [tᵢ = yᵢ]}. */
    public static double accuracy(int[] truth, int[] predicted) {
        requireSame(truth.length, predicted.length);
        return IntStream.range(0, truth.length)
                        .filter(i -> truth[i] == predicted[i])
                        .count()
                / (double) truth.length;
    }

    /** How often class i (row) was taken for class j (column), shape (classes, classes). */
    public static int[][] confusionMatrix(int[] truth, int[] predicted) {
        requireSame(truth.length, predicted.length);
        int least = Math.min(
                Arrays.stream(truth).min().orElseThrow(),
                Arrays.stream(predicted).min().orElseThrow());
        if (least < 0) {
            throw new IllegalArgumentException("Labels count from zero; " + least + " is among them.");
        }
        int classes = Math.max(Splitting.classCount(truth), Splitting.classCount(predicted));
        var counts = new int[classes][classes];
        for (int i = 0; i < truth.length; i++) {
            counts[truth[i]][predicted[i]]++;
        }
        return counts;
    }

    /** The share of true positives among those called positive; 0 when nothing was called positive. */
    public static double precision(int[] truth, int[] predicted) {
        int[][] c = binary(truth, predicted);
        return ratio(c[1][1], c[1][1] + c[0][1]);
    }

    /** The share of positives that were found; 0 when there are none. */
    public static double recall(int[] truth, int[] predicted) {
        int[][] c = binary(truth, predicted);
        return ratio(c[1][1], c[1][1] + c[1][0]);
    }

    /** The harmonic mean of precision and recall: {@code 2·TP / (2·TP + FP + FN)}. */
    public static double f1(int[] truth, int[] predicted) {
        int[][] c = binary(truth, predicted);
        return ratio(2 * c[1][1], 2 * c[1][1] + c[0][1] + c[1][0]);
    }

    /** The precision averaged over classes: {@code "macro"} (each class alike), {@code "weighted"} (by its samples), {@code "micro"}. */
    public static double precision(int[] truth, int[] predicted, String average) {
        return ClassScores.of(truth, predicted).average(average, ClassScores::precision);
    }

    /** The recall averaged over classes, as above. */
    public static double recall(int[] truth, int[] predicted, String average) {
        return ClassScores.of(truth, predicted).average(average, ClassScores::recall);
    }

    /** The F1 score averaged over classes, as above. */
    public static double f1(int[] truth, int[] predicted, String average) {
        return ClassScores.of(truth, predicted).average(average, ClassScores::f1);
    }

    /**
     * Precision, recall, F1 score and number of samples of each class, their averages and the accuracy, as a table.
     *
     * @param classNames the names of the classes; their numbers when none is given
     */
    public static Table classificationReport(int[] truth, int[] predicted, String... classNames) {
        return ClassScores.of(truth, predicted).table(classNames);
    }

    /** The curve of false against true positives as the threshold falls; scores are high for class 1. */
    public static RocCurve rocCurve(int[] truth, double[] scores) {
        return RocCurve.of(truth, scores);
    }

    /** The curve of precision against recall as the threshold rises; scores are high for class 1. */
    public static PrecisionRecallCurve precisionRecallCurve(int[] truth, double[] scores) {
        return PrecisionRecallCurve.of(truth, scores);
    }

    /** The area below the ROC curve: the chance that a positive sample scores higher than a negative one. */
    public static double auc(int[] truth, double[] scores) {
        return rocCurve(truth, scores).auc();
    }

    /** The mean squared error {@code (1/n) Σ (tᵢ − yᵢ)²}. */
    public static double mse(double[] truth, double[] predicted) {
        return mean(truth, predicted, (t, y) -> (t - y) * (t - y));
    }

    /** The mean absolute error {@code (1/n) Σ |tᵢ − yᵢ|}. */
    public static double mae(double[] truth, double[] predicted) {
        return mean(truth, predicted, (t, y) -> Math.abs(t - y));
    }

    /** The largest absolute error {@code max |tᵢ − yᵢ|}. */
    public static double maxError(double[] truth, double[] predicted) {
        requireFinite(truth, predicted);
        return IntStream.range(0, truth.length)
                .mapToDouble(i -> Math.abs(truth[i] - predicted[i]))
                .max()
                .orElseThrow();
    }

    /**
     * The share of the variance that is explained: {@code R² = 1 − Σ(tᵢ − yᵢ)² / Σ(tᵢ − t̄)²}.
     *
     * <p>Where the truth does not vary, it is 1 for a perfect prediction and 0 for any other, as in scikit-learn.
     */
    public static double r2(double[] truth, double[] predicted) {
        requireFinite(truth, predicted);
        double middle = Arrays.stream(truth).average().orElseThrow();
        double total = Arrays.stream(truth)
                .map(t -> (t - middle) * (t - middle))
                .average()
                .orElseThrow();
        double error = mse(truth, predicted);
        return total > 0 ? 1 - error / total : error == 0 ? 1 : 0;
    }

    private interface Term {
        double of(double truth, double predicted);
    }

    private static double mean(double[] truth, double[] predicted, Term term) {
        requireFinite(truth, predicted);
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += term.of(truth[i], predicted[i]);
        }
        return sum / truth.length;
    }

    private static int[][] binary(int[] truth, int[] predicted) {
        int[][] counts = confusionMatrix(truth, predicted);
        if (counts.length > 2) {
            throw new IllegalArgumentException(
                    "This score is for two classes, 0 and 1; the labels go up to " + (counts.length - 1)
                            + ". For more classes name the average, such as f1(truth, predicted, \"macro\"), "
                            + "or take classificationReport(truth, predicted).");
        }
        return counts.length == 2 ? counts : new int[][] {{counts[0][0], 0}, {0, 0}};
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : part / (double) whole;
    }

    private static void requireFinite(double[] truth, double[] predicted) {
        requireSame(truth.length, predicted.length);
        for (int i = 0; i < truth.length; i++) {
            if (!Double.isFinite(truth[i]) || !Double.isFinite(predicted[i])) {
                boolean inTruth = !Double.isFinite(truth[i]);
                throw new IllegalArgumentException((inTruth ? "Truth " : "Prediction ") + i + " is "
                        + (inTruth ? truth[i] : predicted[i])
                        + "; a score of it would mean nothing. Leave such samples out, or look where it comes from.");
            }
        }
    }

    private static void requireSame(int truth, int predicted) {
        if (truth != predicted || truth == 0) {
            throw new IllegalArgumentException("Truth and prediction need the same positive length; they have " + truth
                    + " and " + predicted + " entries.");
        }
    }
}
