package lectern.tensor;

import static lectern.tensor.Sorting.topk;
import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Finding and counting gives what NumPy 2.4 gives, and what the definitions say of random numbers with ties. */
final class CountingTest {
    private static final double NAN = Double.NaN;
    private static final double[] NUMBERS = {-1, -0.0, 0, 0.5, 1, 2, NAN, Double.POSITIVE_INFINITY};

    private static Tensor whole(long... numbers) {
        return Tensors.of(numbers);
    }

    @Test
    void answersOfNumpy() {
        Tensor steps = of(1.0, 2, 2, 4, NAN);
        assertEquals(whole(1, 4, 0, 4), searchsorted(steps, of(2.0, NAN, 0, 9)));
        assertEquals(whole(3, 5, 0, 4), searchsorted(steps, of(2.0, NAN, 0, 9), true));
        Tensor x = of(-1.0, 0, 0.5, 2, 7, NAN);
        assertEquals(whole(0, 1, 1, 3, 3, 3), digitize(x, of(0.0, 1, 2)));
        assertEquals(whole(0, 0, 1, 2, 3, 3), digitize(x, of(0.0, 1, 2), true));
        assertEquals(whole(3, 2, 2, 0, 0, 0), digitize(x, of(2.0, 1, 0)));
        assertEquals(whole(3, 3, 2, 1, 0, 0), digitize(x, of(2.0, 1, 0), true));
        assertEquals(whole(1, 0, 2, 1, 0, 0), bincount(whole(0, 2, 2, 3), 6));
        assertEquals(of(0.5, 0, 5), bincount(whole(0, 2, 2), of(0.5, 1, 4)));
        assertEquals(of(false, false, true), isin(of(1, NAN, -0.0), of(0.0, NAN)));
        Tensor[] at = nonzero(of(new double[][] {{0, 3}, {NAN, 0}}));
        assertEquals(List.of(whole(0, 1), whole(1, 0)), List.of(at));
        assertEquals(whole(1, 2), countNonzero(of(new double[][] {{0, 3}, {NAN, 1}}), 0));
    }

    @Test
    void placesAreWhatTheirDefinitionSays() {
        Random random = new Random(3);
        for (int trial = 0; trial < 2_000; trial++) {
            boolean integers = random.nextBoolean();
            double[] edges = draw(random, random.nextInt(7), integers);
            double[] values = draw(random, random.nextInt(7), integers);
            Arrays.sort(edges);
            Tensor sorted = of(edges).cast(integers ? DType.INT64 : DType.FLOAT64);
            Tensor x = of(values).cast(integers ? DType.INT64 : random.nextBoolean() ? DType.FLOAT64 : DType.FLOAT32);
            for (int i = 0; i < values.length; i++) {
                double value = values[i];
                long below = Arrays.stream(edges).filter(e -> before(e, value)).count();
                long notAbove =
                        Arrays.stream(edges).filter(e -> !before(value, e)).count();
                assertEquals(below, (long) searchsorted(sorted, x).at(i), sorted + " " + value);
                assertEquals(notAbove, (long) searchsorted(sorted, x, true).at(i), sorted + " " + value);
                assertEquals(notAbove, (long) digitize(x, sorted).at(i), sorted + " " + value);
                boolean among = Arrays.stream(edges).anyMatch(e -> e == value);
                assertEquals(among ? 1 : 0, isin(x, sorted).cast(DType.INT64).at(i), sorted + " " + value);
            }
        }
    }

    /** The order of NumPy: both zeros are one number, NaN comes last. */
    private static boolean before(double a, double b) {
        return a < b || Double.isNaN(b) && !Double.isNaN(a);
    }

    private static double[] draw(Random random, int n, boolean integers) {
        return random.ints(n, 0, NUMBERS.length)
                .mapToDouble(k -> integers ? k - 3 : NUMBERS[k])
                .toArray();
    }

