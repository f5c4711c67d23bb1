package lectern.tensor;

import lectern.tensor.op.Binary;

/**
 * Operators of a tensor, element by element and broadcast.
 *
 * <p>The partner of a binary operator is a tensor or a Java number; a Java number never widens the type of a float32
 * tensor, and an integer leaves an int64 tensor int64.
 */
public interface Arithmetic {
    private Tensor self() {
        return (Tensor) this;
    }

    private Tensor literal(long number) {
        return Scalar.beside(self(), number);
    }

    /** The sum. */
    default Tensor plus(Tensor other) {
        return Tensor.apply(Binary.ADD, self(), other);
    }

    /** The sum. */
    default Tensor plus(double number) {
        return Tensor.apply(Binary.ADD, self(), new Scalar(number, true));
    }

    /** The sum. */
    default Tensor plus(long number) {
        return Tensor.apply(Binary.ADD, self(), literal(number));
    }

    /** The difference. */
    default Tensor minus(Tensor other) {
        return Tensor.apply(Binary.SUB, self(), other);
    }

    /** The difference. */
    default Tensor minus(double number) {
        return Tensor.apply(Binary.SUB, self(), new Scalar(number, true));
    }

    /** The difference. */
    default Tensor minus(long number) {
        return Tensor.apply(Binary.SUB, self(), literal(number));
    }

    /** The product, element by element. */
    default Tensor times(Tensor other) {
        return Tensor.apply(Binary.MUL, self(), other);
    }

    /** The product, element by element. */
    default Tensor times(double number) {
        return Tensor.apply(Binary.MUL, self(), new Scalar(number, true));
    }

    /** The product, element by element. */
    default Tensor times(long number) {
        return Tensor.apply(Binary.MUL, self(), literal(number));
    }

    /** The quotient; integers give float64. */
    default Tensor div(Tensor other) {
        return Tensor.apply(Binary.DIV, self(), other);
    }

    /** The quotient; integers give float64. */
    default Tensor div(double number) {
        return Tensor.apply(Binary.DIV, self(), new Scalar(number, true));
    }

    /** The quotient; integers give float64. */
    default Tensor div(long number) {
        return Tensor.apply(Binary.DIV, self(), literal(number));
    }

    /** The power. */
    default Tensor pow(Tensor other) {
        return Tensor.apply(Binary.POW, self(), other);
    }

    /** The power. */
    default Tensor pow(double number) {
        return Tensor.apply(Binary.POW, self(), new Scalar(number, true));
    }

    /** The power. */
    default Tensor pow(long number) {
        return Tensor.apply(Binary.POW, self(), literal(number));
    }

    /** The greater of both, NaN if either is. */
    default Tensor maximum(Tensor other) {
        return Tensor.apply(Binary.MAXIMUM, self(), other);
    }

    /** The greater of both, NaN if either is. */
    default Tensor maximum(double number) {
        return Tensor.apply(Binary.MAXIMUM, self(), new Scalar(number, true));
    }

    /** The greater of both, NaN if either is. */
    default Tensor maximum(long number) {
        return Tensor.apply(Binary.MAXIMUM, self(), literal(number));
    }

    /** The smaller of both, NaN if either is. */
    default Tensor minimum(Tensor other) {
        return Tensor.apply(Binary.MINIMUM, self(), other);
    }

    /** The smaller of both, NaN if either is. */
    default Tensor minimum(double number) {
        return Tensor.apply(Binary.MINIMUM, self(), new Scalar(number, true));
    }

    /** The smaller of both, NaN if either is. */
    default Tensor minimum(long number) {
        return Tensor.apply(Binary.MINIMUM, self(), literal(number));
    }

    /** The remainder with the divisor's sign, as Python's {@code %}. */
    default Tensor mod(Tensor other) {
        return Tensor.apply(Binary.MOD, self(), other);
    }

    /** The remainder with the divisor's sign, as Python's {@code %}. */
    default Tensor mod(double number) {
        return Tensor.apply(Binary.MOD, self(), new Scalar(number, true));
    }

    /** The remainder with the divisor's sign, as Python's {@code %}. */
    default Tensor mod(long number) {
        return Tensor.apply(Binary.MOD, self(), literal(number));
    }

    /** The quotient rounded down, as Python's {@code //}. */
    default Tensor floorDiv(Tensor other) {
        return Tensor.apply(Binary.FLOOR_DIV, self(), other);
    }

    /** The quotient rounded down, as Python's {@code //}. */
    default Tensor floorDiv(double number) {
        return Tensor.apply(Binary.FLOOR_DIV, self(), new Scalar(number, true));
    }

    /** The quotient rounded down, as Python's {@code //}. */
    default Tensor floorDiv(long number) {
        return Tensor.apply(Binary.FLOOR_DIV, self(), literal(number));
    }
}
