package lectern.stats;

import static lectern.stats.Pointwise.draws;
import static lectern.stats.Pointwise.map;
import static lectern.stats.Pointwise.xlogy;

import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * The beta distribution: density x^(a-1) (1-x)^(b-1) / B(a, b) for 0 ≤ x ≤ 1; its mean is a / (a + b).
 *
 * {@snippet :
 * Beta.of(2, 2).mean().item()      // → 0.5
 * }
 *
 * @param a the power of x plus 1, above 0
 * @param b the power of 1 - x plus 1, above 0
 */
public record Beta(Tensor a, Tensor b) implements Distribution {
    /**
     * With tensors of parameters, which broadcast.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public Beta {
        Pointwise.positive("Beta", "an a", a);
        Pointwise.positive("Beta", "a b", b);
    }

    /**
     * With numbers as parameters.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static Beta of(double a, double b) {
        return new Beta(Tensors.literal(a), Tensors.literal(b));
    }

    @Override
    public Tensor logPdf(Tensor x) {
        Tensor support = x.ge(0).and(x.le(1));
        Tensor at = Tensors.where(support, x, 0.5);
        Tensor powers = xlogy(a.minus(1), at).plus(xlogy(b.minus(1), at.neg().plus(1)));
        return Pointwise.inside(support, powers.minus(Stats.betaln(a, b)));
    }

    @Override
    public Tensor cdf(Tensor x) {
        return map("cdf of Beta", at -> Incomplete.beta(at[0], at[1], at[2]), x, a, b);
    }

    @Override
    public Tensor quantile(Tensor p) {
        return Pointwise.quantile("Beta", at -> Incomplete.betaInverse(at[0], at[1], at[2]), p, a, b);
    }

    @Override
    public Tensor sample(int... shape) {
        return draws("Beta", at -> Sampling.beta(at[0], at[1]).item(), shape, a, b);
    }

    @Override
    public Tensor mean() {
        return a.div(a.plus(b));
    }

    @Override
    public Tensor variance() {
        Tensor sum = a.plus(b);
        return a.times(b).div(sum.square().times(sum.plus(1)));
    }

    @Override
    public Tensor entropy() {
        Tensor sum = a.plus(b);
        return Stats.betaln(a, b)
                .minus(a.minus(1).times(a.digamma()))
                .minus(b.minus(1).times(b.digamma()))
                .plus(sum.minus(2).times(sum.digamma()));
    }
}
