package lectern.optim;

import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.*;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lectern.grad.Fn;
import lectern.grad.Grad;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;

/** A fit says that it converged at minima only, and otherwise says what stands in the way. */
class FitsTest {
    private static final Fn SADDLE = x -> x.get(0).square().minus(x.get(1).square());
    private static final Fn WHERE_ROOT = x ->
            Tensors.where(x.gt(0), x.sqrt(), 0).sum().plus(x.minus(1).square().sum());

    /** Every verb of the room that makes a solver or an optimiser, found by what it returns. */
    private static List<Object> verbs(Class<?> kind) throws ReflectiveOperationException {
        List<Object> made = new ArrayList<>();
        for (var verb : Optim.class.getMethods()) {
            if (Modifier.isStatic(verb.getModifiers()) && kind.isAssignableFrom(verb.getReturnType())) {
                Class<?>[] types = verb.getParameterTypes();
                if (Arrays.stream(types).allMatch(type -> type == double.class)) {
                    Object[] arguments = new Object[types.length];
                    Arrays.fill(arguments, 0.05);
                    made.add(verb.invoke(null, arguments));
                }
            }
        }
        assertTrue(made.size() >= 4, made.toString());
        return made;
    }

    private static Map<String, Fit<Tensor>> fits(Fn f, Tensor start) throws ReflectiveOperationException {
        Map<String, Fit<Tensor>> fits = new LinkedHashMap<>();
        for (Object method : verbs(Method.class)) {
            fits.put(method.toString(), minimize(f, start, (Method) method));
        }
        for (Object optimizer : verbs(Optimizer.class)) {
            fits.put(optimizer.toString(), minimize(f, start, (Optimizer) optimizer, 100));
        }
        return fits;
    }

    @Test
    void aLossThatFallsWithoutEndIsUnboundedForEverySolver() throws ReflectiveOperationException {
        List<Fn> endless = List.of(
                x -> x.sum(),
                x -> x.square().sum().neg(),
                x -> x.pow(3).sum(),
                x -> x.get(0).square().minus(x.get(1).exp()),
                x -> x.times(1e-9).sum());
        for (Fn f : endless) {
            for (Object method : verbs(Method.class)) {
                Fit<Tensor> fit = minimize(f, Tensors.of(-1.0, -2.0), (Method) method, watch());
                boolean level = fit.reason() == StopReason.GRADIENT_SMALL
                        && Grad.grad(f).apply(fit.parameters()).abs().max().item() <= 1e-8;
                if (!level) {
                    assertEquals(StopReason.UNBOUNDED, fit.reason(), method + ": " + fit);
                    assertFalse(fit.converged());
                    assertTrue(fit.toString().contains("falls without end"), fit.toString());
                    assertTrue(Double.isFinite(fit.value()));
                }
            }
        }
        Fit<Tensor> adam = minimize(x -> x.exp().neg().sum(), Tensors.of(600.0), sgd(1e-200), 50);
        assertFalse(adam.converged());
    }

    @Test
    void aDistantMinimumIsNotCalledUnbounded() throws ReflectiveOperationException {
        Fn far = x -> x.square().minus(x.times(1e10)).sum();
        for (Object method : verbs(Method.class)) {
            Fit<Tensor> fit = minimize(far, Tensors.of(0.0), (Method) method);
            assertEquals(5e9, fit.parameters().item(), 1, method + ": " + fit);
            assertNotEquals(StopReason.UNBOUNDED, fit.reason());
        }
        Fn corner = x -> x.minus(1e14).abs().sum();
        assertNotEquals(
                StopReason.UNBOUNDED, minimize(corner, Tensors.of(0.0), lbfgs()).reason());
    }

    @Test
    void saddlesAndMaximaAreNotConverged() throws ReflectiveOperationException {
        List<Fn> falling = List.of(
                SADDLE,
                x -> x.get(0).times(x.get(1)),
                x -> x.cos().sum(),
                x -> x.square().minus(1).square().sum());
        for (Fn f : falling) {
            for (Map.Entry<String, Fit<Tensor>> e : fits(f, Tensors.zeros(2)).entrySet()) {
                assertFalse(e.getValue().converged(), e.getKey() + ": " + e.getValue());
            }
        }
        Fit<Tensor> fit = minimize(SADDLE, Tensors.zeros(2), lbfgs());
        assertEquals(StopReason.SADDLE, fit.reason());
        assertEquals(
                StopReason.SADDLE,
                leastSquares(x -> x.square().minus(1), Tensors.zeros(2)).reason());
        assertEquals(
                StopReason.SADDLE,
                minimize(SADDLE, Tensors.zeros(2).cast(DType.FLOAT32), lbfgs()).reason());
    }

    @Test
    void flatAndExactMinimaAreConverged() throws ReflectiveOperationException {
        List<Fn> flat = List.of(
                x -> x.square().sum(),
                x -> x.square().square().sum(),
                x -> x.sum().square(),
                x -> x.sum().times(0).plus(7),
                x -> x.times(Tensors.of(1.0, 1e6)).square().sum());
        for (Fn f : flat) {
            for (Object method : verbs(Method.class)) {
                Fit<Tensor> fit = minimize(f, Tensors.zeros(2), (Method) method);
                assertTrue(fit.converged(), method + ": " + fit);
                assertEquals(0, fit.steps());
            }
        }
    }

