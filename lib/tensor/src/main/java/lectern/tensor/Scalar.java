package lectern.tensor;

import lectern.tensor.loops.ScalarF64;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Unary;
import lectern.tensor.type.DType;

/** A float64 number as a tensor without axes: one field, so that programs on numbers stay fast. */
final class Scalar extends Eager {
    private static final int[] NO_AXES = {};
    private static final Tensor TRUE = Dense.around(new boolean[] {true});
    private static final Tensor FALSE = Dense.around(new boolean[] {false});

    final double value;
    private final boolean weak;

    Scalar(double value, boolean weak) {
        this.value = value;
        this.weak = weak;
    }

    Tensor unary(Unary op) {
        double y = ScalarF64.apply(op, value);
        return op.isPredicate() ? (y != 0 ? TRUE : FALSE) : new Scalar(y, weak);
    }

    Tensor binary(Binary op, Scalar other) {
        if (op.isPredicate()) {
            return ScalarF64.test(op, value, other.value) ? TRUE : FALSE;
        }
        return new Scalar(ScalarF64.apply(op, value, other.value), weak && other.weak);
    }

    @Override
    public DType dtype() {
        return DType.FLOAT64;
    }

    @Override
    public int[] shape() {
        return NO_AXES;
    }

    /** A Java integer as a tensor: a weak float beside floats, int64 beside integers. */
    static Tensor beside(Tensor x, long number) {
        return x.dtype().isFloating() ? new Scalar(number, true) : Dense.around(new long[] {number});
    }

    @Override
    public boolean isWeak() {
        return weak;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scalar that && Double.compare(value, that.value) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value);
    }
}
