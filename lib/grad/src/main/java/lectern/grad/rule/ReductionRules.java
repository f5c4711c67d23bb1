package lectern.grad.rule;

import java.util.List;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Slice;
import lectern.tensor.type.Shapes;

/**
 * Rules of sums, products and extremes.
 *
 * <p>Elements that tie for an extreme share its cotangent equally. Products are right through zeros and to any order:
 * their cotangent runs through a tree of multiplications instead of dividing by the elements.
 */
final class ReductionRules implements Rules.Of<Reduction> {
    @Override
    public Tensor pull(Reduction op, int i, Tensor g, Tensor y, Tensor... x) {
        return switch (op.kind()) {
            case SUM -> spread(op, g, x[0]);
            case MAX, MIN -> spread(op, g, x[0]).times(shares(op, y, x[0]));
            case PROD -> x[0].size() == 0 ? null : Transposition.pull(t -> productTree(op, t), x[0], g);
            case ANY, ALL -> null;
        };
    }

    @Override
    public Tensor push(Reduction op, Tensor y, Tensor[] x, Tensor[] dx) {
        if (dx[0] == null) {
            return null;
        }
        return switch (op.kind()) {
            case SUM -> Tensor.apply(op, dx[0]);
            case MAX, MIN ->
                Tensor.apply(
                        new Reduction(Reduction.Kind.SUM, op.axes(), op.keepDims()), dx[0].times(shares(op, y, x[0])));
            case PROD -> Transposition.push((i, g, out, args) -> pull(op, i, g, out, args), y, x, dx);
            case ANY, ALL -> null;
        };
    }

    /** The cotangent of the result at the shape of the argument. */
    private static Tensor spread(Reduction op, Tensor g, Tensor x) {
        if (x.ndim() == 0) {
            return g;
        }
        return kept(op, g, x).broadcastTo(x.shape());
    }

    /** A result of the reduction with the reduced axes put back as length one. */
    private static Tensor kept(Reduction op, Tensor y, Tensor x) {
        if (op.keepDims() || y.ndim() == x.ndim()) {
            return y;
        }
        int[] shape = x.shape();
        for (int axis : op.axes()) {
            shape[axis] = 1;
        }
        return y.reshape(shape);
    }

    /** 1 at the extreme, equal shares where several tie, else 0. */
    private static Tensor shares(Reduction op, Tensor y, Tensor x) {
        Tensor at = x.eq(kept(op, y, x)).cast(x.dtype());
        return at.div(Tensor.apply(new Reduction(Reduction.Kind.SUM, op.axes(), true), at));
    }

    /** The same product by repeated halving of each axis. */
    private static Tensor productTree(Reduction op, Tensor x) {
        Tensor out = x;
        for (int axis : op.axes()) {
            for (int n = out.shape()[axis]; n > 1; n = out.shape()[axis]) {
                int half = n / 2;
                Tensor product = part(out, axis, 0, half).times(part(out, axis, half, half));
                out = n % 2 == 0 ? product : Tensors.concat(axis, product, part(out, axis, 2 * half, 1));
            }
        }
        int[] shape = Tensor.apply(new Reduction(Reduction.Kind.SUM, op.axes(), op.keepDims()), x)
                .shape();
        return out.reshape(shape);
    }

    private static Tensor part(Tensor x, int axis, int start, int length) {
        int[] shape = x.shape();
        shape[axis] = length;
        Integer[] starts = ShapeRules.filled(shape.length, 0);
        starts[axis] = start;
        return Tensor.apply(
                new Slice(List.of(starts), Shapes.list(shape), List.of(ShapeRules.filled(shape.length, 1))), x);
    }
}
