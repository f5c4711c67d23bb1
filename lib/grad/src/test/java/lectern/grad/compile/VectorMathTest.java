package lectern.grad.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import lectern.tensor.Unary;
import org.junit.jupiter.api.Test;

/** The vector forms against {@link Math}: within a few units in the last place, and right at the edges. */
final class VectorMathTest {
    private static final int N = 4096;

    private static void check(Unary op, DoubleUnaryOperator exact, double range) {
        Random random = new Random(3);
        double[] x = new double[N];
        float[] f = new float[N];
        for (int i = 0; i < N; i++) {
            x[i] = (random.nextDouble() * 2 - 1) * (i % 3 == 0 ? range : i % 3 == 1 ? 1 : 1e-5);
        }
        double[] edges = {
            0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1e300,
            -1e300,
            709,
            -709,
            -744,
            88,
            -88,
            1e-300,
            -1e-300
        };
        System.arraycopy(edges, 0, x, 0, edges.length);
        for (int i = 0; i < N; i++) {
            f[i] = (float) x[i];
        }
        double[] y = new double[N];
        float[] g = new float[N];
        Kernels64.unary(op, x, 0, y, 0, N);
        Kernels32.unary(op, f, 0, g, 0, N);
        for (int i = 0; i < N; i++) {
            double e = exact.applyAsDouble(x[i]);
            assertTrue(
                    Double.compare(e, y[i]) == 0 || Math.abs(e - y[i]) <= 6 * Math.ulp(e),
                    op + "(" + x[i] + ") = " + y[i] + ", not " + e);
            float h = (float) exact.applyAsDouble(f[i]);
            assertTrue(
                    Float.compare(h, g[i]) == 0 || Math.abs(h - g[i]) <= 6 * Math.ulp(h),
                    op + "(" + f[i] + "f) = " + g[i] + ", not " + h);
        }
    }

    @Test
    void exponential() {
        check(Unary.EXP, Math::exp, 700);
    }

    @Test
    void hyperbolicTangent() {
        check(Unary.TANH, Math::tanh, 25);
        double[] zero = new double[16];
        zero[0] = -0.0;
        Kernels64.unary(Unary.TANH, zero, 0, zero, 0, 16);
        assertEquals(Double.doubleToRawLongBits(-0.0), Double.doubleToRawLongBits(zero[0]));
    }

    @Test
    void logistic() {
        check(Unary.SIGMOID, x -> x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)), 80);
    }
}
