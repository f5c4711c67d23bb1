package lectern.tensor;

import lectern.tensor.loops.ScalarMath;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;

/** Elementary functions as static verbs, for tensors element by element and for numbers alike. */
public abstract class Elementary extends Trigonometry {
    /** The ratio of a circle's circumference to its diameter. */
    public static final double PI = Math.PI;

    /** The base of the natural logarithm. */
    public static final double E = Math.E;

    Elementary() {}

    /**
     * Squares every element.
     *
     * {@snippet :
     * square(of(1.0, -3)) // → [1. 9.]
     * }
     *
     * @param x any shape
     * @return x², in the shape of x
     */
    public static Tensor square(Tensor x) {
        return x.square();
    }

    /**
     * Squares a number.
     *
     * @param x the number
     * @return x²
     */
    public static double square(double x) {
        return ScalarMath.apply(Unary.SQUARE, x);
    }

    /**
     * Takes the square root of every element.
     *
     * {@snippet :
     * sqrt(of(4.0, 9)) // → [2. 3.]
     * }
     *
     * @param x any shape
     * @return the shape of x, √x; NaN below 0
     */
    public static Tensor sqrt(Tensor x) {
        return x.sqrt();
    }

    /**
     * Takes the square root of a number.
     *
     * @param x the number
     * @return √x; NaN below 0
     */
    public static double sqrt(double x) {
        return ScalarMath.apply(Unary.SQRT, x);
    }

    /**
     * Takes the exponential of every element.
     *
     * {@snippet :
     * exp(of(0.0)) // → 1.0
     * }
     *
     * @param x any shape
     * @return eˣ, in the shape of x
     */
    public static Tensor exp(Tensor x) {
        return x.exp();
    }

    /**
     * Takes the exponential of a number.
     *
     * @param x the number
     * @return eˣ
     */
    public static double exp(double x) {
        return ScalarMath.apply(Unary.EXP, x);
    }

    /**
     * Computes eˣ − 1 of every element, exact near zero.
     *
     * {@snippet :
     * expm1(of(0.0, 1e-20)) // → [0.e+00 1.e-20]
     * }
     *
     * @param x any shape
     * @return eˣ − 1, in the shape of x
     */
    public static Tensor expm1(Tensor x) {
        return x.expm1();
    }

    /**
     * Computes eˣ − 1 of a number, exact near zero.
     *
     * @param x the number
     * @return eˣ − 1
     */
    public static double expm1(double x) {
        return ScalarMath.apply(Unary.EXPM1, x);
    }

    /**
     * Takes the natural logarithm of every element.
     *
     * {@snippet :
     * log(of(1.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return the shape of x, ln x; −∞ at 0, NaN below
     */
    public static Tensor log(Tensor x) {
        return x.log();
    }

    /**
     * Takes the natural logarithm of a number.
     *
     * @param x the number
     * @return ln x; −∞ at 0, NaN below
     */
    public static double log(double x) {
        return ScalarMath.apply(Unary.LOG, x);
    }

    /**
     * Computes ln(1 + x) of every element, exact near zero.
     *
     * {@snippet :
     * log1p(of(0.0, 1e-20)) // → [0.e+00 1.e-20]
     * }
     *
     * @param x any shape
     * @return the shape of x, ln(1 + x); −∞ at −1, NaN below
     */
    public static Tensor log1p(Tensor x) {
        return x.log1p();
    }

    /**
     * Computes ln(1 + x) of a number, exact near zero.
     *
     * @param x the number
     * @return ln(1 + x); −∞ at −1, NaN below
     */
    public static double log1p(double x) {
        return ScalarMath.apply(Unary.LOG1P, x);
    }

    /**
     * Takes the logarithm to base 2 of every element.
     *
     * {@snippet :
     * log2(of(8.0)) // → 3.0
     * }
     *
     * @param x any shape
     * @return the shape of x, log₂ x; −∞ at 0, NaN below
     */
    public static Tensor log2(Tensor x) {
        return x.log2();
    }

