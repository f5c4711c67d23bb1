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

    /**
     * Computes the share of samples whose class was found: {@code (1/n) Σ [tᵢ = yᵢ]}.
     *
     * {@snippet :
     * accuracy(new int[] {0, 1, 1, 1}, new int[] {0, 1, 1, 0}) // → 0.75
     * }
     *
     * @param truth the true classes
     * @param predicted what the model answered, as many
     * @return from 0 to 1
     * @throws IllegalArgumentException for none, or for another number of predictions
     */
    public static double accuracy(int[] truth, int[] predicted) {
        requireSame(truth.length, predicted.length);
        return IntStream.range(0, truth.length)
                        .filter(i -> truth[i] == predicted[i])
                        .count()
                / (double) truth.length;
    }

    /**
     * Counts how often class i (row) was taken for class j (column).
     *
     * {@snippet :
     * confusionMatrix(new int[] {0, 1, 1, 1}, new int[] {0, 1, 1, 0})[1] // → int[2] { 1, 2 }
     * }
     *
     * @param truth the true classes, counted from zero
     * @param predicted what the model answered, as many
     * @return the counts, shape (classes, classes)
     * @throws IllegalArgumentException for none, for another number of predictions, or for negative labels
     */
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

    /**
     * Computes the share of true positives among those called positive: {@code TP / (TP + FP)}.
     *
     * {@snippet :
     * precision(new int[] {0, 1, 1, 0}, new int[] {1, 1, 1, 0}) // → 0.6666666666666666
     * }
     *
     * @param truth the true classes, 0 or 1 (positive)
     * @param predicted what the model answered, as many
     * @return from 0 to 1; 0 when nothing was called positive
     * @throws IllegalArgumentException for more than two classes, or another number of predictions
     */
    public static double precision(int[] truth, int[] predicted) {
        int[][] c = binary(truth, predicted);
        return ratio(c[1][1], c[1][1] + c[0][1]);
    }

    /**
     * Computes the share of positives that were found: {@code TP / (TP + FN)}.
     *
     * {@snippet :
     * recall(new int[] {0, 1, 1, 1}, new int[] {0, 1, 1, 0}) // → 0.6666666666666666
     * }
     *
     * @param truth the true classes, 0 or 1 (positive)
     * @param predicted what the model answered, as many
     * @return from 0 to 1; 0 when there are no positives
     * @throws IllegalArgumentException for more than two classes, or another number of predictions
     */
    public static double recall(int[] truth, int[] predicted) {
        int[][] c = binary(truth, predicted);
        return ratio(c[1][1], c[1][1] + c[1][0]);
    }

    /**
     * Computes the harmonic mean of precision and recall: {@code 2·TP / (2·TP + FP + FN)}.
     *
     * {@snippet :
     * f1(new int[] {0, 1, 1, 0}, new int[] {1, 1, 1, 0}) // → 0.8
     * }
     *
     * @param truth the true classes, 0 or 1 (positive)
     * @param predicted what the model answered, as many
     * @return from 0 to 1
     * @throws IllegalArgumentException for more than two classes, or another number of predictions
     */
    public static double f1(int[] truth, int[] predicted) {
        int[][] c = binary(truth, predicted);
        return ratio(2 * c[1][1], 2 * c[1][1] + c[0][1] + c[1][0]);
    }

    /**
     * Computes the precision of every class and averages them.
     *
     * @param truth the true classes, counted from zero
     * @param predicted what the model answered, as many
     * @param average {@code "macro"} (each class alike), {@code "weighted"} (by its samples) or {@code "micro"} (all
     *     samples alike)
     * @return from 0 to 1
     * @throws IllegalArgumentException for another average, or another number of predictions
     */
    public static double precision(int[] truth, int[] predicted, String average) {
        return ClassScores.of(truth, predicted).average(average, ClassScores::precision);
    }

    /**
     * Computes the recall of every class and averages them.
     *
     * @param truth the true classes, counted from zero
     * @param predicted what the model answered, as many
     * @param average {@code "macro"} (each class alike), {@code "weighted"} (by its samples) or {@code "micro"} (all
     *     samples alike)
     * @return from 0 to 1
     * @throws IllegalArgumentException for another average, or another number of predictions
     */
    public static double recall(int[] truth, int[] predicted, String average) {
        return ClassScores.of(truth, predicted).average(average, ClassScores::recall);
    }

    /**
     * Computes the F1 score of every class and averages them.
     *
     * @param truth the true classes, counted from zero
     * @param predicted what the model answered, as many
     * @param average {@code "macro"} (each class alike), {@code "weighted"} (by its samples) or {@code "micro"} (all
     *     samples alike)
     * @return from 0 to 1
     * @throws IllegalArgumentException for another average, or another number of predictions
     */
    public static double f1(int[] truth, int[] predicted, String average) {
        return ClassScores.of(truth, predicted).average(average, ClassScores::f1);
    }

    /**
     * Tabulates precision, recall, F1 score and number of samples of each class, their averages and the accuracy.
     *
     * {@snippet :
     * classificationReport(new int[] {0, 1, 1}, new int[] {0, 1, 0}).columnNames()
     * // → [class, precision, recall, f1-score, support]
     * }
     *
     * @param truth the true classes, counted from zero
     * @param predicted what the model answered, as many
     * @param classNames the names of the classes; their numbers when none is given
     * @return a row for each class and each average
     * @throws IllegalArgumentException for names that are not as many as classes
     */
    public static Table classificationReport(int[] truth, int[] predicted, String... classNames) {
        return ClassScores.of(truth, predicted).table(classNames);
    }

    /**
     * Computes the curve of false against true positives as the threshold falls (T. Fawcett, 2006).
     *
     * {@snippet :
     * rocCurve(new int[] {0, 0, 1, 1}, new double[] {0.1, 0.4, 0.35, 0.8}).auc() // → 0.75
     * }
     *
     * @param truth the true classes, 0 or 1, both present
     * @param scores a number for each sample, high for class 1
     * @return the curve; {@code auc()} is the area below it
     * @throws IllegalArgumentException for labels other than 0 and 1, only one of them, or scores that are NaN or not
     *     as many
     */
    public static RocCurve rocCurve(int[] truth, double[] scores) {
        return RocCurve.of(truth, scores);
    }

    /**
     * Computes the curve of precision against recall as the threshold rises.
     *
     * {@snippet :
     * precisionRecallCurve(new int[] {0, 0, 1, 1}, new double[] {0.1, 0.4, 0.35, 0.8}).averagePrecision()
     * // → 0.8333333333333333
     * }
     *
     * @param truth the true classes, 0 or 1
     * @param scores a number for each sample, high for class 1
     * @return the curve with its average precision
     * @throws IllegalArgumentException for labels other than 0 and 1, no positive one, or scores that are NaN or not as
     *     many
     */
    public static PrecisionRecallCurve precisionRecallCurve(int[] truth, double[] scores) {
        return PrecisionRecallCurve.of(truth, scores);
    }

    /**
     * Computes the area below the ROC curve: the chance that a positive sample scores higher than a negative one.
     *
     * {@snippet :
     * auc(new int[] {0, 0, 1, 1}, new double[] {0.1, 0.4, 0.35, 0.8}) // → 0.75
     * }
     *
     * @param truth the true classes, 0 or 1, both present
     * @param scores a number for each sample, high for class 1
     * @return from 0 to 1; 0.5 is guessing
     * @throws IllegalArgumentException for labels other than 0 and 1, only one of them, or scores that are NaN or not
     *     as many
     */
    public static double auc(int[] truth, double[] scores) {
        return rocCurve(truth, scores).auc();
    }

    /**
     * Computes the mean squared error {@code (1/n) Σ (tᵢ − yᵢ)²}, in which large errors count most.
     *
     * {@snippet :
     * mse(new double[] {1, 2, 3}, new double[] {1, 2, 5}) // → 1.3333333333333333
     * }
     *
     * @param truth the true values
     * @param predicted what the model answered, as many
     * @return 0 or more, in the square of the unit
     * @throws IllegalArgumentException for none, for another number of predictions, or for values that are not finite
     */
    public static double mse(double[] truth, double[] predicted) {
        return mean(truth, predicted, (t, y) -> (t - y) * (t - y));
    }

    /**
     * Computes the mean absolute error {@code (1/n) Σ |tᵢ − yᵢ|}, which outliers move less.
     *
     * {@snippet :
     * mae(new double[] {1, 2, 3}, new double[] {1, 2, 6}) // → 1.0
     * }
     *
     * @param truth the true values
     * @param predicted what the model answered, as many
     * @return 0 or more, in the unit of the values
     * @throws IllegalArgumentException for none, for another number of predictions, or for values that are not finite
     */
    public static double mae(double[] truth, double[] predicted) {
        return mean(truth, predicted, (t, y) -> Math.abs(t - y));
    }

    /**
     * Computes the largest absolute error {@code max |tᵢ − yᵢ|}.
     *
     * {@snippet :
     * maxError(new double[] {1, 2, 3}, new double[] {1, 2, 5}) // → 2.0
     * }
     *
     * @param truth the true values
     * @param predicted what the model answered, as many
     * @return 0 or more, in the unit of the values
     * @throws IllegalArgumentException for none, for another number of predictions, or for values that are not finite
     */
    public static double maxError(double[] truth, double[] predicted) {
        requireFinite(truth, predicted);
        return IntStream.range(0, truth.length)
                .mapToDouble(i -> Math.abs(truth[i] - predicted[i]))
                .max()
                .orElseThrow();
    }

    /**
     * Computes the share of the variance that is explained: {@code R² = 1 − Σ(tᵢ − yᵢ)² / Σ(tᵢ − t̄)²}.
     *
     * <p>Where the truth does not vary, it is 1 for a perfect prediction and 0 for any other, as in scikit-learn.
     *
     * {@snippet :
     * r2(new double[] {1, 2, 3}, new double[] {1, 2, 2}) // → 0.5
     * }
     *
     * @param truth the true values
     * @param predicted what the model answered, as many
     * @return 1 at best; below 0 where the mean of the truth would have been the better answer
     * @throws IllegalArgumentException for none, for another number of predictions, or for values that are not finite
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
