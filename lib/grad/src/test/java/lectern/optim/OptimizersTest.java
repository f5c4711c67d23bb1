package lectern.optim;

import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lectern.grad.Grad;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;

/** Each optimiser's first steps against closed forms, schedules and criteria. */
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
}
