package lectern.optim;

import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import lectern.grad.Fn;
import lectern.grad.Grad;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import org.junit.jupiter.api.Test;

/** Statistics over seeds: what descent, momentum and adaptive rates reach on a line and on a parabola. */
class DescentOverSeedsTest {
    /** Ordinary least squares as the lecture draws it: y = 4 + 3x + noise on [0, 2]. */
    private record Line(Tensor x, Tensor y) {
        static Line draw(SplittableRandom random, int n, double noise) {
            double[] x = new double[2 * n];
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                double t = 2 * random.nextDouble();
                x[2 * i] = 1;
                x[2 * i + 1] = t;
                y[i] = 4 + 3 * t + noise * gauss(random);
            }
            return new Line(Raw.wrap(x, n, 2), Raw.wrap(y, n));
        }

        Fn cost() {
            return theta -> x.matmul(theta).minus(y).square().mean();
        }
    }

    private static double gauss(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** 1/λ for the larger eigenvalue of the Hessian of a two-parameter cost. */
    private static double rate(Fn cost) {
        double[] h = Grad.hessian(cost).apply(Tensors.zeros(2)).toDoubleArray();
        double mean = 0.5 * (h[0] + h[3]);
        return 1 / (mean + Math.sqrt(0.25 * (h[0] - h[3]) * (h[0] - h[3]) + h[1] * h[1]));
    }

    private static Tensor start(SplittableRandom random, int n) {
        double[] theta = new double[n];
        for (int i = 0; i < n; i++) {
            theta[i] = gauss(random);
        }
        return Raw.wrap(theta, n);
    }

    private static double off(Tensor theta, double... truth) {
        return theta.minus(Tensors.of(truth)).abs().max().item();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        return 0.5 * (sorted.get((n - 1) / 2) + sorted.get(n / 2));
    }

    @Test
    void descentAndMomentumOnALineOverSeeds() {
        List<Double> plain = new ArrayList<>();
        List<Double> withMomentum = new ArrayList<>();
        for (int seed = 0; seed < 120; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Line line = Line.draw(random, 100, 0);
            double eta = rate(line.cost());
            Tensor theta = start(random, 2);
            plain.add(off(minimize(line.cost(), theta, sgd(eta), 30).parameters(), 4, 3));
            withMomentum.add(
                    off(minimize(line.cost(), theta, sgd(eta).momentum(0.3), 30).parameters(), 4, 3));
        }
        assertEquals(0.097, median(plain), 0.04);
        assertEquals(0.033, median(withMomentum), 0.015);
        SplittableRandom random = new SplittableRandom(1);
        Line noisy = Line.draw(random, 100, 1);
        Tensor exact = minimize(noisy.cost(), Tensors.zeros(2), newton()).parameters();
        Tensor found = minimize(noisy.cost(), start(random, 2), sgd(rate(noisy.cost())), 1000)
                .parameters();
        assertArrayEquals(exact.toDoubleArray(), found.toDoubleArray(), 1e-12);
        assertTrue(off(exact, 4, 3) < 0.9);
    }

    @Test
    void stochasticDescentOnALineOverSeeds() {
        for (double gamma : new double[] {0, 0.3}) {
            List<Double> errors = new ArrayList<>();
            for (int seed = 0; seed < 20; seed++) {
                SplittableRandom random = new SplittableRandom(seed);
                Line line = Line.draw(random, 100, 1);
                Tensor exact = minimize(line.cost(), Tensors.zeros(2), newton()).parameters();
                var state = sgd(inverseTimeDecay(5, 50)).momentum(gamma).init(start(random, 2));
                for (int i = 0; i < 50 * 20; i++) {
                    int from = 5 * random.nextInt(20);
                    Tensor x = line.x().slice(from, from + 5);
                    Tensor y = line.y().slice(from, from + 5);
                    state = state.step(Grad.grad(
                            (Tensor t) -> x.matmul(t).minus(y).square().sum().div(5), state.parameters()));
                }
                errors.add(state.parameters().minus(exact).abs().max().item());
            }
            assertEquals(gamma == 0 ? 0.040 : 0.048, median(errors), 0.025);
            assertTrue(errors.stream().mapToDouble(e -> e).max().orElseThrow() < 0.2);
        }
    }

    /** y = 2 + 3x + 4x² in minibatches of five, the memory emptied at each epoch as the lecture does, or kept. */
    private static double parabola(Optimizer optimizer, int seed, boolean reset) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1000;
        double[] design = new double[3 * n];
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            double t = random.nextDouble();
            design[3 * i] = 1;
            design[3 * i + 1] = t;
            design[3 * i + 2] = t * t;
            values[i] = 2 + 3 * t + 4 * t * t;
        }
        Tensor x = Raw.wrap(design, n, 3);
        Tensor y = Raw.wrap(values, n);
        var state = optimizer.init(start(random, 3));
        for (int epoch = 0; epoch < 50; epoch++) {
            state = reset ? optimizer.init(state.parameters()) : state;
            for (int i = 0; i < 200; i++) {
                int from = 5 * random.nextInt(200);
                Tensor xb = x.slice(from, from + 5);
                Tensor yb = y.slice(from, from + 5);
                state = state.step(Grad.grad(
                        (Tensor t) -> xb.matmul(t).minus(yb).square().sum().times(1.0 / 5), state.parameters()));
            }
        }
        return off(state.parameters(), 2, 3, 4);
    }

    private static double parabolaMedian(Optimizer optimizer, boolean reset) {
        List<Double> errors = new ArrayList<>();
        for (int seed = 0; seed < 7; seed++) {
            errors.add(parabola(optimizer, seed, reset));
        }
        return median(errors);
    }

    @Test
    void adaptiveRatesOnAParabolaOverSeeds() {
        assertEquals(0.0033, parabolaMedian(adaGrad(0.01), true), 0.004);
        assertEquals(2.6, parabolaMedian(adaGrad(0.01), false), 0.8);
        assertEquals(0.0028, parabolaMedian(rmsProp(0.01), false), 0.004);
        assertTrue(parabolaMedian(adam(0.01).eps(1e-7), false) < 0.002);
    }
}
