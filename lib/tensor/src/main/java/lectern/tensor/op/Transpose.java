package lectern.tensor.op;

import java.util.List;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** The axes in another order: axis {@code i} of the result is axis {@code permutation[i]} of the argument. */
public record Transpose(List<Integer> permutation) implements Op {
    public Transpose {
        permutation = List.copyOf(permutation);
    }

    @Override
    public String label() {
        return "transpose";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] from = args[0].shape();
        int[] shape = new int[from.length];
        int[] axes = Shapes.array(permutation);
        if (axes.length != from.length || Shapes.axes(from.length, axes).length != from.length) {
            throw new ShapeException("transpose" + Shapes.text(axes) + " of shape " + Shapes.text(from)
                    + ": every axis must be named once");
        }
        for (int i = 0; i < shape.length; i++) {
            shape[i] = from[Shapes.axis(axes[i], from.length)];
        }
        return shape;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return args[0].dtype();
    }
}
