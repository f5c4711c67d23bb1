package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/** The matrix exponential of square matrices (..., n, n). */
public record Exponential() implements Op {
    @Override
    public String label() {
        return "expm";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        Matrices.square("expm", shape);
        return shape;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Matrices.dtype(args[0]);
    }
}
