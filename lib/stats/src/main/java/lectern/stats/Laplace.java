package lectern.stats;

import static lectern.stats.Pointwise.drawn;
import static lectern.stats.Pointwise.map;

import java.util.Arrays;
import lectern.tensor.Sampling;
import lectern.tensor.Statistics;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * The Laplace distribution: density exp(-|x - loc| / scale) / (2 scale).
 *
 * {@snippet :
 * Laplace.of(0, 1).pdf(0)                          // → 0.5
 * Laplace.fit(of(1.0, 2, 6)).loc().item()          // → 2.0
 * }
 *
 * @param loc the median, finite
 * @param scale the mean distance from it, above 0
 */
public record Laplace(Tensor loc, Tensor scale) implements Distribution {
    /**
     * With tensors of parameters, which broadcast.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public Laplace {
        Pointwise.finite("Laplace", "a loc", loc);
        Pointwise.positive("Laplace", "a scale", scale);
    }

    /**
     * With numbers as parameters.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static Laplace of(double loc, double scale) {
        return new Laplace(Tensors.literal(loc), Tensors.literal(scale));
    }

    @Override
    public Tensor logPdf(Tensor x) {
        return x.minus(loc).abs().div(scale).neg().minus(scale.times(2).log());
    }

    @Override
    public Tensor cdf(Tensor x) {
        return map("cdf of Laplace", at -> below((at[0] - at[1]) / at[2]), x, loc, scale);
    }

    private static double below(double z) {
        return z < 0 ? 0.5 * Math.exp(z) : 1 - 0.5 * Math.exp(-z);
    }

    @Override
    public Tensor quantile(Tensor p) {
        return Pointwise.quantile("Laplace", at -> at[1] + at[2] * standard(at[0]), p, loc, scale);
    }

    private static double standard(double p) {
        return p < 0.5 ? Math.log(2 * p) : -Math.log(2 - 2 * p);
    }

    @Override
    public Tensor sample(int... shape) {
        Tensor u = Sampling.rand(drawn(shape, loc, scale)).minus(0.5);
        return u.sign().times(u.abs().times(-2).log1p()).neg().times(scale).plus(loc);
    }

    @Override
    public Tensor mean() {
        return loc;
    }

    @Override
    public Tensor variance() {
        return scale.square().times(2);
    }

    @Override
    public Tensor entropy() {
        return scale.times(2).log().plus(1);
    }

    /**
     * The most likely distribution for independent data: the median, and the mean distance from it.
     *
     * @throws IllegalArgumentException when there are fewer than two numbers, or all are equal
     */
    public static Laplace fit(Tensor data) {
        double[] x = Pointwise.data("Laplace", data, 2, "that are finite", Double::isFinite);
        double loc = Statistics.median(x);
        return of(loc, Arrays.stream(x).map(v -> Math.abs(v - loc)).average().orElseThrow());
    }
}
