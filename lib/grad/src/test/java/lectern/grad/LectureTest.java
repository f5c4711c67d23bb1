package lectern.grad;

import static lectern.grad.Grad.*;
import static org.junit.jupiter.api.Assertions.*;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** The examples of the lecture on automatic differentiation with their reference values. */
class LectureTest {
    @Test
    void elementwiseDerivativeOverAGrid() {
        Tensor x = Tensors.linspace(0, 1, 1000);
        Fn f = t -> t.times(2 * Math.PI).plus(t.square()).sin();
        Tensor exact =
                x.times(2 * Math.PI).plus(x.square()).cos().times(x.times(2).plus(2 * Math.PI));
        assertEquals(0, elementwiseGrad(f).apply(x).minus(exact).abs().max().item(), 4e-15);
        assertEquals(0, derivative(f).apply(x).minus(exact).abs().max().item(), 4e-15);
        assertEquals(8.0419, exact.abs().max().item(), 5e-5);
    }

    @Test
    void functionsOfNumbers() {
        assertEquals(3, grad(x -> x.pow(3).plus(1), 1));
        Fn2 f2 = (a, b) -> a.pow(3).times(3).plus(b.times(a.minus(5))).plus(1);
        assertEquals(12, grad(f2, 0).at(1, 3));
        assertEquals(-4, grad(f2, 1).at(1, 3));
        Fn f4 = x -> x.square()
                .plus(1)
                .sqrt()
                .plus(x.exp())
                .plus(x.times(2 * Math.PI).sin());
        assertEquals(13.87586944687107, grad(f4, 2.7), 2e-14);
        assertEquals(13.87586944687107, derivative(f4).at(2.7), 2e-14);
    }

    @Test
    void gradientOfAnArray() {
        Tensor x = Tensors.linspace(0, 4, 5);
        Fn f3 = t -> t.get(0)
                .times(2)
                .plus(t.get(1).times(3))
                .plus(t.get(2).times(5))
                .plus(t.get(3).times(7))
                .plus(t.get(4).square().times(11));
        assertArrayEquals(new double[] {2, 3, 5, 7, 88}, grad(f3).apply(x).toDoubleArray());
        assertArrayEquals(
                new double[] {2, 3, 5, 7, 88},
                grad(f3).apply(Tensors.of(0, 1, 2, 3, 4)).toDoubleArray());
    }

    @Test
    void branchesAndLoops() {
        Fn f5 = x -> x.item() >= 0 ? x.square() : x.times(-3).plus(1);
        assertEquals(5.4, grad(f5, 2.7));
        assertEquals(-3, grad(f5, -1));
        Fn withFor = x -> {
            Tensor sum = Tensors.of(0.0);
            for (int i = 0; i < 10; i++) {
                sum = sum.plus(x.pow(i));
            }
            return sum;
        };
        Fn withWhile = x -> {
            Tensor sum = Tensors.of(0.0);
            Tensor power = Tensors.of(1.0);
            int i = 0;
            while (i++ < 10) {
                sum = sum.plus(power);
                power = power.times(x);
            }
            return sum;
        };
        assertEquals(3.95703125, grad(withFor, 0.5));
        assertEquals(3.95703125, grad(withWhile, 0.5));
        assertEquals(3.95703125, derivative(withWhile).at(0.5));
    }

    @Test
    void recursion() {
        assertEquals(1, grad((Fn) LectureTest::factorial, 2));
        assertEquals(5, grad((Fn) LectureTest::factorial, 3));
        assertEquals(26, grad((Fn) LectureTest::factorial, 4));
    }

    private static Tensor factorial(Tensor n) {
        return n.item() <= 1 ? Tensors.of(1.0) : n.times(factorial(n.minus(1)));
    }

    @Test
    void logisticRegression() {
        Tensor x = Tensors.of(
                new double[][] {{0.52, 1.12, 0.77}, {0.88, -1.08, 0.15}, {0.52, 0.06, -1.30}, {0.74, -2.49, 1.39}});
        Tensor t = Tensors.of(1.0, 1.0, 0.0, 1.0);
        Fn loss = w -> {
            Tensor p = x.matmul(w).sigmoid();
            return p.times(t)
                    .plus(p.neg().plus(1).times(t.neg().plus(1)))
                    .log()
                    .sum()
                    .neg();
        };
        Tensor w = Tensors.zeros(3);
        assertEquals(2.772588722239781, loss.apply(w).item(), 1e-14);
        for (int i = 0; i < 100; i++) {
            w = w.minus(grad(loss).apply(w).times(0.01));
        }
        assertEquals(1.0672706757870165, loss.apply(w).item(), 1e-13);
        assertArrayEquals(new double[] {0.48307366, -0.37057217, 1.06937395}, w.toDoubleArray(), 5e-9);
    }

    @Test
    void descentOnCurves() {
        Fn bowl = Tensor::square;
        double x = 5;
        for (int i = 0; i < 10; i++) {
            x -= 0.1 * grad(bowl, x);
        }
        assertEquals(0.536870912, x, 1e-15);
        Fn wave = t -> t.times(t.square().plus(1).sin());
        x = 1;
        for (int i = 0; i < 300; i++) {
            x -= 0.01 * grad(wave, x);
        }
        assertEquals(-1.0111649853, x, 1e-10);
        assertEquals(-0.9097699724, wave.at(x), 1e-10);
    }

    @Test
    void gradientInsideALoss() {
        Tensor x = Tensors.linspace(-1, 1, 20).reshape(-1, 1);
        Tensor w1 = Tensors.linspace(-2, 2, 8).reshape(1, 8);
        Tensor b1 = Tensors.linspace(0.5, -0.5, 8);
        Tensor w2 = Tensors.linspace(-1, 1.5, 8).reshape(8, 1);
        Tensor slope = x.times(-50).div(x.square().times(25).plus(1).square());
        checkGrads(
                (java.util.List<Tensor> p) -> {
                    Fn net = t -> t.matmul(p.get(0)).plus(p.get(1)).tanh().matmul(p.get(2));
                    return elementwiseGrad(net).apply(x).minus(slope).square().mean();
                },
                java.util.List.of(w1, b1, w2),
                2);
    }
}
