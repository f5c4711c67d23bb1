package lectern.tensor;

/**
 * The thin decomposition A = Q R of matrices (..., m, n) into orthonormal columns and an upper triangle, packed as
 * (..., k, m + n) with k = min(m, n): row i holds column i of Q, then row i of R.
 */
public record Qr() implements Op {
    @Override
    public String name() {
        return "qr";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = Factorizations.matrix("qr", args[0].shape());
        int m = shape[shape.length - 2];
        int n = shape[shape.length - 1];
        return Factorizations.batch(shape, Math.min(m, n), m + n);
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
            double[] columns = new double[k * m];
            double[] r = Factorizations.qr(a, m, n, columns);
            for (int i = 0; i < k; i++) {
                System.arraycopy(columns, i * m, out, at + i * (m + n), m);
                System.arraycopy(r, i * n, out, at + i * (m + n) + m, n);
            }
        });
    }
}
