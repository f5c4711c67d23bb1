package lectern.grad;

import static lectern.tensor.Linalg.det;
import static lectern.tensor.Linalg.lstsq;
import static lectern.tensor.Linalg.norm;
import static lectern.tensor.Linalg.pinv;
import static lectern.tensor.Linalg.slogdet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import lectern.compile.Compiler;
import lectern.tensor.Linalg;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Test;

/** Derivatives at corners, at zeros, of singular matrices and of nothing. */
class EdgesTest {
    private static Tensor random(SplittableRandom random, int... shape) {
        return Raw.wrap(random.doubles((long) shape[0] * shape[1], -1, 1).toArray(), shape);
    }

    private static void same(Tensor expected, Tensor found, double tolerance, String what) {
        assertArrayEquals(expected.shape(), found.shape(), what);
        assertArrayEquals(expected.toDoubleArray(), found.toDoubleArray(), tolerance, what);
    }

    @Test
    void determinantsOfSingularMatricesHaveEveryDerivative() {
        SplittableRandom random = new SplittableRandom(4);
        same(
                Tensors.of(new double[][] {{4, -2}, {-2, 1}}),
                Grad.grad(Linalg::det).apply(Tensors.of(new double[][] {{1, 2}, {2, 4}})),
                1e-14,
                "the transposed adjugate");
        for (int n = 1; n <= 6; n++) {
            for (int rank = 0; rank <= n; rank++) {
                Tensor a = rank == 0
                        ? Tensors.zeros(n, n)
                        : random(random, n, rank).matmul(random(random, rank, n));
                Grad.checkGrads((Function<Tensor, Tensor>) Linalg::det, a, 3);
                Tensor compiled = Compiler.compile(Grad.grad(Linalg::det)).apply(a);
                same(Grad.grad(Linalg::det).apply(a), compiled, 1e-12, "compiled, rank " + rank + " of " + n);
                assertEquals(det(a).item(), Grad.vjp(Linalg::det, a).value().item(), 1e-13);
            }
        }
        Tensor batch = Tensors.stack(
                Tensors.zeros(4, 4), Tensors.eye(4), random(random, 4, 2).matmul(random(random, 2, 4)));
        Grad.checkGrads((Function<Tensor, Tensor>) x -> det(x).square(), batch, 2);
        assertTrue(assertThrows(
                        ArithmeticException.class,
                        () -> Grad.grad(x -> slogdet(x).logAbsDet()).apply(Tensors.zeros(2, 2)))
                .getMessage()
                .contains("slogdet"));
    }

    @Test
    void leastSquaresHaveTheirDerivatives() {
        Tensor a = Tensors.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
        same(Tensors.of(-0.25, 0, 0.25), Grad.grad(b -> lstsq(a, b).x().sum()).apply(Tensors.ones(3)), 1e-13, "alone");
        same(
                Tensors.of(0.75, 1, 1.25),
                Grad.grad(b -> lstsq(a, b).x().sum().plus(b.sum())).apply(Tensors.ones(3)),
                1e-13,
                "beside another way");
        Tensor right = Tensors.of(0.3, -1.2, 2.0);
        List<Tensor> tall = List.of(a, right);
        Grad.checkGrads((List<Tensor> p) -> lstsq(p.get(0), p.get(1)).x(), tall, 3);
        Grad.checkGrads((List<Tensor> p) -> lstsq(p.get(0), p.get(1)).residuals(), tall, 2);
        Grad.checkGrads((List<Tensor> p) -> lstsq(p.get(0), p.get(1)).x(), List.of(a.T(), Tensors.of(0.3, 1.1)), 3);
        Fn deficient = s -> {
            Tensor turned = Tensors.of(1.0, 2, -1).outer(Tensors.of(1.0, 0.5)).times(s);
            return pinv(turned).sum();
        };
        assertEquals(
                -pinv(Tensors.of(1.0, 2, -1).outer(Tensors.of(1.0, 0.5))).sum().item() / 4,
                Grad.grad(deficient, 2),
                1e-13);
        Fn compiled = Compiler.compile(Grad.grad(b -> lstsq(a, b).x().sum()));
        same(Tensors.of(-0.25, 0, 0.25), compiled.apply(Tensors.ones(3)), 1e-13, "compiled");
    }

