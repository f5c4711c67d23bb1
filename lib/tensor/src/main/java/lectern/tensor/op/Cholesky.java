package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/**
 * The lower triangular L with L L^T = A of symmetric positive definite matrices (..., n, n), of which only the lower
 * triangle is read.
 */
public record Cholesky() implements Op {
    @Override
    public String label() {
        return "cholesky";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        Matrices.square("cholesky", shape);
        return shape;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Matrices.dtype(args[0]);
    }
}
