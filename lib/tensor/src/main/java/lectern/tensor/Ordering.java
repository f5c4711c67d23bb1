package lectern.tensor;

/** Order and closeness among the numbers of a tensor. */
public interface Ordering {
    private Tensor self() {
        return (Tensor) this;
    }

    /** The values ascending along the last axis; NaN at the end. */
    default Tensor sort() {
        return Sorting.sort(self());
    }

    /** The values ascending along an axis. */
    default Tensor sort(int axis) {
        return Sorting.sort(self(), axis);
    }

    /** The positions that sort the last axis. */
    default Tensor argsort() {
        return Sorting.argsort(self());
    }

    /** The positions that sort an axis. */
    default Tensor argsort(int axis) {
        return Sorting.argsort(self(), axis);
    }

    /** The k greatest values of the last axis, descending, with their positions. */
    default Sorting.TopK topk(int k) {
        return Sorting.topk(self(), k);
    }

    /** The distinct values, ascending. */
    default Tensor unique() {
        return Sorting.unique(self());
    }

    /** The q-quantile of all values. */
    default Tensor quantile(double q) {
        return Sorting.quantile(self(), q);
    }

    /** The q-quantile along an axis. */
    default Tensor quantile(double q, int axis) {
        return Sorting.quantile(self(), q, axis);
    }

    /** The middle value of all. */
    default Tensor median() {
        return Sorting.median(self());
    }

    /** The middle value along an axis. */
    default Tensor median(int axis) {
        return Sorting.median(self(), axis);
    }

    /**
     * True where |this - other| &le; atol + rtol |other|, with rtol 1e-5 and atol 1e-8; equal infinities are close, NaN
     * never.
     */
    default Tensor isClose(Tensor other) {
        return isClose(other, 1e-5, 1e-8);
    }

    /** True where |this - other| &le; atol + rtol |other|; equal infinities are close, NaN never. */
    default Tensor isClose(Tensor other, double rtol, double atol) {
        Tensor distance = self().minus(other).abs();
        Tensor near = distance.le(other.abs().times(rtol).plus(atol)).and(other.isFinite());
        return near.or(self().eq(other));
    }

    /** True when the shapes broadcast and all elements are close. */
    default boolean allClose(Tensor other) {
        return isClose(other).all().isTrue();
    }

    /** True when all elements are close in these tolerances. */
    default boolean allClose(Tensor other, double rtol, double atol) {
        return isClose(other, rtol, atol).all().isTrue();
    }

    /** True when shapes and all values are equal, whatever the types. */
    default boolean arrayEqual(Tensor other) {
        return java.util.Arrays.equals(self().shape(), other.shape())
                && self().eq(other).all().isTrue();
    }
}
