package lectern.grad.compile;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lectern.tensor.Binary;
import lectern.tensor.Unary;
import lectern.tensor.VectorMath;

/**
 * Elementwise kernels over float64 tiles that lie in the first-level cache.
 *
 * <p>{@code n} is always a multiple of the vector length, so no kernel has a tail; each is its own small method, so
 * that the
 * just-in-time compiler sees one monomorphic loop. Truth values are 1 and 0. {@link Kernels32} is the twin for float32.
 */
final class Kernels64 {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
    private static final int STEP = S.length();
    private static final DoubleVector ONE = DoubleVector.broadcast(S, 1);
    private static final DoubleVector ZERO = DoubleVector.zero(S);

    private Kernels64() {}

    private static DoubleVector flag(VectorMask<Double> mask) {
        return ZERO.blend(ONE, mask);
    }

    /** Computes one operation of one argument. */
    static void unary(Unary op, double[] a, int i, double[] r, int k, int n) {
        switch (op) {
            case NEG -> neg(a, i, r, k, n);
            case ABS -> abs(a, i, r, k, n);
            case SIGN -> sign(a, i, r, k, n);
            case SQUARE -> square(a, i, r, k, n);
            case RECIPROCAL -> reciprocal(a, i, r, k, n);
            case SQRT -> sqrt(a, i, r, k, n);
            case EXP -> exp(a, i, r, k, n);
            case LOG, SIN, COS, SOFTPLUS -> VectorMath.apply(op, a, i, r, k, n);
            case TANH -> tanh(a, i, r, k, n);
            case SIGMOID -> sigmoid(a, i, r, k, n);
            case IS_NAN -> isNan(a, i, r, k, n);
            case IS_FINITE -> isFinite(a, i, r, k, n);
            case NOT -> not(a, i, r, k, n);
            default -> {
                for (int j = 0; j < n; j++) {
                    r[k + j] = ScalarMath.unary(op, a[i + j]);
                }
            }
        }
    }

    /** Computes one operation of two arguments. */
    static void binary(Binary op, double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        switch (op) {
            case ADD -> add(a, i, b, j, r, k, n);
            case SUB -> sub(a, i, b, j, r, k, n);
            case MUL -> mul(a, i, b, j, r, k, n);
            case DIV -> div(a, i, b, j, r, k, n);
            case MAXIMUM -> maximum(a, i, b, j, r, k, n);
            case MINIMUM -> minimum(a, i, b, j, r, k, n);
            case EQUAL -> equal(a, i, b, j, r, k, n);
            case NOT_EQUAL -> notEqual(a, i, b, j, r, k, n);
            case LESS -> less(a, i, b, j, r, k, n);
            case LESS_EQUAL -> lessEqual(a, i, b, j, r, k, n);
            case GREATER -> greater(a, i, b, j, r, k, n);
            case GREATER_EQUAL -> greaterEqual(a, i, b, j, r, k, n);
            case AND -> and(a, i, b, j, r, k, n);
            case OR -> or(a, i, b, j, r, k, n);
            case XOR -> xor(a, i, b, j, r, k, n);
            default -> {
                for (int m = 0; m < n; m++) {
                    r[k + m] = ScalarMath.binary(op, a[i + m], b[j + m]);
                }
            }
        }
    }

