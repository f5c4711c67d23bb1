package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;

/** Elements of the second argument where the first is true, of the third elsewhere; all broadcast. */
public record Where() implements Op {
    @Override
    public String label() {
        return "where";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        return Shapes.broadcast(args[0].shape(), Shapes.broadcast(args[1].shape(), args[2].shape()));
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return Operand.promote(args[1], args[2]);
    }
}