    @Test
    void nonzeroPositionsPickTheElements() {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            int[] shape = {random.nextInt(4), 1 + random.nextInt(3), 1 + random.nextInt(3)};
            Tensor x = of(random.ints(Shapes.size(shape), -1, 2)
                            .asDoubleStream()
                            .toArray())
                    .reshape(shape);
            Tensor[] at = nonzero(x);
            double[] expected =
                    Arrays.stream(x.toDoubleArray()).filter(v -> v != 0).toArray();
            assertEquals(3, at.length);
            assertEquals(expected.length, (int) countNonzero(x).item());
            for (int i = 0; i < expected.length; i++) {
                assertEquals(expected[i], x.at((int) at[0].at(i), (int) at[1].at(i), (int) at[2].at(i)));
            }
            assertEquals(countNonzero(x, 0, 2), x.ne(0).sum(0, 2));
        }
    }

    @Test
    void wholeNumbersAreComparedInAllTheirDigits() {
        long big = 1L << 53;
        assertEquals(of(false, true), isin(whole(big, big + 1), whole(big + 1)));
        assertEquals(whole(1, 2), searchsorted(whole(big, big + 1, big + 2), whole(big + 1, big + 2)));
        assertEquals(whole(1), topk(whole(big, big + 1), 1).indices());
        assertEquals(
                whole(1, 2, 0),
                topk(whole(Long.MIN_VALUE, Long.MAX_VALUE, 0), 3).indices());
        assertEquals(of(true, false), isin(of(true, false), of(true)));
    }

    @Test
    void countsSumToTheNumberOfNumbers() {
        Random random = new Random(1);
        Tensor x = of(random.longs(500, 0, 12).toArray());
        Tensor counts = bincount(x);
        assertEquals(500, counts.sum().item());
        for (int k = 0; k < counts.size(); k++) {
            assertEquals(countNonzero(x.eq(k)).item(), counts.at(k));
        }
        assertEquals(0, bincount(x.slice(0, 0)).size());
        assertEquals(whole(0, 0), bincount(x.slice(0, 0), 2));
    }

    @TestFactory
    List<DynamicTest> whatHasNoAnswerIsRefusedInASentence() {
        Map<String, Executable> calls = new TreeMap<>();
        calls.put("not ascending", () -> searchsorted(of(2.0, 1), of(1.0, 2)));
        calls.put("no vector", () -> searchsorted(ones(2, 2), of(1.0, 2)));
        calls.put("no order", () -> digitize(of(1.0, 2), of(0.0, 2, 1)));
        calls.put("edges that are no vector", () -> digitize(of(1.0, 2), of(1.0)));
        calls.put("negative", () -> bincount(whole(1, -1)));
        calls.put("decimals", () -> bincount(of(1.0, 2)));
        calls.put("another number of weights", () -> bincount(whole(1, 2), of(1.0, 2, 3)));
        calls.put("more counts than an array holds", () -> bincount(whole(1, 10_000_000_000L)));
        calls.put("positions of a number", () -> nonzero(of(1.0)));
        return calls.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    var refused = assertThrows(IllegalArgumentException.class, each.getValue());
                    assertTrue(refused.getMessage().length() > 30, refused.getMessage());
                }))
                .toList();
    }

    @Test
    void geometricStepsKeepTheirFactor() {
        assertEquals(of(1.0, 10, 100, 1000), geomspace(1, 1000, 4));
        assertTrue(geomspace(-8, -1, 4).allClose(of(-8.0, -4, -2, -1), 1e-15, 0));
        double[][] ends = {{1e-300, 1e300}, {5e-324, 1e308}, {1e308, 1e-320}, {-3, -7e-9}, {2, 2}};
        for (double[] end : ends) {
            double[] x = geomspace(end[0], end[1], 7).toDoubleArray();
            assertEquals(end[0], x[0]);
            assertEquals(end[1], x[6]);
            for (int i = 1; i < 6; i++) {
                double exact = Math.exp(Math.log(Math.abs(end[0])) * (6 - i) / 6 + Math.log(Math.abs(end[1])) * i / 6);
                assertEquals(exact, Math.abs(x[i]), 1e-12 * exact, Arrays.toString(end));
            }
        }
        assertEquals(0, geomspace(1, 2, 0).size());
        assertEquals(of(new double[] {3}), geomspace(3, 5, 1));
        for (double[] end : new double[][] {{0, 1}, {-1, 1}, {1, NAN}, {1, Double.POSITIVE_INFINITY}}) {
            var refused = assertThrows(IllegalArgumentException.class, () -> geomspace(end[0], end[1], 3));
            assertTrue(refused.getMessage().contains("same sign"), refused.getMessage());
        }
        assertThrows(IllegalArgumentException.class, () -> geomspace(1, 2, -1));
    }
}
