package lectern.stats;

import static lectern.stats.Inversion.leastDouble;
import static lectern.stats.Pointwise.draws;
import static lectern.stats.Pointwise.map;
import static lectern.stats.Pointwise.xlogy;

import java.util.Arrays;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * The gamma distribution: density rate^shape x^(shape-1) exp(-rate·x) / Γ(shape) for x ≥ 0; its mean is shape / rate.
 *
 * SciPy takes the scale 1 / rate instead; PyTorch takes the rate. The chi-squared distribution of k degrees of freedom is
 * {@code Gamma.of(k / 2.0, 0.5)}. Draws (Marsaglia and Tsang, 2000) do not differentiate in the shape and refuse it.
 *
 * {@snippet :
 * Gamma.of(3, 2).mean().item()         // → 1.5
 * }
 *
 * @param shape the shape, above 0
 * @param rate the rate, above 0
 */
public record Gamma(Tensor shape, Tensor rate) implements Distribution {
    /**
     * With tensors of parameters, which broadcast.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public Gamma {
        Pointwise.positive("Gamma", "a shape", shape);
        Pointwise.positive("Gamma", "a rate", rate);
    }

    /**
     * With numbers as parameters.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static Gamma of(double shape, double rate) {
        return new Gamma(Tensors.literal(shape), Tensors.literal(rate));
    }

    @Override
    public Tensor logPdf(Tensor x) {
        Tensor support = x.ge(0);
        Tensor at = Tensors.where(support, x, 1);
        Tensor power = xlogy(shape.minus(1), at).plus(xlogy(shape, rate));
        return Pointwise.inside(support, power.minus(rate.times(at)).minus(shape.lgamma()));
    }

    @Override
    public Tensor cdf(Tensor x) {
        return map("cdf of Gamma", at -> Incomplete.gammaP(at[1], at[2] * at[0]), x, shape, rate);
    }

    @Override
    public Tensor quantile(Tensor p) {
        return Pointwise.quantile("Gamma", at -> standard(at[0], at[1]) / at[2], p, shape, rate);
    }

    private static double standard(double p, double shape) {
        if (p == 1) {
            return Double.POSITIVE_INFINITY;
        }
        return p < 0.5
                ? leastDouble(Double.MAX_VALUE, x -> Incomplete.gammaP(shape, x) >= p)
                : leastDouble(Double.MAX_VALUE, x -> Incomplete.gammaQ(shape, x) <= 1 - p);
    }

    @Override
    public Tensor sample(int... shape) {
        return draws("Gamma", at -> Sampling.gamma(at[0], 1).item(), shape, shape(), rate.value())
                .div(rate);
    }

    @Override
    public Tensor mean() {
        return shape.div(rate);
    }

    @Override
    public Tensor variance() {
        return shape.div(rate.square());
    }

    @Override
    public Tensor entropy() {
        Tensor spread = shape.neg().plus(1).times(shape.digamma());
        return shape.minus(rate.log()).plus(shape.lgamma()).plus(spread);
    }

    /**
     * The most likely distribution for independent data: Newton's steps for log shape - ψ(shape) = log mean - mean log (Minka, 2002).
     *
     * @throws IllegalArgumentException when there are fewer than two numbers, one is not above 0, or all are equal
     */
    public static Gamma fit(Tensor data) {
        double[] x = Pointwise.data("Gamma", data, 2, "above 0", v -> v > 0 && Double.isFinite(v));
        double mean = Arrays.stream(x).average().orElseThrow();
        double gap = -Arrays.stream(x).map(v -> Math.log(v / mean)).average().orElseThrow();
        if (!(gap > 1e-14)) {
            throw new IllegalArgumentException("Gamma.fit wants numbers that differ, all are near " + mean);
        }
        double k = (3 - gap + Math.sqrt((gap - 3) * (gap - 3) + 24 * gap)) / (12 * gap);
        for (int step = 0; step < 50; step++) {
            Tensor at = Tensors.of(k);
            double miss = Math.log(k) - at.digamma().item() - gap;
            double inverse = 1 / k + miss / (k * k * (1 / k - at.polygamma(1).item()));
            k = 1 / inverse;
        }
        return of(k, k / mean);
    }
}
