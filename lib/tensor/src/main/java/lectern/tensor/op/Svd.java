package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/**
 * The thin singular value decomposition A = U diag(s) V^T of matrices (..., m, n), packed as (..., k, 1 + m + n) with
 * k = min(m, n): row i holds the singular value s_i, then column i of U, then row i of V^T. The values descend.
 */
public record Svd() implements Op {
    @Override
    public String label() {
        return "svd";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = Matrices.matrix("svd", args[0].shape());
        int m = shape[shape.length - 2];
        int n = shape[shape.length - 1];
        return Matrices.batch(shape, Math.min(m, n), 1 + m + n);
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Matrices.dtype(args[0]);
    }
}
