package lectern.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every answer of SciPy that {@code make_scipy_answers.py} recorded. */
class ScipyAnswersTest {
    private record Answer(String what, String name, double[] parameters, double x, double value) {
        static Answer of(String line) {
            String[] field = line.split(";");
            double[] parameters = Arrays.stream(field[2].split(" "))
                    .filter(text -> !text.isEmpty())
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Answer(field[0], field[1], parameters, number(field[3]), number(field[4]));
        }

        private static double number(String text) {
            return switch (text) {
                case "inf" -> Double.POSITIVE_INFINITY;
                case "-inf" -> Double.NEGATIVE_INFINITY;
                case "nan" -> Double.NaN;
                default -> Double.parseDouble(text);
            };
        }

        double ours() {
            return switch (what) {
                case "lgamma" -> Stats.lgamma(x);
                case "digamma" -> Stats.digamma(x);
                case "erfinv" -> Stats.erfinv(x);
                case "polygamma" -> Tensors.of(x).polygamma((int) parameters[0]).item();
                case "test" -> HypothesisTestsTest.answer(name);
                case "logPdf" -> distribution().logPdf(x);
                case "cdf" -> distribution().cdf(x);
                case "quantile" -> distribution().quantile(x);
                case "mean" -> distribution().mean().item();
                case "variance" -> distribution().variance().item();
                case "entropy" -> distribution().entropy().item();
                default -> throw new AssertionError(what);
            };
        }

        private Distribution distribution() {
            return ScipyAnswersTest.distribution(name, parameters);
        }
    }

    static Distribution distribution(String name, double... p) {
        return switch (name) {
            case "Normal" -> Normal.of(p[0], p[1]);
            case "Uniform" -> Uniform.of(p[0], p[1]);
            case "Exponential" -> Exponential.of(p[0]);
            case "Laplace" -> Laplace.of(p[0], p[1]);
            case "Gamma" -> Gamma.of(p[0], p[1]);
            case "Beta" -> Beta.of(p[0], p[1]);
            case "StudentT" -> StudentT.of(p[0], p[1], p[2]);
            case "Poisson" -> Poisson.of(p[0]);
            case "Binomial" -> Binomial.of(p[0], p[1]);
            default -> throw new AssertionError(name);
        };
    }

    @TestFactory
    Stream<DynamicTest> everyAnswer() throws IOException {
        var groups = answers().stream()
                .collect(Collectors.groupingBy(
                        answer -> answer.what() + " " + answer.name() + " " + Arrays.toString(answer.parameters())));
        assertTrue(groups.size() > 100, () -> groups.size() + " groups of answers");
        return groups.entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(group -> DynamicTest.dynamicTest(
                        group.getKey(), () -> group.getValue().forEach(ScipyAnswersTest::compare)));
    }

    private static void compare(Answer answer) {
        double ours = answer.ours();
        double tolerance =
                1e-12 * Math.max(Math.abs(answer.value()), answer.what().equals("cdf") ? 1e-300 : 1e-3);
        assertEquals(
                answer.value(),
                ours,
                Double.isFinite(tolerance) ? tolerance : 0,
                () -> answer.what() + " at " + answer.x());
    }

    private static List<Answer> answers() throws IOException {
        var all = new ArrayList<Answer>();
        try (var reader = new BufferedReader(new InputStreamReader(
                ScipyAnswersTest.class.getResourceAsStream("scipy_answers.csv"), StandardCharsets.UTF_8))) {
            reader.lines().map(Answer::of).forEach(all::add);
        }
        return all;
    }
}
