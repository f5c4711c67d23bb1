package lectern.grad.compile;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import lectern.tensor.Binary;
import lectern.tensor.Unary;
import lectern.tensor.VectorMath;

/**
 * Elementwise kernels over float32 tiles that lie in the first-level cache.
 *
 * <p>{@code n} is always a multiple of the vector length, so no kernel has a tail; each is its own small method, so
 * that the
 * just-in-time compiler sees one monomorphic loop. Truth values are 1 and 0. {@link Kernels64} is the twin for float64.
 */
final class Kernels32 {
    private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
    private static final int STEP = S.length();
    private static final FloatVector ONE = FloatVector.broadcast(S, 1);
    private static final FloatVector ZERO = FloatVector.zero(S);

    private Kernels32() {}

    private static FloatVector flag(VectorMask<Float> mask) {
        return ZERO.blend(ONE, mask);
    }

    /** Computes one operation of one argument. */
    static void unary(Unary op, float[] a, int i, float[] r, int k, int n) {
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
                    r[k + j] = (float) ScalarMath.unary(op, a[i + j]);
                }
            }
        }
    }

    /** Computes one operation of two arguments. */
    static void binary(Binary op, float[] a, int i, float[] b, int j, float[] r, int k, int n) {
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
                    r[k + m] = (float) ScalarMath.binary(op, a[i + m], b[j + m]);
                }
            }
        }
    }

    private static void neg(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            x.neg().intoArray(r, k + at);
        }
    }

    private static void abs(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            x.abs().intoArray(r, k + at);
        }
    }

    private static void sign(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            VectorMath32.sign(x).intoArray(r, k + at);
        }
    }

    private static void square(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            x.mul(x).intoArray(r, k + at);
        }
    }

    private static void reciprocal(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            ONE.div(x).intoArray(r, k + at);
        }
    }

    private static void sqrt(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            x.sqrt().intoArray(r, k + at);
        }
    }

    private static void exp(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            VectorMath32.exp(x).intoArray(r, k + at);
        }
    }

    private static void tanh(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            VectorMath32.tanh(x).intoArray(r, k + at);
        }
    }

    private static void sigmoid(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            VectorMath32.sigmoid(x).intoArray(r, k + at);
        }
    }

    private static void isNan(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            flag(x.test(VectorOperators.IS_NAN)).intoArray(r, k + at);
        }
    }

    private static void isFinite(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            flag(x.test(VectorOperators.IS_FINITE)).intoArray(r, k + at);
        }
    }

    private static void not(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            flag(x.compare(VectorOperators.EQ, 0)).intoArray(r, k + at);
        }
    }

    private static void add(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.add(y).intoArray(r, k + at);
        }
    }

    private static void sub(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.sub(y).intoArray(r, k + at);
        }
    }

    private static void mul(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.mul(y).intoArray(r, k + at);
        }
    }

    private static void div(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.div(y).intoArray(r, k + at);
        }
    }

    private static void maximum(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.max(y).intoArray(r, k + at);
        }
    }

    private static void minimum(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.min(y).intoArray(r, k + at);
        }
    }

    private static void equal(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.EQ, y)).intoArray(r, k + at);
        }
    }

    private static void notEqual(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.NE, y)).intoArray(r, k + at);
        }
    }

    private static void less(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.LT, y)).intoArray(r, k + at);
        }
    }

    private static void lessEqual(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.LE, y)).intoArray(r, k + at);
        }
    }

    private static void greater(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.GT, y)).intoArray(r, k + at);
        }
    }

    private static void greaterEqual(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.GE, y)).intoArray(r, k + at);
        }
    }

    private static void and(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.mul(y).intoArray(r, k + at);
        }
    }

    private static void or(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.max(y).intoArray(r, k + at);
        }
    }

    private static void xor(float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            flag(x.compare(VectorOperators.NE, y)).intoArray(r, k + at);
        }
    }

    /** r = c ≠ 0 ? a : b. */
    static void where(float[] c, int h, float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            VectorMask<Float> chosen = FloatVector.fromArray(S, c, h + at).compare(VectorOperators.NE, 0);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            y.blend(FloatVector.fromArray(S, a, i + at), chosen).intoArray(r, k + at);
        }
    }

    /** r = a·b + c. */
    static void fma(float[] a, int i, float[] b, int j, float[] c, int h, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.fma(y, FloatVector.fromArray(S, c, h + at)).intoArray(r, k + at);
        }
    }

    /** r = c - a·b. */
    static void negatedFma(float[] a, int i, float[] b, int j, float[] c, int h, float[] r, int k, int n) {
        for (int at = 0; at < n; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at).neg();
            FloatVector y = FloatVector.fromArray(S, b, j + at);
            x.fma(y, FloatVector.fromArray(S, c, h + at)).intoArray(r, k + at);
        }
    }

    /** r += a for any {@code n}: the lanes of a sum. */
    static void accumulate(float[] a, int i, float[] r, int k, int n) {
        int at = 0;
        for (; at <= n - STEP; at += STEP) {
            FloatVector x = FloatVector.fromArray(S, a, i + at);
            FloatVector.fromArray(S, r, k + at).add(x).intoArray(r, k + at);
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
    static float sum(float[] a, int i, int n, float[] lanes) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        int at = 0;
        for (; at <= n - 2 * STEP; at += 2 * STEP) {
            s0 = s0.add(FloatVector.fromArray(S, a, i + at));
            s1 = s1.add(FloatVector.fromArray(S, a, i + at + STEP));
        }
        s0.add(s1).intoArray(lanes, 0);
        float total = 0;
        for (int lane = 0; lane < STEP; lane++) {
            total += lanes[lane];
        }
        for (; at < n; at++) {
            total += a[i + at];
        }
        return total;
    }
}
