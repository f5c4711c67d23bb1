package lectern.tensor.op;

import java.util.Locale;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/** Elementwise operations of one argument. */
public enum Unary implements Op {
    NEG,
    ABS,
    SIGN,
    SQUARE,
    RECIPROCAL,
    SQRT,
    EXP,
    EXPM1,
    LOG,
    LOG1P,
    SIN,
    COS,
    TAN,
    ASIN,
    ACOS,
    ATAN,
    SINH,
    COSH,
    TANH,
    /** The logistic function 1 / (1 + exp(-x)). */
    SIGMOID,
    /** log(1 + exp(x)) in a form that does not overflow. */
    SOFTPLUS,
    ERF,
    /** The inverse of the error function. */
    ERFINV,
    /** The logarithm of the absolute value of the gamma function. */
    LGAMMA,
    FLOOR,
    CEIL,
    /** To the nearest integer, ties to even. */
    ROUND,
    IS_NAN,
    IS_FINITE,
    NOT;

    private final String label = name().toLowerCase(Locale.ROOT);

    @Override
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    /** True for the tests and the negation, whose result is boolean. */
    public boolean isPredicate() {
        return ordinal() >= IS_NAN.ordinal();
    }

    @Override
    public int[] shapeOf(Operand... args) {
        return args[0].shape();
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return switch (this) {
            case IS_NAN, IS_FINITE, NOT -> DType.BOOL;
            case NEG, ABS, SIGN, SQUARE, FLOOR, CEIL, ROUND ->
                args[0].dtype() == DType.BOOL ? DType.INT64 : args[0].dtype();
            default -> args[0].dtype().isFloating() ? args[0].dtype() : DType.FLOAT64;
        };
    }
}
