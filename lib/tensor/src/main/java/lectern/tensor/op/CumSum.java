package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;

/** Running sums along an axis, from the front or from the end. */
public record CumSum(int axis, boolean reverse) implements Op {
    @Override
    public String label() {
        return "cumsum";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        Shapes.axis(axis, shape.length);
        return shape;
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return args[0].dtype() == DType.BOOL ? DType.INT64 : args[0].dtype();
    }
}
