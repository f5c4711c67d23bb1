package lectern.tensor;

/**
 * Roots of sums of powers, as in norms and standard deviations, which have a corner where the sum is 0.
 *
 * <p>The slope there is 0, one of the subgradients and PyTorch's; plain roots would give 0 · ∞. Second derivatives do
 * not exist at the corner and are NaN.
 */
final class Roots {
    /** The slope of this power is 0 at 0, that of its slope infinite. */
    private static final double CORNER = 1.5;

    private Roots() {}

    /** The square root. */
    static Tensor square(Tensor sum) {
        if (sum.level() == 0) {
            return sum.sqrt();
        }
        Tensor zero = sum.eq(0);
        return Tensors.where(zero, sum.pow(CORNER), Tensors.where(zero, 1, sum).sqrt());
    }

    /** The p-th root. */
    static Tensor of(double p, Tensor sum) {
        if (sum.level() == 0 || !(p > 1)) {
            return sum.pow(1 / p);
        }
        Tensor zero = sum.eq(0);
        return Tensors.where(zero, sum.pow(CORNER), Tensors.where(zero, 1, sum).pow(1 / p));
    }
}
