package lectern.grad.compile;

import static lectern.grad.Grad.compile;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.grad.Fn;
import lectern.tensor.DType;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;

/** Factors are multiplied beforehand only where that changes no result but in its last digits. */
final class FoldedConstantsTest {
    private static final double[] FACTORS = {
        1e-200, 1e-40, 1e-30, 1e-20, 0.3, -2, 7, 1e20, 1e30, 1e200, 0, Double.POSITIVE_INFINITY, Double.NaN
    };

    /** Zero, numbers that balance the factors, and those that no factor of the sweep carries over the edge alone. */
    private static final double[] NUMBERS = {0, -0.0, 1, -3, 1e-30, 1e30, 1e-300, 1e300, Double.NaN};

    @Test
    void productsOfFactorsDoNotLeaveTheRange() {
        for (DType type : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            Tensor x = Tensors.of(NUMBERS).cast(type);
            for (double c : FACTORS) {
                for (double d : FACTORS) {
                    Fn f = a -> a.times(c).times(d);
                    double[] expected = Tensors.f64(f.apply(x).cast(DType.FLOAT64));
                    double[] seen = Tensors.f64(compile(f).apply(x).cast(DType.FLOAT64));
                    for (int i = 0; i < expected.length; i++) {
                        String what = NUMBERS[i] + " times " + c + " times " + d + " in " + type;
                        double margin = Math.abs(expected[i]) * (type == DType.FLOAT32 ? 3e-7 : 1e-15)
                                + (type == DType.FLOAT32 ? Float.MIN_NORMAL : Double.MIN_NORMAL);
                        assertEquals(expected[i], seen[i], Double.isFinite(margin) ? margin : 0, what);
                    }
                }
            }
        }
    }

    @Test
    void aZeroStaysZero() {
        Fn f = x -> x.times(1e20).times(1e20);
        Tensor zeros = Tensors.zeros(2).cast(DType.FLOAT32);
        assertArrayEquals(new float[2], Tensors.f32(compile(f).apply(zeros)));
        Tensor tiny = Tensors.of(1e-30, 1e-30).cast(DType.FLOAT32);
        assertEquals(1e10, compile(f).apply(tiny).get(0).item(), 1e4);
    }
}
