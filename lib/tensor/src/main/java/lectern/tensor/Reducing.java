package lectern.tensor;

import lectern.tensor.eval.Scans;
import lectern.tensor.op.ArgReduction;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Concat;
import lectern.tensor.op.CumSum;
import lectern.tensor.op.Reduction;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;

/**
 * Reductions of a tensor: over all elements, over the axes named, with the reduced axes kept at length 1 when wanted.
 *
 * <p>Axes may be negative. Without axes everything is reduced.
 */
public interface Reducing {
    private Tensor self() {
        return (Tensor) this;
    }

    private Tensor reduce(Reduction.Kind kind, boolean keepDims, int... axes) {
        int[] along = Shapes.axes(self().ndim(), axes);
        return Tensor.apply(new Reduction(kind, Shapes.list(along), keepDims), self());
    }

    /** The sum. */
    default Tensor sum(int... axes) {
        return reduce(Reduction.Kind.SUM, false, axes);
    }

    /** The sum over one axis. */
    default Tensor sum(int axis, boolean keepDims) {
        return reduce(Reduction.Kind.SUM, keepDims, axis);
    }

    /** The sum over some axes. */
    default Tensor sum(int[] axes, boolean keepDims) {
        return reduce(Reduction.Kind.SUM, keepDims, axes);
    }

    /** The product. */
    default Tensor prod(int... axes) {
        return reduce(Reduction.Kind.PROD, false, axes);
    }

    /** The product over one axis. */
    default Tensor prod(int axis, boolean keepDims) {
        return reduce(Reduction.Kind.PROD, keepDims, axis);
    }

    /** The greatest element; NaN if any is. */
    default Tensor max(int... axes) {
        return reduce(Reduction.Kind.MAX, false, axes);
    }

    /** The greatest element along one axis. */
    default Tensor max(int axis, boolean keepDims) {
        return reduce(Reduction.Kind.MAX, keepDims, axis);
    }

    /** The product over some axes. */
    default Tensor prod(int[] axes, boolean keepDims) {
        return reduce(Reduction.Kind.PROD, keepDims, axes);
    }

    /** The greatest element over some axes. */
    default Tensor max(int[] axes, boolean keepDims) {
        return reduce(Reduction.Kind.MAX, keepDims, axes);
    }

    /** The smallest element; NaN if any is. */
    default Tensor min(int... axes) {
        return reduce(Reduction.Kind.MIN, false, axes);
    }

    /** The smallest element along one axis. */
    default Tensor min(int axis, boolean keepDims) {
        return reduce(Reduction.Kind.MIN, keepDims, axis);
    }

    /** The smallest element over some axes. */
    default Tensor min(int[] axes, boolean keepDims) {
        return reduce(Reduction.Kind.MIN, keepDims, axes);
    }

    /** True where any element along one axis is true. */
    default Tensor any(int axis, boolean keepDims) {
        return reduce(Reduction.Kind.ANY, keepDims, axis);
    }

    /** True where any element over some axes is true. */
    default Tensor any(int[] axes, boolean keepDims) {
        return reduce(Reduction.Kind.ANY, keepDims, axes);
    }

    /** True where all elements along one axis are true. */
    default Tensor all(int axis, boolean keepDims) {
        return reduce(Reduction.Kind.ALL, keepDims, axis);
    }

    /** True where all elements over some axes are true. */
    default Tensor all(int[] axes, boolean keepDims) {
        return reduce(Reduction.Kind.ALL, keepDims, axes);
    }

    /** True where any element is true. */
    default Tensor any(int... axes) {
        return reduce(Reduction.Kind.ANY, false, axes);
    }

    /** True where all elements are true. */
    default Tensor all(int... axes) {
        return reduce(Reduction.Kind.ALL, false, axes);
    }

    /** The arithmetic mean; NaN of nothing. */
    default Tensor mean(int... axes) {
        return mean(axes, false);
    }

    /** The mean over one axis. */
    default Tensor mean(int axis, boolean keepDims) {
        return mean(new int[] {axis}, keepDims);
    }

    /** The mean over some axes. */
    default Tensor mean(int[] axes, boolean keepDims) {
        // Whole numbers are summed as float64, where their sum does not overflow.
        Tensor x = self().dtype() == DType.INT64 ? self().cast(DType.FLOAT64) : self();
        return ((Reducing) x).reduce(Reduction.Kind.SUM, keepDims, axes).div((double) count(axes));
    }

    private long count(int... axes) {
        int[] shape = self().shape();
        long count = 1;
        for (int axis : Shapes.axes(shape.length, axes)) {
            count *= shape[axis];
        }
        return count;
    }

