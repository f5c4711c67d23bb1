package lectern.grad.compile;

import lectern.tensor.Binary;
import lectern.tensor.Unary;

/**
 * The kernels of {@link Kernels32} number by number: the same operations in the same order, hence the same bits.
 *
 * <p>They run while the vector forms are cold. One loop serves all operations, so that it is compiled soon. {@link Plain64} is
 * the twin for float64.
 */
final class Plain32 {
    private static final float LOG2_E = 1.44269504f;
    private static final float LN2_HIGH = 0x1.62e4p-1f;
    private static final float LN2_LOW = 0x1.7f7d1cp-20f;
    private static final float ROUNDER = 0x1.8p23f;
    private static final int ROUNDER_BITS = Float.floatToRawIntBits(ROUNDER);
    private static final int ONE_BITS = 0x3f800000;

    private Plain32() {}

    /** True for the operations that have a form here. */
    static boolean has(Unary op) {
        return switch (op) {
            case NEG, ABS, SIGN, SQUARE, RECIPROCAL, SQRT, EXP, TANH, SIGMOID, IS_NAN, IS_FINITE, NOT -> true;
            default -> false;
        };
    }

    /** True for the operations that have a form here. */
    static boolean has(Binary op) {
        return switch (op) {
            case POW, ATAN2, MOD, FLOOR_DIV -> false;
            default -> true;
        };
    }

    static void unary(Unary op, float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = unary(op, a[i + at]);
        }
    }

    private static float unary(Unary op, float x) {
        return switch (op) {
            case NEG -> -x;
            case ABS -> Math.abs(x);
            case SIGN -> x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x;
            case SQUARE -> x * x;
            case RECIPROCAL -> 1 / x;
            case SQRT -> (float) Math.sqrt(x);
            case EXP -> exp(x);
            case TANH -> tanh(x);
            case SIGMOID -> sigmoid(x);
            case IS_NAN -> flag(x != x);
            case IS_FINITE -> flag(Float.isFinite(x));
            case NOT -> flag(x == 0);
            default -> throw new IllegalArgumentException("no plain form of " + op);
        };
    }

    static void binary(Binary op, float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = binary(op, a[i + at], b[j + at]);
        }
    }

    private static float binary(Binary op, float x, float y) {
        return switch (op) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL, AND -> x * y;
            case DIV -> x / y;
            case MAXIMUM, OR -> Math.max(x, y);
            case MINIMUM -> Math.min(x, y);
            case EQUAL -> flag(x == y);
            case NOT_EQUAL, XOR -> flag(x != y);
            case LESS -> flag(x < y);
            case LESS_EQUAL -> flag(x <= y);
            case GREATER -> flag(x > y);
            case GREATER_EQUAL -> flag(x >= y);
            default -> throw new IllegalArgumentException("no plain form of " + op);
        };
    }

    static void where(float[] c, int h, float[] a, int i, float[] b, int j, float[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = c[h + at] != 0 ? a[i + at] : b[j + at];
        }
    }

    static void fma(float[] a, int i, float[] b, int j, float[] c, int h, float[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = Math.fma(a[i + at], b[j + at], c[h + at]);
        }
    }

    static void negatedFma(float[] a, int i, float[] b, int j, float[] c, int h, float[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = Math.fma(-a[i + at], b[j + at], c[h + at]);
        }
    }

    /** r += a. */
    static void accumulate(float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] += a[i + at];
        }
    }

    /** r = max(r, a) or min(r, a). */
    static void extreme(boolean max, float[] a, int i, float[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = max ? Math.max(r[k + at], a[i + at]) : Math.min(r[k + at], a[i + at]);
        }
    }

    /** The largest or smallest of {@code n} ≥ 1 elements; NaN when there is one. */
    static float extreme(boolean max, float[] a, int i, int n) {
        float best = a[i];
        for (int at = 1; at < n; at++) {
            best = max ? Math.max(best, a[i + at]) : Math.min(best, a[i + at]);
        }
        return best;
    }

    /** The sum in the order of two chains of registers of {@code step} lanes, as {@link Kernels32#sum} takes it. */
    static float sum(float[] a, int i, int n, int step) {
        int done = n / (2 * step) * 2 * step;
        float total = 0;
        if (done > 0) {
            float[] lanes = new float[2 * step];
            for (int at = 0; at < done; at += 2 * step) {
                accumulate(a, i + at, lanes, 0, 2 * step);
            }
            for (int lane = 0; lane < step; lane++) {
                total += lanes[lane] + lanes[step + lane];
            }
        }
        for (int at = done; at < n; at++) {
            total += a[i + at];
        }
        return total;
    }

    private static float flag(boolean value) {
        return value ? 1 : 0;
    }

    /** As {@link VectorMath32#exp}. */
    private static float exp(float x) {
        float bounded = Math.max(Math.min(x, 90), -105);
        float m = Math.fma(bounded, LOG2_E, ROUNDER);
        int k = Float.floatToRawIntBits(m) - ROUNDER_BITS;
        int half = k >> 1;
        float p = expm1Reduced(bounded, m - ROUNDER);
        float first = power(half);
        return Math.fma(first, p, first) * power(k - half);
    }

    private static float power(int k) {
        return Float.intBitsToFloat((k << 23) + ONE_BITS);
    }

    /** As {@link VectorMath32#tanh}. */
    private static float tanh(float x) {
        float bounded = Math.min(Math.abs(x), 10) * -2;
        float m = Math.fma(bounded, LOG2_E, ROUNDER);
        float p = expm1Reduced(bounded, m - ROUNDER);
        float scale = power(Float.floatToRawIntBits(m));
        float t = Math.fma(scale, p, scale - 1);
        float y = -t / (t + 2);
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) | Float.floatToRawIntBits(x) & Integer.MIN_VALUE);
    }

    /** As {@link VectorMath32#sigmoid}. */
    private static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        return (x >= 0 ? 1 : e) / (e + 1);
    }

    /** exp(x - n ln 2) - 1. */
    private static float expm1Reduced(float x, float n) {
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float r2 = r * r;
        float a0 = Math.fma(r, 1 / 6f, 0.5f);
        float a1 = Math.fma(r, 1 / 120f, 1 / 24f);
        float a2 = Math.fma(r, 1 / 5040f, 1 / 720f);
        return Math.fma(r2, Math.fma(r2, Math.fma(r2, a2, a1), a0), r);
    }
}
