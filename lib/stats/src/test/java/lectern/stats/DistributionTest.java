package lectern.stats;

import static lectern.grad.Grad.checkGrads;
import static lectern.grad.Grad.grad;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import lectern.compile.Compiler;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class DistributionTest {
    private static final Map<String, double[]> ALL = new TreeMap<>(Map.of(
            "Normal", new double[] {0.7, 1.3},
            "Uniform", new double[] {-1, 2},
            "Exponential", new double[] {1.7},
            "Laplace", new double[] {0.3, 0.8},
            "Gamma", new double[] {2.5, 1.4},
            "Beta", new double[] {2.2, 3.1},
            "StudentT", new double[] {7.5, 0.4, 1.2},
            "Poisson", new double[] {3.3},
            "Binomial", new double[] {9, 0.4}));

    /** The distribution with its parameters in a list of tensors. */
    private static Distribution made(String name, List<Tensor> p) {
        return switch (name) {
            case "Normal" -> new Normal(p.get(0), p.get(1));
            case "Uniform" -> new Uniform(p.get(0), p.get(1));
            case "Exponential" -> new Exponential(p.get(0));
            case "Laplace" -> new Laplace(p.get(0), p.get(1));
            case "Gamma" -> new Gamma(p.get(0), p.get(1));
            case "Beta" -> new Beta(p.get(0), p.get(1));
            case "StudentT" -> new StudentT(p.get(0), p.get(1), p.get(2));
            case "Poisson" -> new Poisson(p.get(0));
            default -> new Binomial(Tensors.of(9.0), p.get(1));
        };
    }

    private static List<Tensor> tensors(double... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(Tensors::of).toList();
    }

    private static Stream<DynamicTest> each(java.util.function.BiConsumer<String, Distribution> test) {
        return ALL.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> test.accept(one.getKey(), ScipyAnswersTest.distribution(one.getKey(), one.getValue()))));
    }

    @TestFactory
    Stream<DynamicTest> logDensitiesDifferentiateInTheParameters() {
        Tensor counts = Tensors.of(0.0, 2, 5);
        Tensor shares = Tensors.of(0.15, 0.42, 0.8);
        return each((name, distribution) -> {
            Tensor x = distribution instanceof Discrete ? counts : shares;
            checkGrads((List<Tensor> p) -> made(name, p).logPdf(x).sum(), tensors(ALL.get(name)), 2);
        });
    }

    @TestFactory
    Stream<DynamicTest> logDensitiesDifferentiateInTheDataAndCompile() {
        return each((name, distribution) -> {
            if (!(distribution instanceof Discrete)) {
                Tensor x = Tensors.of(0.15, 0.42, 0.8);
                checkGrads((Tensor t) -> distribution.logPdf(t).sum(), x, 2);
                Tensor slope = grad(t -> distribution.logPdf(t).sum()).apply(x);
                Tensor compiled = Compiler.compile(
                                grad(t -> distribution.logPdf(t).sum()))
                        .apply(x);
                assertArrayEquals(slope.toDoubleArray(), compiled.toDoubleArray(), 1e-14);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> drawsHaveTheMomentsAndRepeatBySeed() {
        return each((name, distribution) -> {
            Tensor x = Sampling.withSeed(3, () -> distribution.sample(20_000));
            Tensor again = Sampling.withSeed(3, () -> distribution.sample(20_000));
            assertArrayEquals(x.toDoubleArray(), again.toDoubleArray());
            double sd = distribution.sd().item();
            assertEquals(distribution.mean().item(), x.mean().item(), 5 * sd / Math.sqrt(20_000));
            double variance = x.minus(x.mean()).square().mean().item();
            assertEquals(sd * sd, variance, 0.1 * sd * sd);
            double median = distribution.quantile(0.5);
            double below = x.le(median).sum().item() / 20_000;
            assertEquals(distribution.cdf(median), below, 0.02);
        });
    }

    @TestFactory
    Stream<DynamicTest> quantilesInvertAndRefuse() {
        return each((name, distribution) -> {
            for (double p : new double[] {1e-6, 0.03, 0.5, 0.9, 0.9999}) {
                double x = distribution.quantile(p);
                if (distribution instanceof Discrete) {
                    assertTrue(distribution.cdf(x) >= p && distribution.cdf(x - 1) < p);
                } else {
                    assertEquals(p, distribution.cdf(x), 1e-12);
                }
            }
            var error = assertThrows(IllegalArgumentException.class, () -> distribution.quantile(1.5));
            assertTrue(error.getMessage().contains("between 0 and 1, got 1.5"), error.getMessage());
            assertThrows(IllegalStateException.class, () -> grad(distribution::cdf, 0.3));
        });
    }

    @Test
    void drawsDifferentiateWhereTheyCan() {
        Tensor sd = Tensors.of(2.0);
        double slope = Sampling.withSeed(
                5,
                () -> grad(
                                (Tensor s) ->
                                        new Normal(Tensors.of(1.0), s).sample(4).sum(),
                                sd)
                        .item());
        double drawn =
                Sampling.withSeed(5, () -> Normal.of(0, 1).sample(4).sum().item());
        assertEquals(drawn, slope, 1e-14);
        assertThrows(
                IllegalStateException.class,
                () -> grad((Tensor s) -> new Gamma(s, Tensors.of(1.0)).sample(4).sum(), sd));
    }

    @Test
    void parametersAndArgumentsBroadcast() {
        var many = new Normal(Tensors.of(0.0, 1, 2), Tensors.of(1.0));
        assertArrayEquals(new int[] {2, 3}, many.logPdf(Tensors.ones(2, 1)).shape());
        assertArrayEquals(new int[] {2, 3}, many.cdf(Tensors.ones(2, 1)).shape());
        assertArrayEquals(new int[] {5, 3}, many.sample(5).shape());
    }

    @TestFactory
    Stream<DynamicTest> badParametersAreRefused() {
        Map<String, Runnable> bad = new TreeMap<>(Map.of(
                "Normal wants an sd above 0, got -1.0", () -> Normal.of(0, -1),
                "Normal wants a mean finite, got NaN", () -> Normal.of(Double.NaN, 1),
                "Exponential wants a rate above 0, got 0.0", () -> Exponential.of(0),
                "Gamma wants a shape above 0, got -2.0", () -> Gamma.of(-2, 1),
                "Binomial wants a probability p between 0 and 1, got 1.2", () -> Binomial.of(3, 1.2),
                "Binomial wants a number n of trials that is a count, got 2.5", () -> Binomial.of(2.5, 0.2),
                "Poisson.fit wants numbers that are counts, got 0.5", () -> Poisson.fit(Tensors.of(1, 0.5)),
                "Gamma.fit wants numbers above 0, got -1.0", () -> Gamma.fit(Tensors.of(2.0, -1)),
                "Uniform wants a difference of upper and lower end above 0, got -1.0", () -> Uniform.of(1, 0)));
        return bad.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        () -> assertEquals(
                                one.getKey(),
                                assertThrows(IllegalArgumentException.class, one.getValue()::run)
                                        .getMessage())));
    }

    @Test
    void fitsHaveASlopeOfZero() {
        Tensor x = Tensors.of(0.4, 1.7, 0.9, 3.2, 2.2);
        Map<String, Function<Tensor, List<Tensor>>> fits = Map.of(
                "Normal",
                        data -> List.of(
                                Normal.fit(data).mean(), Normal.fit(data).sd()),
                "Exponential", data -> List.of(Exponential.fit(data).rate()),
                "Gamma",
                        data -> List.of(Gamma.fit(data).shape(), Gamma.fit(data).rate()));
        fits.forEach((name, fit) -> {
            List<Tensor> best =
                    fit.apply(x).stream().map(p -> Tensors.of(p.item())).toList();
            List<Tensor> slope =
                    grad((List<Tensor> p) -> made(name, p).logPdf(x).sum(), best);
            slope.forEach(g -> assertEquals(0, g.item(), 1e-9, name));
        });
    }

    @Test
    void divergencesAgreeWithTheirMeanOverDraws() {
        List<List<Distribution>> pairs = List.of(
                List.of(Normal.of(0, 1), Normal.of(0.5, 1.4)),
                List.of(Exponential.of(1), Exponential.of(2)),
                List.of(Poisson.of(3), Poisson.of(4)),
                List.of(Gamma.of(2, 1), Gamma.of(3, 1.5)),
                List.of(Beta.of(2, 3), Beta.of(3, 2)));
        for (var pair : pairs) {
            Tensor x = Sampling.withSeed(1, () -> pair.get(0).sample(200_000));
            double estimate =
                    pair.get(0).logPdf(x).minus(pair.get(1).logPdf(x)).mean().item();
            assertEquals(estimate, Stats.kl(pair.get(0), pair.get(1)).item(), 0.01, pair.toString());
        }
        var error = assertThrows(IllegalArgumentException.class, () -> Stats.kl(Normal.of(0, 1), Uniform.of(0, 1)));
        assertTrue(error.getMessage().startsWith("kl has no closed form for Normal and Uniform"), error.getMessage());
    }
}
