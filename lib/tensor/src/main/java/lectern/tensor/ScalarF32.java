// Generated from ScalarF64.java; after a change there run
//   java lib/prelude/src/test/java/lectern/architecture/Narrow.java
package lectern.tensor;

import static lectern.tensor.MathF32.*;

/**
 * The elementwise operations on single float32 numbers, with NumPy's results for NaN, infinities and zero divisors.
 *
 * <p>Functions that have a form for vector registers are computed by the steps of {@link MathF32}, hence with the same
 * bits; the others by the platform's library, see {@link PlatformMath}.
 */
final class ScalarF32 {
    private ScalarF32() {}

    static float apply(Unary op, float x) {
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
            case IS_FINITE -> Float.isFinite(x) ? 1 : 0;
            case NOT -> x == 0 ? 1 : 0;
            default -> (float) PlatformMath.apply(op, x);
        };
    }

    static float apply(Binary op, float x, float y) {
        return switch (op) {
            case ADD -> x + y;
            case SUB -> x - y;
            case MUL -> x * y;
            case DIV -> x / y;
            case POW -> pow(x, y);
            case MAXIMUM -> Math.max(x, y);
            case MINIMUM -> Math.min(x, y);
            case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL, AND, OR, XOR -> test(op, x, y) ? 1 : 0;
            default -> (float) PlatformMath.apply(op, x, y);
        };
    }

    static boolean test(Binary op, float x, float y) {
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
    static float pow(float x, float y) {
        if (y == 2) {
            return x * x;
        }
        if (y == 0.5f) {
            return root(x);
        }
        if (y == 3) {
            return x * x * x;
        }
        if (y == -1) {
            return 1 / x;
        }
        float z = (float) PlatformMath.pow(x, y);
        return z;
    }

    /** x^0.5, which differs from the square root at -0 and -infinity. */
    static float root(float x) {
        float z = (float) Math.sqrt(x + 0f);
        return x == Float.NEGATIVE_INFINITY ? Float.POSITIVE_INFINITY : z;
    }

    private static float exp(float x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            return expFar(x);
        }
        float shifted = Math.fma(x, LOG2E, MAGIC);
        return (expm1Reduced(x, shifted) + ONE) * power(Float.floatToRawIntBits(shifted));
    }

    private static float expFar(float x) {
        float bounded = Math.max(Math.min(x, EXP_MOST), EXP_LEAST);
        float shifted = Math.fma(bounded, LOG2E, MAGIC);
        int k = Float.floatToRawIntBits(shifted) - MAGIC_BITS;
        int half = k >> 1;
        return (expm1Reduced(bounded, shifted) + ONE) * power(half) * power(k - half);
    }

    private static float expm1Reduced(float x, float shifted) {
        float k = shifted - MAGIC;
        float r = Math.fma(k, MINUS_LN2_LOW, Math.fma(k, MINUS_LN2_HIGH, x));
        float p = EXP4;
        p = Math.fma(p, r, EXP3);
        p = Math.fma(p, r, EXP2);
        p = Math.fma(p, r, EXP1);
        p = Math.fma(p, r, EXP0);
        return Math.fma(r * r, p, r);
    }

    private static float power(int k) {
        return Float.intBitsToFloat((k << DIGITS) + BIAS);
    }

    private static float tanh(float x) {
        float t = Math.abs(x);
        t = t + t;
        t = t > TANH_LIMIT ? TANH_LIMIT : t;
        float shifted = Math.fma(t, LOG2E, MAGIC);
        float scale = power(Float.floatToRawIntBits(shifted));
        float em = Math.fma(expm1Reduced(t, shifted), scale, scale - ONE);
        int magnitude = Float.floatToRawIntBits(em / (em + TWO));
        return Float.intBitsToFloat(magnitude | (Float.floatToRawIntBits(x) & SIGN));
    }

    private static float sigmoid(float x) {
        if (Math.abs(x) <= EXP_LIMIT) {
            return ONE / (exp(-x) + ONE);
        }
        float e = expFar(-Math.abs(x));
        return (x >= 0 ? ONE : e) / (e + ONE);
    }

    private static float softplus(float x) {
        if (!(Math.abs(x) <= EXP_LIMIT)) {
            float far = (float) PlatformMath.softplus(x);
            return far;
        }
        float e = exp(-Math.abs(x));
        float s = e / (e + TWO);
        float z = s * s;
        float p = TAIL5;
        p = Math.fma(p, z, TAIL4);
        p = Math.fma(p, z, TAIL3);
        p = Math.fma(p, z, TAIL2);
        p = Math.fma(p, z, TAIL1);
        p = Math.fma(p, z, TAIL0);
        return Math.fma(p, z, TWO) * s + Math.max(x, 0);
    }

    private static float sin(float x) {
        if (!(Math.abs(x) <= ANGLE_LIMIT)) {
            float far = (float) Math.sin(x);
            return far;
        }
        float shifted = Math.fma(x, TWO_BY_PI, MAGIC);
        return x == 0 ? x : quadrant(x, shifted - MAGIC, Float.floatToRawIntBits(shifted));
    }

    private static float cos(float x) {
        if (!(Math.abs(x) <= ANGLE_LIMIT)) {
            float far = (float) Math.cos(x);
            return far;
        }
        float shifted = Math.fma(x, TWO_BY_PI, MAGIC);
        return quadrant(x, shifted - MAGIC, Float.floatToRawIntBits(shifted + ONE));
    }

    private static float quadrant(float x, float k, int bits) {
        float r = Math.fma(k, HALF_PI_3, Math.fma(k, HALF_PI_2, Math.fma(k, HALF_PI_1, x)));
        float z = r * r;
        float y;
        if ((bits & 1) == 0) {
            float p = SIN3;
            p = Math.fma(p, z, SIN2);
            p = Math.fma(p, z, SIN1);
            p = Math.fma(p, z, SIN0);
            y = Math.fma(p * z, r, r);
        } else {
            float p = COS2;
            p = Math.fma(p, z, COS1);
            p = Math.fma(p, z, COS0);
            y = Math.fma(p * z - HALF, z, ONE);
        }
        return Float.intBitsToFloat(Float.floatToRawIntBits(y) ^ (bits << QUADRANT & SIGN));
    }

    private static float log(float x) {
        if (!(x >= SMALLEST && x <= GREATEST)) {
            float far = (float) Math.log(x);
            return far;
        }
        int bits = Float.floatToRawIntBits(x);
        int k = bits - ROOT_HALF >> DIGITS;
        float f = Float.intBitsToFloat(bits - (k << DIGITS)) - ONE;
        float e = Float.intBitsToFloat(k + MAGIC_BITS) - MAGIC;
        float s = f / (f + TWO);
        float z = s * s;
        float p = LOG3;
        p = Math.fma(p, z, LOG2);
        p = Math.fma(p, z, LOG1);
        p = Math.fma(p, z, LOG0);
        float half = f * f * HALF;
        float low = Math.fma(Math.fma(p, z, half), s, e * LN2_LOW);
        return Math.fma(e, LN2_HIGH, f - (half - low));
    }
}
