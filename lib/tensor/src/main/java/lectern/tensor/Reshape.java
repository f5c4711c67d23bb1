package lectern.tensor;

import java.util.List;

/** The same values in row-major order under another shape. */
public record Reshape(List<Integer> shape) implements Op {
    public Reshape {
        shape = List.copyOf(shape);
    }

    @Override
    public String name() {
        return "reshape";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] from = args[0].shape();
        return Shapes.complete(Shapes.array(shape), Shapes.size(from), from);
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return args[0].dtype();
    }

    @Override
    public Tensor eval(Tensor... args) {
        return Dense.of(args[0]).sharing(shapeOf(args));
    }
}
