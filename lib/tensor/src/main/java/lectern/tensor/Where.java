package lectern.tensor;

/** Elements of the second argument where the first is true, of the third elsewhere; all broadcast. */
public record Where() implements Op {
    @Override
    public String name() {
        return "where";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        return Shapes.broadcast(args[0].shape(), Shapes.broadcast(args[1].shape(), args[2].shape()));
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return Tensor.promote(args[1], args[2]);
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] shape = shapeOf(args);
        DType dtype = dtypeOf(args);
        boolean[] c = spread(args[0], DType.BOOL, shape).bool();
        Dense a = spread(args[1], dtype, shape);
        Dense b = spread(args[2], dtype, shape);
        Dense out = Dense.zeros(dtype, shape);
        select(c, a.data, b.data, out.data, a.size == 1, b.size == 1);
        return out.lean();
    }

    /** The argument at full shape; a single value may stay one. */
    private static Dense spread(Tensor arg, DType dtype, int[] shape) {
        Dense x = Dense.of(arg, dtype);
        boolean fits = java.util.Arrays.equals(x.dims, shape) || (x.size == 1 && dtype != DType.BOOL);
        return fits ? x : Dense.of(new BroadcastTo(Shapes.list(shape)).eval(x));
    }

    private static void select(boolean[] c, Object x, Object y, Object out, boolean oneX, boolean oneY) {
        int s = oneX ? 0 : 1;
        int t = oneY ? 0 : 1;
        switch (out) {
            case double[] o -> {
                double[] a = (double[]) x;
                double[] b = (double[]) y;
                for (int i = 0; i < o.length; i++) {
                    o[i] = c[i] ? a[i * s] : b[i * t];
                }
            }
            case float[] o -> {
                float[] a = (float[]) x;
                float[] b = (float[]) y;
                for (int i = 0; i < o.length; i++) {
                    o[i] = c[i] ? a[i * s] : b[i * t];
                }
            }
            case long[] o -> {
                long[] a = (long[]) x;
                long[] b = (long[]) y;
                for (int i = 0; i < o.length; i++) {
                    o[i] = c[i] ? a[i * s] : b[i * t];
                }
            }
            case boolean[] o -> {
                boolean[] a = (boolean[]) x;
                boolean[] b = (boolean[]) y;
                for (int i = 0; i < o.length; i++) {
                    o[i] = c[i] ? a[i * s] : b[i * t];
                }
            }
            default -> throw new IllegalStateException();
        }
    }
}
