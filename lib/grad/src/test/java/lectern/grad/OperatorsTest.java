package lectern.grad;

import static lectern.grad.Grad.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import lectern.compile.Compiler;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.ShapeException;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

/** The operators against closed forms and Hipparchus. */
class OperatorsTest {
    private static final Fn EXP_SIN = x -> x.sin().exp();

    @Test
    void nestedDerivativesDoNotConfuseTheirPerturbations() {
        Fn byReverse = x -> x.times(grad((Fn) y -> x.times(y)).apply(x));
        Fn byForward = x -> x.times(derivative(y -> x.times(y)).apply(x));
        assertEquals(6, grad(byReverse, 3));
        assertEquals(6, grad(byForward, 3));
        assertEquals(6, derivative(byReverse).at(3));
        assertEquals(6, derivative(byForward).at(3));
        Fn deep = x -> x.times(grad((Fn) y ->
                        y.times(derivative(z -> x.times(y).times(z.square())).apply(y)))
                .apply(x));
        assertEquals(6 * 4 * Math.pow(1.5, 3), grad(x -> deep.apply(x), 1.5), 1e-12); // f = x · d/dy(2xy³) = 6x⁴
    }

    @Test
    void tenthDerivativeOfExpSin() {
        DerivativeStructure oracle = new DSFactory(1, 10).variable(0, 0.7).sin().exp();
        for (int n = 0; n <= 10; n++) {
            double expected = oracle.getPartialDerivative(n);
            double tolerance = 1e-9 * Math.max(1, Math.abs(expected));
            assertEquals(expected, derivative(EXP_SIN, n).at(0.7), tolerance, "order " + n);
        }
        assertEquals(oracle.getPartialDerivative(3), grad(grad(grad(EXP_SIN))).at(0.7), 1e-11);
    }

    @Test
    void mixedPartialsAgreeWithHipparchus() {
        DSFactory factory = new DSFactory(2, 3);
        DerivativeStructure dx = factory.variable(0, 0.8);
        DerivativeStructure dy = factory.variable(1, 1.4);
        DerivativeStructure oracle =
                dx.multiply(dy).tanh().add(dx.divide(dy).atan()).multiply(dy.log());
        Fn2 f = (x, y) -> x.times(y).tanh().plus(x.div(y).atan()).times(y.log());
        assertEquals(
                oracle.getPartialDerivative(2, 1), grad(grad(grad(f, 0), 1), 0).at(0.8, 1.4), 1e-12);
        assertEquals(
                oracle.getPartialDerivative(1, 2), grad(grad(grad(f, 1), 0), 1).at(0.8, 1.4), 1e-12);
    }

    @Test
    void derivativesPassThroughRecursionLoopsAndBranches() {
        assertEquals(1, grad((Fn) OperatorsTest::factorial, 2));
        assertEquals(5, grad((Fn) OperatorsTest::factorial, 3));
        Fn newton = a -> {
            Tensor x = a;
            while (Math.abs(x.square().minus(a).item()) > 1e-15) {
                x = x.plus(a.div(x)).times(0.5);
            }
            return x;
        };
        assertEquals(0.5 / Math.sqrt(2), grad(newton, 2), 1e-8);
        Fn deep = x -> {
            Tensor y = x;
            for (int i = 0; i < 100_000; i++) {
                y = y.times(1.00001);
            }
            return y;
        };
        assertEquals(Math.pow(1.00001, 100_000), grad(deep, 1), 1e-9);
    }

    private static Tensor factorial(Tensor n) {
        return n.item() <= 1 ? Tensors.of(1.0) : n.times(factorial(n.minus(1)));
    }

