package lectern.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HypothesisTestsTest {
    private static final Tensor A = Tensors.of(5.1, 4.9, 6.2, 5.7, 6.1, 5.5);
    private static final Tensor B = Tensors.of(6.8, 7.9, 5.9, 7.2, 9.1);
    private static final Tensor C = Tensors.of(5.0, 6.4, 4.2, 8.8);

    /** Statistic or p-value, by the names of {@code make_scipy_answers.py}. */
    static double answer(String name) {
        String[] part = name.split(" ");
        if (part[0].equals("interval")) {
            return HypothesisTests.confidenceInterval(A, 0.95)[part[1].equals("low") ? 0 : 1];
        }
        TestResult result = switch (part[0]) {
            case "one" -> HypothesisTests.tTest(A, 5.2);
            case "two" -> HypothesisTests.tTest(A, B);
            case "welch" -> HypothesisTests.welchTest(A, B);
            case "chi" -> HypothesisTests.chiSquareTest(Tensors.of(18.0, 30, 12), Tensors.of(20.0, 20, 20));
            case "anova" -> HypothesisTests.anova(A, B, C);
            default -> throw new AssertionError(name);
        };
        return part[1].equals("p") ? result.pValue() : result.statistic();
    }

    @Test
    void aResultIsASentence() {
        assertEquals(
                "χ² test: statistic 8.400 at 2 degrees of freedom, p = 0.01500. If the counts follow the expected ones, a"
                        + " statistic at least this extreme comes up in 1.500 % of samples.",
                HypothesisTests.chiSquareTest(Tensors.of(18.0, 30, 12), Tensors.of(20.0, 20, 20))
                        .toString());
    }

    @TestFactory
    Stream<DynamicTest> whatCannotBeTestedIsRefused() {
        Tensor same = Tensors.of(1.0, 1, 1);
        Map<String, Runnable> bad = new TreeMap<>(Map.of(
                "tTest wants numbers that differ, all in a sample are equal",
                () -> HypothesisTests.tTest(same, 0),
                "welchTest wants numbers that differ, all in a sample are equal",
                () -> HypothesisTests.welchTest(same, same),
                "tTest wants finite numbers, got NaN",
                () -> HypothesisTests.tTest(A, Tensors.of(1, Double.NaN)),
                "anova wants at least 2 groups, got 1",
                () -> HypothesisTests.anova(A),
                "a confidence level lies between 0 and 1, as 0.95 does, got 95.0",
                () -> HypothesisTests.confidenceInterval(A, 95),
                "chiSquareTest wants expected counts with the sum of the observed ones, got 3.0 observed and 4.0 expected;"
                        + " scale the expected ones",
                () -> HypothesisTests.chiSquareTest(Tensors.of(1.0, 2), Tensors.of(2.0, 2))));
        return bad.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> assertEquals(
                                one.getKey(),
                                assertThrows(IllegalArgumentException.class, one.getValue()::run)
                                        .getMessage())));
    }
}
