package lectern.stats;

import static lectern.stats.Pointwise.drawn;
import static lectern.stats.Pointwise.draws;
import static lectern.stats.Pointwise.map;

import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * Student's t distribution: density proportional to (1 + z² / df)^(-(df+1)/2) with z = (x - loc) / scale.
 *
 * {@snippet :
 * StudentT.of(1).cdf(0)            // → 0.5
 * StudentT.of(5).variance().item() // → 1.6666666666666667
 * }
 *
 * <p>Beyond a million degrees of freedom the front factor of the density loses digits; {@link Normal} is the limit.
 *
 * @param df degrees of freedom, above 0
 * @param loc the median, finite
 * @param scale the scale, above 0; the standard deviation is larger
 */
public record StudentT(Tensor df, Tensor loc, Tensor scale) implements Distribution {
    /**
     * With tensors of parameters, which broadcast.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public StudentT {
        Pointwise.positive("StudentT", "degrees of freedom", df);
        Pointwise.finite("StudentT", "a loc", loc);
        Pointwise.positive("StudentT", "a scale", scale);
    }

    /**
     * With numbers as parameters.
     *
     * @throws IllegalArgumentException when a parameter is outside its range
     */
    public static StudentT of(double df, double loc, double scale) {
        return new StudentT(Tensors.literal(df), Tensors.literal(loc), Tensors.literal(scale));
    }

    /**
     * The standard form: loc 0, scale 1.
     *
     * @throws IllegalArgumentException when df is not above 0
     */
    public static StudentT of(double df) {
        return of(df, 0, 1);
    }

    @Override
    public Tensor logPdf(Tensor x) {
        Tensor z = x.minus(loc).div(scale);
        Tensor half = df.times(0.5);
        Tensor power = z.square().div(df).log1p().times(half.plus(0.5));
        Tensor front = half.plus(0.5)
                .lgamma()
                .minus(half.lgamma())
                .minus(df.times(Math.PI).log().times(0.5));
        return front.minus(scale.log()).minus(power);
    }

    @Override
    public Tensor cdf(Tensor x) {
        return map("cdf of StudentT", at -> Incomplete.t((at[0] - at[2]) / at[3], at[1]), x, df, loc, scale);
    }

    @Override
    public Tensor quantile(Tensor p) {
        return Pointwise.quantile(
                "StudentT", at -> at[2] + at[3] * Incomplete.tInverse(at[0], at[1]), p, df, loc, scale);
    }

    @Override
    public Tensor sample(int... shape) {
        Tensor normal = Sampling.randn(drawn(shape, df, loc, scale));
        Tensor chi = draws(
                "StudentT",
                at -> 2 * Sampling.gamma(at[0] / 2, 1).item() / at[0],
                shape,
                df,
                loc.value(),
                scale.value());
        return normal.div(chi.sqrt()).times(scale).plus(loc);
    }

    @Override
    public Tensor mean() {
        return Tensors.where(df.gt(1), loc, Double.NaN);
    }

    @Override
    public Tensor variance() {
        Tensor finite = df.gt(2);
        Tensor safe = Tensors.where(finite, df, 3);
        Tensor heavy = Tensors.where(df.gt(1), Double.POSITIVE_INFINITY, Double.NaN);
        return Tensors.where(finite, scale.square().times(safe).div(safe.minus(2)), heavy);
    }

    @Override
    public Tensor entropy() {
        Tensor half = df.times(0.5);
        Tensor more = half.plus(0.5);
        Tensor front = more.times(more.digamma().minus(half.digamma()));
        return front.plus(df.log().times(0.5))
                .plus(Stats.betaln(half, Tensors.literal(0.5)))
                .plus(scale.log());
    }
}
