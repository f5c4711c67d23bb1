package lectern.tensor;

import java.util.Arrays;

/**
 * The loops of {@link VectorF64} and {@link BinaryF64} number by number: the same operations in the same order, hence the
 * same bits. {@link PlainF32} is the twin.
 *
 * <p>They run while the vector forms are cold (see {@link Heat}). Each operation has a loop of its own, so that the
 * just-in-time compiler does not begin anew with every operation that comes along. As there, numbers are taken in
 * groups of a register's length, and a group with an argument outside the range of the fast form goes to {@link Math}.
 */
final class PlainF64 {
    private static final int LANES = MathF64.LANES;
    private static final long MAGIC_BITS = Double.doubleToRawLongBits(MathF64.MAGIC);

    /** Length up to which an argument that stays is repeated. */
    private static final int BLOCK = 256;

    private PlainF64() {}

    /** Computes an operation that has a vector form. */
    static void apply(Unary op, double[] x, int from, double[] out, int to, int n) {
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
            Binary op, double[] a, int ai, int as, double[] b, int bi, int bs, double[] out, int oi, int n) {
        if (as == 1 && bs == 1 || n == 0) {
            line(op, a, ai, b, bi, out, oi, n);
            return;
        }
        int block = Math.min(n, BLOCK);
        double[] p = as == 1 ? a : repeated(a, ai, block);
        double[] q = bs == 1 ? b : repeated(b, bi, block);
        for (int i = 0; i < n; i += block) {
            line(op, p, as == 1 ? ai + i : 0, q, bs == 1 ? bi + i : 0, out, oi + i, Math.min(block, n - i));
        }
    }

    /** One number as often as the loops, which only know arguments that advance, look at it. */
    private static double[] repeated(double[] x, int at, int n) {
        double[] all = new double[n];
        Arrays.fill(all, x[at]);
        return all;
    }

