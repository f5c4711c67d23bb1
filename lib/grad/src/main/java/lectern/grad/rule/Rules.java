package lectern.grad.rule;

import static lectern.grad.rule.ShapeRules.unbroadcast;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.grad.Rule;
import lectern.tensor.Tensor;
import lectern.tensor.op.ArgReduction;
import lectern.tensor.op.AvgPool;
import lectern.tensor.op.AvgUnpool;
import lectern.tensor.op.Binary;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.Cast;
import lectern.tensor.op.Cholesky;
import lectern.tensor.op.Concat;
import lectern.tensor.op.Conv;
import lectern.tensor.op.ConvFilter;
import lectern.tensor.op.ConvInput;
import lectern.tensor.op.CumSum;
import lectern.tensor.op.Eigh;
import lectern.tensor.op.Exponential;
import lectern.tensor.op.Gather;
import lectern.tensor.op.Inverse;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.MaxPool;
import lectern.tensor.op.Op;
import lectern.tensor.op.Pinv;
import lectern.tensor.op.Polygamma;
import lectern.tensor.op.PoolPick;
import lectern.tensor.op.PoolScatter;
import lectern.tensor.op.Qr;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Reshape;
import lectern.tensor.op.ScatterAdd;
import lectern.tensor.op.Slice;
import lectern.tensor.op.SlogDet;
import lectern.tensor.op.Solve;
import lectern.tensor.op.Spectral;
import lectern.tensor.op.Svd;
import lectern.tensor.op.Transpose;
import lectern.tensor.op.Unary;
import lectern.tensor.op.Unslice;
import lectern.tensor.op.Where;

/**
 * The one table of derivatives: every operation and its rule.
 *
 * <p>Elementwise operations stand in {@link ElementaryRules}, those that move, pick or sum numbers in
 * {@link ShapeRules}, products and solutions in {@link AlgebraRules}, decompositions in {@link SpectralRules} and {@link Factors}, windows in
 * {@link Convolution}, products taken in one pass in {@link Fused}. Operations of other rooms enter themselves with
 * {@link #put}.
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
        put(Where.class, ShapeRules.WHERE);
        put(Cast.class, ShapeRules.CAST);
        put(Reduction.class, new ReductionRules());
        put(Polygamma.class, ElementaryRules.POLYGAMMA);
        put(CumSum.class, ShapeRules.CUMSUM);
        put(Reshape.class, ShapeRules.RESHAPE);
        put(Transpose.class, ShapeRules.TRANSPOSE);
        put(BroadcastTo.class, ShapeRules.BROADCAST);
        put(Slice.class, ShapeRules.SLICE);
        put(Unslice.class, ShapeRules.UNSLICE);
        put(Concat.class, ShapeRules.CONCAT);
        put(Gather.class, ShapeRules.GATHER);
        put(ScatterAdd.class, ShapeRules.SCATTER_ADD);
        put(MatMul.class, new AlgebraRules.OfMatMul());
        put(Solve.class, new AlgebraRules.OfSolve());
        put(Inverse.class, new AlgebraRules.OfInverse());
        put(Pinv.class, AlgebraRules.PINV);
        put(Exponential.class, MatrixFunctionRules.EXPONENTIAL);
        put(Spectral.class, MatrixFunctionRules.SPECTRAL);
        put(SlogDet.class, new AlgebraRules.OfSlogDet());
        put(Cholesky.class, new AlgebraRules.OfCholesky());
        put(Eigh.class, SpectralRules.EIGH);
        put(Svd.class, SpectralRules.SVD);
        put(Qr.class, Factors.QR);
        put(Conv.class, Convolution.CONV);
        put(ConvInput.class, Convolution.INPUT);
        put(ConvFilter.class, Convolution.FILTER);
        put(MaxPool.class, Convolution.MAX_POOL);
        put(PoolPick.class, Convolution.POOL_PICK);
        put(PoolScatter.class, Convolution.POOL_SCATTER);
        put(AvgPool.class, Convolution.AVG_POOL);
        put(AvgUnpool.class, Convolution.AVG_UNPOOL);
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
    public static boolean covers(Class<? extends Op> kind) {
        return kind == Unary.class || kind == Binary.class || kind == ArgReduction.class || TABLE.containsKey(kind);
    }

    /** False for results that are piecewise constant: comparisons, rounding, positions of extremes, integers. */
    public static boolean isDifferentiable(Op op) {
        return switch (op) {
            case Unary u -> ElementaryRules.isDifferentiable(u);
            case Binary b -> !b.isPredicate() && b != Binary.FLOOR_DIV;
            case Reduction r -> r.kind() != Reduction.Kind.ANY && r.kind() != Reduction.Kind.ALL;
            case Cast c -> c.to().isFloating();
            case ArgReduction a -> false;
            default -> true;
        };
    }

    /** The cotangent of argument {@code i} of an operation, in the argument's own shape and type; null for zero. */
    public static Tensor pull(Op op, int i, Tensor g, Tensor y, Tensor[] x) {
        Tensor part;
        if (op instanceof Unary u) {
            part = ElementaryRules.pull(u, g, y, x[0]);
        } else if (op instanceof Binary b) {
            part = unbroadcast(ElementaryRules.pull(b, i, g, y, x[0], x[1]), x[i]);
        } else {
            part = of(op).pull(op, i, g, y, x);
        }
        return fitting(part, x[i]);
    }

    private static Tensor fitting(Tensor part, Tensor x) {
        return part == null || part.dtype() == x.dtype() ? part : part.cast(x.dtype());
    }

    /** As the other one, for operations whose derivative may be a limit. */
    public static Tensor pull(Op op, int i, Tensor g, Tensor y, Tensor[] x, Spectrum.Sway sway) {
        if (of(op) instanceof SpectralRules.OfSpectrum<Op> spectral) {
            return fitting(spectral.pull(op, g, y, x[0], sway), x[0]);
        }
        return pull(op, i, g, y, x);
    }

    /** True for operations whose derivative may be a limit, which needs a look at what the result was used for. */
    public static boolean isSpectral(Op op) {
        return op instanceof Eigh || op instanceof Svd;
    }

    /** The tangent of the result of an operation; null for zero. */
    public static Tensor push(Op op, Tensor y, Tensor[] x, Tensor[] dx) {
        Tensor dy;
        if (op instanceof Unary u) {
            dy = dx[0] == null ? null : ElementaryRules.pull(u, dx[0], y, x[0]);
        } else if (op instanceof Binary b) {
            dy = ElementaryRules.push(b, y, x, dx);
        } else {
            dy = of(op).push(op, y, x, dx);
        }
        return dy == null || dy.dtype() == y.dtype() ? dy : dy.cast(y.dtype());
    }

    private static Of<Op> of(Op op) {
        Of<Op> rule = TABLE.get(op.getClass());
        if (rule == null) {
            throw new UnsupportedOperationException("no derivative is known for the operation " + op.label()
                    + "; give one with custom(f, vjp), or take the value out with stopGradient(x)");
        }
        return rule;
    }
}
