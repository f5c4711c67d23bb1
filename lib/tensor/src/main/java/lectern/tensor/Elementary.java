package lectern.tensor;

import lectern.tensor.loops.ScalarMath;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;

/** Elementary functions as static verbs, for tensors element by element and for numbers alike. */
public abstract class Elementary {
    /** The ratio of a circle's circumference to its diameter. */
    public static final double PI = Math.PI;

    /** The base of the natural logarithm. */
    public static final double E = Math.E;

    Elementary() {}

    /** The square. */
    public static Tensor square(Tensor x) {
        return x.square();
    }

    /** The square. */
    public static double square(double x) {
        return ScalarMath.apply(Unary.SQUARE, x);
    }

    /** The square root. */
    public static Tensor sqrt(Tensor x) {
        return x.sqrt();
    }

    /** The square root. */
    public static double sqrt(double x) {
        return ScalarMath.apply(Unary.SQRT, x);
    }

    /** The exponential. */
    public static Tensor exp(Tensor x) {
        return x.exp();
    }

    /** The exponential. */
    public static double exp(double x) {
        return ScalarMath.apply(Unary.EXP, x);
    }

    /** exp(x) - 1, exact near zero. */
    public static Tensor expm1(Tensor x) {
        return x.expm1();
    }

    /** exp(x) - 1, exact near zero. */
    public static double expm1(double x) {
        return ScalarMath.apply(Unary.EXPM1, x);
    }

    /** The natural logarithm. */
    public static Tensor log(Tensor x) {
        return x.log();
    }

    /** The natural logarithm. */
    public static double log(double x) {
        return ScalarMath.apply(Unary.LOG, x);
    }

    /** log(1 + x), exact near zero. */
    public static Tensor log1p(Tensor x) {
        return x.log1p();
    }

    /** log(1 + x), exact near zero. */
    public static double log1p(double x) {
        return ScalarMath.apply(Unary.LOG1P, x);
    }

    /** The logarithm to base 2. */
    public static Tensor log2(Tensor x) {
        return x.log2();
    }

    /** The logarithm to base 2. */
    public static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** The logarithm to base 10. */
    public static Tensor log10(Tensor x) {
        return x.log10();
    }

    /** The logarithm to base 10. */
    public static double log10(double x) {
        return Math.log10(x);
    }

    /** The sine. */
    public static Tensor sin(Tensor x) {
        return x.sin();
    }

    /** The sine. */
    public static double sin(double x) {
        return ScalarMath.apply(Unary.SIN, x);
    }

    /** The cosine. */
    public static Tensor cos(Tensor x) {
        return x.cos();
    }

    /** The cosine. */
    public static double cos(double x) {
        return ScalarMath.apply(Unary.COS, x);
    }

    /** The tangent. */
    public static Tensor tan(Tensor x) {
        return x.tan();
    }

    /** The tangent. */
    public static double tan(double x) {
        return ScalarMath.apply(Unary.TAN, x);
    }

    /** The inverse sine. */
    public static Tensor asin(Tensor x) {
        return x.asin();
    }

    /** The inverse sine. */
    public static double asin(double x) {
        return ScalarMath.apply(Unary.ASIN, x);
    }

    /** The inverse cosine. */
    public static Tensor acos(Tensor x) {
        return x.acos();
    }

    /** The inverse cosine. */
    public static double acos(double x) {
        return ScalarMath.apply(Unary.ACOS, x);
    }

    /** The inverse tangent. */
    public static Tensor atan(Tensor x) {
        return x.atan();
    }

    /** The inverse tangent. */
    public static double atan(double x) {
        return ScalarMath.apply(Unary.ATAN, x);
    }

    /** The hyperbolic sine. */
    public static Tensor sinh(Tensor x) {
        return x.sinh();
    }

    /** The hyperbolic sine. */
    public static double sinh(double x) {
        return ScalarMath.apply(Unary.SINH, x);
    }

    /** The hyperbolic cosine. */
    public static Tensor cosh(Tensor x) {
        return x.cosh();
    }

    /** The hyperbolic cosine. */
    public static double cosh(double x) {
        return ScalarMath.apply(Unary.COSH, x);
    }

    /** The hyperbolic tangent. */
    public static Tensor tanh(Tensor x) {
        return x.tanh();
    }

    /** The hyperbolic tangent. */
    public static double tanh(double x) {
        return ScalarMath.apply(Unary.TANH, x);
    }

    /** The logistic function 1 / (1 + exp(-x)). */
    public static Tensor sigmoid(Tensor x) {
        return x.sigmoid();
    }

    /** The logistic function 1 / (1 + exp(-x)). */
    public static double sigmoid(double x) {
        return ScalarMath.apply(Unary.SIGMOID, x);
    }