    @Test
    void jacobianAndHessian() {
        Tensor a = Tensors.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        Tensor x = Tensors.of(0.3, -0.2, 0.5);
        Tensor wide = jacobian(t -> a.matmul(t).square()).apply(x);
        Tensor tall = jacobian(t -> a.T().matmul(t)).apply(Tensors.of(1.0, 2.0));
        assertArrayEquals(new int[] {2, 3}, wide.shape());
        double r0 = 0.3 - 0.4 + 1.5;
        assertArrayEquals(new double[] {2 * r0, 4 * r0, 6 * r0}, wide.get(0).toDoubleArray(), 1e-14);
        assertArrayEquals(a.T().toDoubleArray(), tall.toDoubleArray());
        Fn f = t -> t.get(0).pow(3).times(t.get(1)).plus(t.get(2).square());
        assertArrayEquals(
                new double[] {6 * 0.3 * -0.2, 3 * 0.09, 0, 3 * 0.09, 0, 0, 0, 0, 2},
                hessian(f).apply(x).toDoubleArray(),
                1e-14);
        assertArrayEquals(new int[] {3, 3}, hessian(f).apply(x).shape());
        Tensor v = Tensors.of(1.0, -2.0, 0.5);
        assertArrayEquals(
                hessian(f).apply(x).matmul(v).toDoubleArray(), hvp(f, x, v).toDoubleArray(), 1e-14);
        assertArrayEquals(
                new int[] {2, 2, 2, 2},
                jacobian(t -> t.T().times(2)).apply(Tensors.ones(2, 2)).shape());
    }

    @Test
    void directionalProductsAreAdjoint() {
        Fn f = t -> t.sin().outer(t.exp()).sum(1);
        Tensor x = Tensors.of(0.1, 0.9, -0.4);
        Tensor v = Tensors.of(1.0, 2.0, -1.0);
        Tensor u = Tensors.of(0.5, -1.5, 2.0);
        Jvp forward = jvp(f, x, v);
        Vjp<Tensor> backward = vjp(f, x);
        assertEquals(forward.tangent().dot(u).item(), backward.pull(u).dot(v).item(), 1e-13);
        assertArrayEquals(f.apply(x).toDoubleArray(), backward.value().toDoubleArray());
        assertArrayEquals(f.apply(x).toDoubleArray(), forward.value().toDoubleArray());
        assertArrayEquals(
                backward.pull(u).times(2).toDoubleArray(),
                backward.pull(u.times(2)).toDoubleArray(),
                1e-14);
    }

    record Layer(Tensor weight, Tensor bias, String name, int width, double scale) {}

