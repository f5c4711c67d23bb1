package lectern.grad;

import static lectern.grad.Shaping.unbroadcast;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.tensor.ArgReduction;
import lectern.tensor.AvgPool;
import lectern.tensor.AvgUnpool;
import lectern.tensor.Binary;
import lectern.tensor.BroadcastTo;
import lectern.tensor.Cast;
import lectern.tensor.Cholesky;
import lectern.tensor.Concat;
import lectern.tensor.Conv;
import lectern.tensor.ConvFilter;
import lectern.tensor.ConvInput;
import lectern.tensor.CumSum;
import lectern.tensor.Eigh;
import lectern.tensor.Gather;
import lectern.tensor.Inverse;
import lectern.tensor.MatMul;
import lectern.tensor.MaxPool;
import lectern.tensor.Op;
import lectern.tensor.PoolPick;
import lectern.tensor.PoolScatter;
import lectern.tensor.Qr;
import lectern.tensor.Reduction;
import lectern.tensor.Reshape;
import lectern.tensor.ScatterAdd;
import lectern.tensor.Slice;
import lectern.tensor.SlogDet;
import lectern.tensor.Solve;
import lectern.tensor.Svd;
import lectern.tensor.Tensor;
import lectern.tensor.Transpose;
import lectern.tensor.Unary;
import lectern.tensor.Unslice;
import lectern.tensor.Where;

/**
 * The one table of derivatives: every operation and its rule.
 *
 * <p>Elementwise operations stand in {@link Elementary}, those that move, pick or sum numbers in {@link Shaping},
 * products and solutions in {@link Algebra}, decompositions in {@link Factors}, windows in {@link Convolution}, products
 * taken in one pass in {@link Fused}. Operations of other rooms enter themselves with {@link #put}.
 */
public final class Rules {
    /** The rule of a kind of operations; {@code op} carries the parameters, the rest is as in {@link Rule}. */
    public interface Of<O extends Op> {
        /** The cotangent of argument {@code i}; null for zero. */
        Tensor pull(O op, int i, Tensor g, Tensor y, Tensor... x);

        /** The tangent of the result; null stands for zero in {@code dx} and in what is returned. */
        default Tensor push(O op, Tensor y, Tensor[] x, Tensor[] dx) {
            return Transposition.push((i, g, out, args) -> pull(op, i, g, out, args), y, x, dx);
        }
    }

    private static final Map<Class<? extends Op>, Of<Op>> TABLE = new ConcurrentHashMap<>();

    static {
        put(Where.class, Shaping.WHERE);
        put(Cast.class, Shaping.CAST);
        put(Reduction.class, new Reductions());
        put(CumSum.class, Shaping.CUMSUM);
        put(Reshape.class, Shaping.RESHAPE);
        put(Transpose.class, Shaping.TRANSPOSE);
        put(BroadcastTo.class, Shaping.BROADCAST);
        put(Slice.class, Shaping.SLICE);
        put(Unslice.class, Shaping.UNSLICE);
        put(Concat.class, Shaping.CONCAT);
        put(Gather.class, Shaping.GATHER);
        put(ScatterAdd.class, Shaping.SCATTER_ADD);
        put(MatMul.class, new Algebra.OfMatMul());
        put(Solve.class, new Algebra.OfSolve());
        put(Inverse.class, new Algebra.OfInverse());
        put(SlogDet.class, new Algebra.OfSlogDet());
        put(Cholesky.class, new Algebra.OfCholesky());
        put(Eigh.class, Factors.EIGH);
        put(Svd.class, Factors.SVD);
        put(Qr.class, Factors.QR);
        put(Conv.class, Convolution.CONV);
        put(ConvInput.class, Convolution.INPUT);
        put(ConvFilter.class, Convolution.FILTER);
        put(MaxPool.class, Convolution.MAX_POOL);
        put(PoolPick.class, Convolution.POOL_PICK);
        put(PoolScatter.class, Convolution.POOL_SCATTER);
        put(AvgPool.class, Convolution.AVG_POOL);
        put(AvgUnpool.class, Convolution.AVG_UNPOOL);
        put(Custom.class, new Custom.OfCustom());
        put(Fused.Scaled.class, Fused.SCALED);
        put(Fused.TanhSlope.class, Fused.TANH_SLOPE);
    }

    private Rules() {}

    /** Enters the rule of a kind of operations; a later entry replaces an earlier one. */
    @SuppressWarnings("unchecked")
    public static <O extends Op> void put(Class<O> kind, Of<? super O> rule) {
        TABLE.put(kind, (Of<Op>) rule);
    }

    /** True when operations of this kind have a rule, or have none because their results are piecewise constant. */
    static boolean covers(Class<? extends Op> kind) {
        return kind == Unary.class || kind == Binary.class || kind == ArgReduction.class || TABLE.containsKey(kind);
    }

    /** False for results that are piecewise constant: comparisons, rounding, positions of extremes, integers. */
    static boolean isDifferentiable(Op op) {
        return switch (op) {
            case Unary u -> Elementary.isDifferentiable(u);
            case Binary b -> !b.isPredicate() && b != Binary.FLOOR_DIV;
            case Reduction r -> r.kind() != Reduction.Kind.ANY && r.kind() != Reduction.Kind.ALL;
            case Cast c -> c.to().isFloating();
            case ArgReduction a -> false;
            default -> true;
        };
    }

    /** The cotangent of argument {@code i} of an operation, in the argument's own shape and type; null for zero. */
    static Tensor pull(Op op, int i, Tensor g, Tensor y, Tensor[] x) {
        Tensor part;
        if (op instanceof Unary u) {
            part = Elementary.pull(u, g, y, x[0]);
        } else if (op instanceof Binary b) {
            part = unbroadcast(Elementary.pull(b, i, g, y, x[0], x[1]), x[i]);
        } else {
            part = of(op).pull(op, i, g, y, x);
        }
        return part == null || part.dtype() == x[i].dtype() ? part : part.cast(x[i].dtype());
    }

    /** The tangent of the result of an operation; null for zero. */
    static Tensor push(Op op, Tensor y, Tensor[] x, Tensor[] dx) {
        Tensor dy;
        if (op instanceof Unary u) {
            dy = dx[0] == null ? null : Elementary.pull(u, dx[0], y, x[0]);
        } else if (op instanceof Binary b) {
            dy = Elementary.push(b, y, x, dx);
        } else {
            dy = of(op).push(op, y, x, dx);
        }
        return dy == null || dy.dtype() == y.dtype() ? dy : dy.cast(y.dtype());
    }

    private static Of<Op> of(Op op) {
        Of<Op> rule = TABLE.get(op.getClass());
        if (rule == null) {
            throw new UnsupportedOperationException("no derivative is known for the operation " + op.name()
                    + "; give one with custom(f, vjp), or take the value out with stopGradient(x)");
        }
        return rule;
    }
}
