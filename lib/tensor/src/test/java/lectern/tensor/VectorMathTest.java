package lectern.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VectorMathTest {
    /** The functions of the strict library, which stay within one unit in the last place. */
    private static double strict(Unary op, double x) {
        return switch (op) {
            case EXP -> StrictMath.exp(x);
            case EXPM1 -> StrictMath.expm1(x);
            case LOG -> StrictMath.log(x);
            case LOG1P -> StrictMath.log1p(x);
            case SIN -> StrictMath.sin(x);
            case COS -> StrictMath.cos(x);
            case TAN -> StrictMath.tan(x);
            case ASIN -> StrictMath.asin(x);
            case ACOS -> StrictMath.acos(x);
            case ATAN -> StrictMath.atan(x);
            case SINH -> StrictMath.sinh(x);
            case COSH -> StrictMath.cosh(x);
            case TANH -> StrictMath.tanh(x);
            case SQRT -> StrictMath.sqrt(x);
            case SIGMOID -> x > -36 ? 1 / (1 + StrictMath.exp(-x)) : StrictMath.exp(x);
            case SOFTPLUS -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
            default -> throw new IllegalArgumentException(op.toString());
        };
    }

    private static void near(Unary op, double x, double exact, double y, double unit, double units) {
        assertTrue(
                Double.compare(exact, y) == 0 || Math.abs(y - exact) <= units * unit,
                () -> op + "(" + x + ") = " + y + ", not " + exact + ": off by " + Math.abs(y - exact) / unit);
    }

    /** Units in the last place against the strict library, whose own one is in them. */
    @ParameterizedTest
    @CsvSource({
        "EXP, 2, 1",
        "EXPM1, 2, 1",
        "LOG, 2, 1",
        "LOG1P, 2, 1",
        "SIN, 2, 1",
        "COS, 2, 1",
        "TAN, 2, 1",
        "ASIN, 2, 1",
        "ACOS, 2, 1",
        "ATAN, 2, 1",
        "SINH, 3, 1",
        "COSH, 3, 1",
        "TANH, 3, 2",
        "SQRT, 0, 0",
        "SIGMOID, 3, 2",
        "SOFTPLUS, 4, 3"
    })
    void staysNearTheStrictLibraryOverAllMagnitudes(Unary op, double units64, double units32) {
        Random random = new Random(7);
        for (double scale : new double[] {1e-310, 1e-300, 1e-38, 1e-8, 0.1, 1, 3, 30, 80, 110, 800, 1e7, 1e300}) {
            int n = 10_003;
            double[] x = random.doubles(n, op == Unary.LOG || op == Unary.SQRT ? 0 : -scale, scale)
                    .toArray();
            double[] y = new double[n];
            float[] single = new float[n];
            float[] z = new float[n];
            for (int i = 0; i < n; i++) {
                single[i] = (float) x[i];
            }
            VectorMath.apply(op, x, 0, y, 0, n);
            VectorMath.apply(op, single, 0, z, 0, n);
            for (int i = 0; i < n; i++) {
                double exact = strict(op, x[i]);
                near(op, x[i], exact, y[i], Math.ulp(exact), units64);
                float rounded = (float) strict(op, single[i]);
                near(op, single[i], rounded, z[i], Math.ulp(rounded), units32);
            }
        }
    }

    @Test
    void specialValuesAreThoseOfTheStrictLibrary() {
        double[] special = {
            0,
            -0.0,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.MIN_VALUE,
            -Double.MIN_VALUE,
            Double.MAX_VALUE,
            -Double.MAX_VALUE
        };
        for (Unary op : EnumSet.range(Unary.SQRT, Unary.SOFTPLUS)) {
            for (double x : special) {
                double exact = strict(op, x);
                near(op, x, exact, ScalarF64.apply(op, x), exact == Math.rint(exact) ? 0 : Math.ulp(exact), 1);
                float rounded = (float) strict(op, (float) x);
                near(
                        op,
                        x,
                        rounded,
                        ScalarF32.apply(op, (float) x),
                        rounded == Math.rint(rounded) ? 0 : Math.ulp(rounded),
                        1);
            }
        }
    }

    @Test
    void theseFunctionsRunOnVectorRegisters() {
        Set<Unary> expected = EnumSet.of(
                Unary.NEG,
                Unary.ABS,
                Unary.SQUARE,
                Unary.RECIPROCAL,
                Unary.SQRT,
                Unary.EXP,
                Unary.LOG,
                Unary.SIN,
                Unary.COS,
                Unary.TANH,
                Unary.SIGMOID,
                Unary.SOFTPLUS);
        for (Unary op : Unary.values()) {
            assertEquals(expected.contains(op), VectorF64.has(op), op + " of float64");
            assertEquals(expected.contains(op), VectorF32.has(op), op + " of float32");
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
