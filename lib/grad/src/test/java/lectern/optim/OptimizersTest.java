package lectern.optim;

import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lectern.grad.Fn;
import lectern.grad.Grad;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;

/** Each optimiser's first steps against closed forms, schedules, criteria, and the lecture's statistics over seeds. */
class OptimizersTest {
    private static final double[] G = {0.5, -2, 1.25};
    private static final double ETA = 0.1;

    /** Changes made by two steps with the same gradient. */
    private static double[][] changes(Optimizer optimizer) {
        Tensor gradient = Tensors.of(G);
        Optimizer.State<Tensor> start = optimizer.init(Tensors.zeros(G.length));
        Optimizer.State<Tensor> first = start.step(gradient);
        Optimizer.State<Tensor> second = first.step(gradient);
        assertArrayEquals(
                new double[G.length], start.parameters().toDoubleArray(), "a step leaves the old state alone");
        return new double[][] {
            first.parameters().neg().toDoubleArray(),
            first.parameters().minus(second.parameters()).toDoubleArray()
        };
    }

    private static void expect(double[][] changes, double[] first, double[] second) {
        assertArrayEquals(first, changes[0], 2e-6);
        assertArrayEquals(second, changes[1], 2e-6);
    }

    private static double[] timesG(double factor) {
        return new double[] {factor * G[0], factor * G[1], factor * G[2]};
    }

    private static double[] signs(double factor) {
        return new double[] {factor, -factor, factor};
    }

    @Test
    void firstAndSecondStepHaveTheirClosedForms() {
        expect(changes(sgd(ETA)), timesG(ETA), timesG(ETA));
        expect(changes(sgd(ETA).momentum(0.3)), timesG(ETA), timesG(1.3 * ETA));
        expect(changes(sgd(ETA).nesterov(0.3)), timesG(1.3 * ETA), timesG((1 + 0.3 * 1.3) * ETA));
        expect(changes(adaGrad(ETA)), signs(ETA), signs(ETA / Math.sqrt(2)));
        double rms = ETA / Math.sqrt(0.01);
        expect(changes(rmsProp(ETA)), signs(rms), signs(ETA / Math.sqrt(0.01 * 1.99)));
        expect(changes(adam(ETA)), signs(ETA), signs(ETA));
        double[][] delta = changes(adaDelta());
        for (int i = 0; i < G.length; i++) {
            double v = 0.1 * G[i] * G[i];
            double d = G[i] * Math.sqrt(1e-6) / Math.sqrt(v + 1e-6);
            double second = G[i] * Math.sqrt(0.1 * d * d + 1e-6) / Math.sqrt(1.9 * v + 1e-6);
            assertEquals(d, delta[0][i], 1e-15);
            assertEquals(second, delta[1][i], 1e-2 * Math.abs(second));
        }
    }

    @Test
    void deltaStandsInsideOrOutsideTheRoot() {
        double g = 0.5;
        Tensor one = Tensors.of(g);
        assertEquals(
                ETA * g / (g + 0.2),
                -adaGrad(ETA)
                        .eps(0.2)
                        .init(Tensors.of(0.0))
                        .step(one)
                        .parameters()
                        .item(),
                1e-15);
        assertEquals(
                ETA * g / Math.sqrt(g * g + 0.2),
                -adaGrad(ETA)
                        .eps(0.2)
                        .insideRoot()
                        .init(Tensors.of(0.0))
                        .step(one)
                        .parameters()
                        .item(),
                1e-15);
        assertEquals(
                ETA * g / (g + 0.2),
                -adam(ETA).eps(0.2).init(Tensors.of(0.0)).step(one).parameters().item(),
                1e-15);
        assertEquals(
                ETA * g / Math.sqrt(g * g + 0.2),
                -adam(ETA)
                        .eps(0.2)
                        .insideRoot()
                        .init(Tensors.of(0.0))
                        .step(one)
                        .parameters()
                        .item(),
                1e-15);
        assertEquals(
                ETA * g / Math.sqrt(0.01 * g * g + 0.2),
                -rmsProp(ETA)
                        .eps(0.2)
                        .insideRoot()
                        .init(Tensors.of(0.0))
                        .step(one)
                        .parameters()
                        .item(),
                1e-15);
    }

