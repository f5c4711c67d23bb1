package lectern.tensor;

/** The elementwise operations on single numbers of the widest types. */
final class ScalarMath {
    private ScalarMath() {}

    static double apply(Unary op, double x) {
        return ScalarF64.apply(op, x);
    }

    static double apply(Binary op, double x, double y) {
        return ScalarF64.apply(op, x, y);
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
}
