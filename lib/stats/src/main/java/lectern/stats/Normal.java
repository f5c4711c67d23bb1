package lectern.stats;

import static lectern.stats.Pointwise.drawn;
import static lectern.stats.Pointwise.map;

import java.util.Arrays;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.hipparchus.special.Erf;

/**
 * The normal distribution: density exp(-z²/2) / (sd √(2π)) with z = (x - mean) / sd.
 *
 * Draws are mean + sd·ε and differentiate in both. The second parameter is the standard deviation, as in SciPy and
 * PyTorch, not the variance.
 *
 * {@snippet :
 * Normal.of(0, 1).cdf(0)                   // → 0.5
 * Normal.of(10, 2).quantile(0.5)           // → 10.0
 * Normal.fit(of(1.0, 2, 3)).mean().item()  // → 2.0
 * }
 *
 * @param mean the mean, finite
 * @param sd the standard deviation, above 0
 */
public record Normal(Tensor mean, Tensor sd) implements Distribution {
    /**
     * With tensors of parameters, which broadcast.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public Normal {
        Pointwise.finite("Normal", "a mean", mean);
        Pointwise.positive("Normal", "an sd", sd);
    }

    /**
     * With numbers as parameters.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static Normal of(double mean, double sd) {
        return new Normal(Tensors.literal(mean), Tensors.literal(sd));
    }

    @Override
    public Tensor logPdf(Tensor x) {
        Tensor z = x.minus(mean).div(sd);
        return z.square().times(-0.5).minus(sd.log()).minus(0.5 * Math.log(2 * Math.PI));
    }

    @Override
    public Tensor cdf(Tensor x) {
        return map("cdf of Normal", at -> 0.5 * Erf.erfc((at[1] - at[0]) / at[2] / Math.sqrt(2)), x, mean, sd);
    }

    @Override
    public Tensor quantile(Tensor p) {
        return Pointwise.quantile("Normal", at -> at[1] + at[2] * standard(at[0]), p, mean, sd);
    }

    private static double standard(double p) {
        double tail = Math.min(p, 1 - p);
        double size = tail == 0
                ? Double.POSITIVE_INFINITY
                : Inversion.leastDouble(40, z -> 0.5 * Erf.erfc(z / Math.sqrt(2)) <= tail);
        return p < 0.5 ? -size : size;
    }

    @Override
    public Tensor sample(int... shape) {
        return Sampling.randn(drawn(shape, mean, sd)).times(sd).plus(mean);
    }

    @Override
    public Tensor variance() {
        return sd.square();
    }

    @Override
    public Tensor entropy() {
        return sd.log().plus(0.5 * Math.log(2 * Math.PI * Math.E));
    }

    /**
     * The most likely distribution for independent data: the mean, and the root of the mean squared distance from it (divided by n).
     *
     * @throws IllegalArgumentException when there are fewer than two numbers, or all are equal
     */
    public static Normal fit(Tensor data) {
        double[] x = Pointwise.data("Normal", data, 2, "that are finite", Double::isFinite);
        double mean = Arrays.stream(x).average().orElseThrow();
        double square =
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
        return of(mean, Math.sqrt(square));
    }
}
