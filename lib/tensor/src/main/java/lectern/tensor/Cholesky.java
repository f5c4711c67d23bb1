package lectern.tensor;

/**
 * The lower triangular L with L L^T = A of symmetric positive definite matrices (..., n, n), of which only the lower
 * triangle is read.
 */
public record Cholesky() implements Op {
    @Override
    public String name() {
        return "cholesky";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        Factorizations.square("cholesky", shape);
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
                args[0], shape, (a, out, at) -> System.arraycopy(Factorizations.cholesky(a, n), 0, out, at, n * n));
    }
}