    private static void line(Binary op, double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
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
    private static boolean within(double limit, double[] x, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!(Math.abs(x[i]) <= limit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean logHolds(double[] x, int from, int end) {
        for (int i = from; i < end; i++) {
            if (!(x[i] >= MathF64.SMALLEST && x[i] <= MathF64.GREATEST)) {
                return false;
            }
        }
        return true;
    }

    private static void exp(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF64.EXP_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = exp(x[from + j]);
                }
            } else {
                UnaryF64.plain(Unary.EXP, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void tanh(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = tanh(x[from + i]);
        }
    }

    private static void sigmoid(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF64.EXP_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = MathF64.ONE / (exp(-x[from + j]) + MathF64.ONE);
                }
            } else {
                UnaryF64.plain(Unary.SIGMOID, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void softplus(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF64.EXP_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = softplus(x[from + j]);
                }
            } else {
                UnaryF64.plain(Unary.SOFTPLUS, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void sin(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF64.ANGLE_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = sin(x[from + j]);
                }
            } else {
                UnaryF64.plain(Unary.SIN, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void cos(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (within(MathF64.ANGLE_LIMIT, x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = cos(x[from + j]);
                }
            } else {
                UnaryF64.plain(Unary.COS, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void log(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i += LANES) {
            int end = Math.min(n, i + LANES);
            if (logHolds(x, from + i, from + end)) {
                for (int j = i; j < end; j++) {
                    out[to + j] = log(x[from + j]);
                }
            } else {
                UnaryF64.plain(Unary.LOG, x, from + i, out, to + i, end - i);
            }
        }
    }

    private static void neg(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = -x[from + i];
        }
    }

    private static void abs(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = Math.abs(x[from + i]);
        }
    }

    private static void square(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = x[from + i] * x[from + i];
        }
    }

    private static void reciprocal(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = 1 / x[from + i];
        }
    }

    private static void sqrt(double[] x, int from, double[] out, int to, int n) {
        for (int i = 0; i < n; i++) {
            out[to + i] = Math.sqrt(x[from + i]);
        }
    }

    /** As {@link MathF64#exp}. */
    private static double exp(double x) {
        double shifted = Math.fma(x, MathF64.LOG2E, MathF64.MAGIC);
        return (expm1Reduced(x, shifted) + MathF64.ONE) * power(shifted);
    }

    private static double expm1Reduced(double x, double shifted) {
        double k = shifted - MathF64.MAGIC;
        double r = Math.fma(k, MathF64.MINUS_LN2_LOW, Math.fma(k, MathF64.MINUS_LN2_HIGH, x));
        double p = Math.fma(MathF64.EXP10, r, MathF64.EXP9);
        p = Math.fma(p, r, MathF64.EXP8);
        p = Math.fma(p, r, MathF64.EXP7);
        p = Math.fma(p, r, MathF64.EXP6);
        p = Math.fma(p, r, MathF64.EXP5);
        p = Math.fma(p, r, MathF64.EXP4);
        p = Math.fma(p, r, MathF64.EXP3);
        p = Math.fma(p, r, MathF64.EXP2);
        p = Math.fma(p, r, MathF64.EXP1);
        p = Math.fma(p, r, MathF64.EXP0);
        return Math.fma(r * r, p, r);
    }

    private static double power(double shifted) {
        return Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + MathF64.BIAS);
    }

    /** As {@link MathF64#tanh}. */
    private static double tanh(double x) {
        double t = Math.abs(x);
        t = t + t;
        t = Math.min(t, MathF64.TANH_LIMIT);
        double shifted = Math.fma(t, MathF64.LOG2E, MathF64.MAGIC);
        double scale = power(shifted);
        double em = Math.fma(expm1Reduced(t, shifted), scale, scale - MathF64.ONE);
        double y = em / (em + MathF64.TWO);
        return Double.longBitsToDouble(
                Double.doubleToRawLongBits(y) | Double.doubleToRawLongBits(x) & MathF64.SIGN);
    }

    /** As {@link MathF64#softplus}. */
    private static double softplus(double x) {
        double e = exp(-Math.abs(x));
        double s = e / (e + MathF64.TWO);
        double z = s * s;
        double p = Math.fma(MathF64.TAIL10, z, MathF64.TAIL9);
        p = Math.fma(p, z, MathF64.TAIL8);
        p = Math.fma(p, z, MathF64.TAIL7);
        p = Math.fma(p, z, MathF64.TAIL6);
        p = Math.fma(p, z, MathF64.TAIL5);
        p = Math.fma(p, z, MathF64.TAIL4);
        p = Math.fma(p, z, MathF64.TAIL3);
        p = Math.fma(p, z, MathF64.TAIL2);
        p = Math.fma(p, z, MathF64.TAIL1);
        p = Math.fma(p, z, MathF64.TAIL0);
        return Math.fma(p, z, MathF64.TWO) * s + Math.max(x, 0);
    }

    /** As {@link MathF64#sin}. */
    private static double sin(double x) {
        double shifted = Math.fma(x, MathF64.TWO_BY_PI, MathF64.MAGIC);
        return quadrant(x, shifted - MathF64.MAGIC, Double.doubleToRawLongBits(shifted));
    }

    /** As {@link MathF64#cos}. */
    private static double cos(double x) {
        double shifted = Math.fma(x, MathF64.TWO_BY_PI, MathF64.MAGIC);
        return quadrant(x, shifted - MathF64.MAGIC, Double.doubleToRawLongBits(shifted + MathF64.ONE));
    }

    private static double quadrant(double x, double k, long bits) {
        double r = Math.fma(k, MathF64.HALF_PI_1, x);
        r = Math.fma(k, MathF64.HALF_PI_3, Math.fma(k, MathF64.HALF_PI_2, r));
        double z = r * r;
        double y = (bits & 1) == 0 ? sine(r, z) : cosine(z);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) ^ bits << 62 & MathF64.SIGN);
    }

    private static double sine(double r, double z) {
        double p = Math.fma(MathF64.SIN6, z, MathF64.SIN5);
        p = Math.fma(p, z, MathF64.SIN4);
        p = Math.fma(p, z, MathF64.SIN3);
        p = Math.fma(p, z, MathF64.SIN2);
        p = Math.fma(p, z, MathF64.SIN1);
        p = Math.fma(p, z, MathF64.SIN0);
        return Math.fma(p * z, r, r);
    }

    private static double cosine(double z) {
        double p = Math.fma(MathF64.COS5, z, MathF64.COS4);
        p = Math.fma(p, z, MathF64.COS3);
        p = Math.fma(p, z, MathF64.COS2);
        p = Math.fma(p, z, MathF64.COS1);
        p = Math.fma(p, z, MathF64.COS0);
        return Math.fma(p * z - MathF64.HALF, z, MathF64.ONE);
    }

    /** As {@link MathF64#log}. */
    private static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long k = bits - MathF64.ROOT_HALF >> 52;
        double f = Double.longBitsToDouble(bits - (k << 52)) - MathF64.ONE;
        double e = Double.longBitsToDouble(k + MAGIC_BITS) - MathF64.MAGIC;
        double s = f / (f + MathF64.TWO);
        double z = s * s;
        double p = Math.fma(MathF64.LOG7, z, MathF64.LOG6);
        p = Math.fma(p, z, MathF64.LOG5);
        p = Math.fma(p, z, MathF64.LOG4);
        p = Math.fma(p, z, MathF64.LOG3);
        p = Math.fma(p, z, MathF64.LOG2);
        p = Math.fma(p, z, MathF64.LOG1);
        p = Math.fma(p, z, MathF64.LOG0);
        double half = f * f * MathF64.HALF;
        double low = Math.fma(Math.fma(p, z, half), s, e * MathF64.LN2_LOW);
        return Math.fma(e, MathF64.LN2_HIGH, f - (half - low));
    }

    private static void add(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = a[ai + i] + b[bi + i];
        }
    }

    private static void sub(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = a[ai + i] - b[bi + i];
        }
    }

    private static void mul(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = a[ai + i] * b[bi + i];
        }
    }

    private static void div(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = a[ai + i] / b[bi + i];
        }
    }

    private static void maximum(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = Math.max(a[ai + i], b[bi + i]);
        }
    }

    private static void minimum(double[] a, int ai, double[] b, int bi, double[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            out[oi + i] = Math.min(a[ai + i], b[bi + i]);
        }
    }
}
