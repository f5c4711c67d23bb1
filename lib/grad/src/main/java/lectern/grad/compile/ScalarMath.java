package lectern.grad.compile;

import lectern.tensor.Binary;
import lectern.tensor.Tensors;
import lectern.tensor.Unary;

/** The rarer elementwise operations, one number at a time. */
final class ScalarMath {
    private ScalarMath() {}

    static double unary(Unary op, double x) {
        return switch (op) {
            case TAN -> Math.tan(x);
            case ASIN -> Math.asin(x);
            case ACOS -> Math.acos(x);
            case ATAN -> Math.atan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
            case FLOOR -> Math.floor(x);
            case CEIL -> Math.ceil(x);
            case ROUND -> Math.rint(x);
            default -> op.eval(Tensors.of(x)).item();
        };
    }

    static double binary(Binary op, double x, double y) {
        return switch (op) {
            case POW -> Math.pow(x, y);
            case ATAN2 -> Math.atan2(x, y);
            case MOD -> {
                double r = x % y;
                yield r != 0 && (r < 0) != (y < 0) ? r + y : r;
            }
            case FLOOR_DIV -> Math.floor(x / y);
            default -> op.eval(Tensors.of(x), Tensors.of(y)).item();
        };
    }
}
