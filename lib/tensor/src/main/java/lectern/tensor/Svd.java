package lectern.tensor;

/**
 * The thin singular value decomposition A = U diag(s) V^T of matrices (..., m, n), packed as (..., k, 1 + m + n) with
 * k = min(m, n): row i holds the singular value s_i, then column i of U, then row i of V^T. The values descend.
 */
public record Svd() implements Op {
    @Override
    public String name() {
        return "svd";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = Factorizations.matrix("svd", args[0].shape());
        int m = shape[shape.length - 2];
        int n = shape[shape.length - 1];
        return Factorizations.batch(shape, Math.min(m, n), 1 + m + n);
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return Factorizations.dtype(args[0]);
    }

    @Override
    public Tensor eval(Tensor... args) {
        int m = args[0].dim(-2);
        int n = args[0].dim(-1);
        int k = Math.min(m, n);
        return Factorizations.each(args[0], shapeOf(args), (a, out, at) -> {
            Lapack.SvdParts parts = Factorizations.svd(a, m, n, false);
            for (int i = 0; i < k; i++) {
                int row = at + i * (1 + m + n);
                out[row] = parts.s()[i];
                System.arraycopy(parts.vt(), i * n, out, row + 1 + m, n);
            }
            Strided.copy(parts.u(), 0, new int[] {1, k}, out, at + 1, new int[] {1 + m + n, 1}, new int[] {k, m});
        });
    }
}
