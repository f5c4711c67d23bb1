package lectern.tensor;

/** Tensors joined along an existing axis; all other lengths agree. */
public record Concat(int axis) implements Op {
    @Override
    public String name() {
        return "concat";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        int along = Shapes.axis(axis, shape.length);
        for (int k = 1; k < args.length; k++) {
            int[] next = args[k].shape();
            boolean fits = next.length == shape.length;
            for (int i = 0; fits && i < shape.length; i++) {
                fits = i == along || next[i] == shape[i];
            }
            if (!fits) {
                throw new ShapeException("concat along axis " + along + ": shape " + Shapes.text(next) + " (argument "
                        + k + ") does not fit " + Shapes.text(args[0].shape())
                        + "; all lengths but that of the axis must agree. To add an axis, use stack.");
            }
            shape[along] = Math.addExact(shape[along], next[along]);
        }
        Shapes.size(shape);
        return shape;
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        DType joint = args[0].dtype();
        for (Tensor arg : args) {
            joint = DType.promote(joint, arg.dtype());
        }
        return joint;
    }

    @Override
    public Tensor eval(Tensor... args) {
        int[] shape = shapeOf(args);
        int along = Shapes.axis(axis, shape.length);
        Dense out = Dense.zeros(dtypeOf(args), shape);
        int inner = Shapes.product(shape, along + 1, shape.length);
        int outer = Shapes.product(shape, 0, along);
        int row = shape[along] * inner;
        int at = 0;
        for (Tensor arg : args) {
            Dense x = Dense.of(arg, out.dtype);
            int run = x.dims[along] * inner;
            for (int i = 0; i < outer && run > 0; i++) {
                System.arraycopy(x.data, i * run, out.data, at + i * row, run);
            }
            at += run;
        }
        return out;
    }
}
