package lectern.tensor;

import lectern.tensor.op.Binary;

/** Arithmetic whose left side is a plain number, as static verbs. */
abstract class NumberFirst extends Composites {
    NumberFirst() {}

    /**
     * Adds a tensor to a number, in the type of the tensor.
     *
     * {@snippet :
     * plus(1, of(0.25, 1)) // → [1.25 2.]
     * }
     *
     * @param left the number
     * @param right the tensor
     * @return the shape and type of the tensor
     */
    public static Tensor plus(double left, Tensor right) {
        return Tensor.apply(Binary.ADD, new Scalar(left, true), right);
    }

    /**
     * Adds a tensor to a whole number, in the type of the tensor.
     *
     * @param left the whole number
     * @param right the tensor
     * @return the shape and type of the tensor
     */
    public static Tensor plus(long left, Tensor right) {
        return Tensor.apply(Binary.ADD, Scalar.beside(right, left), right);
    }

    /**
     * Subtracts a tensor from a number, in the type of the tensor.
     *
     * {@snippet :
     * minus(1, of(0.25, 1)) // → [0.75 0.]
     * }
     *
     * @param left the number
     * @param right the tensor
     * @return the shape and type of the tensor
     */
    public static Tensor minus(double left, Tensor right) {
        return Tensor.apply(Binary.SUB, new Scalar(left, true), right);
    }

    /**
     * Subtracts a tensor from a whole number, in the type of the tensor.
     *
     * @param left the whole number
     * @param right the tensor
     * @return the shape and type of the tensor
     */
    public static Tensor minus(long left, Tensor right) {
        return Tensor.apply(Binary.SUB, Scalar.beside(right, left), right);
    }

    /**
     * Multiplies a number by a tensor, in the type of the tensor.
     *
     * {@snippet :
     * times(2, of(0.25, 1)) // → [0.5 2.]
     * }
     *
     * @param left the number
     * @param right the tensor
     * @return the shape and type of the tensor
     */
    public static Tensor times(double left, Tensor right) {
        return Tensor.apply(Binary.MUL, new Scalar(left, true), right);
    }

    /**
     * Multiplies a whole number by a tensor, in the type of the tensor.
     *
     * @param left the whole number
     * @param right the tensor
     * @return the shape and type of the tensor
     */
    public static Tensor times(long left, Tensor right) {
        return Tensor.apply(Binary.MUL, Scalar.beside(right, left), right);
    }

    /**
     * Divides a number by a tensor, in the type of the tensor; of whole numbers in float64.
     *
     * {@snippet :
     * div(1, of(2.0, 4)) // → [0.5 0.25]
     * }
     *
     * @param left the number
     * @param right the tensor
     * @return the shape of the tensor
     */
    public static Tensor div(double left, Tensor right) {
        return Tensor.apply(Binary.DIV, new Scalar(left, true), right);
    }

    /**
     * Divides a whole number by a tensor; of whole numbers in float64.
     *
     * @param left the whole number
     * @param right the tensor
     * @return the shape of the tensor
     */
    public static Tensor div(long left, Tensor right) {
        return Tensor.apply(Binary.DIV, Scalar.beside(right, left), right);
    }
}
