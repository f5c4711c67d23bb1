package lectern.tensor;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/**
 * Functions made of other ones so that they neither overflow nor lose digits nor derivatives: inverse hyperbolic functions,
 * lengths, sums of exponentials and the step.
 */
abstract class Composites extends Rearranging {
    Composites() {}

    private static Tensor floating(Tensor x) {
        return x.dtype().isFloating() ? x : x.cast(DType.FLOAT64);
    }

    /**
     * Takes the inverse hyperbolic sine of every element.
     *
     * {@snippet :
     * asinh(of(0.0, 1e300)) // → [  0.         691.46867508]
     * }
     *
     * @param x any shape
     * @return ln(x + √(x² + 1)), in the shape of x
     */
    public static Tensor asinh(Tensor x) {
        return x.asinh();
    }

    /**
     * Takes the inverse hyperbolic sine of a number.
     *
     * @param x the number
     * @return ln(x + √(x² + 1))
     */
    public static double asinh(double x) {
        return new Scalar(x, false).asinh().item();
    }

    /**
     * Takes the inverse hyperbolic cosine of every element.
     *
     * {@snippet :
     * acosh(of(1.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return the shape of x, ln(x + √(x² − 1)), 0 or more; NaN below 1
     */
    public static Tensor acosh(Tensor x) {
        return x.acosh();
    }

    /**
     * Takes the inverse hyperbolic cosine of a number.
     *
     * @param x the number
     * @return ln(x + √(x² − 1)), 0 or more; NaN below 1
     */
    public static double acosh(double x) {
        return new Scalar(x, false).acosh().item();
    }

    /**
     * Takes the inverse hyperbolic tangent of every element.
     *
     * {@snippet :
     * atanh(of(0.0, 1)) // → [ 0. inf]
     * }
     *
     * @param x any shape
     * @return the shape of x, ln((1 + x) / (1 − x)) / 2; ±∞ at ±1, NaN beyond
     */
    public static Tensor atanh(Tensor x) {
        return x.atanh();
    }

    /**
     * Takes the inverse hyperbolic tangent of a number.
     *
     * @param x the number
     * @return ln((1 + x) / (1 − x)) / 2; ±∞ at ±1, NaN beyond
     */
    public static double atanh(double x) {
        return new Scalar(x, false).atanh().item();
    }

    /**
     * Computes the length of the hypotenuse, element by element, without overflow; its slope is 0 where it is 0.
     *
     * {@snippet :
     * hypot(of(3.0, 3e200), of(4.0, 4e200)) // → [5.e+000 5.e+200]
     * }
     *
     * @param x one side, of a shape that broadcasts
     * @param y the other side, of a shape that broadcasts
     * @return √(x² + y²); ∞ where one side is infinite, even beside NaN
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor hypot(Tensor x, Tensor y) {
        Tensor a = floating(x);
        Tensor b = floating(y);
        DType type = Operand.promote(a, b);
        boolean narrow = type == DType.FLOAT32;
        Tensor longest = a.abs().maximum(b.abs());
        // A power of two, by which both sides lose no digit, brings squares into the range; it is constant in pieces.
        Tensor small = where(longest.lt(narrow ? 0x1p-60 : 0x1p-500), narrow ? 0x1p100 : 0x1p600, 1);
        Tensor scale = where(longest.gt(narrow ? 0x1p60 : 0x1p500), narrow ? 0x1p-80 : 0x1p-600, small)
                .cast(type);
        Tensor length = Tensor.root(
                        2, a.times(scale).square().plus(b.times(scale).square()))
                .div(scale);
        Tensor infinite = a.abs().eq(Double.POSITIVE_INFINITY).or(b.abs().eq(Double.POSITIVE_INFINITY));
        return where(infinite, Double.POSITIVE_INFINITY, length);
    }

    /**
     * Computes the length of the hypotenuse, of every element of a tensor and a number.
     *
     * @param x one side, of any shape
     * @param y the other side
     * @return √(x² + y²); ∞ where one side is infinite, even beside NaN
     */
    public static Tensor hypot(Tensor x, double y) {
        return hypot(x, new Scalar(y, true));
    }

    /**
     * Computes the length of the hypotenuse, of two numbers.
     *
     * @param x one side
     * @param y the other side
     * @return √(x² + y²); ∞ where one side is infinite, even beside NaN
     */
    public static double hypot(double x, double y) {
        return hypot(new Scalar(x, false), new Scalar(y, false)).item();
    }

    /**
     * Adds numbers whose logarithms are given, and takes the logarithm again, without overflow.
     *
     * {@snippet :
     * logaddexp(of(1000.0, 0), of(1000.0, -1e9)) // → [1000.69314718    0.        ]
     * }
     *
     * @param x one logarithm, of a shape that broadcasts
     * @param y the other logarithm, of a shape that broadcasts
     * @return ln(eˣ + eʸ); −∞ stands for nothing
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor logaddexp(Tensor x, Tensor y) {
        Tensor a = floating(x);
        Tensor b = floating(y);
        // Chosen by a condition and not by a maximum, whose second derivative would be lost where both are equal.
        Tensor first = a.ge(b);
        Tensor high = where(first, a, b);
        Tensor low = where(first, b, a);
        Tensor sameEnd = high.eq(low).and(high.isFinite().not());
        return high.plus(where(sameEnd, 0, low.minus(high)).softplus());
    }

    /**
     * Adds a number to those whose logarithms are given, and takes the logarithm again, without overflow.
     *
     * @param x the logarithms, of any shape
     * @param y the other logarithm
     * @return ln(eˣ + eʸ); −∞ stands for nothing
     */
    public static Tensor logaddexp(Tensor x, double y) {
        return logaddexp(x, new Scalar(y, true));
    }

    /**
     * Adds two numbers whose logarithms are given, and takes the logarithm again, without overflow.
     *
     * @param x one logarithm
     * @param y the other logarithm
     * @return ln(eˣ + eʸ); −∞ stands for nothing
     */
    public static double logaddexp(double x, double y) {
        return logaddexp(new Scalar(x, false), new Scalar(y, false)).item();
    }

    /**
     * Steps from 0 to 1 where the argument passes 0.
     *
     * {@snippet :
     * heaviside(of(-2.0, 0, 3), of(0.5)) // → [0.  0.5 1. ]
     * }
     *
     * @param x the argument, of a shape that broadcasts
     * @param atZero the value where the argument is 0, of a shape that broadcasts
     * @return 0 below 0, 1 above; NaN for NaN; its slope in x is 0 everywhere
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor heaviside(Tensor x, Tensor atZero) {
        Tensor a = floating(x);
        return where(a.eq(0), floating(atZero), a.sign().plus(1).times(0.5));
    }

    /**
     * Steps from 0 to 1 where the argument passes 0.
     *
     * @param x the argument, of any shape
     * @param atZero the value where the argument is 0, such as 0.5
     * @return 0 below 0, 1 above; NaN for NaN; its slope in x is 0 everywhere
     */
    public static Tensor heaviside(Tensor x, double atZero) {
        return heaviside(x, new Scalar(atZero, true));
    }

    /**
     * Steps from 0 to 1 where the argument passes 0.
     *
     * @param x the argument
     * @param atZero the value where the argument is 0, such as 0.5
     * @return 0 below 0, 1 above; NaN for NaN
     */
    public static double heaviside(double x, double atZero) {
        return heaviside(new Scalar(x, false), new Scalar(atZero, false)).item();
    }
}
