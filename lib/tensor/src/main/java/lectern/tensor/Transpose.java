package lectern.tensor;

import java.util.List;

/** The axes in another order: axis {@code i} of the result is axis {@code permutation[i]} of the argument. */
public record Transpose(List<Integer> permutation) implements Op {
    public Transpose {
        permutation = List.copyOf(permutation);
    }

    @Override
    public String name() {
        return "transpose";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
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
    public DType dtypeOf(Tensor... args) {
        return args[0].dtype();
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] shape = shapeOf(args);
        if (shape.length < 2) {
            return args[0];
        }
        Dense x = Dense.of(args[0]);
        Dense out = Dense.zeros(x.dtype, shape);
        int[] own = Shapes.strides(x.dims);
        int[] strides = new int[shape.length];
        for (int i = 0; i < shape.length; i++) {
            strides[i] = own[Shapes.axis(permutation.get(i), shape.length)];
        }
        Strided.copy(x.data, 0, strides, out.data, 0, Shapes.strides(shape), shape);
        return out;
    }
}
