package lectern.tensor.op;

import java.util.List;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;

/** Zeros of the shape with the argument written where {@link Slice} would have read it: the adjoint of a slice. */
public record Unslice(List<Integer> shape, List<Integer> starts, List<Integer> steps) implements Op {
    public Unslice {
        shape = List.copyOf(shape);
        starts = List.copyOf(starts);
        steps = List.copyOf(steps);
    }

    @Override
    public String label() {
        return "unslice";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] to = Shapes.array(shape);
        Slice.check(to, starts, Shapes.list(args[0].shape()), steps);
        return to;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return args[0].dtype();
    }
}
