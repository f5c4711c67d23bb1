package lectern.tensor;

import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;

/** Comparisons and logic of a tensor, element by element and broadcast; the results are boolean tensors. */
public interface Comparing {
    private Tensor self() {
        return (Tensor) this;
    }

    /** True where this is equal to the other. */
    default Tensor eq(Tensor other) {
        return Tensor.apply(Binary.EQUAL, self(), other);
    }

    /** True where this is equal to the number. */
    default Tensor eq(double number) {
        return Tensor.apply(Binary.EQUAL, self(), new Scalar(number, true));
    }

    /** True where this is not equal to the other. */
    default Tensor ne(Tensor other) {
        return Tensor.apply(Binary.NOT_EQUAL, self(), other);
    }

    /** True where this is not equal to the number. */
    default Tensor ne(double number) {
        return Tensor.apply(Binary.NOT_EQUAL, self(), new Scalar(number, true));
    }

    /** True where this is less than the other. */
    default Tensor lt(Tensor other) {
        return Tensor.apply(Binary.LESS, self(), other);
    }

    /** True where this is less than the number. */
    default Tensor lt(double number) {
        return Tensor.apply(Binary.LESS, self(), new Scalar(number, true));
    }

    /** True where this is less or equal to the other. */
    default Tensor le(Tensor other) {
        return Tensor.apply(Binary.LESS_EQUAL, self(), other);
    }

    /** True where this is less or equal to the number. */
    default Tensor le(double number) {
        return Tensor.apply(Binary.LESS_EQUAL, self(), new Scalar(number, true));
    }

    /** True where this is greater than the other. */
    default Tensor gt(Tensor other) {
        return Tensor.apply(Binary.GREATER, self(), other);
    }

    /** True where this is greater than the number. */
    default Tensor gt(double number) {
        return Tensor.apply(Binary.GREATER, self(), new Scalar(number, true));
    }

    /** True where this is greater or equal to the other. */
    default Tensor ge(Tensor other) {
        return Tensor.apply(Binary.GREATER_EQUAL, self(), other);
    }

    /** True where this is greater or equal to the number. */
    default Tensor ge(double number) {
        return Tensor.apply(Binary.GREATER_EQUAL, self(), new Scalar(number, true));
    }

    /** Logical and, element by element; a number counts as true when it is not zero. */
    default Tensor and(Tensor other) {
        return Tensor.apply(Binary.AND, self(), other);
    }

    /** Logical or, element by element; a number counts as true when it is not zero. */
    default Tensor or(Tensor other) {
        return Tensor.apply(Binary.OR, self(), other);
    }

    /** Logical xor, element by element; a number counts as true when it is not zero. */
    default Tensor xor(Tensor other) {
        return Tensor.apply(Binary.XOR, self(), other);
    }

    /** True where NaN. */
    default Tensor isNaN() {
        return Tensor.apply(Unary.IS_NAN, self());
    }

    /** True where neither NaN nor infinite. */
    default Tensor isFinite() {
        return Tensor.apply(Unary.IS_FINITE, self());
    }

    /** True where zero or false. */
    default Tensor not() {
        return Tensor.apply(Unary.NOT, self());
    }

    /** True where infinite. */
    default Tensor isInf() {
        return isFinite().or(isNaN()).not();
    }
}
