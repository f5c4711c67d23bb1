package lectern.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorMathTest {
    @ParameterizedTest
    @EnumSource(
            value = Unary.class,
            names = {"EXP", "TANH", "SIGMOID", "SOFTPLUS", "SIN", "COS", "LOG"})
    void staysNearTheMathLibraryOverAllMagnitudes(Unary op) {
        var random = new Random(7);
        for (double scale : new double[] {1e-300, 1e-8, 0.1, 1, 30, 800, 1e7}) {
            double[] x =
                    random.doubles(1003, op == Unary.LOG ? 0 : -scale, scale).toArray();
            double[] y = new double[x.length];
            VectorMath.apply(op, x, 0, y, 0, x.length);
            float[] single = new float[x.length];
            float[] z = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                single[i] = (float) x[i];
            }
            VectorMath.apply(op, single, 0, z, 0, x.length);
            for (int i = 0; i < x.length; i++) {
                double exact = ScalarMath.apply(op, x[i]);
                assertTrue(
                        exact == y[i] || Math.abs(y[i] - exact) <= 4 * Math.ulp(exact),
                        op + "(" + x[i] + ") = " + y[i]);
                float rounded = (float) ScalarMath.apply(op, single[i]);
                assertTrue(
                        rounded == z[i] || Math.abs(z[i] - rounded) <= 4 * Math.ulp(rounded),
                        op + "(" + single[i] + "f) = " + z[i] + " not " + rounded);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Unary.class,
            names = {"EXP", "TANH", "SIGMOID", "SIN", "LOG"})
    void aNumberHasOneValueWhereverItStands(Unary op) {
        double[] x = new Random(3).doubles(40, 0.1, 5).toArray();
        double[] whole = new double[40];
        VectorMath.apply(op, x, 0, whole, 0, 40);
        for (int from = 0; from < 9; from++) {
            double[] part = new double[40];
            VectorMath.apply(op, x, from, part, from, 31);
            for (int i = from; i < from + 31; i++) {
                assertTrue(part[i] == whole[i]);
            }
        }
    }

    @Test
    void worksInPlace() {
        double[] x = new Random(4).doubles(21).toArray();
        double[] y = new double[21];
        VectorMath.apply(Unary.TANH, x, 0, y, 0, 21);
        VectorMath.apply(Unary.TANH, x, 0, x, 0, 21);
        assertArrayEquals(y, x);
    }

    @Test
    void longSumsKeepTheirDigits() {
        double[] x = new double[3_000_001];
        java.util.Arrays.fill(x, 0.1);
        assertTrue(Math.abs(VectorMath.sum(x, 0, x.length) - 300_000.1) < 1e-9);
        assertTrue(Tensors.wrap(x, x.length).sum().item() == VectorMath.sum(x, 0, x.length));
        assertTrue(VectorMath.sum(x, 7, 3) == 0.1 + 0.1 + 0.1);
    }

    @Test
    void errorFunctionAgreesWithTables() {
        double[][] table = {
            {0, 0},
            {0.5, 0.5204998778130465},
            {1, 0.8427007929497149},
            {2.4, 0.9993114861033550},
            {2.6, 0.9997639655834707},
            {-3, -0.9999779095030014},
            {7, 1}
        };
        for (double[] row : table) {
            assertTrue(Math.abs(Elementary.erf(row[0]) - row[1]) < 1e-15, "erf(" + row[0] + ")");
        }
    }
}
