package lectern.tensor;

/**
 * The position of the greatest or smallest element along one axis, the first where several are equal; NaN counts as
 * extreme, as in NumPy.
 */
public record ArgReduction(boolean max, int axis) implements Op {
    @Override
    public String name() {
        return max ? "argmax" : "argmin";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        return Shapes.reduce(shape, new int[] {Shapes.axis(axis, shape.length)}, false);
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return DType.INT64;
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] shape = shapeOf(args);
        Dense x = Dense.of(args[0]);
        int along = Shapes.axis(axis, x.dims.length);
        int n = x.dims[along];
        if (n == 0) {
            throw new ShapeException(name() + " along axis " + along + " of shape " + Shapes.text(x.dims)
                    + ": an axis of length 0 has no extreme element");
        }
        int inner = Shapes.product(x.dims, along + 1, x.dims.length);
        Dense out = Dense.zeros(DType.INT64, shape);
        for (int i = 0; i < out.size; i++) {
            int start = i / inner * n * inner + i % inner;
            out.i64()[i] = x.dtype == DType.INT64 ? extremeLong(x.i64(), start, inner, n) : extreme(x, start, inner, n);
        }
        return out;
    }

    private int extreme(Dense x, int start, int step, int n) {
        int best = 0;
        double value = x.at(start);
        for (int k = 1; k < n && value == value; k++) {
            double next = x.at(start + k * step);
            if (next != next || (max ? next > value : next < value)) {
                value = next;
                best = k;
            }
        }
        return best;
    }

    private int extremeLong(long[] x, int start, int step, int n) {
        int best = 0;
        for (int k = 1; k < n; k++) {
            long next = x[start + k * step];
            long value = x[start + best * step];
            if (max ? next > value : next < value) {
                best = k;
            }
        }
        return best;
    }
}
