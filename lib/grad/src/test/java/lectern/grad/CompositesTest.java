package lectern.grad;

import static lectern.compile.Compiler.compile;
import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.LinkedHashMap;
import java.util.Map;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.Test;

/**
 * Functions that are made of others: values of NumPy 2.4 in its long double, derivatives of several orders,
 * eager and compiled, in both types.
 */
final class CompositesTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double NAN = Double.NaN;

    private static final double[] X = {
        0, 1e-300, 1e-20, 1e-8, 1e-3, 0.1, 0.5, 0.9, 0.999999, 1, 1.0000001, 1.5, 2, 10, 1e4, 1e8, 9.9e9, 1.1e10, 1e150,
        1e160, 1e300, 1.7e308
    };
    private static final double[] ASINH = {
        0.0,
        1e-300,
        1e-20,
        1e-08,
        0.0009999998333334083,
        0.09983407889920756,
        0.48121182505960347,
        0.8088669356527824,
        0.8813728799125851,
        0.881373587019543,
        0.8813736577302194,
        1.1947632172871092,
        1.4436354751788103,
        2.99822295029797,
        9.903487555036127,
        19.11382792451231,
        23.7089477746469,
        23.814308290304727,
        346.0809111296668,
        369.10676205960726,
        691.4686750787737,
        710.4199840737882
    };
    private static final double[] ACOSH = {
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        0.0,
        0.0004472135919037347,
        0.9624236501192069,
        1.3169578969248168,
        2.993222846126381,
        9.903487550036129,
        19.11382792451231,
        23.7089477746469,
        23.814308290304727,
        346.0809111296668,
        369.10676205960726,
        691.4686750787737,
        710.4199840737882
    };
    private static final double[] ATANH = {
        0.0,
        1e-300,
        1e-20,
        1e-08,
        0.0010000003333335333,
        0.10033534773107558,
        0.5493061443340549,
        1.4722194895832204,
        7.254328619247669,
        INF,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN,
        NAN
    };

    /** Eager, compiled, of single numbers and, where float32 has the numbers, in float32. */
    private static void same(Fn f, double[] expected, double... at) {
        Fn compiled = compile(f);
        Tensor x = Tensors.of(at);
        for (int i = 0; i < at.length; i++) {
            String what = "at " + at[i];
            near(expected[i], f.apply(x).at(i), 4 * Math.ulp(expected[i]), what);
            near(expected[i], compiled.apply(x).at(i), 4 * Math.ulp(expected[i]), what + " compiled");
            near(expected[i], f.apply(of(at[i])).item(), 4 * Math.ulp(expected[i]), what + " alone");
            if ((float) at[i] == at[i]) {
                Tensor narrow = x.cast(DType.FLOAT32);
                double margin = 4 * Math.ulp((float) expected[i]);
                assertEquals(DType.FLOAT32, f.apply(narrow).dtype());
                near((float) expected[i], f.apply(narrow).at(i), margin, what + " float32");
                near((float) expected[i], compiled.apply(narrow).at(i), margin, what + " float32 compiled");
            }
        }
    }

    private static void near(double expected, double seen, double margin, String what) {
        assertEquals(expected, seen, Double.isFinite(margin) ? margin : 0, what);
    }

    private static double[] mirrored(double sign, double... x) {
        return java.util.Arrays.stream(x).map(v -> sign * v).toArray();
    }

    @Test
    void inverseHyperbolicFunctions() {
        same(Tensor::asinh, ASINH, X);
        same(Tensor::asinh, mirrored(-1, ASINH), mirrored(-1, X));
        same(Tensor::acosh, ACOSH, X);
        same(Tensor::atanh, ATANH, X);
        same(Tensor::atanh, mirrored(-1, ATANH), mirrored(-1, X));
        same(Tensor::asinh, new double[] {INF, -INF, NAN}, INF, -INF, NAN);
        same(Tensor::acosh, new double[] {INF, NAN, NAN, NAN, NAN}, INF, -INF, NAN, -3, -1e200);
        same(Tensor::atanh, new double[] {NAN, NAN, NAN}, INF, -INF, NAN);
        for (int i = 0; i < X.length; i++) {
            assertEquals(asinh(of(X[i])).item(), asinh(X[i]));
            assertEquals(acosh(of(X[i])).item(), acosh(X[i]));
            assertEquals(atanh(of(X[i])).item(), atanh(X[i]));
        }
    }

    private static final double[] SIDES = {0, -0.0, 1, -1, INF, -INF, NAN, 5e-324, 1e300, 1.5e308, -3};

    @Test
    void lengths() {
        for (double a : SIDES) {
            double[] expected = new double[SIDES.length];
            for (int i = 0; i < SIDES.length; i++) {
                expected[i] = Math.hypot(a, SIDES[i]);
                near(expected[i], hypot(a, SIDES[i]), Math.ulp(expected[i]), a + " and " + SIDES[i]);
            }
            same(x -> hypot(x, a), expected, SIDES);
            same(x -> hypot(x, of(a).cast(x.dtype())), expected, SIDES);
        }
        float tiny = Float.MIN_VALUE;
        Tensor small = hypot(Tensors.of(3 * tiny, 3e38f), Tensors.of(4 * tiny, 1e38f));
        assertEquals(5 * tiny, small.at(0));
        assertEquals(Math.hypot(3e38f, 1e38f), small.at(1), 1e32);
        assertEquals(of(5.0, 13), hypot(Tensors.of(3L, 5), Tensors.of(4L, 12)));
        assertThrows(IllegalArgumentException.class, () -> hypot(ones(2), ones(3)));
    }

    private static final double[] LOGS = {0, 1, -1, INF, -INF, NAN, 1000, -1000, 0.5, -40};
    private static final double[][] SUMS = {
        {
            0.6931471805599453,
            1.3132616875182228,
            0.3132616875182228,
            INF,
            0.0,
            NAN,
            1000.0,
            0.0,
            0.9740769841801067,
            4.248354255291589e-18
        },
        {1.3132616875182228, 1.6931471805599454, 1.1269280110429725, INF, 1.0, NAN, 1000.0, 1.0, 1.4740769841801067, 1.0
        },
        {
            0.3132616875182228,
            1.1269280110429725,
            -0.3068528194400547,
            INF,
            -1.0,
            NAN,
            1000.0,
            -1.0,
            0.7014132779827524,
            -1.0
        },
        {INF, INF, INF, INF, INF, NAN, INF, INF, INF, INF},
        {0.0, 1.0, -1.0, INF, -INF, NAN, 1000.0, -1000.0, 0.5, -40.0},
        {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN},
        {1000.0, 1000.0, 1000.0, INF, 1000.0, NAN, 1000.6931471805599, 1000.0, 1000.0, 1000.0},
        {0.0, 1.0, -1.0, INF, -1000.0, NAN, 1000.0, -999.3068528194401, 0.5, -40.0},
        {0.9740769841801067, 1.4740769841801067, 0.7014132779827524, INF, 0.5, NAN, 1000.0, 0.5, 1.1931471805599454, 0.5
        },
        {4.248354255291589e-18, 1.0, -1.0, INF, -40.0, NAN, 1000.0, -40.0, 0.5, -39.30685281944005}
    };

    @Test
    void sumsOfLogarithms() {
        for (int k = 0; k < LOGS.length; k++) {
            double a = LOGS[k];
            same(x -> logaddexp(x, a), SUMS[k], LOGS);
            same(x -> logaddexp(of(a).cast(x.dtype()), x), SUMS[k], LOGS);
            near(SUMS[k][1], logaddexp(a, 1.0), 4 * Math.ulp(SUMS[k][1]), a + " and 1");
        }
        assertEquals(Math.log(2), logaddexp(of(0L), of(0L)).item(), 1e-15);
        assertEquals(
                0.0,
                logaddexp(Tensors.of(Long.MIN_VALUE, 0), Tensors.of(0, Long.MIN_VALUE))
                        .max()
                        .item());
    }

    @Test
    void stepsAndCuts() {
        same(x -> heaviside(x, 0.5), new double[] {0, 0.5, 0.5, 1, NAN, 1, 0}, -2, -0.0, 0, 3, NAN, INF, -INF);
        same(Tensor::trunc, new double[] {-1, -0.0, -0.0, 0, 1, INF, NAN}, -1.7, -0.5, -0.0, 0.5, 1.7, INF, NAN);
        assertEquals(0.5, heaviside(0.0, 0.5));
        assertEquals(-1, trunc(-1.7));
        assertEquals(Tensors.of(-3L, 4), trunc(Tensors.of(-3L, 4)));
        assertEquals(
                of(0.0, 0, 1),
                Grad.grad(h -> heaviside(of(-1.0, 2, 0), h).sum()).apply(zeros(3)));
    }

    /** Functions with their first three derivatives as formulas. */
    private static Map<String, Fn[]> formulas() {
        Map<String, Fn[]> all = new LinkedHashMap<>();
        Fn one = x -> x.square().plus(1);
        all.put("asinh", new Fn[] {
            Tensor::asinh,
            x -> one.apply(x).pow(-0.5),
            x -> x.neg().times(one.apply(x).pow(-1.5)),
            x -> x.square().times(2).minus(1).times(one.apply(x).pow(-2.5))
        });
        Fn inside = x -> x.square().minus(1);
        all.put("acosh", new Fn[] {
            x -> x.abs().plus(1.25).acosh(),
            x -> x.sign().times(inside.apply(x.abs().plus(1.25)).pow(-0.5))
        });
        Fn rest = x -> x.square().neg().plus(1);
        Fn half = x -> x.times(0.4);
        all.put("atanh", new Fn[] {
            x -> half.apply(x).atanh(),
            x -> rest.apply(half.apply(x)).pow(-1).times(0.4),
            x -> half.apply(x).times(2).times(rest.apply(half.apply(x)).pow(-2)).times(0.16),
            x -> half.apply(x)
                    .square()
                    .times(6)
                    .plus(2)
                    .times(rest.apply(half.apply(x)).pow(-3))
                    .times(0.064)
        });
        all.put("logaddexp of 0", new Fn[] {
            x -> logaddexp(x, 0),
            Tensor::sigmoid,
            x -> x.sigmoid().times(x.neg().sigmoid()),
            x -> x.sigmoid()
                    .times(x.neg().sigmoid())
                    .times(x.sigmoid().times(-2).plus(1))
        });
        all.put("hypot of 3", new Fn[] {
            x -> hypot(x, 3),
            x -> x.div(x.square().plus(9).sqrt()),
            x -> x.square().plus(9).pow(-1.5).times(9),
            x -> x.square().plus(9).pow(-2.5).times(x).times(-27)
        });
        return all;
    }

    @Test
    void derivativesOfThreeOrdersAlsoWhereBranchesMeet() {
        Tensor x = Tensors.of(-2.1, -0.7, -1e-9, 1e-9, 0.3, 1, 2.3);
        formulas().forEach((name, all) -> {
            // The corner that one formula has at 0 is its own.
            Tensor at = name.equals("acosh") ? x.slice(4, 7) : concat(0, x, zeros(1));
            Fn found = all[0];
            for (int order = 1; order < all.length; order++) {
                found = Grad.elementwiseGrad(found);
                Tensor expected = all[order].apply(at);
                assertTrue(
                        found.apply(at).allClose(expected, 1e-12, 1e-13),
                        name + " of order " + order + ": " + found.apply(at) + ", formula " + expected);
                assertTrue(
                        compile(found).apply(at).allClose(expected, 1e-12, 1e-13), name + " compiled, order " + order);
                Tensor series = Grad.derivative(all[0], order).apply(at);
                assertTrue(
                        series.allClose(expected, 1e-11, 1e-12), name + " by series, order " + order + ": " + series);
                Tensor narrow = at.cast(DType.FLOAT32);
                assertTrue(
                        found.apply(narrow).allClose(expected.cast(DType.FLOAT32), 1e-4, 1e-5),
                        name + " float32, order " + order);
            }
        });
        assertEquals(of(0.0, 0), Grad.grad(t -> hypot(t, t).sum()).apply(zeros(2)));
        assertEquals(of(1e-160, 1e-160), Grad.grad(t -> t.asinh().sum()).apply(of(1e160, -1e160)));
        assertEquals(of(1.0, 0), Grad.grad(t -> logaddexp(t.get(0), t.get(1))).apply(of(-5.0, -INF)));
    }
}
