package lectern.stats;

import static lectern.stats.Pointwise.draws;
import static lectern.stats.Pointwise.map;
import static lectern.stats.Pointwise.xlogy;

import java.util.Arrays;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * The Poisson distribution of counts: probability rate^k exp(-rate) / k! for k = 0, 1, …
 *
 * {@snippet :
 * Poisson.of(2).pmf(0)                         // → 0.1353352832366127
 * Poisson.fit(of(1, 2, 6)).rate().item()       // → 3.0
 * }
 *
 * @param rate the mean count, above 0
 */
public record Poisson(Tensor rate) implements Discrete {
    /**
     * With tensors of parameters, which broadcast.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public Poisson {
        Pointwise.positive("Poisson", "a rate", rate);
    }

    /**
     * With numbers as parameters.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static Poisson of(double rate) {
        return new Poisson(Tensors.literal(rate));
    }

    @Override
    public Tensor logPdf(Tensor k) {
        Tensor support = k.ge(0).and(k.floor().eq(k));
        Tensor at = Tensors.where(support, k, 0);
        return Pointwise.inside(
                support, xlogy(at, rate).minus(rate).minus(at.plus(1).lgamma()));
    }

    @Override
    public Tensor cdf(Tensor k) {
        return map("cdf of Poisson", at -> below(at[0], at[1]), k, rate);
    }

    private static double below(double k, double rate) {
        return k < 0 ? 0 : Incomplete.gammaQ(Math.floor(k) + 1, rate);
    }

    @Override
    public Tensor quantile(Tensor p) {
        return Pointwise.quantile("Poisson", at -> count(at[0], at[1]), p, rate);
    }

    private static double count(double p, double rate) {
        return p == 1 ? Double.POSITIVE_INFINITY : Inversion.leastCount(rate, k -> below(k, rate) >= p);
    }

    @Override
    public Tensor sample(int... shape) {
        return draws("Poisson", at -> count(Sampling.rand().item(), at[0]), shape, rate);
    }

    @Override
    public Tensor mean() {
        return rate;
    }

    @Override
    public Tensor variance() {
        return rate;
    }

    @Override
    public Tensor entropy() {
        return map("entropy of Poisson", at -> Incomplete.entropy(of(at[0]), count(1 - 1e-16, at[0])), rate);
    }

    /**
     * The most likely distribution for independent data: the rate is the mean.
     *
     * @throws IllegalArgumentException when there is no number, one is no count, or all are 0
     */
    public static Poisson fit(Tensor counts) {
        double[] k = Pointwise.data("Poisson", counts, 1, "that are counts", v -> v >= 0 && v == Math.rint(v));
        return of(Arrays.stream(k).average().orElseThrow());
    }
}
