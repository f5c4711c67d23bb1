package lectern.grad.rule;

import static lectern.grad.rule.SeriesRules.constant;
import static lectern.grad.rule.SeriesRules.product;
import static lectern.grad.rule.SeriesRules.shifted;
import static lectern.grad.rule.SeriesRules.sum;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Op;

/** The power series of xᵖ, in the notation of {@link SeriesRules}. */
final class PowerSeries {
    /** Powers up to this one are products, so that they are right at zero, too. */
    private static final int LARGEST_PRODUCT = 16;

    private PowerSeries() {}

    /**
     * xᵖ for a constant p: products for small whole p, else yₖ from k·x₀·yₖ = Σⱼ (j·p − (k − j))·xⱼ·yₖ₋ⱼ, and from the
     * binomial series where x₀ is 0.
     */
    static Tensor[] of(Op op, Tensor y, Tensor[] x, Tensor[][] series, int order) {
        Tensor p = x[1];
        if (series[1] != null || p.level() > 0 || p.size() != 1) {
            throw new NoSeries(op);
        }
        double exponent = p.item();
        Tensor[] a = series[0];
        if (exponent == Math.rint(exponent) && exponent >= 0 && exponent <= LARGEST_PRODUCT) {
            if (exponent == 0) {
                return constant(y, order);
            }
            Tensor[] out = a;
            for (int i = 2; i <= exponent; i++) {
                out = product(out[0].times(a[0]), out, a, order);
            }
            return shifted(y, out);
        }
        Tensor zero = a[0].eq(0);
        if (zero.level() == 0 && !zero.any().isTrue()) {
            return recursive(y, a, a[0], exponent, order);
        }
        Tensor[] regular = recursive(y, a, Tensors.where(zero, 1, a[0]), exponent, order);
        Tensor[] corner = binomial(y, a, exponent, order);
        for (int k = 1; k <= order; k++) {
            if (regular[k] != null && corner[k] != null) {
                corner[k] = Tensors.where(zero, corner[k], regular[k]);
            }
        }
        return corner;
    }

    private static Tensor[] recursive(Tensor y, Tensor[] a, Tensor divisor, double exponent, int order) {
        Tensor[] out = new Tensor[order + 1];
        out[0] = y;
        for (int k = 1; k <= order; k++) {
            Tensor total = null;
            for (int j = 1; j <= k; j++) {
                Tensor term = product(a[j], out[k - j]);
                total = sum(total, term == null ? null : term.times((j * exponent - (k - j)) / k));
            }
            out[k] = total == null ? null : total.div(divisor);
        }
        return out;
    }

    /** yₖ = Σⱼ (p over j)·x₀ᵖ⁻ʲ·(coefficient k of (x − x₀)ʲ): no division by x₀, but more work. */
    private static Tensor[] binomial(Tensor y, Tensor[] a, double exponent, int order) {
        Tensor[] out = constant(y, order);
        Tensor[] moved = a.clone();
        moved[0] = null;
        Tensor[] powers = moved;
        double choose = 1;
        for (int j = 1; j <= order; j++) {
            choose *= (exponent - j + 1) / j;
            Tensor front = a[0].pow(exponent - j).times(choose);
            for (int k = j; k <= order; k++) {
                out[k] = sum(out[k], product(powers[k], front));
            }
            powers = product(null, powers, moved, order);
        }
        return out;
    }
}
