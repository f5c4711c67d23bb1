package lectern.tensor;

import java.util.List;

/** The argument repeated along axes of length 1 and along new leading axes. */
public record BroadcastTo(List<Integer> shape) implements Op {
    public BroadcastTo {
        shape = List.copyOf(shape);
    }

    @Override
    public String name() {
        return "broadcast_to";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
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
    public DType dtypeOf(Tensor... args) {
        return args[0].dtype();
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] to = shapeOf(args);
        Dense x = Dense.of(args[0]);
        Dense out = Dense.zeros(x.dtype, to);
        int[] strides = Shapes.broadcastStrides(x.dims, to);
        Strided.copy(x.data, 0, strides, out.data, 0, Shapes.strides(to), to);
        return out.lean();
    }
}
