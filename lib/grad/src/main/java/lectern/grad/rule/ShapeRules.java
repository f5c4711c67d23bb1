package lectern.grad.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.Cast;
import lectern.tensor.op.Concat;
import lectern.tensor.op.CumSum;
import lectern.tensor.op.Gather;
import lectern.tensor.op.Op;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Reshape;
import lectern.tensor.op.ScatterAdd;
import lectern.tensor.op.Slice;
import lectern.tensor.op.Transpose;
import lectern.tensor.op.Unslice;
import lectern.tensor.op.Where;
import lectern.tensor.type.Shapes;

/** Rules of the operations that move, pick or add numbers without changing them: all linear. */
public final class ShapeRules {
    static final Linear<Reshape> RESHAPE = (op, g, x) -> g.reshape(x.shape());

    static final Linear<Cast> CAST = (op, g, x) -> g;

    static final Linear<BroadcastTo> BROADCAST = (op, g, x) -> unbroadcast(g, x);

    static final Linear<CumSum> CUMSUM = (op, g, x) -> Tensor.apply(new CumSum(op.axis(), !op.reverse()), g);

    static final Linear<Slice> SLICE =
            (op, g, x) -> Tensor.apply(new Unslice(Shapes.list(x.shape()), op.starts(), op.steps()), g);

    static final Linear<Unslice> UNSLICE =
            (op, g, x) -> Tensor.apply(new Slice(op.starts(), Shapes.list(x.shape()), op.steps()), g);

    static final Linear<Transpose> TRANSPOSE = (op, g, x) -> {
        Integer[] inverse = new Integer[op.permutation().size()];
        for (int i = 0; i < inverse.length; i++) {
            inverse[op.permutation().get(i)] = i;
        }
        return Tensor.apply(new Transpose(List.of(inverse)), g);
    };

    /** Indices have no derivative, so both operations are linear in their first argument. */
    static final Rules.Of<Gather> GATHER = new Picking<>() {
        @Override
        Tensor pull(Gather op, Tensor g, Tensor indices, Tensor x) {
            int axis = op.axis() < 0 ? op.axis() + x.ndim() : op.axis();
            return Tensor.apply(new ScatterAdd(axis, x.shape()[axis]), g, indices);
        }
    };

    static final Rules.Of<ScatterAdd> SCATTER_ADD = new Picking<>() {
        @Override
        Tensor pull(ScatterAdd op, Tensor g, Tensor indices, Tensor x) {
            return Tensor.apply(new Gather(op.axis()), g, indices);
        }
    };

    static final Rules.Of<Where> WHERE = new Rules.Of<>() {
        @Override
        public Tensor pull(Where op, int i, Tensor g, Tensor y, Tensor... x) {
            return switch (i) {
                case 1 -> unbroadcast(Tensors.where(x[0], g, 0), x[1]);
                case 2 -> unbroadcast(Tensors.where(x[0], 0, g), x[2]);
                default -> null;
            };
        }

        @Override
        public Tensor push(Where op, Tensor y, Tensor[] x, Tensor[] dx) {
            if (dx[1] == null && dx[2] == null) {
                return null;
            }
            Tensor a = dx[1] == null ? Tensors.zerosLike(x[1]) : dx[1];
            Tensor b = dx[2] == null ? Tensors.zerosLike(x[2]) : dx[2];
            return Tensor.apply(op, x[0], a, b);
        }
    };

    static final Rules.Of<Concat> CONCAT = new Rules.Of<>() {
        @Override
        public Tensor pull(Concat op, int i, Tensor g, Tensor y, Tensor... x) {
            int[] shape = x[i].shape();
            int axis = op.axis() < 0 ? op.axis() + shape.length : op.axis();
            Integer[] starts = filled(shape.length, 0);
            for (int k = 0; k < i; k++) {
                starts[axis] += x[k].shape()[axis];
            }
            return Tensor.apply(new Slice(List.of(starts), Shapes.list(shape), List.of(filled(shape.length, 1))), g);
        }

        @Override
        public Tensor push(Concat op, Tensor y, Tensor[] x, Tensor[] dx) {
            Tensor[] all = new Tensor[x.length];
            boolean zero = true;
            for (int i = 0; i < x.length; i++) {
                zero &= dx[i] == null;
                all[i] = dx[i] == null ? Tensors.zerosLike(x[i]) : dx[i];
            }
            return zero ? null : Tensor.apply(op, all);
        }
    };

    private ShapeRules() {}

    /** An operation linear in its only argument: the tangent is the operation itself, applied to the tangent. */
    @FunctionalInterface
    public interface Linear<O extends Op> extends Rules.Of<O> {
        /** The adjoint; {@code x} only lends its shape. */
        Tensor adjoint(O op, Tensor g, Tensor x);

        @Override
        default Tensor pull(O op, int i, Tensor g, Tensor y, Tensor... x) {
            return adjoint(op, g, x[0]);
        }

        @Override
        default Tensor push(O op, Tensor y, Tensor[] x, Tensor[] dx) {
            return dx[0] == null ? null : Tensor.apply(op, dx[0]);
        }
    }

    /** An operation linear in its first argument, with integer positions as its second. */
    private abstract static class Picking<O extends Op> implements Rules.Of<O> {
        abstract Tensor pull(O op, Tensor g, Tensor indices, Tensor x);

        @Override
        public Tensor pull(O op, int i, Tensor g, Tensor y, Tensor... x) {
            return i == 0 ? pull(op, g, x[1], x[0]) : null;
        }

        @Override
        public Tensor push(O op, Tensor y, Tensor[] x, Tensor[] dx) {
            return dx[0] == null ? null : Tensor.apply(op, dx[0], x[1]);
        }
    }

    /** Sums a cotangent over the axes along which the argument was broadcast; the argument's shape comes out. */
    static Tensor unbroadcast(Tensor g, Tensor like) {
        if (g == null || g.ndim() == 0) {
            return g;
        }
        int[] from = g.shape();
        int[] to = like.shape();
        if (Arrays.equals(from, to)) {
            return g;
        }
        int extra = from.length - to.length;
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            if (i < extra || (to[i - extra] == 1 && from[i] != 1)) {
                axes.add(i);
            }
        }
        Tensor sum = Tensor.apply(new Reduction(Reduction.Kind.SUM, axes, false), g);
        return sum.ndim() == to.length ? sum : sum.reshape(to);
    }

    /** The tensor at the shape of another. */
    public static Tensor broadcastTo(Tensor x, Tensor like) {
        if (like.ndim() == 0 || Arrays.equals(x.shape(), like.shape())) {
            return x;
        }
        return x.broadcastTo(like.shape());
    }

    static Integer[] filled(int n, int value) {
        Integer[] out = new Integer[n];
        Arrays.fill(out, value);
        return out;
    }
}