    private static void neg(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            x.neg().intoArray(r, k + at);
        }
    }

    private static void abs(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            x.abs().intoArray(r, k + at);
        }
    }

    private static void sign(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            VectorMath64.sign(x).intoArray(r, k + at);
        }
    }

    private static void square(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            x.mul(x).intoArray(r, k + at);
        }
    }

    private static void reciprocal(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            ONE.div(x).intoArray(r, k + at);
        }
    }

    private static void sqrt(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            x.sqrt().intoArray(r, k + at);
        }
    }

    private static void exp(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            VectorMath64.exp(x).intoArray(r, k + at);
        }
    }

    private static void tanh(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            VectorMath64.tanh(x).intoArray(r, k + at);
        }
    }

    private static void sigmoid(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            VectorMath64.sigmoid(x).intoArray(r, k + at);
        }
    }

    private static void isNan(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            flag(x.test(VectorOperators.IS_NAN)).intoArray(r, k + at);
        }
    }

    private static void isFinite(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            flag(x.test(VectorOperators.IS_FINITE)).intoArray(r, k + at);
        }
    }

    private static void not(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            flag(x.compare(VectorOperators.EQ, 0)).intoArray(r, k + at);
        }
    }

    private static void add(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.add(y).intoArray(r, k + at);
        }
    }

    private static void sub(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.sub(y).intoArray(r, k + at);
        }
    }

    private static void mul(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.mul(y).intoArray(r, k + at);
        }
    }

    private static void div(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.div(y).intoArray(r, k + at);
        }
    }

    private static void maximum(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.max(y).intoArray(r, k + at);
        }
    }

    private static void minimum(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.min(y).intoArray(r, k + at);
        }
    }

    private static void equal(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.EQ, y)).intoArray(r, k + at);
        }
    }

    private static void notEqual(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.NE, y)).intoArray(r, k + at);
        }
    }

    private static void less(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.LT, y)).intoArray(r, k + at);
        }
    }

    private static void lessEqual(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.LE, y)).intoArray(r, k + at);
        }
    }

    private static void greater(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.GT, y)).intoArray(r, k + at);
        }
    }

    private static void greaterEqual(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.GE, y)).intoArray(r, k + at);
        }
    }

    private static void and(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.mul(y).intoArray(r, k + at);
        }
    }

    private static void or(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.max(y).intoArray(r, k + at);
        }
    }

    private static void xor(double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.NE, y)).intoArray(r, k + at);
        }
    }

    /** r = c ≠ 0 ? a : b. */
    static void where(double[] c, int h, double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            VectorMask<Double> chosen = DoubleVector.fromArray(S, c, h + at).compare(VectorOperators.NE, 0);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            y.blend(DoubleVector.fromArray(S, a, i + at), chosen).intoArray(r, k + at);
        }
    }

    /** r = a·b + c. */
    static void fma(double[] a, int i, double[] b, int j, double[] c, int h, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.fma(y, DoubleVector.fromArray(S, c, h + at)).intoArray(r, k + at);
        }
    }

    /** r = c - a·b. */
    static void negatedFma(double[] a, int i, double[] b, int j, double[] c, int h, double[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at).neg();
            DoubleVector y = DoubleVector.fromArray(S, b, j + at);
            x.fma(y, DoubleVector.fromArray(S, c, h + at)).intoArray(r, k + at);
        }
    }

    /** r += a for any {@code n}: the lanes of a sum. */
    static void accumulate(double[] a, int i, double[] r, int k, int n) {
        int at = 0;
        for (; at <= n - STEP; at += STEP) {
            DoubleVector x = DoubleVector.fromArray(S, a, i + at);
            DoubleVector.fromArray(S, r, k + at).add(x).intoArray(r, k + at);
        }
        for (; at < n; at++) {
            r[k + at] += a[i + at];
        }
    }

    /**
     * The sum of {@code n} elements in two vector chains; the lanes are added in their order by way of a scratch
     * array, since the
     * order of a built-in reduction is left open and differs between interpreted and compiled code.
     */
    static double sum(double[] a, int i, int n, double[] lanes) {
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        int at = 0;
        for (; at <= n - 2 * STEP; at += 2 * STEP) {
            s0 = s0.add(DoubleVector.fromArray(S, a, i + at));
            s1 = s1.add(DoubleVector.fromArray(S, a, i + at + STEP));
        }
        s0.add(s1).intoArray(lanes, 0);
        double total = 0;
        for (int lane = 0; lane < STEP; lane++) {
            total += lanes[lane];
        }
        for (; at < n; at++) {
            total += a[i + at];
        }
        return total;
    }
}
