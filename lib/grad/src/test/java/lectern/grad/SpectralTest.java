package lectern.grad;

import static lectern.tensor.Linalg.eigh;
import static lectern.tensor.Linalg.norm;
import static lectern.tensor.Linalg.qr;
import static lectern.tensor.Linalg.svd;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import lectern.compile.Compiler;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import org.junit.jupiter.api.Test;

/** Derivatives through eigenvalues and singular values with planted multiplicities, against closed forms. */
class SpectralTest {
    private static final int MATRICES = 150;

    /** A function of numbers, its derivative, and its form in tensors. */
    private record Curve(DoubleUnaryOperator value, DoubleUnaryOperator slope, UnaryOperator<Tensor> tensor) {
        /** The divided difference, or the slope in the middle of neighbours. */
        double quotient(double a, double b) {
            return Math.abs(a - b) < 1e-5
                    ? slope.applyAsDouble((a + b) / 2)
                    : (value.applyAsDouble(a) - value.applyAsDouble(b)) / (a - b);
        }
    }

    private static final List<Curve> CURVES = List.of(
            new Curve(x -> x, x -> 1, w -> w),
            new Curve(Math::sqrt, x -> 0.5 / Math.sqrt(x), Tensor::sqrt),
            new Curve(Math::log, x -> 1 / x, Tensor::log),
            new Curve(Math::exp, Math::exp, Tensor::exp),
            new Curve(x -> 1 / x, x -> -1 / (x * x), Tensor::reciprocal),
            new Curve(x -> x * x * x, x -> 3 * x * x, w -> w.pow(3)),
            new Curve(x -> x - 1, x -> 1, w -> w.minus(1)),
            new Curve(x -> 1, x -> 0, w -> w.times(0).plus(1)));

    private static Tensor random(SplittableRandom random, int... shape) {
        int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
        return Raw.wrap(random.doubles(size, -1, 1).toArray(), shape);
    }

    private static Tensor rotation(SplittableRandom random, int n, int k) {
        return qr(random(random, n, k)).q();
    }

    /** Values with planted groups: equal, apart by the distance given, or free. */
    private static double[] planted(SplittableRandom random, int n, double apart) {
        double[] w = random.doubles(n, 0.5, 2).toArray();
        for (int i = 1; i < n; i++) {
            if (random.nextInt(3) > 0) {
                w[i] = w[i - 1] + apart * random.nextDouble(0.5, 1);
            }
        }
        return w;
    }

    private static void close(Tensor expected, Tensor found, double tolerance, String what) {
        double scale = Math.max(1, expected.abs().max().item());
        double distance = expected.minus(found).abs().max().item();
        assertTrue(
                distance <= tolerance * scale,
                () -> what + ": " + distance + "\nexpected " + expected + "\nfound " + found);
    }

    private static Tensor spectral(UnaryOperator<Tensor> h, Tensor a) {
        var r = eigh(a);
        return r.vectors().times(h.apply(r.values())).matmul(r.vectors().T());
    }

    @Test
    void matrixFunctionsHaveTheDerivativeOfDaleckiiAndKrein() {
        SplittableRandom random = new SplittableRandom(1);
        for (int trial = 0; trial < MATRICES; trial++) {
            int n = random.nextInt(2, 7);
            double apart = random.nextBoolean() ? 0 : Math.pow(10, -random.nextInt(1, 15));
            double[] w = planted(random, n, apart);
            boolean diagonal = random.nextInt(3) == 0;
            Tensor v = diagonal ? Tensors.eye(n) : rotation(random, n, n);
            Tensor a = v.times(Tensors.of(w)).matmul(v.T());
            Tensor symmetric = a.plus(a.T()).times(0.5);
            Curve first = CURVES.get(trial % CURVES.size());
            Curve second = CURVES.get(random.nextInt(CURVES.size()));
            Tensor c = random(random, n, n);
            Tensor d = random(random, n, n);
            Fn f = x -> spectral(first.tensor, x)
                    .times(c)
                    .sum()
                    .plus(spectral(second.tensor, x).times(d).sum());
            Tensor expected = krein(first, w, v, c).plus(krein(second, w, v, d));
            String what = "matrix " + trial + " of eigenvalues " + Arrays.toString(w) + ", apart " + apart;
            close(expected, Grad.grad(f).apply(symmetric), 2e-9, what);
            close(expected, Compiler.compile(Grad.grad(f)).apply(symmetric), 2e-9, what);
            Tensor direction = random(random, n, n);
            Fn once = x -> spectral(t -> first.tensor.apply(t).times(second.tensor.apply(t)), x)
                    .times(c)
                    .sum();
            Curve product = new Curve(
                    x -> first.value.applyAsDouble(x) * second.value.applyAsDouble(x),
                    x -> first.slope.applyAsDouble(x) * second.value.applyAsDouble(x)
                            + first.value.applyAsDouble(x) * second.slope.applyAsDouble(x),
                    t -> t);
            Tensor one = krein(product, w, v, c);
            close(one, Grad.vjp(once, symmetric).pull(Tensors.of(1.0)), 2e-9, what);
            forward(once, symmetric, direction.plus(direction.T()), one, what);
        }
    }

