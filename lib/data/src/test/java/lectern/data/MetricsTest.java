package lectern.data;

import static lectern.data.Metrics.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scores against figures computed with scikit-learn and against their definitions. */
class MetricsTest {
    private static final int[] TRUTH = {0, 0, 1, 1, 1, 0, 1, 0};
    private static final double[] SCORES = {.1, .4, .35, .8, .8, .7, .4, .2};
    private static final int[] CALLED = {0, 1, 0, 1, 1, 1, 1, 0};

    @Test
    void countsOfTwoClasses() {
        assertArrayEquals(new int[][] {{2, 2}, {1, 3}}, confusionMatrix(TRUTH, CALLED));
        assertEquals(0.625, accuracy(TRUTH, CALLED));
        assertEquals(0.6, precision(TRUTH, CALLED));
        assertEquals(0.75, recall(TRUTH, CALLED));
        assertEquals(2 / 3.0, f1(TRUTH, CALLED), 1e-15);
    }

    @Test
    void curveAndAreaAgreeWithScikitLearn() {
        var curve = rocCurve(TRUTH, SCORES);
        assertArrayEquals(new double[] {0, 0, .25, .5, .5, .75, 1}, curve.falsePositiveRate());
        assertArrayEquals(new double[] {0, .5, .5, .75, 1, 1, 1}, curve.truePositiveRate());
        assertArrayEquals(new double[] {Double.POSITIVE_INFINITY, .8, .7, .4, .35, .2, .1}, curve.thresholds());
        assertEquals(0.78125, auc(TRUTH, SCORES));
    }

    @Test
    void areaIsTheChanceOfTheRightOrder() {
        var random = new SplittableRandom(3);
        int[] truth = random.ints(200, 0, 2).toArray();
        double[] scores = IntStream.of(truth)
                .mapToDouble(t -> Math.round(10 * (t + random.nextGaussian())) / 10.0)
                .toArray();
        double right = 0;
        double pairs = 0;
        for (int i = 0; i < truth.length; i++) {
            for (int j = 0; j < truth.length; j++) {
                if (truth[i] == 1 && truth[j] == 0) {
                    pairs++;
                    right += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                }
            }
        }
        assertEquals(right / pairs, auc(truth, scores), 1e-12);
    }

    @Test
    void errorsOfNumbers() {
        double[] truth = {3, -0.5, 2, 7};
        double[] predicted = {2.5, 0, 2, 8};
        assertEquals(0.375, mse(truth, predicted));
        assertEquals(0.5, mae(truth, predicted));
        assertEquals(1.0, maxError(truth, predicted));
        assertEquals(0.9486081370449679, r2(truth, predicted), 1e-15);
    }

    @Test
    void manyClassesAreReportedAsByScikitLearn() {
        int[] truth = {0, 1, 2, 2, 1, 0, 1, 2, 0};
        int[] called = {0, 2, 2, 1, 1, 0, 0, 2, 0};
        assertEquals(0.6388888888888888, precision(truth, called, "macro"), 1e-15);
        assertEquals(2 / 3.0, recall(truth, called, "weighted"), 1e-15);
        assertEquals(0.641269841269841, f1(truth, called, "macro"), 1e-3);
        assertEquals(2 / 3.0, f1(truth, called, "micro"), 1e-15);
        var report = classificationReport(truth, called, "a", "b", "c");
        assertEquals(
                java.util.List.of("a", "b", "c", "accuracy", "macro avg", "weighted avg"),
                report.stringColumn("class").asList());
        assertArrayEquals(
                new double[] {0.75, 0.5, 2 / 3.0},
                report.doubleColumn("precision").first(3).asDoubleArray(),
                1e-15);
        assertEquals(9, report.intColumn("support").get(3));
        assertTrue(report.doubleColumn("recall").isMissing(3));
        var one = classificationReport(new int[] {0, 2}, new int[] {0, 0});
        assertEquals(
                java.util.List.of("0", "2"), one.stringColumn("class").first(2).asList(), "class 1 is nowhere");
        assertEquals(0, one.doubleColumn("precision").get(1));
    }

    @Test
    void scoresOfNanAreRefused() {
        double[] numbers = {1, 2};
        double[] broken = {1, Double.NaN};
        for (Runnable score : java.util.List.<Runnable>of(
                () -> auc(new int[] {1, 0}, broken),
                () -> rocCurve(new int[] {1, 0}, broken),
                () -> mse(numbers, broken),
                () -> mae(broken, numbers),
                () -> maxError(numbers, broken),
                () -> r2(broken, numbers),
                () -> mse(numbers, new double[] {1, Double.NEGATIVE_INFINITY}))) {
            String message =
                    assertThrows(IllegalArgumentException.class, score::run).getMessage();
            assertTrue(message.contains("1 is"), message);
        }
    }

    @Test
    void explainedVarianceOfAConstantIsOneOrNothing() {
        double[] constant = {2, 2, 2};
        assertEquals(1, r2(constant, constant));
        assertEquals(0, r2(constant, new double[] {1, 2, 3}));
    }

    @Test
    void misuseIsNamed() {
        var many = assertThrows(IllegalArgumentException.class, () -> f1(new int[] {0, 2}, new int[] {0, 1}));
        assertTrue(many.getMessage().contains("\"macro\""), many.getMessage());
        assertThrows(IllegalArgumentException.class, () -> f1(new int[] {0, 2}, new int[] {0, 1}, "mean"));
        assertThrows(IllegalArgumentException.class, () -> confusionMatrix(new int[] {0, -1}, new int[] {0, 1}));
        assertThrows(
                IllegalArgumentException.class, () -> classificationReport(new int[] {0, 1}, new int[] {0, 1}, "a"));
        assertThrows(IllegalArgumentException.class, () -> accuracy(new int[2], new int[3]));
        assertThrows(IllegalArgumentException.class, () -> mse(new double[0], new double[0]));
        assertThrows(IllegalArgumentException.class, () -> f1(new int[] {0, 2}, new int[] {0, 1}));
        var single = assertThrows(IllegalArgumentException.class, () -> auc(new int[] {1, 1}, new double[] {0.1, 0.2}));
        assertTrue(single.getMessage().contains("both present"), single.getMessage());
    }

    /** The example of scikit-learn's documentation, with its answers. */
    @Test
    void precisionAgainstRecallIsThatOfScikitLearn() {
        var curve = Metrics.precisionRecallCurve(new int[] {0, 0, 1, 1}, new double[] {0.1, 0.4, 0.35, 0.8});
        assertArrayEquals(new double[] {0.5, 2 / 3.0, 0.5, 1, 1}, curve.precision(), 1e-12);
        assertArrayEquals(new double[] {1, 1, 0.5, 0.5, 0}, curve.recall(), 1e-12);
        assertArrayEquals(new double[] {0.1, 0.35, 0.4, 0.8}, curve.thresholds(), 1e-12);
        assertEquals(0.5 * 2 / 3 + 0.5, curve.averagePrecision(), 1e-12);
        assertThrows(
                IllegalArgumentException.class,
                () -> Metrics.precisionRecallCurve(new int[] {1, 1}, new double[] {0, 1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> Metrics.precisionRecallCurve(new int[] {0, 1}, new double[] {Double.NaN, 1}));
    }
}
