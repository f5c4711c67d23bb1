package lectern.grad.rule;

import java.util.Arrays;
import lectern.tensor.Tensor;
import lectern.tensor.op.AvgPool;
import lectern.tensor.op.AvgUnpool;
import lectern.tensor.op.Conv;
import lectern.tensor.op.ConvFilter;
import lectern.tensor.op.ConvInput;
import lectern.tensor.op.MaxPool;
import lectern.tensor.op.Op;
import lectern.tensor.op.PoolPick;
import lectern.tensor.op.PoolScatter;
import lectern.tensor.op.Window;
import lectern.tensor.type.Shapes;

/**
 * Rules of convolution and pooling. The trilinear form Σ g · conv(x, w) ties three operations together: each is linear
 * in its two arguments and the derivatives of each are the other two. Pooling by maximum is linear as long as no
 * maximum moves.
 */
final class Convolution {
    static final Rules.Of<Conv> CONV = (Bilinear<Conv>) (op, i, g, x) ->
            i == 0 ? input(op.window(), op.groups(), g, x[1], x[0]) : filter(op.window(), op.groups(), x[0], g);

    static final Rules.Of<ConvInput> INPUT = (Bilinear<ConvInput>) (op, i, g, x) ->
            i == 0 ? conv(op.window(), op.groups(), g, x[1]) : filter(op.window(), op.groups(), g, x[0]);

    static final Rules.Of<ConvFilter> FILTER = (Bilinear<ConvFilter>) (op, i, g, x) ->
            i == 0 ? input(op.window(), op.groups(), x[1], g, x[0]) : conv(op.window(), op.groups(), x[0], g);

    static final ShapeRules.Linear<AvgPool> AVG_POOL =
            (op, g, x) -> Tensor.apply(new AvgUnpool(op.window(), Shapes.list(planes(x))), g);

    static final ShapeRules.Linear<AvgUnpool> AVG_UNPOOL = (op, g, x) -> Tensor.apply(new AvgPool(op.window()), g);

    static final Rules.Of<MaxPool> MAX_POOL = new Rules.Of<>() {
        @Override
        public Tensor pull(MaxPool op, int i, Tensor g, Tensor y, Tensor... x) {
            return Tensor.apply(new PoolScatter(op.window()), g, x[0]);
        }

        @Override
        public Tensor push(MaxPool op, Tensor y, Tensor[] x, Tensor[] dx) {
            return dx[0] == null ? null : Tensor.apply(new PoolPick(op.window()), dx[0], x[0]);
        }
    };

    static final Rules.Of<PoolPick> POOL_PICK =
            (Referring<PoolPick>) (op, g, reference) -> Tensor.apply(new PoolScatter(op.window()), g, reference);

    static final Rules.Of<PoolScatter> POOL_SCATTER =
            (Referring<PoolScatter>) (op, g, reference) -> Tensor.apply(new PoolPick(op.window()), g, reference);

    private Convolution() {}

    /** An operation linear in each of two arguments. */
    @FunctionalInterface
    private interface Bilinear<O extends Op> extends Rules.Of<O> {
        Tensor adjoint(O op, int i, Tensor g, Tensor... x);

        @Override
        default Tensor pull(O op, int i, Tensor g, Tensor y, Tensor... x) {
            return adjoint(op, i, g, x);
        }

        @Override
        default Tensor push(O op, Tensor y, Tensor[] x, Tensor[] dx) {
            Tensor left = dx[0] == null ? null : Tensor.apply(op, dx[0], x[1]);
            Tensor right = dx[1] == null ? null : Tensor.apply(op, x[0], dx[1]);
            return left == null ? right : right == null ? left : left.plus(right);
        }
    }

    /** An operation linear in its first argument; the second only says where. */
    @FunctionalInterface
    private interface Referring<O extends Op> extends Rules.Of<O> {
        Tensor adjoint(O op, Tensor g, Tensor reference);

        @Override
        default Tensor pull(O op, int i, Tensor g, Tensor y, Tensor... x) {
            return i == 0 ? adjoint(op, g, x[1]) : null;
        }

        @Override
        default Tensor push(O op, Tensor y, Tensor[] x, Tensor[] dx) {
            return dx[0] == null ? null : Tensor.apply(op, dx[0], x[1]);
        }
    }

    private static Tensor conv(Window window, int groups, Tensor x, Tensor w) {
        return Tensor.apply(new Conv(window, groups), x, w);
    }

    private static Tensor input(Window window, int groups, Tensor g, Tensor w, Tensor like) {
        return Tensor.apply(new ConvInput(window, groups, Shapes.list(planes(like))), g, w);
    }

    private static Tensor filter(Window window, int groups, Tensor x, Tensor g) {
        return Tensor.apply(new ConvFilter(window, groups), x, g);
    }

    private static int[] planes(Tensor x) {
        int[] shape = x.shape();
        return Arrays.copyOfRange(shape, 2, shape.length);
    }
}
