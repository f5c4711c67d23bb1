package lectern.tensor.op;

import java.util.List;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** The argument repeated along axes of length 1 and along new leading axes. */
public record BroadcastTo(List<Integer> shape) implements Op {
    public BroadcastTo {
        shape = List.copyOf(shape);
    }

    @Override
    public String label() {
        return "broadcast_to";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] to = Shapes.array(shape);
        int[] from = args[0].shape();
        boolean fits = from.length <= to.length;
        for (int i = 1; fits && i <= from.length; i++) {
            int n = from[from.length - i];
            fits = n == 1 || n == to[to.length - i];
        }
        if (!fits) {
            throw new ShapeException("shape " + Shapes.text(from) + " cannot be broadcast to " + Shapes.text(to)
                    + ": seen from the last axis, lengths must be equal or 1 in the first");
        }
        Shapes.size(to);
        return to;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return args[0].dtype();
    }
}
