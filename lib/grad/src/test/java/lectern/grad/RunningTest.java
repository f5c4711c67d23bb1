package lectern.grad;

import static lectern.compile.Compiler.compile;
import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Random;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;
import org.junit.jupiter.api.Test;

/** Running products and extremes: NumPy's values, and derivatives at zeros and ties too. */
final class RunningTest {
    private static final double[] NUMBERS = {
        0, -0.0, 1, -2, 0.5, 3, 1e300, -1e-300, Double.POSITIVE_INFINITY, Double.NaN, 5e-324
    };

    @Test
    void answersOfNumpy() {
        assertEquals(of(1e-300, 1, 1e300), of(1e-300, 1e300, 1e300).cumprod());
        assertEquals(of(1, Double.NaN, Double.NaN), of(1, Double.NaN, 3).cummax());
        assertEquals(
                of(new double[][] {{3, 3}, {2, 5}}),
                of(new double[][] {{3, 1}, {2, 5}}).cummax(1));
        assertEquals(of(3.0, 1, 1), of(3.0, 1, 2).cummin());
        assertEquals(
                of(new double[][] {{1, 2}, {3, 8}}),
                of(new double[][] {{1, 2}, {3, 4}}).cumprod(0));
        assertEquals(Tensors.of(1L, 1, 0), of(true, true, false).cumprod());
        assertEquals(Tensors.of(0L, 1, 1), of(false, true, false).cummax());
        assertEquals(Tensors.of(3L, -1, -1), Tensors.of(3L, -1, 7).cummin(-1));
        assertEquals(0, zeros(0).cumprod().size());
        assertEquals(0, zeros(2, 0).cummax(1).size());
        assertThrows(IllegalArgumentException.class, () -> ones(2).cumprod(1));
    }

    /** Each element is that of the slice before, joined with the next one; followed and compiled the same. */
    @Test
    void everyLineRunsByItself() {
        Random random = new Random(2);
        for (int trial = 0; trial < 150; trial++) {
            int[] shape = {1 + random.nextInt(4), 1 + random.nextInt(5), 1 + random.nextInt(3)};
            double[] numbers = random.ints(Shapes.size(shape), 0, NUMBERS.length)
                    .mapToDouble(k -> NUMBERS[k])
                    .toArray();
            Tensor x = of(numbers).reshape(shape).cast(random.nextBoolean() ? DType.FLOAT64 : DType.FLOAT32);
            int axis = random.nextInt(3);
            for (Fn f : List.<Fn>of(t -> t.cumprod(axis), t -> t.cummax(axis), t -> t.cummin(axis))) {
                Tensor all = f.apply(x);
                assertEquals(x.dtype(), all.dtype());
                assertEquals(all, compile(f).apply(x), "compiled");
                for (int k = 1; k <= shape[axis]; k++) {
                    assertEquals(all.slice(axis, 0, k), f.apply(x.slice(axis, 0, k)), "a beginning of " + k);
                }
            }
            int n = shape[axis];
            assertEquals(
                    x.max(axis, true).plus(0),
                    x.cummax(axis).slice(axis, n - 1, n).plus(0));
            assertEquals(
                    x.min(axis, true).plus(0),
                    x.cummin(axis).slice(axis, n - 1, n).plus(0));
        }
    }

    @Test
    void productsHaveTheirDerivativesAtZeros() {
        for (Tensor x : List.of(of(2.0, -3, 4), of(2.0, 0, 4), of(0.0, 5, 0), of(0.0, 0, 0))) {
            Tensor weights = of(1.0, 10, 100);
            double a = x.at(0);
            double b = x.at(1);
            double c = x.at(2);
            Fn f = t -> t.cumprod().times(weights).sum();
            assertEquals(
                    of(1 + 10 * b + 100 * b * c, 10 * a + 100 * a * c, 100 * a * b),
                    Grad.grad(f).apply(x).plus(0));
            assertEquals(
                    of(new double[][] {{0, 10 + 100 * c, 100 * b}, {10 + 100 * c, 0, 100 * a}, {100 * b, 100 * a, 0}}),
                    Grad.hessian(f).apply(x).plus(0));
            assertEquals(
                    Grad.grad(f).apply(x).plus(0),
                    compile(Grad.grad(f)).apply(x).plus(0));
        }
        assertEquals(of(2.0, 0, 1), Grad.grad(t -> t.cummax().sum()).apply(of(2.0, 1, 3)));
        assertEquals(of(1.0, 2, 0), Grad.grad(t -> t.cummin().sum()).apply(of(2.0, 1, 3)));
    }
}
