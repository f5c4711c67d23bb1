package lectern.tensor;

import java.util.Arrays;

/**
 * The loops of {@link VectorF32} and {@link BinaryF32} number by number: the same operations in the same order, hence the
 * same bits. The twin of {@link PlainF64}.
 *
 * <p>They run while the vector forms are cold (see {@link Heat}). Each operation has a loop of its own, so that the
 * just-in-time compiler does not begin anew with every operation that comes along. As there, numbers are taken in
 * groups of a register's length, and a group with an argument outside the range of the fast form goes to {@link Math}.
 */
final class PlainF32 {
    private static final int LANES = MathF32.LANES;
    private static final int MAGIC_BITS = Float.floatToRawIntBits(MathF32.MAGIC);

    /** Length up to which an argument that stays is repeated. */
    private static final int BLOCK = 256;

    private PlainF32() {}

    /** Computes an operation that has a vector form. */
    static void apply(Unary op, float[] x, int from, float[] out, int to, int n) {
        switch (op) {
            case EXP -> exp(x, from, out, to, n);
            case TANH -> tanh(x, from, out, to, n);
            case SIGMOID -> sigmoid(x, from, out, to, n);
            case SOFTPLUS -> softplus(x, from, out, to, n);
            case SIN -> sin(x, from, out, to, n);
            case COS -> cos(x, from, out, to, n);
            case LOG -> log(x, from, out, to, n);
            case NEG -> neg(x, from, out, to, n);
            case ABS -> abs(x, from, out, to, n);
            case SQUARE -> square(x, from, out, to, n);
            case RECIPROCAL -> reciprocal(x, from, out, to, n);
            default -> sqrt(x, from, out, to, n);
        }
    }

    /** Computes an operation that has a vector form; each argument advances by one or stays (step 0). */
    static void apply(
            Binary op, float[] a, int ai, int as, float[] b, int bi, int bs, float[] out, int oi, int n) {
        if (as == 1 && bs == 1 || n == 0) {
            line(op, a, ai, b, bi, out, oi, n);
            return;
        }
        int block = Math.min(n, BLOCK);
        float[] p = as == 1 ? a : repeated(a, ai, block);
        float[] q = bs == 1 ? b : repeated(b, bi, block);
        for (int i = 0; i < n; i += block) {
            line(op, p, as == 1 ? ai + i : 0, q, bs == 1 ? bi + i : 0, out, oi + i, Math.min(block, n - i));
        }
    }

    /** One number as often as the loops, which only know arguments that advance, look at it. */
    private static float[] repeated(float[] x, int at, int n) {
        float[] all = new float[n];
        Arrays.fill(all, x[at]);
        return all;
    }

    private static void line(Binary op, float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        switch (op) {
            case ADD -> add(a, ai, b, bi, out, oi, n);
            case SUB -> sub(a, ai, b, bi, out, oi, n);
            case MUL -> mul(a, ai, b, bi, out, oi, n);
            case DIV -> div(a, ai, b, bi, out, oi, n);
            case MAXIMUM -> maximum(a, ai, b, bi, out, oi, n);
            default -> minimum(a, ai, b, bi, out, oi, n);
        }
    }

    /** True when no number of a group is larger in absolute value, nor NaN. */
    private static boolean within(float limit, float[] x, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!(Math.abs(x[i]) <= limit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean logHolds(float[] x, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!(x[i] >= MathF32.SMALLEST && x[i] <= MathF32.GREATEST)) {
                return false;
            }
        }
        return true;
    }

