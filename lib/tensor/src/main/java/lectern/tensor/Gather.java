package lectern.tensor;

/**
 * Elements picked along an axis by integer indices (NumPy's {@code take}): the axis is replaced by the axes of the
 * indices. Negative indices count from the end. Arguments: values, indices.
 */
public record Gather(int axis) implements Op {
    @Override
    public String name() {
        return "gather";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] x = args[0].shape();
        int[] picked = args[1].shape();
        int along = Shapes.axis(axis, x.length);
        int[] out = new int[x.length - 1 + picked.length];
        System.arraycopy(x, 0, out, 0, along);
        System.arraycopy(picked, 0, out, along, picked.length);
        System.arraycopy(x, along + 1, out, along + picked.length, x.length - along - 1);
        Shapes.size(out);
        return out;
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return args[0].dtype();
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] shape = shapeOf(args);
        Dense x = Dense.of(args[0]);
        int along = Shapes.axis(axis, x.dims.length);
        int length = x.dims[along];
        int[] picked = positions(args[1], length, along);
        Dense out = Dense.zeros(x.dtype, shape);
        int inner = Shapes.product(x.dims, along + 1, x.dims.length);
        int outer = Shapes.product(x.dims, 0, along);
        int to = 0;
        for (int i = 0; i < outer; i++) {
            int from = i * length;
            for (int k : picked) {
                Strided.run(x.data, (from + k) * inner, 1, out.data, to, 1, inner);
                to += inner;
            }
        }
        return out.lean();
    }

    /** The indices as ints counted from the front; throws when one is not an integer inside the axis. */
    static int[] positions(Tensor indices, int length, int axis) {
        Dense wanted = Dense.of(indices);
        if (wanted.dtype != DType.INT64) {
            throw new IllegalArgumentException("indices must be int64, got " + wanted.dtype.label()
                    + "; convert with x.cast(DType.INT64), or select by a condition with mask(condition)");
        }
        int[] out = new int[wanted.size];
        for (int i = 0; i < out.length; i++) {
            long k = wanted.i64()[i];
            if (k < -length || k >= length) {
                throw new IndexOutOfBoundsException(
                        "index " + k + " is out of bounds for axis " + axis + " with length " + length);
            }
            out[i] = (int) (k < 0 ? k + length : k);
        }
        return out;
    }
}
