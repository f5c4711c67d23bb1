package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/**
 * Eigenvalues and eigenvectors of symmetric matrices (..., n, n), of which only the lower triangle is read, packed as
 * (..., n, n + 1): column 0 holds the ascending eigenvalues, column 1 + j the eigenvector of eigenvalue j.
 */
public record Eigh() implements Op {
    @Override
    public String label() {
        return "eigh";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        int n = Matrices.square("eigh", shape);
        return Matrices.batch(shape, n, n + 1);
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Matrices.dtype(args[0]);
    }
}
