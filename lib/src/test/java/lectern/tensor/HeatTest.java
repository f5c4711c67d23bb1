package lectern.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When loops turn from their plain to their vector form, and that both give the same bits, so that nobody can tell. */
final class HeatTest {
    private static final int N = 512;
    private static final double[] EDGES = {0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300,
        -1e300, 709, -709, 708, 88, -88, 87, 1e-310, -1e-310, 40, -40, 1e6, -1.1e6, 2e4, 1};

    /** Edges on their own, edges among ordinary numbers, and ordinary numbers of several magnitudes. */
    private static double[] numbers(int seed) {
        Random random = new Random(seed);
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            double ordinary = random.nextGaussian() * (i % 3 == 0 ? 30 : i % 3 == 1 ? 1 : 1e-4);
            boolean edge = i < EDGES.length || i < N / 2 && i % 37 == 0;
            x[i] = edge ? EDGES[(i + seed) % EDGES.length] : i >= 3 * N / 4 ? Math.abs(ordinary) : ordinary;
        }
        return x;
    }

    private static float[] floats(double... x) {
        float[] f = new float[x.length];
        for (int i = 0; i < f.length; i++) {
            f[i] = (float) x[i];
        }
        return f;
    }

    @ParameterizedTest
    @EnumSource(value = Unary.class, names = {"EXP", "TANH", "SIGMOID", "SOFTPLUS", "SIN", "COS", "LOG", "NEG", "ABS",
        "SQUARE", "RECIPROCAL", "SQRT"})
    void functionsGiveTheSameBits(Unary op) {
        for (int seed = 0; seed < 20; seed++) {
            for (int n : new int[] {N, N - 3}) {
                double[] x = numbers(seed);
                double[] plain = new double[N];
                double[] vector = new double[N];
                PlainF64.apply(op, x, 0, plain, 0, n);
                VectorF64.vector(op, x, 0, vector, 0, n);
                float[] f = floats(x);
                float[] plain32 = new float[N];
                float[] vector32 = new float[N];
                PlainF32.apply(op, f, 0, plain32, 0, n);
                VectorF32.vector(op, f, 0, vector32, 0, n);
                for (int i = 0; i < N; i++) {
                    assertEquals(Double.doubleToLongBits(vector[i]), Double.doubleToLongBits(plain[i]), op + " of " + x[i]);
                    assertEquals(Float.floatToIntBits(vector32[i]), Float.floatToIntBits(plain32[i]), op + " of " + f[i]);
                }
            }
        }
    }

    @Test
    void arithmeticGivesTheSameBits() {
        for (Binary op : EnumSet.of(Binary.ADD, Binary.SUB, Binary.MUL, Binary.DIV, Binary.MAXIMUM, Binary.MINIMUM)) {
            for (int steps = 1; steps < 4; steps++) {
                double[] x = numbers(1);
                double[] y = numbers(2);
                double[] plain = new double[N];
                double[] vector = new double[N];
                PlainF64.apply(op, x, 0, steps & 1, y, 0, steps >> 1, plain, 0, N);
                BinaryF64.vector(op, x, 0, steps & 1, y, 0, steps >> 1, vector, 0, N);
                float[] f = floats(x);
                float[] g = floats(y);
                float[] plain32 = new float[N];
                float[] vector32 = new float[N];
                PlainF32.apply(op, f, 0, steps & 1, g, 0, steps >> 1, plain32, 0, N);
                BinaryF32.vector(op, f, 0, steps & 1, g, 0, steps >> 1, vector32, 0, N);
                for (int i = 0; i < N; i++) {
                    assertEquals(Double.doubleToLongBits(vector[i]), Double.doubleToLongBits(plain[i]), op + " at " + i);
                    assertEquals(Float.floatToIntBits(vector32[i]), Float.floatToIntBits(plain32[i]), op + " at " + i);
                }
            }
        }
    }

    @Test
    void shortArraysAreDonePlainlyUntilThereWereMany() {
        Heat heat = new Heat();
        long done = 0;
        while (heat.isCold(N)) {
            done += N;
            assertTrue(done < Heat.ENOUGH, "still cold after " + done);
        }
        assertTrue(done > Heat.ENOUGH / 2, "hot after " + done);
        assertFalse(heat.isCold(1), "once hot, always hot");
    }

    @Test
    void longArraysWarmUp() {
        Heat heat = new Heat();
        assertFalse(heat.isCold(Heat.LONG), "a long array is never done plainly");
        assertTrue(heat.isCold(N), "one does not suffice");
        for (int k = 0; k < Heat.ENOUGH / Heat.LONG; k++) {
            assertFalse(heat.isCold(Heat.LONG));
        }
        assertFalse(heat.isCold(N), "short ones follow");
    }
}
