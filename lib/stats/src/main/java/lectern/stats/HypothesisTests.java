package lectern.stats;

import java.util.Arrays;
import java.util.List;
import lectern.tensor.Tensor;
import lectern.tensor.type.Shapes;

/**
 * Tests of hypotheses as static verbs; each gives its statistic, its p-value and a sentence. Tests of means are
 * two-sided.
 */
public final class HypothesisTests {
    private HypothesisTests() {}

    /** A sample in the three numbers that the tests of means want. */
    private record Sample(int n, double mean, double variance) {
        static Sample of(String verb, Tensor data) {
            double[] x = data.toDoubleArray();
            if (x.length < 2) {
                throw new IllegalArgumentException(
                        verb + " wants samples of at least 2 numbers, got shape " + Shapes.text(data.shape()));
            }
            for (double number : x) {
                if (!Double.isFinite(number)) {
                    throw new IllegalArgumentException(verb + " wants finite numbers, got " + number);
                }
            }
            double mean = Arrays.stream(x).average().orElseThrow();
            double square = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
            return new Sample(x.length, mean, square / (x.length - 1));
        }

        double ofMean() {
            return variance / n;
        }
    }

    /**
     * Student's t test of one sample: t = (mean - expected) / (s / √n) with n - 1 degrees of freedom (Student, 1908).
     *
     * {@snippet :
     * tTest(of(1.0, 2, 3), 2).pValue()     // → 1.0
     * }
     *
     * @param data independent numbers, roughly normal
     * @param expected the mean under the hypothesis
     * @return statistic, degrees of freedom and p-value
     * @throws IllegalArgumentException for fewer than 2 numbers, numbers that are not finite or all equal
     */
    public static TestResult tTest(Tensor data, double expected) {
        Sample x = Sample.of("tTest", data);
        double t = (x.mean - expected) / Math.sqrt(spread("tTest", x.ofMean()));
        return ofT("t test of one sample", "the mean is " + expected, t, x.n - 1.0);
    }

    /**
     * Student's t test of two samples with equal variances, pooled, with n₁ + n₂ - 2 degrees of freedom; where variances may
     * differ, {@link #welchTest} is the safer choice.
     *
     * @param first independent numbers, roughly normal
     * @param second independent numbers, roughly normal
     * @return statistic, degrees of freedom and p-value
     * @throws IllegalArgumentException for fewer than 2 numbers in a sample, numbers that are not finite or all equal
     */
    public static TestResult tTest(Tensor first, Tensor second) {
        Sample x = Sample.of("tTest", first);
        Sample y = Sample.of("tTest", second);
        double df = x.n + y.n - 2.0;
        double pooled = ((x.n - 1) * x.variance + (y.n - 1) * y.variance) / df;
        double t = (x.mean - y.mean) / Math.sqrt(spread("tTest", pooled) * (1.0 / x.n + 1.0 / y.n));
        return ofT("t test of two samples", "the means are equal", t, df);
    }

    /**
     * Welch's t test of two samples, whose variances may differ (Welch, 1947).
     *
     * {@snippet :
     * welchTest(of(1.0, 2, 3), of(1.0, 2, 3)).pValue()     // → 1.0
     * }
     *
     * @param first independent numbers, roughly normal
     * @param second independent numbers, roughly normal
     * @return statistic, degrees of freedom and p-value
     * @throws IllegalArgumentException for fewer than 2 numbers in a sample, numbers that are not finite or all equal
     */
    public static TestResult welchTest(Tensor first, Tensor second) {
        Sample x = Sample.of("welchTest", first);
        Sample y = Sample.of("welchTest", second);
        double a = x.ofMean();
        double b = y.ofMean();
        double sum = spread("welchTest", a + b);
        double df = sum * sum / (a * a / (x.n - 1) + b * b / (y.n - 1));
        return ofT("Welch's t test", "the means are equal", (x.mean - y.mean) / Math.sqrt(sum), df);
    }

    private static double spread(String verb, double variance) {
        if (!(variance > 0)) {
            throw new IllegalArgumentException(verb + " wants numbers that differ, all in a sample are equal");
        }
        return variance;
    }

    private static TestResult ofT(String test, String hypothesis, double t, double df) {
        double p = Math.min(1, 2 * Incomplete.t(-Math.abs(t), df));
        return new TestResult(test, hypothesis, t, List.of(df), p);
    }

