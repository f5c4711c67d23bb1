package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Tensors joined along an existing axis; all other lengths agree. */
public record Concat(int axis) implements Op {
    @Override
    public String label() {
        return "concat";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        int along = Shapes.axis(axis, shape.length);
        for (int k = 1; k < args.length; k++) {
            int[] next = args[k].shape();
            boolean fits = next.length == shape.length;
            for (int i = 0; fits && i < shape.length; i++) {
                fits = i == along || next[i] == shape[i];
            }
            if (!fits) {
                throw new ShapeException("concat along axis " + along + ": shape " + Shapes.text(next) + " (argument "
                        + k + ") does not fit " + Shapes.text(args[0].shape())
                        + "; all lengths but that of the axis must agree. To add an axis, use stack.");
            }
            shape[along] = Math.addExact(shape[along], next[along]);
        }
        Shapes.size(shape);
        return shape;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        DType joint = args[0].dtype();
        for (Operand arg : args) {
            joint = DType.promote(joint, arg.dtype());
        }
        return joint;
    }
}
