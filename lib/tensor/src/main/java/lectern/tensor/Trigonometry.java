package lectern.tensor;

import lectern.tensor.loops.ScalarMath;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;

/** Circular and hyperbolic functions as static verbs, for tensors element by element and for numbers alike. */
abstract class Trigonometry extends Roundings {
    Trigonometry() {}

    /**
     * Takes the sine of every element.
     *
     * {@snippet :
     * sin(of(0.0)) // → 0.0
     * }
     *
     * @param x an angle in radians, of any shape
     * @return between −1 and 1, in the shape of x
     */
    public static Tensor sin(Tensor x) {
        return x.sin();
    }

    /**
     * Takes the sine of a number.
     *
     * @param x an angle in radians
     * @return between −1 and 1
     */
    public static double sin(double x) {
        return ScalarMath.apply(Unary.SIN, x);
    }

    /**
     * Takes the cosine of every element.
     *
     * {@snippet :
     * cos(of(0.0)) // → 1.0
     * }
     *
     * @param x an angle in radians, of any shape
     * @return between −1 and 1, in the shape of x
     */
    public static Tensor cos(Tensor x) {
        return x.cos();
    }

    /**
     * Takes the cosine of a number.
     *
     * @param x an angle in radians
     * @return between −1 and 1
     */
    public static double cos(double x) {
        return ScalarMath.apply(Unary.COS, x);
    }

    /**
     * Takes the tangent of every element.
     *
     * {@snippet :
     * tan(of(0.0)) // → 0.0
     * }
     *
     * @param x an angle in radians, of any shape
     * @return the tangent, in the shape of x
     */
    public static Tensor tan(Tensor x) {
        return x.tan();
    }

    /**
     * Takes the tangent of a number.
     *
     * @param x an angle in radians
     * @return the tangent
     */
    public static double tan(double x) {
        return ScalarMath.apply(Unary.TAN, x);
    }

    /**
     * Takes the inverse sine of every element.
     *
     * {@snippet :
     * asin(of(0.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return the shape of x, an angle from −π/2 to π/2 in radians; NaN outside −1 to 1
     */
    public static Tensor asin(Tensor x) {
        return x.asin();
    }

    /**
     * Takes the inverse sine of a number.
     *
     * @param x the number
     * @return an angle from −π/2 to π/2 in radians; NaN outside −1 to 1
     */
    public static double asin(double x) {
        return ScalarMath.apply(Unary.ASIN, x);
    }

    /**
     * Takes the inverse cosine of every element.
     *
     * {@snippet :
     * acos(of(1.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return the shape of x, an angle from 0 to π in radians; NaN outside −1 to 1
     */
    public static Tensor acos(Tensor x) {
        return x.acos();
    }

    /**
     * Takes the inverse cosine of a number.
     *
     * @param x the number
     * @return an angle from 0 to π in radians; NaN outside −1 to 1
     */
    public static double acos(double x) {
        return ScalarMath.apply(Unary.ACOS, x);
    }

    /**
     * Takes the inverse tangent of every element.
     *
     * {@snippet :
     * atan(of(0.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return an angle between −π/2 and π/2 in radians, in the shape of x
     */
    public static Tensor atan(Tensor x) {
        return x.atan();
    }

    /**
     * Takes the inverse tangent of a number.
     *
     * @param x the number
     * @return an angle between −π/2 and π/2 in radians
     */
    public static double atan(double x) {
        return ScalarMath.apply(Unary.ATAN, x);
    }

    /**
     * Takes the hyperbolic sine of every element.
     *
     * {@snippet :
     * sinh(of(0.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return (eˣ − e⁻ˣ) / 2, in the shape of x
     */
    public static Tensor sinh(Tensor x) {
        return x.sinh();
    }

    /**
     * Takes the hyperbolic sine of a number.
     *
     * @param x the number
     * @return (eˣ − e⁻ˣ) / 2
     */
    public static double sinh(double x) {
        return ScalarMath.apply(Unary.SINH, x);
    }

    /**
     * Takes the hyperbolic cosine of every element.
     *
     * {@snippet :
     * cosh(of(0.0)) // → 1.0
     * }
     *
     * @param x any shape
     * @return (eˣ + e⁻ˣ) / 2, in the shape of x
     */
    public static Tensor cosh(Tensor x) {
        return x.cosh();
    }

    /**
     * Takes the hyperbolic cosine of a number.
     *
     * @param x the number
     * @return (eˣ + e⁻ˣ) / 2
     */
    public static double cosh(double x) {
        return ScalarMath.apply(Unary.COSH, x);
    }

    /**
     * Takes the hyperbolic tangent of every element.
     *
     * {@snippet :
     * tanh(of(0.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return between −1 and 1, in the shape of x
     */
    public static Tensor tanh(Tensor x) {
        return x.tanh();
    }

    /**
     * Takes the hyperbolic tangent of a number.
     *
     * @param x the number
     * @return between −1 and 1
     */
    public static double tanh(double x) {
        return ScalarMath.apply(Unary.TANH, x);
    }

    /**
     * Finds the angle of the point (x, y), of two tensors, element by element.
     *
     * {@snippet :
     * atan2(of(0.0), of(-1.0)) // → 3.141592653589793
     * }
     *
     * @param y the height of the point, of a shape that broadcasts
     * @param x its place, of a shape that broadcasts
     * @return the angle in (−π, π], in radians
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor atan2(Tensor y, Tensor x) {
        return Tensor.apply(Binary.ATAN2, y, x);
    }

    /**
     * Finds the angle of the point (x, y), of every element of a tensor and a number.
     *
     * @param y the height of the point, of any shape
     * @param x its place
     * @return the angle in (−π, π], in radians
     */
    public static Tensor atan2(Tensor y, double x) {
        return atan2(y, new Scalar(x, true));
    }

    /**
     * Finds the angle of the point (x, y), of a number and every element of a tensor.
     *
     * @param y the height of the point
     * @param x its place, of any shape
     * @return the angle in (−π, π], in radians
     */
    public static Tensor atan2(double y, Tensor x) {
        return atan2(new Scalar(y, true), x);
    }

    /**
     * Finds the angle of the point (x, y), of two numbers.
     *
     * @param y the height of the point
     * @param x its place
     * @return the angle in (−π, π], in radians
     */
    public static double atan2(double y, double x) {
        return ScalarMath.apply(Binary.ATAN2, y, x);
    }
}
