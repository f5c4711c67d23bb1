package lectern.tensor;

import java.util.List;

/** Zeros of the shape with the argument written where {@link Slice} would have read it: the adjoint of a slice. */
public record Unslice(List<Integer> shape, List<Integer> starts, List<Integer> steps) implements Op {
    public Unslice {
        shape = List.copyOf(shape);
        starts = List.copyOf(starts);
        steps = List.copyOf(steps);
    }

    @Override
    public String name() {
        return "unslice";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] to = Shapes.array(shape);
        Slice.check(to, starts, Shapes.list(args[0].shape()), steps);
        return to;
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return args[0].dtype();
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] to = shapeOf(args);
        Dense x = Dense.of(args[0]);
        Dense out = Dense.zeros(x.dtype, to);
        int[] own = Shapes.strides(to);
        int start = Slice.offset(own, starts);
        Strided.copy(x.data, 0, Shapes.strides(x.dims), out.data, start, Slice.strides(own, steps), x.dims);
        return out.lean();
    }
}