    @Test
    void gradientsHaveTheStructureOfTheirPoint() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(
                "layers",
                List.of(
                        new Layer(Tensors.ones(2, 3), Tensors.zeros(3), "first", 3, 2.0),
                        new Layer(Tensors.ones(3, 1), Tensors.zeros(1), "last", 1, 1.0)));
        parameters.put("rate", 0.5);
        parameters.put("pair", new Tensor[] {Tensors.of(1.0, 2.0), Tensors.of(3.0, 4.0)});
        Map<String, Object> g = grad(p -> loss(p), parameters);
        @SuppressWarnings("unchecked")
        List<Layer> layers = (List<Layer>) g.get("layers");
        assertArrayEquals(new int[] {2, 3}, layers.get(0).weight().shape());
        assertEquals("first", layers.get(0).name());
        assertEquals(3, layers.get(0).width());
        assertArrayEquals(new double[] {3}, layers.get(1).bias().toDoubleArray());
        assertEquals(6, ((Tensor) g.get("rate")).item());
        assertArrayEquals(new double[] {3, 4}, ((Tensor[]) g.get("pair"))[0].toDoubleArray());
    }

    private static Tensor loss(Map<String, Object> p) {
        List<?> layers = (List<?>) p.get("layers");
        Tensor x = Tensors.ones(3, 2);
        for (Object o : layers) {
            Layer layer = (Layer) o;
            x = x.matmul(layer.weight()).plus(layer.bias());
        }
        Tensor rate = (Tensor) p.get("rate");
        Tensor[] pair = (Tensor[]) p.get("pair");
        return x.sum().plus(rate.times(6)).plus(pair[0].dot(pair[1]));
    }

    @Test
    void stoppedValuesAreConstantsAtEveryLevel() {
        assertEquals(2, grad(x -> x.times(stopGradient(x)), 2));
        assertEquals(0, grad(grad((Fn) x -> x.times(stopGradient(x)))).at(2));
        assertEquals(4, derivative(x -> stopGradient(x.square()).times(x)).at(2));
    }

    @Test
    void customRulesReachEveryOrderAndBothModes() {
        Fn cube = custom(x -> x.pow(3), (g, y, x) -> g.times(x.square()).times(3));
        checkGrads((Function<Tensor, Tensor>) x -> cube.apply(x).times(x), Tensors.of(0.4, -1.2), 3);
        Fn wrong = custom(x -> x.pow(3), (g, y, x) -> g.times(x.square()).times(2.999));
        AssertionError error = assertThrows(AssertionError.class, () -> checkGrads(wrong, Tensors.of(0.4, -1.2), 1));
        assertTrue(error.getMessage().contains("finite differences"));
        Fn compiled = Compiler.compile(grad((Fn) x -> cube.apply(x).times(x).sum()));
        assertArrayEquals(
                new double[] {4 * 0.064, 4 * -1.728},
                compiled.apply(Tensors.of(0.4, -1.2)).toDoubleArray(),
                1e-12);
        Fn straightThrough = custom(Tensor::round, (g, y, x) -> g);
        assertEquals(1, grad(straightThrough, 0.3));
    }

    @Test
    void aResultThatIsNotANumberIsRefusedWithItsShape() {
        ShapeException error = assertThrows(
                ShapeException.class, () -> grad((Fn) x -> x.square()).apply(Tensors.ones(2, 3)));
        assertTrue(error.getMessage().contains("(2, 3)") && error.getMessage().contains("sum()"), error.getMessage());
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> grad((Fn) x -> x.gt(0)).apply(Tensors.of(1.0)))
                .getMessage()
                .contains("cast"));
        assertThrows(IllegalArgumentException.class, () -> grad((Fn) x -> null).apply(Tensors.of(1.0)));
        assertThrows(IllegalArgumentException.class, () -> grad(p -> Tensors.of(1.0), List.of("none", 3)));
        Fn2 two = Tensor::plus;
        assertThrows(IllegalArgumentException.class, () -> grad(two, 2));
        assertEquals(2, grad(x -> x.square(), 1), "an error leaves no transformation under way");
    }

    @Test
    void changingATensorWhileItIsTracedIsRefused() {
        assertTrue(assertThrows(
                        UnsupportedOperationException.class,
                        () -> grad((Fn) x -> {
                                    x.set(1.0, 0);
                                    return x.sum();
                                })
                                .apply(Tensors.ones(3)))
                .getMessage()
                .contains("traced"));
        assertThrows(
                UnsupportedOperationException.class,
                () -> grad((Fn) x -> {
                            Tensor sums = Tensors.zeros(3);
                            sums.set(0, x.sum());
                            return sums.sum();
                        })
                        .apply(Tensors.ones(3)));
    }

    @Test
    void valuesThatEscapeActAsPlainValues() {
        Tensor[] leaked = new Tensor[1];
        grad(
                x -> {
                    leaked[0] = x.square();
                    return x.exp();
                },
                3);
        assertEquals(10, leaked[0].plus(1).item());
        assertEquals(9, grad(x -> x.times(leaked[0]), 1));
        assertEquals(9, derivative(x -> leaked[0].times(x)).at(1));
        assertEquals(0, leaked[0].plus(1).level());
    }

    @Test
    void threadsDifferentiateSideBySide() {
        Fn f = x -> {
            double[] parts = IntStream.range(0, 200)
                    .parallel()
                    .mapToDouble(i -> grad(grad((Fn) t -> t.pow(3))).at(i))
                    .toArray();
            return x.times(Tensors.of(parts).sum());
        };
        double expected = IntStream.range(0, 200).mapToDouble(i -> 6.0 * i).sum();
        for (int i = 0; i < 20; i++) {
            assertEquals(expected, grad(f, 1.0));
        }
        List<Double> outer = IntStream.range(0, 500)
                .parallel()
                .mapToObj(i -> grad(x -> x.times(grad((Fn) y -> x.times(y)).apply(x)), i))
                .toList();
        for (int i = 0; i < 500; i++) {
            assertEquals(2.0 * i, outer.get(i));
        }
    }
}
