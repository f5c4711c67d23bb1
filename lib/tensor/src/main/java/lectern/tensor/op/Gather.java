package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;

/**
 * Elements picked along an axis by integer indices (NumPy's {@code take}): the axis is replaced by the axes of the
 * indices. Negative indices count from the end. Arguments: values, indices.
 */
public record Gather(int axis) implements Op {
    @Override
    public String label() {
        return "gather";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] x = args[0].shape();
        int[] picked = args[1].shape();
        int along = Shapes.axis(axis, x.length);
        int[] out = new int[x.length - 1 + picked.length];
        System.arraycopy(x, 0, out, 0, along);
        System.arraycopy(picked, 0, out, along, picked.length);
        System.arraycopy(x, along + 1, out, along + picked.length, x.length - along - 1);
        Shapes.size(out);
        return out;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return args[0].dtype();
    }
}
