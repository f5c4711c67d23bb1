package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/** The values in another element type: floats to int64 by truncation, to boolean by {@code != 0}. */
public record Cast(DType to) implements Op {
    @Override
    public String label() {
        return "cast";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        return args[0].shape();
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return to;
    }
}
