package lectern.grad.compile;

import java.util.Arrays;
import java.util.List;
import lectern.tensor.BroadcastTo;
import lectern.tensor.Concat;
import lectern.tensor.DType;
import lectern.tensor.Gather;
import lectern.tensor.InPlace;
import lectern.tensor.MatMul;
import lectern.tensor.Op;
import lectern.tensor.ScatterAdd;
import lectern.tensor.Slice;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.Transpose;
import lectern.tensor.Unslice;

/** The operations that run by themselves. */
final class Instructions {
    private Instructions() {}

    /** The instruction of an operation; {@code in} and {@code out} are slots. */
    static Instruction of(Node node, int[] in, int out) {
        boolean floating = node.dtype.isFloating();
        for (Node input : node.in) {
            floating &= input.dtype == node.dtype
                    || input.dtype == DType.INT64 && node.op instanceof Gather
                    || input.dtype == DType.INT64 && node.op instanceof ScatterAdd;
        }
        if (floating && node.size() > 0) {
            switch (node.op) {
                case MatMul m -> {
                    if (node.in.getFirst().size() > 0) {
                        return Product.of(m, node, in, out);
                    }
                }
                case Gather g -> {
                    return new Pick(node, g.axis(), in[0], in[1], out);
                }
                case ScatterAdd s -> {
                    return new Scatter(node, s.axis(), in[0], in[1], out);
                }
                case InPlace p -> {
                    int[][] shapes = node.in.stream().map(input -> input.shape).toArray(int[][]::new);
                    return new InArray(p.work(node.dtype, shapes), in, out);
                }
                default -> {
                    Instruction move = move(node, in, out);
                    if (move != null) {
                        return move;
                    }
                }
            }
        }
        return new Evaluation(node, in, out);
    }

    private static Instruction move(Node node, int[] in, int out) {
        int[] own = node.in.isEmpty() ? null : Strides.of(node.in.getFirst().shape);
        int[] dense = Strides.of(node.shape);
        return switch (node.op) {
            case Transpose t -> {
                int[] from = new int[dense.length];
                for (int i = 0; i < from.length; i++) {
                    from[i] = own[t.permutation().get(i)];
                }
                yield new Move(in, out, false, new Strides(node.shape, 0, from, 0, dense));
            }
            case Slice s ->
                new Move(
                        in,
                        out,
                        false,
                        new Strides(node.shape, offset(own, s.starts()), stepped(own, s.steps()), 0, dense));
            case Unslice u -> {
                int[] shape = node.in.getFirst().shape;
                yield new Move(
                        in,
                        out,
                        true,
                        new Strides(shape, 0, own, offset(dense, u.starts()), stepped(dense, u.steps())));
            }
            case BroadcastTo b -> {
                int[] from = new int[dense.length];
                int[] shape = node.in.getFirst().shape;
                int extra = from.length - shape.length;
                for (int i = extra; i < from.length; i++) {
                    from[i] = shape[i - extra] == 1 ? 0 : own[i - extra];
                }
                yield new Move(in, out, false, new Strides(node.shape, 0, from, 0, dense));
            }
            case Concat c -> {
                Strides[] parts = new Strides[in.length];
                int axis = c.axis() < 0 ? c.axis() + dense.length : c.axis();
                int at = 0;
                for (int i = 0; i < in.length; i++) {
                    int[] shape = node.in.get(i).shape;
                    parts[i] = new Strides(shape, 0, Strides.of(shape), at * dense[axis], dense);
                    at += shape[axis];
                }
                yield new Move(in, out, false, parts);
            }
            default -> null;
        };
    }

    private static int offset(int[] strides, List<Integer> starts) {
        int offset = 0;
        for (int i = 0; i < strides.length; i++) {
            offset += strides[i] * starts.get(i);
        }
        return offset;
    }

