package lectern.stats;

import static lectern.stats.Pointwise.drawn;
import static lectern.stats.Pointwise.map;

import java.util.Arrays;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * The uniform distribution on [low, high]: density 1 / (high - low) there.
 *
 * {@snippet :
 * Uniform.of(0, 4).pdf(1)          // → 0.25
 * Uniform.of(0, 4).quantile(0.25)  // → 1.0
 * }
 *
 * @param low the lower end, finite
 * @param high the upper end, above the lower
 */
public record Uniform(Tensor low, Tensor high) implements Distribution {
    /**
     * With tensors of parameters, which broadcast.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public Uniform {
        Pointwise.finite("Uniform", "a lower end", low);
        Pointwise.finite("Uniform", "an upper end", high);
        Pointwise.positive("Uniform", "a difference of upper and lower end", high.minus(low));
    }

    /**
     * With numbers as parameters.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static Uniform of(double low, double high) {
        return new Uniform(Tensors.literal(low), Tensors.literal(high));
    }

    @Override
    public Tensor logPdf(Tensor x) {
        Tensor support = x.ge(low).and(x.le(high));
        return Pointwise.inside(support, high.minus(low).log().neg());
    }

    @Override
    public Tensor cdf(Tensor x) {
        return map("cdf of Uniform", at -> Math.clamp((at[0] - at[1]) / (at[2] - at[1]), 0.0, 1.0), x, low, high);
    }

    @Override
    public Tensor quantile(Tensor p) {
        return Pointwise.quantile("Uniform", at -> at[1] + at[0] * (at[2] - at[1]), p, low, high);
    }

    @Override
    public Tensor sample(int... shape) {
        return Sampling.rand(drawn(shape, low, high)).times(high.minus(low)).plus(low);
    }

    @Override
    public Tensor mean() {
        return low.plus(high).times(0.5);
    }

    @Override
    public Tensor variance() {
        return high.minus(low).square().div(12);
    }

    @Override
    public Tensor entropy() {
        return high.minus(low).log();
    }

    /**
     * The most likely distribution for independent data: its ends are the smallest and the largest number.
     *
     * @throws IllegalArgumentException when there are fewer than two numbers, or all are equal
     */
    public static Uniform fit(Tensor data) {
        double[] x = Pointwise.data("Uniform", data, 2, "that are finite", Double::isFinite);
        return of(Arrays.stream(x).min().orElseThrow(), Arrays.stream(x).max().orElseThrow());
    }
}