    @Test
    void aKinkIsNotConvergedWhereTheLossStillFalls() throws ReflectiveOperationException {
        Fn kinked = x -> x.get(0)
                .minus(x.get(1))
                .abs()
                .times(10)
                .plus(x.sum().minus(3).abs())
                .plus(1e8);
        for (Map.Entry<String, Fit<Tensor>> e :
                fits(kinked, Tensors.of(0.3, -0.4)).entrySet()) {
            Fit<Tensor> fit = e.getValue();
            assertFalse(fit.converged() && fit.value() > 1e8 + 0.1, e.getKey() + ": " + fit);
        }
    }

    @Test
    void aGradientWithoutAValueIsExplained() throws ReflectiveOperationException {
        for (Map.Entry<String, Fit<Tensor>> e :
                fits(WHERE_ROOT, Tensors.of(0.0, 2.0)).entrySet()) {
            Fit<Tensor> fit = e.getValue();
            assertEquals(StopReason.GRADIENT_NOT_FINITE, fit.reason(), e.getKey());
            assertFalse(fit.toString().contains("learning rate"), fit.toString());
            assertTrue(fit.toString().contains("square root"), fit.toString());
            assertTrue(fit.toString().contains("NaN at [0]"), fit.toString());
            assertArrayEquals(new double[] {0, 2}, fit.parameters().toDoubleArray(), e.getKey());
            assertEquals(Math.sqrt(2) + 2, fit.value(), 1e-12);
        }
        Fit<Tensor> squares = leastSquares(WHERE_ROOT, Tensors.of(0.0, 2.0));
        assertEquals(StopReason.GRADIENT_NOT_FINITE, squares.reason());
        ConstrainedFit bound =
                minimize(WHERE_ROOT, Tensors.of(0.0, 2.0), subjectTo().between(0, 3));
        assertEquals(StopReason.GRADIENT_NOT_FINITE, bound.reason());
        ConstrainedFit entropy = minimize(
                x -> x.times(x.log()).sum(), Tensors.of(0.0, 0.5), subjectTo().between(0, 1));
        assertEquals(StopReason.NOT_FINITE, entropy.reason());
        assertFalse(entropy.toString().contains("learning rate"), entropy.toString());
        assertTrue(entropy.toString().contains("from the start"), entropy.toString());
    }

    @Test
    void trainingNeverLeavesParametersWithoutAValue() {
        for (boolean compiled : new boolean[] {true, false}) {
            Training<List<Tensor>> training = training(
                    (p, data) -> {
                        Tensor x = p.get(1);
                        if (!compiled && x.sum().item() > 1e9) {
                            return x.sum();
                        }
                        return Tensors.where(x.gt(0), x.sqrt(), 0)
                                .sum()
                                .plus(p.get(0).square().sum());
                    },
                    List.of(Tensors.ones(1), Tensors.of(0.0, 4.0)),
                    adam(0.1));
            for (int i = 0; i < 4; i++) {
                assertEquals(3, training.step(), 1e-12);
                assertArrayEquals(
                        new double[] {0, 4}, training.parameters().get(1).toDoubleArray(), "compiled " + compiled);
                assertTrue(training.trouble().contains("NaN at [0] of tensor 1"), training.trouble());
            }
            assertEquals(0, training.steps());
        }
        Training<Tensor> wild = training((x, data) -> x.square().sum().times(1e300), Tensors.of(1.0), sgd(1e10));
        wild.step();
        assertEquals(1, wild.parameters().item());
        assertTrue(wild.trouble().contains("smaller learning rate"), wild.trouble());
        Training<Tensor> good = training((x, data) -> x.square().sum(), Tensors.of(1.0), sgd(0.1));
        good.step();
        assertNull(good.trouble());
        assertEquals(0.8, good.parameters().item(), 1e-15);
    }

    @Test
    void aRandomLossDrawsAsInALoopByHand() {
        Fn noisy = x -> x.minus(Sampling.randn(3)).square().sum();
        Fn branching = x -> x.sum().item() > 1e9 ? x.sum() : noisy.apply(x);
        for (Fn loss : List.of(noisy, branching)) {
            Sampling.seed(1);
            Tensor x = Tensors.zeros(3);
            double[] losses = new double[20];
            for (int i = 0; i < losses.length; i++) {
                var result = Grad.valueAndGrad(loss).apply(x);
                losses[i] = result.value().item();
                x = x.minus(result.grad().times(0.1));
            }
            double next = Sampling.rand().item();
            Sampling.seed(1);
            Fit<Tensor> fit = minimize(loss, Tensors.zeros(3), sgd(0.1), losses.length);
            assertArrayEquals(losses, fit.losses(), 1e-12);
            assertArrayEquals(x.toDoubleArray(), fit.parameters().toDoubleArray(), 1e-12);
            assertEquals(next, Sampling.rand().item());
        }
    }
}