    private static int[] stepped(int[] strides, List<Integer> steps) {
        int[] out = strides.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= steps.get(i);
        }
        return out;
    }

    /** Copies along strides, one for each source. */
    private record Move(int[] in, int out, boolean clear, Strides... parts) implements Instruction {
        @Override
        public void run(Object[] slots) {
            Object target = slots[out];
            if (clear) {
                zero(target);
            }
            for (int i = 0; i < in.length; i++) {
                parts[i].run(slots[in[i]], target);
            }
        }
    }

    private static void zero(Object array) {
        switch (array) {
            case double[] x -> Arrays.fill(x, 0);
            case float[] x -> Arrays.fill(x, 0);
            default -> throw new IllegalStateException("not a float array");
        }
    }

    private static int picked(long index, int length, int axis) {
        if (index < -length || index >= length) {
            throw new IndexOutOfBoundsException(
                    "index " + index + " is out of bounds for axis " + axis + " with length " + length);
        }
        return (int) (index < 0 ? index + length : index);
    }

    /** Lines picked by integer positions. */
    private static final class Pick implements Instruction {
        private final int x;
        private final int indices;
        private final int out;
        private final int axis;
        private final int outer;
        private final int length;
        private final int inner;

        Pick(Node node, int axis, int x, int indices, int out) {
            int[] shape = node.in.getFirst().shape;
            this.axis = axis < 0 ? axis + shape.length : axis;
            this.x = x;
            this.indices = indices;
            this.out = out;
            outer = Repetition.product(shape, 0, this.axis);
            length = shape[this.axis];
            inner = Repetition.product(shape, this.axis + 1, shape.length);
        }

        @Override
        public void run(Object[] slots) {
            long[] picks = (long[]) slots[indices];
            int to = 0;
            for (int i = 0; i < outer; i++) {
                for (long index : picks) {
                    int from = (i * length + picked(index, length, axis)) * inner;
                    System.arraycopy(slots[x], from, slots[out], to, inner);
                    to += inner;
                }
            }
        }
    }

    /** Lines added at integer positions into zeros. */
    private static final class Scatter implements Instruction {
        private final int x;
        private final int indices;
        private final int out;
        private final int axis;
        private final int outer;
        private final int length;
        private final int inner;

        Scatter(Node node, int axis, int x, int indices, int out) {
            int[] shape = node.shape;
            this.axis = axis < 0 ? axis + shape.length : axis;
            this.x = x;
            this.indices = indices;
            this.out = out;
            outer = Repetition.product(shape, 0, this.axis);
            length = shape[this.axis];
            inner = Repetition.product(shape, this.axis + 1, shape.length);
        }

        @Override
        public void run(Object[] slots) {
            zero(slots[out]);
            long[] picks = (long[]) slots[indices];
            int from = 0;
            for (int i = 0; i < outer; i++) {
                for (long index : picks) {
                    int to = (i * length + picked(index, length, axis)) * inner;
                    if (slots[out] instanceof double[] sum) {
                        double[] part = (double[]) slots[x];
                        for (int j = 0; j < inner; j++) {
                            sum[to + j] += part[from + j];
                        }
                    } else {
                        float[] sum = (float[]) slots[out];
                        float[] part = (float[]) slots[x];
                        for (int j = 0; j < inner; j++) {
                            sum[to + j] += part[from + j];
                        }
                    }
                    from += inner;
                }
            }
        }
    }

    /** Work that writes into the array of its result. */
    private static final class InArray implements Instruction {
        private final InPlace.Work work;
        private final int[] in;
        private final Object[] args;
        private final int out;

        InArray(InPlace.Work work, int[] in, int out) {
            this.work = work;
            this.in = in;
            this.out = out;
            args = new Object[in.length];
        }

        @Override
        public void run(Object[] slots) {
            for (int i = 0; i < in.length; i++) {
                args[i] = slots[in[i]];
            }
            work.run(args, slots[out]);
            Arrays.fill(args, null);
        }
    }

    /** Any other operation, computed as outside a program; its result is a fresh array every time. */
    private static final class Evaluation implements Instruction {
        private final Op op;
        private final int[][] shapes;
        private final boolean[] weak;
        private final int[] in;
        private final int out;
        private final DType dtype;
        private final int size;

        Evaluation(Node node, int[] in, int out) {
            this.op = node.op;
            dtype = node.dtype;
            size = node.size();
            this.in = in;
            this.out = out;
            shapes = node.in.stream().map(input -> input.shape).toArray(int[][]::new);
            weak = new boolean[in.length];
            for (int i = 0; i < weak.length; i++) {
                weak[i] = node.in.get(i).weak;
            }
        }

        @Override
        public void run(Object[] slots) {
            Tensor[] args = new Tensor[in.length];
            for (int i = 0; i < args.length; i++) {
                args[i] = weak[i] ? Tensors.literal(((double[]) slots[in[i]])[0]) : tensor(slots[in[i]], shapes[i]);
            }
            Object made = array(op.eval(args));
            for (int slot : in) {
                if (slots[slot] == made) {
                    made = allocate(dtype, size);
                    System.arraycopy(slots[slot], 0, made, 0, size);
                }
            }
            slots[out] = made;
        }
    }

    /** A tensor around an array. */
    static Tensor tensor(Object array, int... shape) {
        return switch (array) {
            case double[] x -> Tensors.wrap(x, shape);
            case float[] x -> Tensors.wrap(x, shape);
            case long[] x -> Tensors.wrap(x, shape);
            case boolean[] x -> Tensors.wrap(x, shape);
            default -> throw new IllegalStateException("not an array of numbers: " + array.getClass());
        };
    }

    /** The array behind a dense tensor. */
    static Object array(Tensor tensor) {
        return switch (tensor.dtype()) {
            case FLOAT64 -> Tensors.f64(tensor);
            case FLOAT32 -> Tensors.f32(tensor);
            case INT64 -> Tensors.i64(tensor);
            case BOOL -> Tensors.bool(tensor);
        };
    }

    /** A fresh array. */
    static Object allocate(DType dtype, int size) {
        return switch (dtype) {
            case FLOAT64 -> new double[size];
            case FLOAT32 -> new float[size];
            case INT64 -> new long[size];
            case BOOL -> new boolean[size];
        };
    }
}
