package lectern.tensor;

/** Running sums along an axis, from the front or from the end. */
public record CumSum(int axis, boolean reverse) implements Op {
    @Override
    public String name() {
        return "cumsum";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        Shapes.axis(axis, shape.length);
        return shape;
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return args[0].dtype() == DType.BOOL ? DType.INT64 : args[0].dtype();
    }

    @Override
    public Tensor eval(Tensor... args) {
        Dense x = Dense.of(args[0], dtypeOf(args));
        int along = Shapes.axis(axis, x.dims.length);
        int n = x.dims[along];
        int inner = Shapes.product(x.dims, along + 1, x.dims.length);
        Dense out = Dense.zeros(x.dtype, x.dims);
        int step = reverse ? -inner : inner;
        for (int i = 0; i < x.size / Math.max(n, 1); i++) {
            int first = i / inner * n * inner + i % inner + (reverse ? (n - 1) * inner : 0);
            switch (x.data) {
                case double[] a -> {
                    double sum = 0;
                    for (int k = 0, p = first; k < n; k++, p += step) {
                        out.f64()[p] = sum += a[p];
                    }
                }
                case float[] a -> {
                    float sum = 0;
                    for (int k = 0, p = first; k < n; k++, p += step) {
                        out.f32()[p] = sum += a[p];
                    }
                }
                case long[] a -> {
                    long sum = 0;
                    for (int k = 0, p = first; k < n; k++, p += step) {
                        out.i64()[p] = sum += a[p];
                    }
                }
                default -> throw new IllegalStateException();
            }
        }
        return out;
    }
}
