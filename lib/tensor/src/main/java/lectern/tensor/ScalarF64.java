package lectern.tensor;

import static lectern.tensor.MathF64.*;

/**
 * The elementwise operations on single float64 numbers, with NumPy's results for NaN, infinities and zero divisors.
 *
 * <p>Functions that have a form for vector registers are computed by the steps of {@link MathF64}, hence with the same
 * bits; the others by the platform's library, see {@link PlatformMath}.
 */
// f32: long => int
final class ScalarF64 {
    private ScalarF64() {}

    static double apply(Unary op, double x) {
        return switch (op) {
            case NEG -> -x;
            case ABS -> Math.abs(x);
            case SIGN -> x > 0 ? 1 : x < 0 ? -1 : x == 0 ? 0 : x;
            case SQUARE -> x * x;
            case RECIPROCAL -> 1 / x;
            case EXP -> exp(x);
            case LOG -> log(x);
            case SIN -> sin(x);
            case COS -> cos(x);
            case TANH -> tanh(x);
            case SIGMOID -> sigmoid(x);
            case SOFTPLUS -> softplus(x);
            case IS_NAN -> x != x ? 1 : 0;
            case IS_FINITE -> Double.isFinite(x) ? 1 : 0;
            case NOT -> x == 0 ? 1 : 0;
            default -> PlatformMath.apply(op, x); // f32: => default -> (float) PlatformMath.apply(op, x);
        };
    }

