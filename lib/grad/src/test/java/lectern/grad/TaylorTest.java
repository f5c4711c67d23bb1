package lectern.grad;

import static lectern.grad.Grad.derivative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import lectern.compile.Compiler;
import lectern.tensor.Linalg;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

/** Derivatives of high order by power series: against closed forms, Hipparchus, and nested first derivatives. */
class TaylorTest {
    private static Map<String, Fn> functions() {
        Tensor matrix = Raw.wrap(new double[] {1, 2, -1, 0.5, 0.3, 1}, 3, 2);
        Tensor picks = Raw.wrap(new long[] {2, 0, 2}, 3);
        Map<String, Fn> all = new LinkedHashMap<>();
        all.put("reciprocal", x -> x.reciprocal());
        all.put("sqrt", x -> x.sqrt());
        all.put("exp", x -> x.square().exp());
        all.put("expm1", x -> x.square().expm1());
        all.put("log", x -> x.square().plus(0.1).log());
        all.put("log1p", x -> x.square().log1p());
        all.put("sin cos", x -> x.square().sin().times(x.times(2).cos()));
        all.put("tan", x -> x.times(0.5).tan());
        all.put("asin acos", x -> x.times(0.3).asin().plus(x.square().times(0.2).acos()));
        all.put("atan", x -> x.square().atan());
        all.put("sinh cosh", x -> x.sinh().minus(x.square().cosh()));
        all.put("tanh", x -> x.square().tanh());
        all.put("sigmoid", x -> x.square().sigmoid());
        all.put("softplus", x -> x.square().softplus());
        all.put("erf", x -> x.square().times(0.7).erf());
        all.put("abs neg", x -> x.minus(1.5).abs().times(x).neg());
        all.put("quotient", x -> x.sin().div(x.square().plus(1)));
        all.put("constant quotient", x -> Tensors.of(2.0).div(x).minus(x).plus(x.div(3)));
        all.put(
                "powers",
                x -> x.pow(3).plus(x.pow(-2)).plus(x.pow(2.5)).plus(x.pow(0)).plus(x.pow(1)));
        all.put("variable power", x -> x.pow(x));
        all.put(
                "extremes",
                x -> x.square().maximum(x.times(2)).plus(x.minimum(1.2)).plus(x.maximum(0)));
        all.put("choice", x -> Tensors.where(x.gt(1.3), x.pow(4), x.sin()));
        all.put("remainder", x -> x.square().mod(Tensors.of(0.7)));
        all.put("sum", x -> x.times(x.sin().sum()));
        all.put("mean and shapes", x -> x.reshape(3, 1).times(x.cos()).mean(0).square());
        all.put("broadcast", x -> x.reshape(1, 3).broadcastTo(2, 3).square().sum(0));
        all.put("scalar against an array", x -> x.sum().exp().plus(matrix).times(0.01));
        all.put("matrix product", x -> x.square().reshape(1, 3).matmul(matrix).sin());
        all.put("product of two", x -> x.reshape(1, 3).matmul(x.sin().reshape(3, 1)));
        all.put("transposition", x -> x.reshape(3, 1).T().times(x.square()));
        all.put(
                "slices",
                x -> Tensors.concat(
                        0, x.slice(0, 0, 2).square(), x.slice(0, 2, 3).exp()));
        all.put("picks", x -> x.square().take(picks, 0).sin());
        all.put("running sum", x -> x.square().cumsum(0).sin());
        all.put("no dependence", x -> Tensors.of(1.0, 2, 3));
        all.put("line", x -> x.times(3).plus(1));
        all.put(
                "inner derivative",
                x -> Grad.elementwiseGrad(t -> t.sin().times(t.square())).apply(x));
        all.put("product over all, nested", x -> x.sin().prod());
        all.put("inverse, nested", x -> Linalg.inv(Tensors.eye(3).times(x.plus(2))));
        all.put("largest, nested", x -> x.square().max());
        all.put(
                "own rule, nested",
                Grad.custom(t -> t.pow(3), (g, y, t) -> g.times(t.square().times(3))));
        return all;
    }

    private static Fn nested(Fn f, int n) {
        Fn out = f;
        for (int i = 0; i < n; i++) {
            out = derivative(out);
        }
        return out;
    }

    @Test
    void everyOperationAgreesWithNestedDerivatives() {
        Tensor x = Tensors.of(0.4, 1.1, 1.9);
        functions().forEach((name, f) -> {
            for (int n = 2; n <= 4; n++) {
                Tensor expected = nested(f, n).apply(x);
                Tensor found = derivative(f, n).apply(x);
                assertArrayEquals(expected.shape(), found.shape(), name);
                double scale = Math.max(1, expected.abs().max().item());
                assertArrayEquals(expected.toDoubleArray(), found.toDoubleArray(), 1e-9 * scale, name + ", order " + n);
            }
        });
    }

    @Test
    void tenthDerivativeOfExpOfSin() {
        DSFactory factory = new DSFactory(1, 10);
        for (double at = -3; at <= 3; at += 0.37) {
            DerivativeStructure oracle = factory.variable(0, at).sin().exp();
            for (int n = 1; n <= 10; n++) {
                double expected = oracle.getPartialDerivative(n);
                assertEquals(
                        expected,
                        derivative((Fn) x -> x.sin().exp(), n).at(at),
                        1e-10 * Math.max(1, Math.abs(expected)),
                        "order " + n + " at " + at);
            }
        }
    }

    @Test
    void closedForms() {
        assertEquals(
                Math.pow(2, 20) * Math.exp(0.6),
                derivative((Fn) x -> x.times(2).exp(), 20).at(0.3),
                1e-6);
        assertEquals(0, derivative((Fn) x -> x.pow(7), 8).at(0.0));
        assertEquals(5040, derivative((Fn) x -> x.pow(7), 7).at(0.0));
        assertEquals(0, derivative((Fn) x -> x.pow(7), 3).at(0.0));
        double factorial = 1;
        for (int n = 1; n <= 12; n++) {
            factorial *= n;
            double expected = (n % 2 == 0 ? 1 : -1) * factorial / Math.pow(1.5, n + 1);
            assertEquals(expected, derivative((Fn) x -> x.reciprocal(), n).at(1.5), 1e-12 * Math.abs(expected));
        }
    }

    @Test
    void ordersAddUpWhenNested() {
        Fn f = x -> x.square().sin();
        double expected = nested(f, 5).at(0.7);
        assertEquals(expected, derivative(derivative(f, 2), 3).at(0.7), 1e-9 * Math.abs(expected));
        assertEquals(expected, derivative(Grad.grad(derivative(f, 2)), 2).at(0.7), 1e-9 * Math.abs(expected));
        Fn compiled = Compiler.compile(derivative(f, 5));
        assertEquals(expected, compiled.at(0.7), 1e-9 * Math.abs(expected));
    }

    @Test
    void branchesFollowValuesAndTypesStay() {
        Fn f = x -> x.sum().item() > 0 ? x.exp() : x.sin();
        assertEquals(Math.exp(0.5), derivative(f, 4).at(0.5), 1e-12);
        assertEquals(Math.sin(-0.5), derivative(f, 4).at(-0.5), 1e-12);
        Tensor x = Tensors.of(0.5, 1).cast(DType.FLOAT32);
        assertEquals(DType.FLOAT32, derivative((Fn) t -> t.tanh(), 3).apply(x).dtype());
    }
}
