package lectern.tensor;

/** The elementwise operations on single numbers, with NumPy's results for NaN, infinities and zero divisors. */
final class ScalarMath {
    private ScalarMath() {}

    static double apply(Unary op, double x) {
        return switch (op) {
            case NEG -> -x;
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case SQUARE -> x * x;
            case RECIPROCAL -> 1 / x;
            case SQRT -> Math.sqrt(x);
            case EXP -> Math.exp(x);
            case EXPM1 -> Math.expm1(x);
            case LOG -> Math.log(x);
            case LOG1P -> Math.log1p(x);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case TAN -> Math.tan(x);
            case ASIN -> Math.asin(x);
            case ACOS -> Math.acos(x);
            case ATAN -> Math.atan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
            case TANH -> Math.tanh(x);
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case SOFTPLUS -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
            case ERF -> erf(x);
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case ROUND -> Math.rint(x);
            case IS_NAN -> x != x ? 1 : 0;
            case IS_FINITE -> Double.isFinite(x) ? 1 : 0;
            case NOT -> x == 0 ? 1 : 0;
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
            case ATAN2 -> Math.atan2(x, y);
            case MOD -> mod(x, y);
            case FLOOR_DIV -> floorDiv(x, y);
            default -> test(op, x, y) ? 1 : 0;
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

    static long mod(long x, long y) {
        return y == 0 ? 0 : Math.floorMod(x, y);
    }

    static long floorDiv(long x, long y) {
        return y == 0 ? 0 : Math.floorDiv(x, y);
    }

    /** Integer power by squaring. */
    static long pow(long x, long y) {
        if (y < 0) {
            throw new ArithmeticException("an integer to the negative power " + y
                    + " is no integer; convert the base first: x.cast(DType.FLOAT64)");
        }
        long result = 1;
        for (long base = x, e = y; e > 0; e >>= 1, base *= base) {
            if ((e & 1) == 1) {
                result *= base;
            }
        }
        return result;
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
