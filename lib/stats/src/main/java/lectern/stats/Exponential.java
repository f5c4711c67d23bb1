package lectern.stats;

import static lectern.stats.Pointwise.drawn;
import static lectern.stats.Pointwise.map;

import java.util.Arrays;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * The exponential distribution: density rate·exp(-rate·x) for x ≥ 0; its mean is 1 / rate.
 *
 * SciPy takes the scale 1 / rate instead; PyTorch takes the rate.
 *
 * {@snippet :
 * Exponential.of(2).pdf(0)             // → 2.0
 * Exponential.of(2).mean().item()      // → 0.5
 * }
 *
 * @param rate events in a unit of time, above 0
 */
public record Exponential(Tensor rate) implements Distribution {
    /**
     * With tensors of parameters, which broadcast.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public Exponential {
        Pointwise.positive("Exponential", "a rate", rate);
    }

    /**
     * With numbers as parameters.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static Exponential of(double rate) {
        return new Exponential(Tensors.literal(rate));
    }

    @Override
    public Tensor logPdf(Tensor x) {
        return Pointwise.inside(x.ge(0), rate.log().minus(rate.times(x)));
    }

    @Override
    public Tensor cdf(Tensor x) {
        return map("cdf of Exponential", at -> -Math.expm1(-at[1] * Math.max(at[0], 0)), x, rate);
    }

    @Override
    public Tensor quantile(Tensor p) {
        return Pointwise.quantile("Exponential", at -> -Math.log1p(-at[0]) / at[1], p, rate);
    }

    @Override
    public Tensor sample(int... shape) {
        return Sampling.rand(drawn(shape, rate)).neg().log1p().neg().div(rate);
    }

    @Override
    public Tensor mean() {
        return rate.reciprocal();
    }

    @Override
    public Tensor variance() {
        return rate.square().reciprocal();
    }

    @Override
    public Tensor entropy() {
        return rate.log().neg().plus(1);
    }

    /**
     * The most likely distribution for independent data: the rate is 1 / mean.
     *
     * @throws IllegalArgumentException when there is no number, one is negative, or all are 0
     */
    public static Exponential fit(Tensor data) {
        double[] x = Pointwise.data("Exponential", data, 1, "of at least 0", v -> v >= 0 && Double.isFinite(v));
        return of(1 / Arrays.stream(x).average().orElseThrow());
    }
}