    @Test
    void decoupledDecayShrinksApartFromTheGradient() {
        Optimizer.State<Tensor> state = adamW(ETA, 0.5).init(Tensors.of(2.0)).step(Tensors.of(0.0));
        assertEquals(2 * (1 - ETA * 0.5), state.parameters().item(), 1e-15);
    }

    @Test
    void statesKeepStructureAndElementType() {
        Map<String, List<Tensor>> p = Map.of("w", List.of(Tensors.ones(2).cast(DType.FLOAT32), Tensors.of(1.0)));
        var state = adam(0.1).init(p);
        for (int i = 0; i < 3; i++) {
            state = state.step(Grad.grad(
                    q -> q.get("w").get(0).square().sum().plus(q.get("w").get(1)), state.parameters()));
        }
        assertEquals(DType.FLOAT32, state.parameters().get("w").get(0).dtype());
        assertEquals(0.7, state.parameters().get("w").get(1).item(), 1e-6);
        assertEquals(3, state.steps());
    }

    /** With its memory emptied after each step, Adam moves by the sign of the gradient, whatever its size. */
    @Test
    void forgettingAdamMovesBySigns() {
        SplittableRandom random = new SplittableRandom(3);
        var state = adam(1e-3).init(Tensors.ones(3, 3));
        for (int epoch = 0; epoch < 10; epoch++) {
            state = state.forget().step(Raw.wrap(random.doubles(9, 0.01, 1).toArray(), 3, 3));
        }
        for (double w : state.parameters().toDoubleArray()) {
            assertEquals(0.993993, w, 1e-6);
        }
        assertEquals(10, state.steps());
    }

    @Test
    void clippingLimitsNormOrElements() {
        Tensor g = Tensors.of(3.0, -4.0);
        assertArrayEquals(
                new double[] {-0.6, 0.8},
                sgd(1).clipNorm(1).init(Tensors.zeros(2)).step(g).parameters().toDoubleArray(),
                1e-15);
        assertArrayEquals(
                new double[] {-3, 4},
                sgd(1).clipNorm(6).init(Tensors.zeros(2)).step(g).parameters().toDoubleArray(),
                1e-15);
        assertArrayEquals(
                new double[] {-3, 3.5},
                sgd(1).clipValue(3.5)
                        .init(Tensors.zeros(2))
                        .step(g)
                        .parameters()
                        .toDoubleArray(),
                1e-15);
        var two = sgd(1).clipNorm(1)
                .init(List.of(Tensors.of(0.0), Tensors.of(0.0)))
                .step(List.of(Tensors.of(3.0), Tensors.of(-4.0)));
        assertEquals(-0.6, two.parameters().get(0).item(), 1e-15);
    }

    @Test
    void schedules() {
        assertEquals(0.1, inverseTimeDecay(5, 50).at(0));
        assertEquals(5.0 / 1050, inverseTimeDecay(5, 50).at(1000));
        assertEquals(0.01 * Math.sqrt(0.5), exponentialDecay(0.01, 0.5, 100).at(50), 1e-15);
        assertEquals(0.005, stepDecay(0.01, 0.5, 100).at(199));
        assertEquals(0.0025, stepDecay(0.01, 0.5, 100).at(200));
        assertEquals(0.05, cosineDecay(0.1, 100).at(50), 1e-15);
        assertEquals(0, cosineDecay(0.1, 100).at(100));
        assertEquals(0.025, warmUp(4, Schedule.constant(0.1)).at(0));
        assertEquals(0.1, warmUp(4, Schedule.constant(0.1)).at(3));
        assertEquals(0.1, warmUp(4, cosineDecay(0.1, 100)).at(4));
        assertThrows(IllegalArgumentException.class, () -> sgd(-1));
        assertThrows(IllegalArgumentException.class, () -> sgd(1).momentum(1));
    }

