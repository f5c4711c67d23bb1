package lectern.tensor.eval;

import lectern.tensor.blas.Strided;
import lectern.tensor.op.Concat;
import lectern.tensor.op.Slice;
import lectern.tensor.op.Unslice;
import lectern.tensor.type.Shapes;

/** Numbers in another place: axes repeated, exchanged, cut out, filled up, joined. */
public final class Moves {
    private Moves() {}

    /** Repeated along axes of length 1 and new leading axes to reach the shape. */
    public static Values broadcast(Values x, int... to) {
        Values out = Values.zeros(x.dtype, to);
        Strided.copy(x.data, 0, Shapes.broadcastStrides(x.dims, to), out.data, 0, Shapes.strides(to), to);
        return out;
    }

    static Values transpose(Values x, int... axes) {
        int[] own = Shapes.strides(x.dims);
        int[] shape = new int[axes.length];
        int[] strides = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            int from = Shapes.axis(axes[i], axes.length);
            shape[i] = x.dims[from];
            strides[i] = own[from];
        }
        if (shape.length < 2) {
            return x;
        }
        Values out = Values.zeros(x.dtype, shape);
        Strided.copy(x.data, 0, strides, out.data, 0, Shapes.strides(shape), shape);
        return out;
    }

    static Values slice(Slice op, Values x) {
        int[] shape = op.shapeOf(x);
        Values out = Values.zeros(x.dtype, shape);
        int[] own = Shapes.strides(x.dims);
        int start = Slice.offset(own, op.starts());
        Strided.copy(x.data, start, Slice.strides(own, op.steps()), out.data, 0, Shapes.strides(shape), shape);
        return out;
    }

    static Values unslice(Unslice op, Values x) {
        int[] to = op.shapeOf(x);
        Values out = Values.zeros(x.dtype, to);
        int[] own = Shapes.strides(to);
        int start = Slice.offset(own, op.starts());
        int[] strides = Slice.strides(own, op.steps());
        Strided.copy(x.data, 0, Shapes.strides(x.dims), out.data, start, strides, x.dims);
        return out;
    }

    static Values concat(Concat op, Values... args) {
        int[] shape = op.shapeOf(args);
        int along = Shapes.axis(op.axis(), shape.length);
        Values out = Values.zeros(op.dtypeOf(args), shape);
        int inner = Shapes.product(shape, along + 1, shape.length);
        int outer = Shapes.product(shape, 0, along);
        int row = shape[along] * inner;
        int at = 0;
        for (Values arg : args) {
            Values x = arg.as(out.dtype);
            int run = x.dims[along] * inner;
            for (int i = 0; i < outer && run > 0; i++) {
                System.arraycopy(x.data, i * run, out.data, at + i * row, run);
            }
            at += run;
        }
        return out;
    }
}
