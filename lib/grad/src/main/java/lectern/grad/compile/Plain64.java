package lectern.grad.compile;

import lectern.tensor.Binary;
import lectern.tensor.Unary;

/**
 * The kernels of {@link Kernels64} number by number: the same operations in the same order, hence the same bits.
 *
 * <p>They run while the vector forms are cold. One loop serves all operations, so that it is compiled soon. {@link Plain32} is
 * the twin for float32.
 */
final class Plain64 {
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    private static final double ROUNDER = 0x1.8p52;
    private static final long ROUNDER_BITS = Double.doubleToRawLongBits(ROUNDER);
    private static final long ONE_BITS = 0x3ff0000000000000L;

    private Plain64() {}

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

    static void unary(Unary op, double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = unary(op, a[i + at]);
        }
    }

    private static double unary(Unary op, double x) {
        return switch (op) {
            case NEG -> -x;
            case ABS -> Math.abs(x);
            case SIGN -> x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x;
            case SQUARE -> x * x;
            case RECIPROCAL -> 1 / x;
            case SQRT -> Math.sqrt(x);
            case EXP -> exp(x);
            case TANH -> tanh(x);
            case SIGMOID -> sigmoid(x);
            case IS_NAN -> flag(x != x);
            case IS_FINITE -> flag(Double.isFinite(x));
            case NOT -> flag(x == 0);
            default -> throw new IllegalArgumentException("no plain form of " + op);
        };
    }

    static void binary(Binary op, double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = binary(op, a[i + at], b[j + at]);
        }
    }

    private static double binary(Binary op, double x, double y) {
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

    static void where(double[] c, int h, double[] a, int i, double[] b, int j, double[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = c[h + at] != 0 ? a[i + at] : b[j + at];
        }
    }

    static void fma(double[] a, int i, double[] b, int j, double[] c, int h, double[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = Math.fma(a[i + at], b[j + at], c[h + at]);
        }
    }

    static void negatedFma(double[] a, int i, double[] b, int j, double[] c, int h, double[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = Math.fma(-a[i + at], b[j + at], c[h + at]);
        }
    }

    /** r += a. */
    static void accumulate(double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] += a[i + at];
        }
    }

    /** r = max(r, a) or min(r, a). */
    static void extreme(boolean max, double[] a, int i, double[] r, int k, int n) {
        for (int at = 0; at < n; at++) {
            r[k + at] = max ? Math.max(r[k + at], a[i + at]) : Math.min(r[k + at], a[i + at]);
        }
    }

    /** The largest or smallest of {@code n} ≥ 1 elements; NaN when there is one. */
    static double extreme(boolean max, double[] a, int i, int n) {
        double best = a[i];
        for (int at = 1; at < n; at++) {
            best = max ? Math.max(best, a[i + at]) : Math.min(best, a[i + at]);
        }
        return best;
    }

    /** The sum in the order of two chains of registers of {@code step} lanes, as {@link Kernels64#sum} takes it. */
    static double sum(double[] a, int i, int n, int step) {
        int done = n / (2 * step) * 2 * step;
        double total = 0;
        if (done > 0) {
            double[] lanes = new double[2 * step];
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

    private static double flag(boolean value) {
        return value ? 1 : 0;
    }

    /** As {@link VectorMath64#exp}. */
    private static double exp(double x) {
        double bounded = Math.max(Math.min(x, 710), -746);
        double m = Math.fma(bounded, LOG2_E, ROUNDER);
        long k = Double.doubleToRawLongBits(m) - ROUNDER_BITS;
        long half = k >> 1;
        double p = expm1Reduced(bounded, m - ROUNDER);
        double first = power(half);
        return Math.fma(first, p, first) * power(k - half);
    }

    private static double power(long k) {
        return Double.longBitsToDouble((k << 52) + ONE_BITS);
    }

    /** As {@link VectorMath64#tanh}. */
    private static double tanh(double x) {
        double bounded = Math.min(Math.abs(x), 20) * -2;
        double m = Math.fma(bounded, LOG2_E, ROUNDER);
        double p = expm1Reduced(bounded, m - ROUNDER);
        double scale = power(Double.doubleToRawLongBits(m));
        double t = Math.fma(scale, p, scale - 1);
        double y = -t / (t + 2);
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) | Double.doubleToRawLongBits(x) & Long.MIN_VALUE);
    }

    /** As {@link VectorMath64#sigmoid}. */
    private static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        return (x >= 0 ? 1 : e) / (e + 1);
    }

    /** exp(x - n ln 2) - 1. */
    private static double expm1Reduced(double x, double n) {
        double r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        double r2 = r * r;
        double r4 = r2 * r2;
        double a0 = Math.fma(r, 1 / 6.0, 0.5);
        double a1 = Math.fma(r, 1 / 120.0, 1 / 24.0);
        double a2 = Math.fma(r, 1 / 5040.0, 1 / 720.0);
        double a3 = Math.fma(r, 1 / 362880.0, 1 / 40320.0);
        double a4 = Math.fma(r, 1 / 39916800.0, 1 / 3628800.0);
        double b0 = Math.fma(r2, a1, a0);
        double b1 = Math.fma(r2, a3, a2);
        double b2 = Math.fma(r2, 1 / 479001600.0, a4);
        return Math.fma(r2, Math.fma(r4, Math.fma(r4, b2, b1), b0), r);
    }
}
