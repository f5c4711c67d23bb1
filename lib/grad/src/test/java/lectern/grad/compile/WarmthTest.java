package lectern.grad.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import lectern.tensor.Binary;
import lectern.tensor.Unary;
import org.junit.jupiter.api.Test;

/** The plain form of every kernel gives the bits of its vector form, so that nobody can tell when one takes over. */
final class WarmthTest {
    private static final int N = 512;
    private static final double[] EDGES = {
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
        -1e-300,
        20,
        -20,
        1,
        -1
    };

    private static double[] numbers(int seed) {
        Random random = new Random(seed);
        double[] x = new double[N];
        for (int i = 0; i < N; i++) {
            x[i] = i < EDGES.length
                    ? EDGES[(i + seed) % EDGES.length]
                    : random.nextGaussian() * (i % 3 == 0 ? 30 : i % 3 == 1 ? 1 : 1e-4);
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

    private static void same(double[] a, double[] b, Object what) {
        for (int i = 0; i < N; i++) {
            assertEquals(Double.doubleToLongBits(a[i]), Double.doubleToLongBits(b[i]), what + " at " + i);
        }
    }

    private static void same(float[] a, float[] b, Object what) {
        for (int i = 0; i < N; i++) {
            assertEquals(Float.floatToIntBits(a[i]), Float.floatToIntBits(b[i]), what + " at " + i);
        }
    }

    @Test
    void operationsOfOneArgument() {
        double[] x = numbers(0);
        float[] f = floats(x);
        for (Unary op : Unary.values()) {
            if (Plain64.has(op)) {
                double[] plain = new double[N];
                double[] vector = new double[N];
                Plain64.unary(op, x, 0, plain, 0, N);
                Kernels64.unary(op, x, 0, vector, 0, N);
                same(vector, plain, op);
            }
            if (Plain32.has(op)) {
                float[] plain = new float[N];
                float[] vector = new float[N];
                Plain32.unary(op, f, 0, plain, 0, N);
                Kernels32.unary(op, f, 0, vector, 0, N);
                same(vector, plain, op);
            }
        }
    }

    @Test
    void operationsOfTwoArguments() {
        for (int shift = 0; shift < 3; shift++) {
            double[] x = numbers(0);
            double[] y = numbers(shift);
            float[] f = floats(x);
            float[] g = floats(y);
            for (Binary op : Binary.values()) {
                // Logical operations see truth values only.
                if (Plain64.has(op) && op != Binary.AND && op != Binary.OR && op != Binary.XOR) {
                    double[] plain = new double[N];
                    double[] vector = new double[N];
                    Plain64.binary(op, x, 0, y, 0, plain, 0, N);
                    Kernels64.binary(op, x, 0, y, 0, vector, 0, N);
                    same(vector, plain, op);
                    float[] plain32 = new float[N];
                    float[] vector32 = new float[N];
                    Plain32.binary(op, f, 0, g, 0, plain32, 0, N);
                    Kernels32.binary(op, f, 0, g, 0, vector32, 0, N);
                    same(vector32, plain32, op);
                }
            }
        }
    }

    @Test
    void operationsOfThreeArguments() {
        double[] x = numbers(0);
        double[] y = numbers(1);
        double[] z = numbers(2);
        double[] plain = new double[N];
        double[] vector = new double[N];
        Plain64.fma(x, 0, y, 0, z, 0, plain, 0, N);
        Kernels64.fma(x, 0, y, 0, z, 0, vector, 0, N);
        same(vector, plain, "fma");
        Plain64.negatedFma(x, 0, y, 0, z, 0, plain, 0, N);
        Kernels64.negatedFma(x, 0, y, 0, z, 0, vector, 0, N);
        same(vector, plain, "negated fma");
        Plain64.where(x, 0, y, 0, z, 0, plain, 0, N);
        Kernels64.where(x, 0, y, 0, z, 0, vector, 0, N);
        same(vector, plain, "where");
        float[] plain32 = new float[N];
        float[] vector32 = new float[N];
        Plain32.fma(floats(x), 0, floats(y), 0, floats(z), 0, plain32, 0, N);
        Kernels32.fma(floats(x), 0, floats(y), 0, floats(z), 0, vector32, 0, N);
        same(vector32, plain32, "fma of float32");
        Plain32.negatedFma(floats(x), 0, floats(y), 0, floats(z), 0, plain32, 0, N);
        Kernels32.negatedFma(floats(x), 0, floats(y), 0, floats(z), 0, vector32, 0, N);
        same(vector32, plain32, "negated fma of float32");
    }

    @Test
    void sumsOfAnyLength() {
        Random random = new Random(4);
        double[] x = random.doubles(N, -1, 1).toArray();
        float[] f = floats(x);
        int step64 = DoubleVector.SPECIES_PREFERRED.length();
        int step32 = FloatVector.SPECIES_PREFERRED.length();
        for (int n = 1; n < 200; n++) {
            assertEquals(Kernels64.sum(x, 3, n, new double[PassPlan.LANES]), Plain64.sum(x, 3, n, step64), "n = " + n);
            assertEquals(Kernels32.sum(f, 3, n, new float[PassPlan.LANES]), Plain32.sum(f, 3, n, step32), "n = " + n);
        }
    }

    private static Warmth after(int calls, long vectorTime, long plainTime) {
        Warmth warmth = new Warmth(false);
        for (int i = 0; i < calls && !warmth.hot; i++) {
            int head = warmth.head(N, 8);
            assertTrue(head % 8 == 0 && head <= N / 2);
            warmth.judge(head, head * vectorTime, N - head, (N - head) * plainTime);
        }
        return warmth;
    }

    @Test
    void theQuickerFormIsTaken() {
        assertFalse(after(100, 1, 10).hot, "a short program stays plain");
        assertTrue(after(10_000, 1, 10).hot, "the vector form is quicker");
        assertFalse(after(10_000, 10, 1).hot, "the vector form is slower");
    }
}