    /** log(1 + exp(x)) without overflow. */
    public static Tensor softplus(Tensor x) {
        return x.softplus();
    }

    /** log(1 + exp(x)) without overflow. */
    public static double softplus(double x) {
        return ScalarMath.apply(Unary.SOFTPLUS, x);
    }

    /** max(x, 0). */
    public static Tensor relu(Tensor x) {
        return x.relu();
    }

    /** max(x, 0). */
    public static double relu(double x) {
        return Math.max(x, 0);
    }

    /** The error function. */
    public static Tensor erf(Tensor x) {
        return x.erf();
    }

    /** The error function. */
    public static double erf(double x) {
        return ScalarMath.apply(Unary.ERF, x);
    }

    /** The absolute value. */
    public static Tensor abs(Tensor x) {
        return x.abs();
    }

    /** The absolute value. */
    public static double abs(double x) {
        return ScalarMath.apply(Unary.ABS, x);
    }

    /** -1, 0 or 1. */
    public static Tensor sign(Tensor x) {
        return x.sign();
    }

    /** -1, 0 or 1. */
    public static double sign(double x) {
        return ScalarMath.apply(Unary.SIGN, x);
    }

    /** 1 / x. */
    public static Tensor reciprocal(Tensor x) {
        return x.reciprocal();
    }

    /** 1 / x. */
    public static double reciprocal(double x) {
        return ScalarMath.apply(Unary.RECIPROCAL, x);
    }

    /** Rounded down. */
    public static Tensor floor(Tensor x) {
        return x.floor();
    }

    /** Rounded down. */
    public static double floor(double x) {
        return ScalarMath.apply(Unary.FLOOR, x);
    }

    /** Rounded up. */
    public static Tensor ceil(Tensor x) {
        return x.ceil();
    }

    /** Rounded up. */
    public static double ceil(double x) {
        return ScalarMath.apply(Unary.CEIL, x);
    }

    /** To the nearest integer, ties to even. */
    public static Tensor round(Tensor x) {
        return x.round();
    }

    /** To the nearest integer, ties to even. */
    public static double round(double x) {
        return ScalarMath.apply(Unary.ROUND, x);
    }

    /** The greater of both. */
    public static Tensor maximum(Tensor x, Tensor y) {
        return Tensor.apply(Binary.MAXIMUM, x, y);
    }

    /** The greater of both. */
    public static Tensor maximum(Tensor x, double y) {
        return maximum(x, new Scalar(y, true));
    }

    /** The greater of both. */
    public static Tensor maximum(double x, Tensor y) {
        return maximum(new Scalar(x, true), y);
    }

    /** The greater of both. */
    public static double maximum(double x, double y) {
        return ScalarMath.apply(Binary.MAXIMUM, x, y);
    }

    /** The smaller of both. */
    public static Tensor minimum(Tensor x, Tensor y) {
        return Tensor.apply(Binary.MINIMUM, x, y);
    }

    /** The smaller of both. */
    public static Tensor minimum(Tensor x, double y) {
        return minimum(x, new Scalar(y, true));
    }

    /** The smaller of both. */
    public static Tensor minimum(double x, Tensor y) {
        return minimum(new Scalar(x, true), y);
    }

    /** The smaller of both. */
    public static double minimum(double x, double y) {
        return ScalarMath.apply(Binary.MINIMUM, x, y);
    }

    /** The first to the power of the second. */
    public static Tensor pow(Tensor x, Tensor y) {
        return Tensor.apply(Binary.POW, x, y);
    }

    /** The first to the power of the second. */
    public static Tensor pow(Tensor x, double y) {
        return pow(x, new Scalar(y, true));
    }

    /** The first to the power of the second. */
    public static Tensor pow(double x, Tensor y) {
        return pow(new Scalar(x, true), y);
    }

    /** The first to the power of the second. */
    public static double pow(double x, double y) {
        return ScalarMath.apply(Binary.POW, x, y);
    }

    /** The angle of the point (x, y) in (-pi, pi]. */
    public static Tensor atan2(Tensor y, Tensor x) {
        return Tensor.apply(Binary.ATAN2, y, x);
    }

    /** The angle of the point (x, y) in (-pi, pi]. */
    public static Tensor atan2(Tensor y, double x) {
        return atan2(y, new Scalar(x, true));
    }

    /** The angle of the point (x, y) in (-pi, pi]. */
    public static Tensor atan2(double y, Tensor x) {
        return atan2(new Scalar(y, true), x);
    }

    /** The angle of the point (x, y) in (-pi, pi]. */
    public static double atan2(double y, double x) {
        return ScalarMath.apply(Binary.ATAN2, y, x);
    }
}
