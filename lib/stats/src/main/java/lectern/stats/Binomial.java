package lectern.stats;

import static lectern.stats.Pointwise.draws;
import static lectern.stats.Pointwise.map;
import static lectern.stats.Pointwise.xlogy;

import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * The binomial distribution: how many of n independent trials succeed, each with probability p.
 *
 * {@snippet :
 * Binomial.of(4, 0.5).pmf(2)       // → 0.375
 * Binomial.of(4, 0.5).cdf(4)       // → 1.0
 * }
 *
 * @param n the number of trials, a count
 * @param p the probability of success, between 0 and 1
 */
public record Binomial(Tensor n, Tensor p) implements Discrete {
    /**
     * With tensors of parameters, which broadcast.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public Binomial {
        Pointwise.check("Binomial", "a number n of trials", n, "that is a count", v -> v >= 0 && v == Math.rint(v));
        Pointwise.check("Binomial", "a probability p", p, "between 0 and 1", v -> v >= 0 && v <= 1);
    }

    /**
     * With numbers as parameters.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static Binomial of(double n, double p) {
        return new Binomial(Tensors.literal(n), Tensors.literal(p));
    }

    @Override
    public Tensor logPdf(Tensor k) {
        Tensor support = k.ge(0).and(k.le(n)).and(k.floor().eq(k));
        Tensor at = Tensors.where(support, k, 0);
        Tensor rest = n.minus(at);
        Tensor choices =
                n.plus(1).lgamma().minus(at.plus(1).lgamma()).minus(rest.plus(1).lgamma());
        return Pointwise.inside(
                support, choices.plus(xlogy(at, p)).plus(xlogy(rest, p.neg().plus(1))));
    }

    @Override
    public Tensor cdf(Tensor k) {
        return map("cdf of Binomial", at -> below(at[0], at[1], at[2]), k, n, p);
    }

    private static double below(double k, double n, double p) {
        double whole = Math.floor(k);
        return k < 0 ? 0 : whole >= n ? 1 : Incomplete.beta(1 - p, n - whole, whole + 1);
    }

    @Override
    public Tensor quantile(Tensor q) {
        return Pointwise.quantile("Binomial", at -> count(at[0], at[1], at[2]), q, n, p);
    }

    private static double count(double q, double n, double p) {
        return Inversion.leastCount(n * p, k -> below(k, n, p) >= q);
    }

    @Override
    public Tensor sample(int... shape) {
        return draws("Binomial", at -> count(Sampling.rand().item(), at[0], at[1]), shape, n, p);
    }

    @Override
    public Tensor mean() {
        return n.times(p);
    }

    @Override
    public Tensor variance() {
        return n.times(p).times(p.neg().plus(1));
    }

    @Override
    public Tensor entropy() {
        return map("entropy of Binomial", at -> Incomplete.entropy(of(at[0], at[1]), at[0]), n, p);
    }
}
