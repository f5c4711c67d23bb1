package lectern.tensor.loops;

import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;

/**
 * Elementary functions from Java's own library, one number at a time: those without a form for vector registers, and
 * what {@link ScalarF64} leaves over at the ends of the range.
 */
final class PlatformMath {
    private PlatformMath() {}

    static double apply(Unary op, double x) {
        return switch (op) {
            case SQRT -> Math.sqrt(x);
            case EXPM1 -> Math.expm1(x);
            case LOG1P -> Math.log1p(x);
            case TAN -> Math.tan(x);
            case ASIN -> Math.asin(x);
            case ACOS -> Math.acos(x);
            case ATAN -> Math.atan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
            case ERF -> erf(x);
            case ERFINV -> GammaMath.erfinv(x);
            case LGAMMA -> GammaMath.lgamma(x);
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case ROUND -> Math.rint(x);
            default -> throw new IllegalArgumentException(op + " is none of the library's functions");
        };
    }

    static double apply(Binary op, double x, double y) {
        return switch (op) {
            case ATAN2 -> Math.atan2(x, y);
            case MOD -> mod(x, y);
            case FLOOR_DIV -> floorDiv(x, y);
            default -> throw new IllegalArgumentException(op + " is none of the library's functions");
        };
    }

    /** log(1 + e^x). */
    static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** As {@link Math#pow}, but 1 to any power and (-1) to an infinite one are 1, as the C standard has it. */
    static double pow(double x, double y) {
        if (x == 1 || (x == -1 && Double.isInfinite(y))) {
            return 1;
        }
        return Math.pow(x, y);
    }

    /** The remainder with the sign of the divisor. */
    static double mod(double x, double y) {
        double r = x % y;
        if (r == 0) {
            return Math.copySign(0, y);
        }
        return (r < 0) != (y < 0) ? r + y : r;
    }

    /** The quotient rounded down, consistent with {@link #mod}. */
    static double floorDiv(double x, double y) {
        if (y == 0) {
            return x / y;
        }
        double r = x % y;
        double q = (x - r) / y;
        if (r != 0 && (r < 0) != (y < 0)) {
            q -= 1;
        }
        if (q == 0) {
            return Math.copySign(0, x / y);
        }
        double down = Math.floor(q);
        return q - down > 0.5 ? down + 1 : down;
    }

    /**
     * The error function: Kummer's series near zero, Lentz's form of the continued fraction of the complement in the
     * tails (Abramowitz and Stegun, 1964, 7.1.6 and 7.1.14).
     */
    static double erf(double x) {
        double a = Math.abs(x);
        if (a != a) {
            return x;
        }
        if (a > 6) {
            return Math.signum(x);
        }
        if (a < 2.5) {
            double term = x;
            double sum = x;
            for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
                term *= 2 * x * x / (2 * n + 1);
                sum += term;
            }
            return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
        }
        double f = a;
        for (int n = 60; n >= 1; n--) {
            f = a + n / 2.0 / f;
        }
        return Math.copySign(1 - Math.exp(-a * a) / (f * Math.sqrt(Math.PI)), x);
    }
}
