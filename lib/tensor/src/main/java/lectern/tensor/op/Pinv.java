package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/**
 * The pseudo-inverse (..., n, m) of matrices (..., m, n); singular values up to the greatest times {@code cutoff} count
 * as zero.
 */
public record Pinv(double cutoff) implements Op {
    @Override
    public String label() {
        return "pinv";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = Matrices.matrix("pinv", args[0].shape());
        return Matrices.batch(shape, shape[shape.length - 1], shape[shape.length - 2]);
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Matrices.dtype(args[0]);
    }
}
