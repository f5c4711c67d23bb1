package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/** The inverse of square matrices (..., n, n); singular ones throw {@link ArithmeticException}. */
public record Inverse() implements Op {
    @Override
    public String label() {
        return "inv";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        Matrices.square("inv", shape);
        return shape;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Matrices.dtype(args[0]);
    }
}