    /** Forward mode agrees or says that it cannot. */
    private static void forward(Fn f, Tensor at, Tensor direction, Tensor gradient, String what) {
        try {
            double found = Grad.jvp(f, at, direction).tangent().item();
            double expected = gradient.times(direction).sum().item();
            assertEquals(expected, found, 1e-4 * (1 + Math.abs(expected)), what);
        } catch (ArithmeticException e) {
            assertTrue(e.getMessage().contains("forward mode"), e.getMessage());
        }
    }

    private static Tensor krein(Curve h, double[] w, Tensor v, Tensor c) {
        int n = w.length;
        double[] q = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                q[i * n + j] = h.quotient(w[i], w[j]);
            }
        }
        Tensor half = c.plus(c.T()).times(0.5);
        Tensor inner = v.T().matmul(half).matmul(v).times(Raw.wrap(q, n, n));
        return v.matmul(inner).matmul(v.T());
    }

    @Test
    void reconstructionsFromSingularValuesHaveTheirDerivative() {
        SplittableRandom random = new SplittableRandom(2);
        for (int trial = 0; trial < MATRICES; trial++) {
            int m = random.nextInt(1, 6);
            int n = random.nextInt(1, 6);
            int k = Math.min(m, n);
            double[] s = planted(random, k, random.nextBoolean() ? 0 : 1e-9);
            for (int i = 0; i < k; i++) {
                s[i] = random.nextInt(4) == 0 ? 0 : s[i];
            }
            Tensor a = rotation(random, m, k)
                    .times(Tensors.of(s))
                    .matmul(rotation(random, n, k).T());
            Tensor c = random(random, m, n);
            String what = "matrix " + trial + " (" + m + ", " + n + ") of singular values " + Arrays.toString(s);
            Fn whole = x -> {
                var r = svd(x);
                return r.u().times(r.s().expandDims(0)).matmul(r.vt()).times(c).sum();
            };
            close(c, Grad.grad(whole).apply(a), 1e-8, what);
            Fn odd = x -> {
                var r = svd(x);
                return r.u().times(r.s().pow(3).expandDims(0))
                        .matmul(r.vt())
                        .times(c)
                        .sum();
            };
            Fn plain = x -> x.matmul(x.T()).matmul(x).times(c).sum();
            close(Grad.grad(plain).apply(a), Grad.grad(odd).apply(a), 1e-8, what);
            close(a.times(2), Grad.grad(x -> svd(x).s().square().sum()).apply(a), 1e-9, what);
            Tensor slope = Grad.grad(x -> svd(x).s().sum()).apply(a);
            assertTrue(svd(slope).s().max().item() <= 1 + 1e-9, what);
            assertEquals(Arrays.stream(s).sum(), slope.times(a).sum().item(), 1e-9, what);
            Tensor top = Grad.grad(x -> norm(x, 2)).apply(a);
            assertTrue(svd(top).s().sum().item() <= 1 + 1e-9, what);
            assertEquals(Arrays.stream(s).max().orElse(0), top.times(a).sum().item(), 1e-9, what);
        }
    }

    @Test
    void vectorsOfEqualValuesTakenOneByOneAreRefused() {
        Tensor c = Tensors.of(new double[][] {{1, 2, 3}, {-2, 0.5, 1}, {0.3, 4, -1}});
        Tensor turned = rotation(new SplittableRandom(3), 3, 3);
        Tensor a = turned.times(Tensors.of(1.0, 1, 2)).matmul(turned.T());
        for (Fn f : List.<Fn>of(
                x -> eigh(x).vectors().times(c).sum(),
                x -> eigh(x).vectors().square().times(c).sum(),
                x -> svd(x).u().times(c).sum())) {
            String message = assertThrows(
                            ArithmeticException.class, () -> Grad.grad(f).apply(a))
                    .getMessage();
            assertTrue(message.contains("not unique") && message.contains("sqrtm"), message);
        }
        Fn tall = x -> svd(x).u().times(c.get(":, 0:2")).sum();
        Tensor thin = Tensors.of(new double[][] {{1, 0}, {0, 0}, {0, 0}});
        assertTrue(assertThrows(ArithmeticException.class, () -> Grad.grad(tall).apply(thin))
                .getMessage()
                .contains("zero values"));
        Fn smooth = x -> spectral(Tensor::exp, x).times(c).sum();
        assertTrue(assertThrows(
                        ArithmeticException.class, () -> Grad.hessian(smooth).apply(Tensors.eye(3)))
                .getMessage()
                .contains("equal"));
    }

    @Test
    void batchesOfMatricesTakeEachItsOwnLimit() {
        Tensor c = Tensors.of(new double[][] {{1, 2}, {2, -1}});
        Tensor batch =
                Tensors.stack(Tensors.eye(2), Tensors.of(new double[][] {{2, 0.5}, {0.5, 1}}), Tensors.zeros(2, 2));
        Fn f = x -> {
            var r = eigh(x);
            return r.vectors()
                    .times(r.values().expandDims(-2))
                    .matmul(r.vectors().swapAxes(-1, -2))
                    .times(c)
                    .sum();
        };
        close(c.expandDims(0).broadcastTo(3, 2, 2), Grad.grad(f).apply(batch), 1e-12, "a batch");
    }
}
