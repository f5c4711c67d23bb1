package lectern.tensor;

import java.util.Arrays;
import lectern.tensor.blas.Strided;
import lectern.tensor.eval.Evaluator;
import lectern.tensor.eval.Picks;
import lectern.tensor.eval.Values;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.ScatterAdd;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Selecting by condition or position, and writing into dense tensors. */
final class Selections {
    private Selections() {}

    /** The flat positions where a condition is true. */
    static Tensor positions(Tensor condition) {
        boolean[] mask = Dense.values(condition, DType.BOOL).bool();
        long[] found = new long[mask.length];
        int n = 0;
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                found[n++] = i;
            }
        }
        return Dense.around(Arrays.copyOf(found, n), n);
    }

    /** Integer positions counted from the front and checked against the length of their axis. */
    static Tensor wrapped(Tensor indices, int length, int axis) {
        int[] picked = Picks.positions(Dense.values(indices), length, axis);
        long[] out = new long[picked.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = picked[i];
        }
        return Dense.around(out, indices.shape());
    }

    static Tensor takeAlong(Tensor x, Tensor indices, int axis) {
        int[] shape = x.shape();
        int[] wanted = indices.shape();
        for (int i = 0; i < shape.length; i++) {
            if (wanted.length != shape.length || (i != axis && wanted[i] != shape[i])) {
                throw new ShapeException("takeAlong axis " + axis + ": indices " + Shapes.text(wanted)
                        + " must have the shape " + Shapes.text(shape) + " in all other axes");
            }
        }
        int[] picked = Picks.positions(Dense.values(indices), shape[axis], axis);
        int inner = Shapes.product(shape, axis + 1, shape.length);
        long[] flat = new long[picked.length];
        for (int i = 0; i < flat.length; i++) {
            int outer = i / inner / Math.max(wanted[axis], 1);
            flat[i] = ((long) outer * shape[axis] + picked[i]) * inner + i % inner;
        }
        return x.flatten().take(Dense.around(flat, wanted), 0);
    }

    private static Values writable(String verb, Tensor x) {
        if (x instanceof Dense dense) {
            return dense.own();
        }
        throw new UnsupportedOperationException(
                x.level() > 0
                        ? verb + ": a tensor was changed while it is traced for a derivative; build a new one instead: "
                                + "where(condition, a, b), concat, or stack"
                        : verb + ": a single number cannot be changed in place; use the result of the operation");
    }

    static Tensor set(Tensor x, Ranges.Part part, Tensor values) {
        Values target = writable("set", x);
        wantPlain("set", values);
        Values source = Dense.values(values, target.dtype);
        int[] strides;
        if (source.size == 1) {
            strides = new int[part.sizes().length];
        } else {
            source = Evaluator.evaluate(new BroadcastTo(Shapes.list(part.shape())), source);
            strides = Shapes.strides(part.sizes());
        }
        int[] own = Shapes.strides(target.dims);
        int[] steps = new int[own.length];
        int start = 0;
        for (int i = 0; i < own.length; i++) {
            start += part.starts()[i] * own[i];
            steps[i] = own[i] * part.steps()[i];
        }
        Object data = source.data == target.data ? source.copy().data : source.data;
        Strided.copy(data, 0, strides, target.data, start, steps, part.sizes());
        return x;
    }

    private static void wantPlain(String verb, Tensor values) {
        if (values.level() > 0) {
            throw new UnsupportedOperationException(
                    verb + ": a traced value was written into a dense tensor, which would lose "
                            + "its derivative; build the tensor from its parts: concat, stack or where");
        }
    }

    static Tensor set(Tensor x, Tensor condition, Tensor values) {
        wantPlain("set", values);
        Values source = Dense.values(values);
        Values mask = Evaluator.evaluate(new BroadcastTo(Shapes.list(x.shape())), Dense.values(condition))
                .as(DType.BOOL);
        int wanted = 0;
        for (boolean here : mask.bool()) {
            wanted += here ? 1 : 0;
        }
        if (source.size != 1 && source.size != wanted) {
            throw new ShapeException("the condition is true at " + wanted + " places of shape " + Shapes.text(x.shape())
                    + ", the values are " + source.size + " of shape " + Shapes.text(source.dims)
                    + "; give one for each place, or a single one");
        }
        Values target = writable("set", x);
        source = source.as(target.dtype);
        int at = 0;
        for (int i = 0; i < target.size; i++) {
            if (mask.bool()[i]) {
                copy(source, source.size == 1 ? 0 : at++, target, i);
            }
        }
        return x;
    }

    /** Copies one element between arrays of one type. */
    private static void copy(Values from, int i, Values to, int k) {
        System.arraycopy(from.data, i, to.data, k, 1);
    }

    static Tensor addAt(Tensor x, Tensor index, Tensor values) {
        wantPlain("addAt", values);
        writable("addAt", x);
        Tensor parts = values.cast(x.dtype()).broadcastTo(partsOf(x, index));
        return set(x, Ranges.at(x.shape()), x.plus(Tensor.apply(new ScatterAdd(0, x.dim(0)), parts, index)));
    }

    /** The shape of the parts along the first axis at these positions. */
    private static int[] partsOf(Tensor x, Tensor index) {
        int[] own = x.shape();
        int[] at = index.shape();
        int[] shape = Arrays.copyOf(at, at.length + own.length - 1);
        System.arraycopy(own, 1, shape, at.length, own.length - 1);
        return shape;
    }

    static Tensor set(Tensor x, Tensor condition, double value) {
        Values target = writable("set", x);
        Values mask = Evaluator.evaluate(new BroadcastTo(Shapes.list(target.dims)), Dense.values(condition))
                .as(DType.BOOL);
        for (int i = 0; i < target.size; i++) {
            if (mask.bool()[i]) {
                target.put(i, value);
            }
        }
        return x;
    }
}
