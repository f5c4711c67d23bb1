package lectern.tensor.loops;

import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;

/** The elementwise operations on single numbers of the widest types. */
public final class ScalarMath {
    private ScalarMath() {}

    public static double apply(Unary op, double x) {
        return ScalarF64.apply(op, x);
    }

    public static double apply(Binary op, double x, double y) {
        return ScalarF64.apply(op, x, y);
    }

    public static long mod(long x, long y) {
        return y == 0 ? 0 : Math.floorMod(x, y);
    }

    public static long floorDiv(long x, long y) {
        return y == 0 ? 0 : Math.floorDiv(x, y);
    }

    /** Integer power by squaring. */
    public static long pow(long x, long y) {
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
