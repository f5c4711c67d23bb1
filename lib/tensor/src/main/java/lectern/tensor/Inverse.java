package lectern.tensor;

/** The inverse of square matrices (..., n, n); singular ones throw {@link ArithmeticException}. */
public record Inverse() implements Op {
    @Override
    public String name() {
        return "inv";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        Factorizations.square("inv", shape);
        return shape;
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return Factorizations.dtype(args[0]);
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] shape = shapeOf(args);
        int n = shape[shape.length - 1];
        return Factorizations.each(
                args[0], shape, (a, out, at) -> System.arraycopy(Factorizations.inverse(a, n), 0, out, at, n * n));
    }
}