    /** The variance of a population: the mean squared distance from the mean (divisor n, as NumPy's default). */
    default Tensor var(int... axes) {
        return var(axes, 0, false);
    }

    /** The variance over one axis (divisor n). */
    default Tensor var(int axis, boolean keepDims) {
        return var(new int[] {axis}, 0, keepDims);
    }

    /** The variance with divisor n - ddof: 0 for a population, 1 for the unbiased estimate from a sample. */
    default Tensor var(int[] axes, int ddof, boolean keepDims) {
        Tensor deviation = self().minus(mean(axes, true));
        return deviation.square().sum(axes, keepDims).div((double) Math.max(count(axes) - ddof, 0));
    }

    /** The standard deviation of a population (divisor n, as NumPy's default); its slope is 0 where it is 0. */
    default Tensor std(int... axes) {
        return Tensor.root(2, var(axes));
    }

    /** The standard deviation over one axis (divisor n). */
    default Tensor std(int axis, boolean keepDims) {
        return Tensor.root(2, var(axis, keepDims));
    }

    /** The standard deviation with divisor n - ddof. */
    default Tensor std(int[] axes, int ddof, boolean keepDims) {
        return Tensor.root(2, var(axes, ddof, keepDims));
    }

    /** The position of the greatest element in row-major order. */
    default Tensor argmax() {
        return Tensor.apply(new ArgReduction(true, 0), self().reshape(-1));
    }

    /** The position of the greatest element along an axis. */
    default Tensor argmax(int axis) {
        return Tensor.apply(new ArgReduction(true, Shapes.axis(axis, self().ndim())), self());
    }

    /** The position of the greatest element along an axis, which may stay with length 1. */
    default Tensor argmax(int axis, boolean keepDims) {
        Tensor at = argmax(axis);
        return keepDims ? at.expandDims(Shapes.axis(axis, self().ndim())) : at;
    }

    /** The position of the smallest element in row-major order. */
    default Tensor argmin() {
        return Tensor.apply(new ArgReduction(false, 0), self().reshape(-1));
    }

    /** The position of the smallest element along an axis. */
    default Tensor argmin(int axis) {
        return Tensor.apply(new ArgReduction(false, Shapes.axis(axis, self().ndim())), self());
    }

    /** The position of the smallest element along an axis, which may stay with length 1. */
    default Tensor argmin(int axis, boolean keepDims) {
        Tensor at = argmin(axis);
        return keepDims ? at.expandDims(Shapes.axis(axis, self().ndim())) : at;
    }

    /** Running sums of all elements in row-major order. */
    default Tensor cumsum() {
        return Tensor.apply(new CumSum(0, false), self().reshape(-1));
    }

    /** Running sums along an axis. */
    default Tensor cumsum(int axis) {
        return Tensor.apply(new CumSum(Shapes.axis(axis, self().ndim()), false), self());
    }

    /** Running products of all elements in row-major order. */
    default Tensor cumprod() {
        return ((Reducing) self().reshape(-1)).running(Binary.MUL, 0);
    }

    /** Running products along an axis. */
    default Tensor cumprod(int axis) {
        return running(Binary.MUL, Shapes.axis(axis, self().ndim()));
    }

    /** Running maxima of all elements in row-major order; NaN from the first NaN on. */
    default Tensor cummax() {
        return ((Reducing) self().reshape(-1)).running(Binary.MAXIMUM, 0);
    }

    /** Running maxima along an axis; NaN from the first NaN on. */
    default Tensor cummax(int axis) {
        return running(Binary.MAXIMUM, Shapes.axis(axis, self().ndim()));
    }

    /** Running minima of all elements in row-major order; NaN from the first NaN on. */
    default Tensor cummin() {
        return ((Reducing) self().reshape(-1)).running(Binary.MINIMUM, 0);
    }

    /** Running minima along an axis; NaN from the first NaN on. */
    default Tensor cummin(int axis) {
        return running(Binary.MINIMUM, Shapes.axis(axis, self().ndim()));
    }

    private Tensor running(Binary op, int axis) {
        int n = self().dim(axis);
        if (self().level() == 0 || n == 0) {
            return Dense.of(Scans.running(op, axis, Dense.values(self())));
        }
        // One operation after another, so that each has its derivative, at zeros too.
        Tensor[] parts = new Tensor[n];
        parts[0] = self().slice(axis, 0, 1);
        for (int k = 1; k < n; k++) {
            parts[k] = Tensor.apply(op, parts[k - 1], self().slice(axis, k, k + 1));
        }
        return Tensor.apply(new Concat(axis), parts);
    }
}