    /**
     * Pearson's χ² test of counts: Σ (observed - expected)² / expected with one degree of freedom fewer than classes
     * (Pearson, 1900). It wants expected counts of about 5 and more.
     *
     * {@snippet :
     * chiSquareTest(of(10.0, 20), of(10.0, 20)).pValue()     // → 1.0
     * }
     *
     * @param observed counts, one for each class
     * @param expected counts under the hypothesis, of the same shape and the same sum
     * @return statistic, degrees of freedom and p-value
     * @throws IllegalArgumentException when the shapes or the sums differ, or an expected count is not above 0
     */
    public static TestResult chiSquareTest(Tensor observed, Tensor expected) {
        double[] seen = observed.toDoubleArray();
        double[] awaited = expected.toDoubleArray();
        if (!Arrays.equals(observed.shape(), expected.shape()) || seen.length < 2) {
            throw new IllegalArgumentException("chiSquareTest wants counts of the same two classes or more, got shapes "
                    + Shapes.text(observed.shape()) + " and " + Shapes.text(expected.shape()));
        }
        double sum = Arrays.stream(seen).sum();
        double total = Arrays.stream(awaited).sum();
        if (!(Math.abs(sum - total) <= 1e-8 * total)) {
            throw new IllegalArgumentException(
                    "chiSquareTest wants expected counts with the sum of the observed ones, got " + sum
                            + " observed and " + total + " expected; scale the expected ones");
        }
        double statistic = 0;
        for (int i = 0; i < seen.length; i++) {
            if (!(awaited[i] > 0 && seen[i] >= 0)) {
                throw new IllegalArgumentException(
                        "chiSquareTest wants expected counts above 0 and observed ones of at least" + " 0, got "
                                + awaited[i] + " and " + seen[i]);
            }
            statistic += (seen[i] - awaited[i]) * (seen[i] - awaited[i]) / awaited[i];
        }
        double df = seen.length - 1.0;
        return new TestResult(
                "χ² test",
                "the counts follow the expected ones",
                statistic,
                List.of(df),
                Incomplete.gammaQ(df / 2, statistic / 2));
    }

    /**
     * One-way analysis of variance: the variance between the means of groups over that within them (Fisher, 1925).
     *
     * {@snippet :
     * anova(of(1.0, 2, 3), of(1.0, 2, 3)).pValue()     // → 1.0
     * }
     *
     * @param groups two samples or more
     * @return statistic, both degrees of freedom and p-value
     * @throws IllegalArgumentException for fewer than 2 groups or numbers in one, numbers that are not finite or all equal
     */
    public static TestResult anova(Tensor... groups) {
        if (groups.length < 2) {
            throw new IllegalArgumentException("anova wants at least 2 groups, got " + groups.length);
        }
        var samples =
                Arrays.stream(groups).map(group -> Sample.of("anova", group)).toList();
        double n = samples.stream().mapToInt(Sample::n).sum();
        double grand = samples.stream().mapToDouble(s -> s.n * s.mean).sum() / n;
        double between = samples.stream()
                .mapToDouble(s -> s.n * (s.mean - grand) * (s.mean - grand))
                .sum();
        double within = spread(
                "anova",
                samples.stream().mapToDouble(s -> (s.n - 1) * s.variance).sum());
        double top = groups.length - 1.0;
        double bottom = n - groups.length;
        double f = between / top / (within / bottom);
        double p = Incomplete.beta(bottom / (bottom + top * f), bottom / 2, top / 2);
        return new TestResult("analysis of variance", "all means are equal", f, List.of(top, bottom), p);
    }

    /**
     * The interval of Student's t that holds the mean in a share of samples.
     *
     * {@snippet :
     * confidenceInterval(of(1.0, 2, 3), 0.95)[0] < 2     // → true
     * }
     *
     * @param data independent numbers, roughly normal
     * @param level the share, for instance 0.95
     * @return the lower and the upper end
     * @throws IllegalArgumentException for a level outside (0, 1), fewer than 2 numbers or numbers that are not finite
     */
    public static double[] confidenceInterval(Tensor data, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a confidence level lies between 0 and 1, as 0.95 does, got " + level);
        }
        Sample x = Sample.of("confidenceInterval", data);
        double reach = -Incomplete.tInverse((1 - level) / 2, x.n - 1.0) * Math.sqrt(x.ofMean());
        return new double[] {x.mean - reach, x.mean + reach};
    }
}
