package lectern.tensor;

import static lectern.tensor.Sampling.*;
import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** Infinities, extremes and the ends of the ranges: the right number or a sentence. */
final class UnusualNumbersTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void quantilesOfInfinitiesAreNumbersWhereNumbersExist() {
        assertEquals(2, of(1.0, 2, INF).median().item());
        assertEquals(0, of(-INF, 0, INF).median().item());
        assertEquals(INF, of(INF, INF, 1, INF).median().item());
        assertEquals(-INF, of(-INF, 5.0).median().item());
        assertEquals(INF, of(5.0, INF).median().item());
        assertTrue(Double.isNaN(of(-INF, INF).median().item()), "half way between the infinities is nowhere");
        assertTrue(Double.isNaN(of(1.0, Double.NaN, 2).median().item()));
        assertEquals(
                of(1.0, INF), of(new double[][] {{1, INF}, {1, INF}, {1, INF}}).median(0));
    }

    /** All quantiles of random numbers with infinities and ties, by weights that never touch a neighbour they do not need. */
    @Test
    void quantilesAreMonotoneAndLieBetweenTheirNeighbours() {
        Random random = new Random(4);
        for (int trial = 0; trial < 2_000; trial++) {
            double[] x = random.doubles(1 + random.nextInt(7)).toArray();
            for (int i = 0; i < x.length; i++) {
                int kind = random.nextInt(6);
                x[i] = kind == 0 ? INF : kind == 1 ? -INF : kind == 2 ? 1 : x[i];
            }
            double[] sorted = x.clone();
            java.util.Arrays.sort(sorted);
            double q = random.nextInt(3) == 0 ? random.nextInt(5) / 4.0 : random.nextDouble();
            double at = q * (x.length - 1);
            double low = sorted[(int) Math.floor(at)];
            double high = sorted[(int) Math.ceil(at)];
            double found = of(x).quantile(q).item();
            assertEquals(found, Statistics.quantile(x, q), java.util.Arrays.toString(x) + " " + q);
            if (low == -INF && high == INF) {
                assertTrue(Double.isNaN(found));
            } else {
                assertTrue(low <= found && found <= high, java.util.Arrays.toString(x) + " " + q + " gives " + found);
            }
        }
    }

    @Test
    void wholeNumbersAreAveragedWithoutOverflow() {
        assertEquals(
                9.223372036854775807e18,
                of(Long.MAX_VALUE, Long.MAX_VALUE).mean().item());
        long[] stamps = new long[500];
        java.util.Arrays.fill(stamps, 20_000_000_000_000_000L);
        assertEquals(2e16, of(stamps).mean().item());
        assertEquals(0, of(stamps).var().item());
        assertEquals(of(2.0, 3), array(new long[][] {{1, 2}, {3, 4}}).mean(0));
        assertEquals(-0.5, of(Long.MIN_VALUE, Long.MAX_VALUE).median().item(), 1e3);
    }

    @TestFactory
    List<DynamicTest> absurdBoundsAreRefusedWithASentence() {
        Map<String, Executable> calls = new TreeMap<>();
        calls.put("arange to NaN", () -> arange(0.0, Double.NaN, 1.0));
        calls.put("arange to infinity", () -> arange(0.0, INF, 1.0));
        calls.put("arange from infinity", () -> arange(-INF, 0.0, 1.0));
        calls.put("arange of 1e10", () -> arange(0.0, 1e10, 1.0));
        calls.put("arange of 1e10 whole ones", () -> arange(0L, 10_000_000_000L));
        calls.put("arange over all longs", () -> arange(Long.MIN_VALUE, Long.MAX_VALUE));
        calls.put("arange with step 0", () -> arange(0.0, 1.0, 0.0));
        calls.put("arange with an infinite step", () -> arange(0.0, 1.0, INF));
        calls.put("integers of nothing", () -> integers(3, 3, 2));
        calls.put("integers upside down", () -> integers(3, 1, 2));
        calls.put("uniform upside down", () -> uniform(2, 1, 3));
        calls.put("uniform to NaN", () -> uniform(0, Double.NaN, 3));
        calls.put("uniform to infinity", () -> uniform(0, INF, 3));
        calls.put("normal around infinity", () -> normal(INF, 1, 3));
        calls.put("normal with infinite scatter", () -> normal(0, INF, 3));
        calls.put("normal with negative scatter", () -> normal(0, -1, 3));
        calls.put("exponential with infinite mean", () -> exponential(INF, 3));
        calls.put("gamma with shape 0", () -> gamma(0, 1, 3));
        calls.put("gamma with negative scale", () -> gamma(1, -1, 3));
        calls.put("beta with NaN", () -> beta(Double.NaN, 1, 3));
        calls.put("choice of nothing", () -> choice(0, 2, true));
        calls.put("choice with too few probabilities", () -> choice(3, 2, true, Tensors.of(0.5, 0.5)));
        calls.put("choice with a negative one", () -> choice(2, 2, true, Tensors.of(1.5, -0.5)));
        calls.put("set with five positions", () -> zeros(1, 1, 1, 1, 1).set(2.5, 0, 0, 0, 0, 0));
        return calls.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    var refused = assertThrows(IllegalArgumentException.class, each.getValue());
                    assertTrue(refused.getMessage().length() > 30, refused.getMessage());
                }))
                .toList();
    }

    @Test
    void wideRangesAreRangesStill() {
        assertTrue(linspace(-1e308, 1e308, 5).allClose(Tensors.of(-1e308, -5e307, 0, 5e307, 1e308)));
        Tensor u = uniform(-1e308, 1e308, 1000);
        assertTrue(u.isFinite().all().isTrue()
                && u.min().item() < -5e307
                && u.max().item() > 5e307);
        seed(1);
        Tensor all = integers(Long.MIN_VALUE, Long.MAX_VALUE, 2000);
        assertEquals(0.5, Statistics.share(all.gt(0)), 0.05);
        // A bound three quarters of the way: without a second draw a third of the numbers came twice as often.
        Tensor most = integers(Long.MIN_VALUE, Long.MIN_VALUE / 2 * -1, 6000);
        assertEquals(2.0 / 3, Statistics.share(most.lt(0)), 0.03);
    }

    @TestFactory
    List<DynamicTest> everySamplerKeepsToItsRangeWithExtremeParameters() {
        Map<String, Supplier<Tensor>> draws = new TreeMap<>();
        double[] extremes = {1e-300, 1e-10, 1e-3, 1, 1e3, 1e15};
        for (double a : extremes) {
            draws.put("gamma " + a, () -> gamma(a, 1, 500));
            draws.put("exponential " + a, () -> exponential(a, 500));
            draws.put("normal " + a, () -> normal(a, a, 500).minus(a).abs());
            draws.put("uniform " + a, () -> uniform(0, a, 500));
            for (double b : extremes) {
                draws.put("beta " + a + " " + b, () -> beta(a, b, 500));
            }
        }
        List<DynamicTest> tests = new ArrayList<>();
        draws.forEach((name, draw) -> tests.add(DynamicTest.dynamicTest(name, () -> {
            Tensor x = withSeed(3, draw);
            assertTrue(x.isFinite().all().isTrue(), "finite");
            assertTrue(x.min().item() >= 0, "not negative");
            assertTrue(!name.startsWith("beta") || x.max().item() <= 1, "at most 1");
        })));
        return tests;
    }

    @Test
    void betaWithTinyParametersStandsAtTheEnds() {
        Tensor x = withSeed(0, () -> beta(0.001, 0.001, 10_000));
        assertEquals(0.5, x.mean().item(), 0.02);
        assertEquals(1, Statistics.share(x.lt(0.01).or(x.gt(0.99))), 0.01);
        // The mean of a beta distribution is a / (a + b).
        assertEquals(0.25, withSeed(1, () -> beta(0.01, 0.03, 40_000)).mean().item(), 0.01);
    }

    @Test
    void choiceDrawsValuesAsNumpyDoes() {
        Tensor x = Tensors.of(0.2, 0.8);
        Tensor drawn = withSeed(1, () -> choice(x, 200, true));
        assertEquals(x, drawn.unique());
        assertEquals(x, withSeed(1, () -> choice(x, 2, false)).sort());
        assertEquals(
                0.9,
                withSeed(
                                1,
                                () -> choice(x, 4000, true, Tensors.of(0.1, 0.9))
                                        .eq(0.8)
                                        .cast(DType.FLOAT64))
                        .mean()
                        .item(),
                0.02);
        assertEquals(5, choice(5, 5, false).unique().size());
        assertThrows(IllegalArgumentException.class, () -> choice(x, 3, false));
        assertEquals(
                Tensors.of(0L, 2L),
                choice(4, 2, false, Tensors.of(0.5, 0, 0.5, 0)).sort());
    }

    @Test
    void numbersAreSetIndexFirstHoweverTheyAreWritten() {
        assertEquals(Tensors.of(0.0, 0, 0), zeros(3).set(1, 0));
        assertEquals(Tensors.of(0.0, 5, 0), zeros(3).set(1, 5));
        assertEquals(Tensors.of(0.0, 0.5, 0), zeros(3).set(1, 0.5));
        assertEquals(Tensors.of(0.0, 0.5, 0), zeros(3).set(0.5, 1));
        assertEquals(Tensors.of(0.0, 0, 7), zeros(3).set(-1, 7L));
        assertEquals(
                array(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 0, 1}}),
                ones(3, 3).set(2, 1, 0));
        assertEquals(
                array(new double[][] {{1, 1, 1}, {1, 1, 1}, {1, 9, 1}}),
                ones(3, 3).set(9.0, 2, 1));
        assertEquals(array(new double[][] {{1, 1}, {4, 4}}), ones(2, 2).set(1, 4));
        assertEquals(6, zeros(2, 2, 2).set(1, 0, 1, 6).at(1, 0, 1));
        assertEquals(6, zeros(2, 2, 2, 2).set(1, 0, 1, 1, 6).at(1, 0, 1, 1));
        assertEquals(6, zeros(1, 2, 1, 2, 2).set(new int[] {0, 1, 0, 1, 1}, 6).at(0, 1, 0, 1, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> zeros(3).set(3, 0));
    }

    @Test
    void valuesGoWhereAMaskIsTrueAndAreAddedAtPositions() {
        Tensor x = Tensors.of(1.0, 8, 2, 9);
        assertEquals(Tensors.of(1.0, 0.5, 2, 0.25), copyOf(x).set(x.gt(5), Tensors.of(0.5, 0.25)));
        assertEquals(Tensors.of(1.0, 7, 2, 7), copyOf(x).set(x.gt(5), Tensors.of(7)));
        assertEquals(Tensors.of(0.5f, 8, 2, 9), x.cast(DType.FLOAT32).set(x.lt(2), Tensors.of(0.5)));
        assertThrows(ShapeException.class, () -> copyOf(x).set(x.gt(5), Tensors.of(1.0, 2, 3)));
        assertEquals(x, copyOf(x).set(x.gt(50), Tensors.of(1.0, 2).slice(0, 0)));
        assertEquals(Tensors.of(1.0, 0, 110), zeros(3).addAt(Tensors.of(0, 2, 2), Tensors.of(1.0, 10, 100)));
        assertEquals(Tensors.of(0.0, 0, 3), zeros(3).addAt(Tensors.of(-1, 2, 2), Tensors.of(1)));
        assertEquals(array(new double[][] {{0, 0}, {3, 5}}), zeros(2, 2).addAt(Tensors.of(1, 1), array(new double[][] {
            {1, 2}, {2, 3}
        })));
        assertThrows(IndexOutOfBoundsException.class, () -> zeros(3).addAt(Tensors.of(3, 0), Tensors.of(1)));
    }

    @Test
    void listsAreArrays() {
        assertEquals(Tensors.of(1L, 2, 3), array(List.of(1, 2, 3)));
        assertEquals(Tensors.of(1, 2.5), array(List.of(1, 2.5)));
        assertEquals(array(new double[][] {{1, 2}, {3, 4.5}}), array(List.of(List.of(1.0, 2.0), List.of(3, 4.5))));
        assertEquals(array(new double[][] {{1, 2}, {3, 4}}), array(List.of(Tensors.of(1.0, 2), Tensors.of(3.0, 4))));
        assertEquals(array(new double[][] {{1, 2}, {3, 4}}), array(List.of(new double[] {1, 2}, new double[] {3, 4})));
        assertEquals(array(new boolean[] {true, false}), array(List.of(true, false)));
        assertEquals(0, array(List.of()).size());
        assertThrows(IllegalArgumentException.class, () -> array(List.of("1", "2")));
        assertThrows(RuntimeException.class, () -> array(List.of(List.of(1, 2), List.of(3))));
    }

    @Test
    void einsumKnowsDotsAndStretches() {
        Tensor a = arange(0.0, 12, 1).reshape(2, 2, 3);
        Tensor b = arange(0.0, 24, 1).reshape(2, 3, 4);
        assertEquals(a.matmul(b), einsum("...ij,...jk->...ik", a, b));
        assertEquals(a.matmul(b), einsum("...ij,...jk", a, b));
        assertEquals(a.matmul(b.get(0)), einsum("...ij,...jk->...ik", a, b.get(0)));
        assertEquals(a.sum(-1), einsum("...i->...", a));
        assertEquals(a.swapAxes(-1, -2), einsum("...ij->...ji", a));
        assertEquals(
                Linalg.trace(a.get(0).get(":, :2")).item(),
                einsum("...ii->...", a.get(0).get(":, :2")).item());
        Tensor row = Tensors.of(1.0, 2, 3).reshape(1, 3);
        assertEquals(a.get(0).times(row), einsum("ij,ij->ij", a.get(0), row));
        assertThrows(ShapeException.class, () -> einsum("ij,jk->ik", a, b));
        assertThrows(ShapeException.class, () -> einsum("...ijkl->...", a));
        assertThrows(ShapeException.class, () -> einsum("ij,ij->ij", a.get(0), zeros(2, 2)));
        assertThrows(IllegalArgumentException.class, () -> einsum("...ij->ij", a));
        assertThrows(IllegalArgumentException.class, () -> einsum("..ij->ij", a));
        assertThrows(IllegalArgumentException.class, () -> einsum("i..j->ij", a));
    }

    @Test
    void reductionsKeepTheirAxesOnRequest() {
        Tensor x = arange(0.0, 24, 1).reshape(2, 3, 4);
        int[] ends = {0, 2};
        for (Tensor kept : List.of(
                x.prod(ends, true),
                x.min(ends, true),
                x.max(ends, true),
                x.gt(3).any(ends, true),
                x.gt(3).all(ends, true))) {
            assertArrayEquals(new int[] {1, 3, 1}, kept.shape());
        }
        assertEquals(x.min(0, 2), x.min(ends, true).reshape(3));
        assertEquals(x.gt(3).any(1), x.gt(3).any(1, true).squeeze(1));
        assertEquals(x.gt(3).all(1), x.gt(3).all(1, true).squeeze(1));
        assertArrayEquals(new int[] {2, 1, 4}, x.argmax(1, true).shape());
        assertEquals(x.argmin(-1), x.argmin(-1, true).squeeze(-1));
    }
}
