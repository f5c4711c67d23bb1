package lectern.tensor;

import java.util.Locale;

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
    FLOOR,
    CEIL,
    /** To the nearest integer, ties to even. */
    ROUND,
    IS_NAN,
    IS_FINITE,
    NOT;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        return args[0].shape();
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return switch (this) {
            case IS_NAN, IS_FINITE, NOT -> DType.BOOL;
            case NEG, ABS, SIGN, SQUARE, FLOOR, CEIL, ROUND ->
                args[0].dtype() == DType.BOOL ? DType.INT64 : args[0].dtype();
            default -> args[0].dtype().isFloating() ? args[0].dtype() : DType.FLOAT64;
        };
    }

    @Override
    public Tensor eval(Tensor... args) {
        return Elementwise.unary(this, args[0]);
    }
}
