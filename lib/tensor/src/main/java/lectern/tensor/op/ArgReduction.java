package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;

/**
 * The position of the greatest or smallest element along one axis, the first where several are equal; NaN counts as
 * extreme, as in NumPy.
 */
public record ArgReduction(boolean max, int axis) implements Op {
    @Override
    public String label() {
        return max ? "argmax" : "argmin";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        return Shapes.reduce(shape, new int[] {Shapes.axis(axis, shape.length)}, false);
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return DType.INT64;
    }
}
