package lectern.tensor;

/**
 * Eigenvalues and eigenvectors of symmetric matrices (..., n, n), of which only the lower triangle is read, packed as
 * (..., n, n + 1): column 0 holds the ascending eigenvalues, column 1 + j the eigenvector of eigenvalue j.
 */
public record Eigh() implements Op {
    @Override
    public String name() {
        return "eigh";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        int n = Factorizations.square("eigh", shape);
        return Factorizations.batch(shape, n, n + 1);
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return Factorizations.dtype(args[0]);
    }

    @Override
    public Tensor eval(Tensor... args) {
        int n = args[0].dim(-1);
        return Factorizations.each(args[0], shapeOf(args), (a, out, at) -> {
            double[] vectors = new double[n * n];
            double[] values = Factorizations.eigh(a, n, vectors);
            for (int i = 0; i < n; i++) {
                out[at + i * (n + 1)] = values[i];
            }
            Strided.copy(vectors, 0, new int[] {1, n}, out, at + 1, new int[] {n + 1, 1}, new int[] {n, n});
        });
    }
}
