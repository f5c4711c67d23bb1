package lectern.tensor;

import java.util.function.DoubleUnaryOperator;
import lectern.tensor.op.Polygamma;
import lectern.tensor.op.Unary;
import lectern.tensor.op.Where;
import lectern.tensor.type.DType;

/** Elementary functions of a tensor, element by element; integers give float64. */
public interface Functions {
    private Tensor self() {
        return (Tensor) this;
    }

    /**
     * Any function of a number, element by element, as float64. It sees values only, so a tensor that is being
     * differentiated is refused: write what is to be differentiated in operations of tensors.
     */
    default Tensor map(DoubleUnaryOperator function) {
        Tensor.demandUntraced("map", self(), "write the function in operations of tensors");
        double[] values = self().toDoubleArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = function.applyAsDouble(values[i]);
        }
        return Tensor.tensorAround(values, self().shape());
    }

    /** The negative. */
    default Tensor neg() {
        return Tensor.apply(Unary.NEG, self());
    }

    /** The square. */
    default Tensor square() {
        return Tensor.apply(Unary.SQUARE, self());
    }

    /** The square root; NaN below zero. */
    default Tensor sqrt() {
        return Tensor.apply(Unary.SQRT, self());
    }

    /** The exponential. */
    default Tensor exp() {
        return Tensor.apply(Unary.EXP, self());
    }

    /** exp(x) - 1, exact near zero. */
    default Tensor expm1() {
        return Tensor.apply(Unary.EXPM1, self());
    }

    /** The natural logarithm. */
    default Tensor log() {
        return Tensor.apply(Unary.LOG, self());
    }

    /** log(1 + x), exact near zero. */
    default Tensor log1p() {
        return Tensor.apply(Unary.LOG1P, self());
    }

    /** The sine. */
    default Tensor sin() {
        return Tensor.apply(Unary.SIN, self());
    }

    /** The cosine. */
    default Tensor cos() {
        return Tensor.apply(Unary.COS, self());
    }

    /** The tangent. */
    default Tensor tan() {
        return Tensor.apply(Unary.TAN, self());
    }

    /** The inverse sine. */
    default Tensor asin() {
        return Tensor.apply(Unary.ASIN, self());
    }

    /** The inverse cosine. */
    default Tensor acos() {
        return Tensor.apply(Unary.ACOS, self());
    }

    /** The inverse tangent. */
    default Tensor atan() {
        return Tensor.apply(Unary.ATAN, self());
    }

    /** The hyperbolic sine. */
    default Tensor sinh() {
        return Tensor.apply(Unary.SINH, self());
    }

    /** The hyperbolic cosine. */
    default Tensor cosh() {
        return Tensor.apply(Unary.COSH, self());
    }

    /** The hyperbolic tangent. */
    default Tensor tanh() {
        return Tensor.apply(Unary.TANH, self());
    }

    /** The logistic function 1 / (1 + exp(-x)). */
    default Tensor sigmoid() {
        return Tensor.apply(Unary.SIGMOID, self());
    }

    /** log(1 + exp(x)) without overflow. */
    default Tensor softplus() {
        return Tensor.apply(Unary.SOFTPLUS, self());
    }

    /** The error function 2/sqrt(pi) times the integral of exp(-t^2) from 0 to x. */
    default Tensor erf() {
        return Tensor.apply(Unary.ERF, self());
    }

    /** The inverse of the error function: the y with erf(y) = x; infinite at -1 and 1, NaN beyond. */
    default Tensor erfinv() {
        return Tensor.apply(Unary.ERFINV, self());
    }

    /** log |Γ(x)|, the logarithm of the absolute value of the gamma function; infinite at 0, -1, -2, … */
    default Tensor lgamma() {
        return Tensor.apply(Unary.LGAMMA, self());
    }

    /** The derivative of {@link #lgamma}: ψ(x) = Γ′(x)/Γ(x). */
    default Tensor digamma() {
        return Tensor.apply(new Polygamma(0), self());
    }

    /**
     * The derivative of an order of {@link #digamma}; order 1 is the trigamma function.
     *
     * @param order how often digamma is differentiated; 0 gives digamma
     * @throws IllegalArgumentException when the order is negative or above 100
     */
    default Tensor polygamma(int order) {
        return Tensor.apply(new Polygamma(order), self());
    }

    /** The absolute value. */
    default Tensor abs() {
        return Tensor.apply(Unary.ABS, self());
    }

    /** -1, 0 or 1. */
    default Tensor sign() {
        return Tensor.apply(Unary.SIGN, self());
    }

    /** 1 / x. */
    default Tensor reciprocal() {
        return Tensor.apply(Unary.RECIPROCAL, self());
    }

    /** Rounded down. */
    default Tensor floor() {
        return Tensor.apply(Unary.FLOOR, self());
    }

    /** Rounded up. */
    default Tensor ceil() {
        return Tensor.apply(Unary.CEIL, self());
    }

    /** To the nearest integer, ties to even. */
    default Tensor round() {
        return Tensor.apply(Unary.ROUND, self());
    }

    /** max(x, 0). */
    default Tensor relu() {
        return self().maximum(0);
    }

    /** The values limited to an interval; NaN stays. */
    default Tensor clip(double low, double high) {
        return self().maximum(low).minimum(high);
    }

    /** The logarithm to base 10. */
    default Tensor log10() {
        return log().div(Math.log(10));
    }

    /** The logarithm to base 2. */
    default Tensor log2() {
        return log().div(Math.log(2));
    }

    private static Tensor where(Tensor condition, Tensor a, Tensor b) {
        return Tensor.apply(new Where(), condition, a, b);
    }

    private static Tensor number(double value) {
        return new Scalar(value, true);
    }

    /** Numbers with a fraction. */
    private Tensor floating() {
        return self().dtype().isFloating() ? self() : self().cast(DType.FLOAT64);
    }

    /** The inverse of the hyperbolic sine: ln(x + √(x² + 1)). */
    default Tensor asinh() {
        Tensor x = floating();
        Tensor negative = x.lt(0);
        Tensor size = where(negative, x.neg(), x);
        // From 1e10 on the root is x in every digit. Either branch gets numbers that it can take, so that no derivative
        // is
        // infinite times zero.
        Tensor far = size.gt(1e10);
        Tensor near = where(far, number(1), size);
        Tensor root = near.square().plus(1).sqrt();
        Tensor small = near.times(near.div(root.plus(1)).plus(1)).log1p();
        Tensor result = where(far, where(far, size, number(1)).log().plus(Math.log(2)), small);
        return where(negative, result.neg(), result);
    }

    /** The inverse of the hyperbolic cosine: ln(x + √(x² − 1)), 0 or more; NaN below 1. */
    default Tensor acosh() {
        Tensor x = floating();
        Tensor far = x.gt(1e10);
        Tensor beyond = where(far, number(2), x).minus(1);
        Tensor small = beyond.plus(beyond.sqrt().times(beyond.plus(2).sqrt())).log1p();
        return where(far, where(far, x, number(1)).log().plus(Math.log(2)), small);
    }

    /** The inverse of the hyperbolic tangent: ln((1 + x) / (1 − x)) / 2; ±∞ at ±1, NaN beyond. */
    default Tensor atanh() {
        Tensor x = floating();
        return x.log1p().minus(x.neg().log1p()).times(0.5);
    }

    /** The whole number next to it on the side of zero. */
    default Tensor trunc() {
        return where(self().lt(0), self().ceil(), self().floor());
    }
}
