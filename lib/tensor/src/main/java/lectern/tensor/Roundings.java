package lectern.tensor;

import lectern.tensor.loops.ScalarMath;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;

/** Rounding, signs and comparisons as static verbs, for tensors element by element and for numbers alike. */
abstract class Roundings {
    Roundings() {}

    /**
     * Keeps what is positive of every element, max(x, 0).
     *
     * {@snippet :
     * relu(of(-1.0, 2)) // → [0. 2.]
     * }
     *
     * @param x any shape
     * @return 0 or more, in the shape of x
     */
    public static Tensor relu(Tensor x) {
        return x.relu();
    }

    /**
     * Keeps what is positive of a number, max(x, 0).
     *
     * @param x the number
     * @return 0 or more
     */
    public static double relu(double x) {
        return Math.max(x, 0);
    }

    /**
     * Takes the absolute value of every element.
     *
     * {@snippet :
     * abs(of(-1.0, 2)) // → [1. 2.]
     * }
     *
     * @param x any shape
     * @return 0 or more, in the shape of x
     */
    public static Tensor abs(Tensor x) {
        return x.abs();
    }

    /**
     * Takes the absolute value of a number.
     *
     * @param x the number
     * @return 0 or more
     */
    public static double abs(double x) {
        return ScalarMath.apply(Unary.ABS, x);
    }

    /**
     * Takes the sign of every element.
     *
     * {@snippet :
     * sign(of(-3.0, 0, 2)) // → [-1. 0. 1.]
     * }
     *
     * @param x any shape
     * @return −1, 0 or 1, in the shape of x
     */
    public static Tensor sign(Tensor x) {
        return x.sign();
    }

    /**
     * Takes the sign of a number.
     *
     * @param x the number
     * @return −1, 0 or 1
     */
    public static double sign(double x) {
        return ScalarMath.apply(Unary.SIGN, x);
    }

    /**
     * Computes 1 / x of every element.
     *
     * {@snippet :
     * reciprocal(of(4.0)) // → 0.25
     * }
     *
     * @param x any shape
     * @return the shape of x, 1 / x; infinite at 0
     */
    public static Tensor reciprocal(Tensor x) {
        return x.reciprocal();
    }

    /**
     * Computes 1 / x of a number.
     *
     * @param x the number
     * @return 1 / x; infinite at 0
     */
    public static double reciprocal(double x) {
        return ScalarMath.apply(Unary.RECIPROCAL, x);
    }

    /**
     * Rounds every element down.
     *
     * {@snippet :
     * floor(of(-1.5, 1.5)) // → [-2. 1.]
     * }
     *
     * @param x any shape
     * @return the greatest whole number that is not above x, in the shape of x
     */
    public static Tensor floor(Tensor x) {
        return x.floor();
    }

    /**
     * Rounds a number down.
     *
     * @param x the number
     * @return the greatest whole number that is not above x
     */
    public static double floor(double x) {
        return ScalarMath.apply(Unary.FLOOR, x);
    }

    /**
     * Rounds every element up.
     *
     * {@snippet :
     * ceil(of(-1.5, 1.5)) // → [-1. 2.]
     * }
     *
     * @param x any shape
     * @return the least whole number that is not below x, in the shape of x
     */
    public static Tensor ceil(Tensor x) {
        return x.ceil();
    }

    /**
     * Rounds a number up.
     *
     * @param x the number
     * @return the least whole number that is not below x
     */
    public static double ceil(double x) {
        return ScalarMath.apply(Unary.CEIL, x);
    }

    /**
     * Rounds every element to the nearest whole number, halves to the even one.
     *
     * {@snippet :
     * round(of(0.5, 1.5, 2.6)) // → [0. 2. 3.]
     * }
     *
     * @param x any shape
     * @return the nearest whole number, in the shape of x
     */
    public static Tensor round(Tensor x) {
        return x.round();
    }

    /**
     * Rounds a number to the nearest whole number, halves to the even one.
     *
     * @param x the number
     * @return the nearest whole number
     */
    public static double round(double x) {
        return ScalarMath.apply(Unary.ROUND, x);
    }

    /**
     * Cuts off what follows the decimal point of every element.
     *
     * {@snippet :
     * trunc(of(-1.7, 1.7)) // → [-1.  1.]
     * }
     *
     * @param x any shape
     * @return the whole number next to it on the side of 0, in the shape of x
     */
    public static Tensor trunc(Tensor x) {
        return x.trunc();
    }

    /**
     * Cuts off what follows the decimal point of a number.
     *
     * @param x the number
     * @return the whole number next to it on the side of 0
     */
    public static double trunc(double x) {
        return x < 0 ? Math.ceil(x) : Math.floor(x);
    }

    /**
     * Takes the greater one, of two tensors, element by element.
     *
     * {@snippet :
     * maximum(of(1.0, 5), of(3.0, 2)) // → [3. 5.]
     * }
     *
     * @param x the one, of a shape that broadcasts
     * @param y the other, of a shape that broadcasts
     * @return the greater one; NaN where one is NaN
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor maximum(Tensor x, Tensor y) {
        return Tensor.apply(Binary.MAXIMUM, x, y);
    }

    /**
     * Takes the greater one, of every element of a tensor and a number.
     *
     * @param x the one, of any shape
     * @param y the other
     * @return the greater one; NaN where one is NaN
     */
    public static Tensor maximum(Tensor x, double y) {
        return maximum(x, new Scalar(y, true));
    }

    /**
     * Takes the greater one, of a number and every element of a tensor.
     *
     * @param x the one
     * @param y the other, of any shape
     * @return the greater one; NaN where one is NaN
     */
    public static Tensor maximum(double x, Tensor y) {
        return maximum(new Scalar(x, true), y);
    }

    /**
     * Takes the greater one, of two numbers.
     *
     * @param x the one
     * @param y the other
     * @return the greater one; NaN where one is NaN
     */
    public static double maximum(double x, double y) {
        return ScalarMath.apply(Binary.MAXIMUM, x, y);
    }

    /**
     * Takes the smaller one, of two tensors, element by element.
     *
     * {@snippet :
     * minimum(of(1.0, 5), of(3.0, 2)) // → [1. 2.]
     * }
     *
     * @param x the one, of a shape that broadcasts
     * @param y the other, of a shape that broadcasts
     * @return the smaller one; NaN where one is NaN
     * @throws IllegalArgumentException for shapes that do not broadcast
     */
    public static Tensor minimum(Tensor x, Tensor y) {
        return Tensor.apply(Binary.MINIMUM, x, y);
    }

    /**
     * Takes the smaller one, of every element of a tensor and a number.
     *
     * @param x the one, of any shape
     * @param y the other
     * @return the smaller one; NaN where one is NaN
     */
    public static Tensor minimum(Tensor x, double y) {
        return minimum(x, new Scalar(y, true));
    }

    /**
     * Takes the smaller one, of a number and every element of a tensor.
     *
     * @param x the one
     * @param y the other, of any shape
     * @return the smaller one; NaN where one is NaN
     */
    public static Tensor minimum(double x, Tensor y) {
        return minimum(new Scalar(x, true), y);
    }

    /**
     * Takes the smaller one, of two numbers.
     *
     * @param x the one
     * @param y the other
     * @return the smaller one; NaN where one is NaN
     */
    public static double minimum(double x, double y) {
        return ScalarMath.apply(Binary.MINIMUM, x, y);
    }
}
