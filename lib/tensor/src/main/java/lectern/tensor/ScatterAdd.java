package lectern.tensor;

/**
 * Zeros with updates added at integer positions along an axis of the given length: the adjoint of {@link Gather}.
 * Arguments: updates with the axes of the indices in place of the axis, indices.
 */
public record ScatterAdd(int axis, int length) implements Op {
    @Override
    public String name() {
        return "scatter_add";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] updates = args[0].shape();
        int[] picked = args[1].shape();
        int rank = updates.length - picked.length + 1;
        boolean fits = rank >= 1;
        int along = fits ? Shapes.axis(axis, rank) : 0;
        for (int i = 0; fits && i < picked.length; i++) {
            fits = updates[along + i] == picked[i];
        }
        if (!fits) {
            throw new ShapeException("scatterAdd along axis " + axis + ": updates " + Shapes.text(updates)
                    + " do not contain the axes of the indices " + Shapes.text(picked));
        }
        int[] out = new int[rank];
        System.arraycopy(updates, 0, out, 0, along);
        out[along] = length;
        System.arraycopy(updates, along + picked.length, out, along + 1, rank - along - 1);
        Shapes.size(out);
        return out;
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return args[0].dtype() == DType.BOOL ? DType.INT64 : args[0].dtype();
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] shape = shapeOf(args);
        Dense x = Dense.of(args[0], dtypeOf(args));
        int along = Shapes.axis(axis, shape.length);
        int[] picked = Gather.positions(args[1], length, along);
        Dense out = Dense.zeros(x.dtype, shape);
        int inner = Shapes.product(shape, along + 1, shape.length);
        int outer = Shapes.product(shape, 0, along);
        int from = 0;
        for (int i = 0; i < outer; i++) {
            for (int k : picked) {
                add(x.data, from, out.data, (i * length + k) * inner, inner);
                from += inner;
            }
        }
        return out;
    }

    private static void add(Object from, int x, Object to, int y, int n) {
        switch (from) {
            case double[] a -> {
                double[] b = (double[]) to;
                for (int i = 0; i < n; i++) {
                    b[y + i] += a[x + i];
                }
            }
            case float[] a -> {
                float[] b = (float[]) to;
                for (int i = 0; i < n; i++) {
                    b[y + i] += a[x + i];
                }
            }
            case long[] a -> {
                long[] b = (long[]) to;
                for (int i = 0; i < n; i++) {
                    b[y + i] += a[x + i];
                }
            }
            default -> throw new IllegalStateException();
        }
    }
}