    private static void exp(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF32.EXP_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = exp(x[from + j]);
                }
            } else {
                UnaryF32.plain(Unary.EXP, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void tanh(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = tanh(x[from + i]);
        }
    }

    private static void sigmoid(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF32.EXP_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = MathF32.ONE / (exp(-x[from + j]) + MathF32.ONE);
                }
            } else {
                UnaryF32.plain(Unary.SIGMOID, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void softplus(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF32.EXP_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = softplus(x[from + j]);
                }
            } else {
                UnaryF32.plain(Unary.SOFTPLUS, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void sin(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF32.ANGLE_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = sin(x[from + j]);
                }
            } else {
                UnaryF32.plain(Unary.SIN, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void cos(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF32.ANGLE_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = cos(x[from + j]);
                }
            } else {
                UnaryF32.plain(Unary.COS, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void log(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (logHolds(x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = log(x[from + j]);
                }
            } else {
                UnaryF32.plain(Unary.LOG, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void neg(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = -x[from + i];
        }
    }

    private static void abs(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = Math.abs(x[from + i]);
        }
    }

    private static void square(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = x[from + i] * x[from + i];
        }
    }

    private static void reciprocal(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = 1 / x[from + i];
        }
    }

    private static void sqrt(float[] x, int from, float[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = (float) Math.sqrt(x[from + i]);
        }
    }

    /** As {@link MathF32#exp}. */
    private static float exp(float x) {
        float shifted = Math.fma(x, MathF32.LOG2E, MathF32.MAGIC);
        return (expm1Reduced(x, shifted) + MathF32.ONE) * power(shifted);
    }

    private static float expm1Reduced(float x, float shifted) {
        float k = shifted - MathF32.MAGIC;
        float r = Math.fma(k, MathF32.MINUS_LN2_LOW, Math.fma(k, MathF32.MINUS_LN2_HIGH, x));
        float p = Math.fma(MathF32.EXP4, r, MathF32.EXP3);
        p = Math.fma(p, r, MathF32.EXP2);
        p = Math.fma(p, r, MathF32.EXP1);
        p = Math.fma(p, r, MathF32.EXP0);
        return Math.fma(r * r, p, r);
    }

    private static float power(float shifted) {
        return Float.intBitsToFloat((Float.floatToRawIntBits(shifted) << 23) + MathF32.BIAS);
    }

    /** As {@link MathF32#tanh}. */
    private static float tanh(float x) {
        float t = Math.abs(x);
        t = t + t;
        t = Math.min(t, MathF32.TANH_LIMIT);
        float shifted = Math.fma(t, MathF32.LOG2E, MathF32.MAGIC);
        float scale = power(shifted);
        float em = Math.fma(expm1Reduced(t, shifted), scale, scale - MathF32.ONE);
        float y = em / (em + MathF32.TWO);
        return Float.intBitsToFloat(
                Float.floatToRawIntBits(y) | Float.floatToRawIntBits(x) & MathF32.SIGN);
    }

    /** As {@link MathF32#softplus}. */
    private static float softplus(float x) {
        float e = exp(-Math.abs(x));
        float s = e / (e + MathF32.TWO);
        float z = s * s;
        float p = Math.fma(MathF32.TAIL5, z, MathF32.TAIL4);
        p = Math.fma(p, z, MathF32.TAIL3);
        p = Math.fma(p, z, MathF32.TAIL2);
        p = Math.fma(p, z, MathF32.TAIL1);
        p = Math.fma(p, z, MathF32.TAIL0);
        return Math.fma(p, z, MathF32.TWO) * s + Math.max(x, 0);
    }

    /** As {@link MathF32#sin}. */
    private static float sin(float x) {
        float shifted = Math.fma(x, MathF32.TWO_BY_PI, MathF32.MAGIC);
        return quadrant(x, shifted - MathF32.MAGIC, Float.floatToRawIntBits(shifted));
    }

    /** As {@link MathF32#cos}. */
    private static float cos(float x) {
        float shifted = Math.fma(x, MathF32.TWO_BY_PI, MathF32.MAGIC);
        return quadrant(x, shifted - MathF32.MAGIC, Float.floatToRawIntBits(shifted + MathF32.ONE));
    }

    private static float quadrant(float x, float k, int bits) {
        float r = Math.fma(k, MathF32.HALF_PI_1, x);
        r = Math.fma(k, MathF32.HALF_PI_3, Math.fma(k, MathF32.HALF_PI_2, r));
        float z = r * r;
        float y = (bits & 1) == 0 ? sine(r, z) : cosine(z);
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) ^ bits << 30 & MathF32.SIGN);
    }

    private static float sine(float r, float z) {
        float p = Math.fma(MathF32.SIN3, z, MathF32.SIN2);
        p = Math.fma(p, z, MathF32.SIN1);
        p = Math.fma(p, z, MathF32.SIN0);
        return Math.fma(p * z, r, r);
    }

    private static float cosine(float z) {
        float p = Math.fma(MathF32.COS2, z, MathF32.COS1);
        p = Math.fma(p, z, MathF32.COS0);
        return Math.fma(p * z - MathF32.HALF, z, MathF32.ONE);
    }

    /** As {@link MathF32#log}. */
    private static float log(float x) {
        int bits = Float.floatToRawIntBits(x);
        int k = bits - MathF32.ROOT_HALF >> 23;
        float f = Float.intBitsToFloat(bits - (k << 23)) - MathF32.ONE;
        float e = Float.intBitsToFloat(k + MAGIC_BITS) - MathF32.MAGIC;
        float s = f / (f + MathF32.TWO);
        float z = s * s;
        float p = Math.fma(MathF32.LOG3, z, MathF32.LOG2);
        p = Math.fma(p, z, MathF32.LOG1);
        p = Math.fma(p, z, MathF32.LOG0);
        float half = f * f * MathF32.HALF;
        float low = Math.fma(Math.fma(p, z, half), s, e * MathF32.LN2_LOW);
        return Math.fma(e, MathF32.LN2_HIGH, f - (half - low));
    }

    private static void add(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = a[ai + i] + b[bi + i];
        }
    }

    private static void sub(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = a[ai + i] - b[bi + i];
        }
    }

    private static void mul(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = a[ai + i] * b[bi + i];
        }
    }

    private static void div(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = a[ai + i] / b[bi + i];
        }
    }

    private static void maximum(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = Math.max(a[ai + i], b[bi + i]);
        }
    }

    private static void minimum(float[] a, int ai, float[] b, int bi, float[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = Math.min(a[ai + i], b[bi + i]);
        }
    }
}