    /**
     * Takes the logarithm to base 2 of a number.
     *
     * @param x the number
     * @return log₂ x; −∞ at 0, NaN below
     */
    public static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /**
     * Takes the logarithm to base 10 of every element.
     *
     * {@snippet :
     * log10(of(1.0, 100)) // → [0. 2.]
     * }
     *
     * @param x any shape
     * @return the shape of x, log₁₀ x; −∞ at 0, NaN below
     */
    public static Tensor log10(Tensor x) {
        return x.log10();
    }

    /**
     * Takes the logarithm to base 10 of a number.
     *
     * @param x the number
     * @return log₁₀ x; −∞ at 0, NaN below
     */
    public static double log10(double x) {
        return Math.log10(x);
    }

    /**
     * Applies the logistic function 1 / (1 + e⁻ˣ) to every element.
     *
     * {@snippet :
     * sigmoid(of(0.0)) // → 0.5
     * }
     *
     * @param x any shape
     * @return between 0 and 1, in the shape of x
     */
    public static Tensor sigmoid(Tensor x) {
        return x.sigmoid();
    }

    /**
     * Applies the logistic function 1 / (1 + e⁻ˣ) to a number.
     *
     * @param x the number
     * @return between 0 and 1
     */
    public static double sigmoid(double x) {
        return ScalarMath.apply(Unary.SIGMOID, x);
    }

    /**
     * Computes ln(1 + eˣ) of every element, without overflow.
     *
     * {@snippet :
     * softplus(of(1000.0)) // → 1000.0
     * }
     *
     * @param x any shape
     * @return above 0, close to x for large x, in the shape of x
     */
    public static Tensor softplus(Tensor x) {
        return x.softplus();
    }

    /**
     * Computes ln(1 + eˣ) of a number, without overflow.
     *
     * @param x the number
     * @return above 0, close to x for large x
     */
    public static double softplus(double x) {
        return ScalarMath.apply(Unary.SOFTPLUS, x);
    }

    /**
     * Applies the error function to every element.
     *
     * {@snippet :
     * erf(of(0.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return between −1 and 1, in the shape of x
     */
    public static Tensor erf(Tensor x) {
        return x.erf();
    }

    /**
     * Applies the error function to a number.
     *
     * @param x the number
     * @return between −1 and 1
     */
    public static double erf(double x) {
        return ScalarMath.apply(Unary.ERF, x);
    }

    /**
     * Raises to a power, of two tensors, element by element.
     *
     * {@snippet :
     * pow(of(2.0, 3), of(3.0, 2)) // → [8. 9.]
     * }
     *
     * @param x what is raised, of a shape that broadcasts
     * @param y the exponent, of a shape that broadcasts
     * @return the power; NaN for a power of a negative number that is no whole one
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor pow(Tensor x, Tensor y) {
        return Tensor.apply(Binary.POW, x, y);
    }

    /**
     * Raises to a power, of every element of a tensor and a number.
     *
     * @param x what is raised, of any shape
     * @param y the exponent
     * @return the power; NaN for a power of a negative number that is no whole one
     */
    public static Tensor pow(Tensor x, double y) {
        return pow(x, new Scalar(y, true));
    }

    /**
     * Raises to a power, of a number and every element of a tensor.
     *
     * @param x what is raised
     * @param y the exponent, of any shape
     * @return the power; NaN for a power of a negative number that is no whole one
     */
    public static Tensor pow(double x, Tensor y) {
        return pow(new Scalar(x, true), y);
    }

    /**
     * Raises to a power, of two numbers.
     *
     * @param x what is raised
     * @param y the exponent
     * @return the power; NaN for a power of a negative number that is no whole one
     */
    public static double pow(double x, double y) {
        return ScalarMath.apply(Binary.POW, x, y);
    }
}
