package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/**
 * The thin decomposition A = Q R of matrices (..., m, n) into orthonormal columns and an upper triangle, packed as
 * (..., k, m + n) with k = min(m, n): row i holds column i of Q, then row i of R.
 */
public record Qr() implements Op {
    @Override
    public String label() {
        return "qr";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = Matrices.matrix("qr", args[0].shape());
        int m = shape[shape.length - 2];
        int n = shape[shape.length - 1];
        return Matrices.batch(shape, Math.min(m, n), m + n);
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Matrices.dtype(args[0]);
    }
}