    @Test
    void normsAndDeviationsHaveSlopeZeroAtTheirCorner() {
        List<Fn> corners = List.of(
                x -> norm(x),
                x -> norm(x, 2),
                x -> norm(x, 3),
                x -> norm(x, 1),
                x -> norm(x.reshape(1, 3), 2, 1).sum(),
                x -> norm(x.reshape(1, 3), 3, 1).sum(),
                x -> x.std(),
                x -> x.reshape(1, 3).std(1).sum(),
                x -> x.reshape(1, 3).std(new int[] {1}, 1, false).sum());
        for (Fn f : corners) {
            same(Tensors.zeros(3), Grad.grad(f).apply(Tensors.zeros(3)), 0, "grad");
            same(Tensors.zeros(3), Compiler.compile(Grad.grad(f)).apply(Tensors.zeros(3)), 0, "compiled");
            assertEquals(
                    0,
                    Grad.jvp(f, Tensors.zeros(3), Tensors.of(1.0, 2, 3))
                                    .tangent()
                                    .item()
                            * 0);
        }
        Tensor inside = Tensors.of(0.6, -0.8, 0.0);
        same(inside, Grad.grad(x -> norm(x)).apply(inside), 1e-15, "beside the corner");
        Grad.checkGrads((Function<Tensor, Tensor>) x -> norm(x, 3), Tensors.of(0.6, -0.8, 0.4), 3);
        Tensor second = Grad.hessian(x -> norm(x)).apply(Tensors.zeros(2));
        assertTrue(second.isNaN().all().isTrue(), "a second derivative that does not exist is no number: " + second);
    }

    @Test
    void powersHaveTheirSeriesAtZero() {
        for (double p : new double[] {2.5, 3.5, 17, 20.5, -1.5}) {
            for (double at : new double[] {0, 0.7}) {
                for (int n = 1; n <= 3; n++) {
                    double expected = Math.pow(at, p - n);
                    for (int j = 0; j < n; j++) {
                        expected *= p - j;
                    }
                    double found = Grad.derivative(x -> x.pow(p), n).at(at);
                    assertEquals(expected, found, 1e-12 * Math.max(1, Math.abs(expected)), p + " at " + at + ", " + n);
                    double fast =
                            Compiler.compile(Grad.derivative(x -> x.pow(p), n)).at(at);
                    assertEquals(
                            expected, fast, 1e-12 * Math.max(1, Math.abs(expected)), "compiled " + p + " at " + at);
                }
            }
        }
        Fn curved = x -> x.square().plus(x).pow(2.5);
        assertEquals(0, Grad.derivative(curved, 2).at(0));
        assertEquals(
                Grad.derivative(Grad.derivative(curved)).at(0.3),
                Grad.derivative(curved, 2).at(0.3),
                1e-12);
    }

    @Test
    void nothingHasDerivativesOfNothing() {
        Tensor empty = Tensors.zeros(0);
        assertArrayEquals(
                new int[] {0, 0}, Grad.jacobian(x -> x.times(2)).apply(empty).shape());
        assertArrayEquals(
                new int[] {2, 0},
                Grad.jacobian(x -> x.sum().times(Tensors.ones(2))).apply(empty).shape());
        assertArrayEquals(
                new int[] {0, 3},
                Grad.jacobian(x -> x.slice(0, 0)).apply(Tensors.ones(3)).shape());
        assertArrayEquals(
                new int[] {0, 0},
                Grad.hessian(x -> x.square().sum()).apply(empty).shape());
        for (Fn f : List.<Fn>of(
                x -> x.prod(),
                x -> x.sum(),
                x -> x.cumsum().sum(),
                x -> norm(x),
                x -> x.reshape(0, 2).prod(0).sum())) {
            assertArrayEquals(new int[] {0}, Grad.grad(f).apply(empty).shape());
        }
    }

    @Test
    void aRuleOfTheWrongShapeIsRefusedWithBothShapes() {
        Fn wrong = Grad.custom(x -> x.sum(), (g, y, x) -> Tensors.ones(7));
        String message = assertThrows(
                        ShapeException.class, () -> Grad.grad(wrong).apply(Tensors.ones(3)))
                .getMessage();
        assertTrue(message.contains("(7,)") && message.contains("(3,)"), message);
        assertThrows(ShapeException.class, () -> Grad.jvp(wrong, Tensors.ones(3), Tensors.ones(3)));
    }
}