    static double apply(Binary op, double x, double y) {
        return switch (op) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> x / y;
            case POW -> pow(x, y);
            case MAXIMUM -> Math.max(x, y);
            case MINIMUM -> Math.min(x, y);
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR -> test(op, x, y) ? 1 : 0;
            default -> PlatformMath.apply(op, x, y); // f32: => default -> (float) PlatformMath.apply(op, x, y);
        };
    }

    static boolean test(Binary op, double x, double y) {
        return switch (op) {
            case EQUAL -> x == y;
            case NOT_EQUAL -> x != y;
            case LESS -> x < y;
            case LESS_EQUAL -> x <= y;
            case GREATER -> x > y;
            case GREATER_EQUAL -> x >= y;
            case AND -> x != 0 && y != 0;
            case OR -> x != 0 || y != 0;
            case XOR -> (x != 0) != (y != 0);
            default -> throw new IllegalArgumentException(op + " has no truth value");
        };
    }

    /** A power; the usual exponents are products and a root, one number or many alike. */
    static double pow(double x, double y) {
        if (y == 2) {
            return x * x;
        }
        if (y == 0.5) {
            return root(x);
        }
        if (y == 3) {
            return x * x * x;
        }
        if (y == -1) {
            return 1 / x;
        }
        double z = PlatformMath.pow(x, y); // f32: (float) PlatformMath.pow(x, y)
        return z;
    }

    /** x^0.5, which differs from the square root at -0 and -infinity. */
    static double root(double x) {
        double z = Math.sqrt(x + 0.0); // f32: (float) Math.sqrt(x + 0f)
        return x == Double.NEGATIVE_INFINITY ? Double.POSITIVE_INFINITY : z;
    }

    private static double exp(double x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return expFar(x);
        }
        double shifted = Math.fma(x, LOG2E, MAGIC);
        return (expm1Reduced(x, shifted) + ONE) * power(Double.doubleToRawLongBits(shifted));
    }

    private static double expFar(double x) {
        double bounded = Math.max(Math.min(x, EXP_MOST), EXP_LEAST);
        double shifted = Math.fma(bounded, LOG2E, MAGIC);
        long k = Double.doubleToRawLongBits(shifted) - MAGIC_BITS;
        long half = k >> 1;
        return (expm1Reduced(bounded, shifted) + ONE) * power(half) * power(k - half);
    }

    private static double expm1Reduced(double x, double shifted) {
        double k = shifted - MAGIC;
        double r = Math.fma(k, MINUS_LN2_LOW, Math.fma(k, MINUS_LN2_HIGH, x));
        double p = EXP10; // f32: EXP4
        p = Math.fma(p, r, EXP9); // f32: -
        p = Math.fma(p, r, EXP8); // f32: -
        p = Math.fma(p, r, EXP7); // f32: -
        p = Math.fma(p, r, EXP6); // f32: -
        p = Math.fma(p, r, EXP5); // f32: -
        p = Math.fma(p, r, EXP4); // f32: -
        p = Math.fma(p, r, EXP3);
        p = Math.fma(p, r, EXP2);
        p = Math.fma(p, r, EXP1);
        p = Math.fma(p, r, EXP0);
        return Math.fma(r * r, p, r);
    }

    private static double power(long k) {
        return Double.longBitsToDouble((k << DIGITS) + BIAS);
    }

    private static double tanh(double x) {
        double t = Math.abs(x);
        t = t + t;
        t = t > TANH_LIMIT ? TANH_LIMIT : t;
        double shifted = Math.fma(t, LOG2E, MAGIC);
        double scale = power(Double.doubleToRawLongBits(shifted));
        double em = Math.fma(expm1Reduced(t, shifted), scale, scale - ONE);
        long magnitude = Double.doubleToRawLongBits(em / (em + TWO));
        return Double.longBitsToDouble(magnitude | (Double.doubleToRawLongBits(x) & SIGN));
    }

    private static double sigmoid(double x) {
        if (Math.abs(x) <= EXP_LIMIT) {
            return ONE / (exp(-x) + ONE);
        }
        double e = expFar(-Math.abs(x));
        return (x >= 0 ? ONE : e) / (e + ONE);
    }

    private static double softplus(double x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            double far = PlatformMath.softplus(x); // f32: (float) PlatformMath.softplus(x)
            return far;
        }
        double e = exp(-Math.abs(x));
        double s = e / (e + TWO);
        double z = s * s;
        double p = TAIL10; // f32: TAIL5
        p = Math.fma(p, z, TAIL9); // f32: -
        p = Math.fma(p, z, TAIL8); // f32: -
        p = Math.fma(p, z, TAIL7); // f32: -
        p = Math.fma(p, z, TAIL6); // f32: -
        p = Math.fma(p, z, TAIL5); // f32: -
        p = Math.fma(p, z, TAIL4);
        p = Math.fma(p, z, TAIL3);
        p = Math.fma(p, z, TAIL2);
        p = Math.fma(p, z, TAIL1);
        p = Math.fma(p, z, TAIL0);
        return Math.fma(p, z, TWO) * s + Math.max(x, 0);
    }

    private static double sin(double x) {
        if (!(Math.abs(x) <= ANGLE_LIMIT)) {
            double far = Math.sin(x); // f32: (float) Math.sin(x)
            return far;
        }
        double shifted = Math.fma(x, TWO_BY_PI, MAGIC);
        return x == 0 ? x : quadrant(x, shifted - MAGIC, Double.doubleToRawLongBits(shifted));
    }

    private static double cos(double x) {
        if (!(Math.abs(x) <= ANGLE_LIMIT)) {
            double far = Math.cos(x); // f32: (float) Math.cos(x)
            return far;
        }
        double shifted = Math.fma(x, TWO_BY_PI, MAGIC);
        return quadrant(x, shifted - MAGIC, Double.doubleToRawLongBits(shifted + ONE));
    }

    private static double quadrant(double x, double k, long bits) {
        double r = Math.fma(k, HALF_PI_3, Math.fma(k, HALF_PI_2, Math.fma(k, HALF_PI_1, x)));
        double z = r * r;
        double y;
        if ((bits & 1) == 0) {
            double p = SIN6; // f32: SIN3
            p = Math.fma(p, z, SIN5); // f32: -
            p = Math.fma(p, z, SIN4); // f32: -
            p = Math.fma(p, z, SIN3); // f32: -
            p = Math.fma(p, z, SIN2);
            p = Math.fma(p, z, SIN1);
            p = Math.fma(p, z, SIN0);
            y = Math.fma(p * z, r, r);
        } else {
            double p = COS5; // f32: COS2
            p = Math.fma(p, z, COS4); // f32: -
            p = Math.fma(p, z, COS3); // f32: -
            p = Math.fma(p, z, COS2); // f32: -
            p = Math.fma(p, z, COS1);
            p = Math.fma(p, z, COS0);
            y = Math.fma(p * z - HALF, z, ONE);
        }
        return Double.longBitsToDouble(Double.doubleToRawLongBits(y) ^ (bits << QUADRANT & SIGN));
    }

    private static double log(double x) {
        if (!(x >= SMALLEST && x <= GREATEST)) {
            double far = Math.log(x); // f32: (float) Math.log(x)
            return far;
        }
        long bits = Double.doubleToRawLongBits(x);
        long k = bits - ROOT_HALF >> DIGITS;
        double f = Double.longBitsToDouble(bits - (k << DIGITS)) - ONE;
        double e = Double.longBitsToDouble(k + MAGIC_BITS) - MAGIC;
        double s = f / (f + TWO);
        double z = s * s;
        double p = LOG7; // f32: LOG3
        p = Math.fma(p, z, LOG6); // f32: -
        p = Math.fma(p, z, LOG5); // f32: -
        p = Math.fma(p, z, LOG4); // f32: -
        p = Math.fma(p, z, LOG3); // f32: -
        p = Math.fma(p, z, LOG2);
        p = Math.fma(p, z, LOG1);
        p = Math.fma(p, z, LOG0);
        double half = f * f * HALF;
        double low = Math.fma(Math.fma(p, z, half), s, e * LN2_LOW);
        return Math.fma(e, LN2_HIGH, f - (half - low));
    }
}
