package lectern.grad;

import static lectern.tensor.Linalg.eigh;
import static lectern.tensor.Linalg.expm;
import static lectern.tensor.Linalg.inv;
import static lectern.tensor.Linalg.logm;
import static lectern.tensor.Linalg.qr;
import static lectern.tensor.Linalg.sqrtm;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import lectern.compile.Compiler;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Test;

/** Exponential, square root and logarithm of matrices with their derivatives. */
class MatrixFunctionsTest {
    private static Tensor random(SplittableRandom random, int n) {
        return Raw.wrap(random.doubles((long) n * n, -1, 1).toArray(), n, n);
    }

    private static Tensor positive(SplittableRandom random, double... w) {
        Tensor v = qr(random(random, w.length)).q();
        Tensor a = v.times(Tensors.of(w)).matmul(v.T());
        return a.plus(a.T()).times(0.5);
    }

    private static void close(Tensor expected, Tensor found, double tolerance, String what) {
        double scale = Math.max(1, expected.abs().max().item());
        double distance = expected.minus(found).abs().max().item();
        assertTrue(distance <= tolerance * scale, () -> what + ": " + distance + "\n" + expected + "\n" + found);
    }

    @Test
    void valuesAreThoseOfTheEigenvalues() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 1; n <= 8; n++) {
            double[] w = random.doubles(n, 0.1, 3).toArray();
            w[n / 2] = w[0];
            Tensor a = positive(random, w);
            var r = eigh(a);
            UnaryOperator<Tensor> by =
                    h -> r.vectors().times(h).matmul(r.vectors().T());
            close(by.apply(r.values().exp()), expm(a), 1e-13, "expm");
            close(by.apply(r.values().log()), logm(a), 1e-13, "logm");
            close(a, sqrtm(a).matmul(sqrtm(a)), 1e-14, "sqrtm");
            close(a, expm(logm(a)), 1e-13, "exponential of the logarithm");
            Tensor general = random(random, n).times(3);
            close(Tensors.eye(n), expm(general).matmul(expm(general.neg())), 1e-9, "inverse of the exponential");
        }
        Tensor turn = Tensors.of(new double[][] {{0, -1}, {1, 0}});
        Tensor turned = Tensors.of(new double[][] {{Math.cos(30), -Math.sin(30)}, {Math.sin(30), Math.cos(30)}});
        close(turned, expm(turn.times(30)), 1e-13, "a rotation");
        Tensor step = Tensors.of(new double[][] {{0, 1, 2}, {0, 0, 3}, {0, 0, 0}});
        close(Tensors.of(new double[][] {{1, 1, 3.5}, {0, 1, 3}, {0, 0, 1}}), expm(step), 1e-15, "a nilpotent one");
        assertArrayEquals(new int[] {0, 0}, expm(Tensors.zeros(0, 0)).shape());
        assertEquals(DType.FLOAT32, sqrtm(Tensors.eye(2).cast(DType.FLOAT32)).dtype());
        Tensor batch = Tensors.stack(Tensors.eye(2).times(4), Tensors.eye(2).times(9));
        assertEquals(10, sqrtm(batch).sum().item(), 1e-13);
        assertEquals(2 * (Math.exp(4) + Math.exp(9)), expm(batch).sum().item(), 1e-9);
    }

    @Test
    void derivativesOfEveryOrderWithEqualEigenvaluesOrNot() {
        SplittableRandom random = new SplittableRandom(2);
        for (double[] w : new double[][] {
            {1}, {1, 1}, {1, 1, 1}, {0.5, 0.5, 2}, {0.4, 1.3, 2.2}, {1, 1 + 1e-9, 1 + 1e-4}, {0.3, 0.31, 0.3}
        }) {
            Tensor a = positive(random, w);
            int n = w.length;
            Tensor root = sqrtm(a);
            Tensor c = random(random, n);
            for (Function<Tensor, Tensor> f : List.<Function<Tensor, Tensor>>of(
                    x -> sqrtm(x.plus(x.T())), x -> logm(x.plus(x.T())), x -> expm(x), x -> expm(x.matmul(c)))) {
                Grad.checkGrads(f, a, 3);
            }
            Tensor g = Grad.grad(x -> sqrtm(x).times(c).sum()).apply(a);
            close(c.plus(c.T()).times(0.5), root.matmul(g).plus(g.matmul(root)), 1e-12, "Sylvester's equation");
            Fn slope = x ->
                    Grad.grad(t -> logm(t).times(c).sum()).apply(x).square().sum();
            close(Grad.grad(slope).apply(a), Compiler.compile(Grad.grad(slope)).apply(a), 1e-11, "compiled");
            Fn trace = x -> logm(x).times(Tensors.eye(n)).sum();
            close(inv(a), Grad.grad(trace).apply(a), 1e-12, "the trace of the logarithm");
            Tensor direction = random(random, n);
            Tensor moved = Grad.jvp(x -> expm(x), a, direction.times(1e12)).tangent();
            close(Grad.jvp(x -> expm(x), a, direction).tangent(), moved.times(1e-12), 1e-12, "a long direction");
        }
        Tensor batch = Tensors.stack(positive(random, 1, 1), positive(random, 0.5, 2));
        Grad.checkGrads((Function<Tensor, Tensor>) x -> expm(x), batch, 2);
        Grad.checkGrads((Function<Tensor, Tensor>) x -> sqrtm(x.plus(x.swapAxes(-1, -2))), batch, 2);
    }

    @Test
    void matricesOutsideTheDomainAreRefused() {
        Tensor indefinite = Tensors.of(new double[][] {{1, 2}, {2, 1}});
        for (UnaryOperator<Tensor> f : List.<UnaryOperator<Tensor>>of(x -> sqrtm(x), x -> logm(x))) {
            assertTrue(assertThrows(ArithmeticException.class, () -> f.apply(indefinite))
                    .getMessage()
                    .contains("eigenvalue"));
            assertThrows(ShapeException.class, () -> f.apply(Tensors.ones(2, 3)));
            assertThrows(ArithmeticException.class, () -> f.apply(Tensors.full(Double.NaN, 2, 2)));
        }
        assertEquals(0, sqrtm(Tensors.zeros(2, 2)).sum().item());
        assertTrue(assertThrows(
                        ArithmeticException.class,
                        () -> Grad.grad(x -> sqrtm(x).sum()).apply(Tensors.zeros(2, 2)))
                .getMessage()
                .contains("infinite derivative"));
        assertThrows(ArithmeticException.class, () -> logm(Tensors.zeros(2, 2)));
        assertThrows(ShapeException.class, () -> expm(Tensors.ones(3)));
    }
}
