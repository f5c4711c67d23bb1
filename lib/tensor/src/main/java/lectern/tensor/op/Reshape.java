package lectern.tensor.op;

import java.util.List;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;

/** The same values in row-major order under another shape. */
public record Reshape(List<Integer> shape) implements Op {
    public Reshape {
        shape = List.copyOf(shape);
    }

    @Override
    public String label() {
        return "reshape";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] from = args[0].shape();
        return Shapes.complete(Shapes.array(shape), Shapes.size(from), from);
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return args[0].dtype();
    }
}
