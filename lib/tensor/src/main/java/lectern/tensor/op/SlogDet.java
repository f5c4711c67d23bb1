package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/** log|det A| of square matrices (..., n, n), minus infinity for singular ones; the sign is apart. */
public record SlogDet() implements Op {
    @Override
    public String label() {
        return "slogdet";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        Matrices.square("slogdet", shape);
        return Matrices.batch(shape);
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Matrices.dtype(args[0]);
    }
}
