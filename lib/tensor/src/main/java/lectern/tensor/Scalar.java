package lectern.tensor;

/** A float64 number as a tensor without axes: one field, so that programs on numbers stay fast. */
final class Scalar extends Tensor {
    private static final int[] NO_AXES = {};

    final double value;
    private final boolean weak;

    Scalar(double value, boolean weak) {
        this.value = value;
        this.weak = weak;
    }

    @Override
    public DType dtype() {
        return DType.FLOAT64;
    }

    @Override
    public int[] shape() {
        return NO_AXES;
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