    @Test
    void theOneLineFormKeepsAHistory() {
        Fit<Tensor> fit = minimize(x -> x.square(), 5, sgd(0.1), 10, watch().path());
        assertEquals(0.536870912, fit.parameters().item(), 1e-15);
        assertEquals(0.288230376, fit.value(), 1e-9);
        assertEquals(10, fit.losses().length);
        assertEquals(25, fit.losses()[0]);
        assertEquals(11, fit.path().size());
        assertEquals(5, fit.path().get(0).item());
        assertEquals(StopReason.STEPS_DONE, fit.reason());
        assertTrue(fit.toString().contains("all steps done"));
    }

    @Test
    void criteriaEndTheLoop() {
        assertEquals(
                StopReason.LOSS_SMALL,
                minimize(x -> x.square(), 5, sgd(0.1), 1000, watch().lossBelow(1))
                        .reason());
        Fit<Tensor> patient = minimize(x -> x.square(), 5, sgd(1.0), 1000, watch().patience(7));
        assertEquals(StopReason.OUT_OF_PATIENCE, patient.reason());
        assertEquals(8, patient.steps());
        Fit<Tensor> wild = minimize(x -> x.square().times(x.square()), 5, sgd(10), 1000);
        assertEquals(StopReason.NOT_FINITE, wild.reason());
        assertTrue(Double.isFinite(wild.parameters().item()));
        assertFalse(wild.converged());
        Fit<Tensor> best = minimize(x -> x.minus(0.9).square(), 5, sgd(1.02), 20, watch().keepBest());
        assertEquals(16.81, best.value(), 1e-12);
        List<Integer> seen = new ArrayList<>();
        minimize(x -> x.square(), 5, sgd(0.1), 3, watch().each((step, loss) -> seen.add(step)));
        assertEquals(List.of(0, 1, 2), seen);
    }

    @Test
    void trainingTakesBatchesAsArguments() {
        Training<List<Tensor>> training = training(
                (p, data) -> data[0].matmul(p.get(0)).minus(data[1]).square().mean(),
                List.of(Tensors.zeros(2)),
                adam(0.1));
        Tensor x = Tensors.of(new double[][] {{1, 0}, {1, 1}, {1, 2}, {1, 3}});
        Tensor y = Tensors.of(1.0, 3.0, 5.0, 7.0);
        for (int i = 0; i < 1500; i++) {
            int from = i % 2 * 2;
            training.step(x.slice(from, from + 2), y.slice(from, from + 2));
        }
        assertArrayEquals(new double[] {1, 2}, training.parameters().get(0).toDoubleArray(), 1e-3);
        assertEquals(1500, training.steps());
    }

    @Test
    void aLossThatChangesFromCallToCallIsRunAsWritten() {
        int[] calls = {0};
        Fit<Tensor> fit = minimize(x -> x.minus(calls[0]++ / 1000.0).square(), 5, sgd(0.1), 400);
        assertEquals(0.4, fit.parameters().item(), 0.1);
        assertTrue(calls[0] >= 390, "called " + calls[0] + " times");
        int[] quiet = {0};
        minimize(
                x -> {
                    quiet[0]++;
                    return x.square();
                },
                5,
                sgd(0.1),
                1000);
        assertTrue(
                quiet[0] < 20, "a steady loss is followed once and looked at now and then, not " + quiet[0] + " times");
    }

    @Test
    void aLossThatEndsReturnsToTheLastGoodParameters() {
        Fit<Tensor> fit = minimize(x -> x.sqrt(), 1, sgd(0.5), 100, watch().path());
        assertEquals(StopReason.NOT_FINITE, fit.reason());
        double x = 1;
        double good = x;
        while (x >= 0) {
            good = x;
            x -= 0.5 * 0.5 / Math.sqrt(x);
        }
        assertEquals(good, fit.parameters().item(), 1e-12);
        assertTrue(Double.isFinite(fit.value()));
    }

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
