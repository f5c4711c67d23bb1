package lectern.stats;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * A distribution of a random number, or of as many independent ones as its parameters have elements.
 *
 * <p>Parameters and arguments broadcast as in arithmetic. Log densities are written in operations of tensors: they
 * differentiate in the argument and in the parameters, to any order, and compile. Distribution functions and quantiles
 * are computed from numbers and refuse a tensor that is being differentiated.
 *
 * {@snippet :
 * Normal.of(0, 1).pdf(0)                                       // → 0.3989422804014327
 * Normal.of(0, 1).cdf(of(0.0, 1))                              // → [0.5 0.84134475]
 * grad(t -> Normal.of(0, 1).logPdf(t), 2.0)                    // → -2.0
 * }
 */
public interface Distribution {
    /**
     * The logarithm of the density, or of the probability of a whole number for a distribution of counts.
     *
     * @param x where; outside the support the answer is negative infinity
     * @return one number for each element of x and of the parameters, broadcast
     */
    Tensor logPdf(Tensor x);

    /**
     * The probability of a value of at most x.
     *
     * @throws IllegalStateException when x or a parameter is being differentiated
     */
    Tensor cdf(Tensor x);

    /**
     * The smallest x whose {@link #cdf} reaches p: SciPy's {@code ppf}.
     *
     * @throws IllegalArgumentException when a p lies outside [0, 1]
     * @throws IllegalStateException when p or a parameter is being differentiated
     */
    Tensor quantile(Tensor p);

    /**
     * Independent draws, by the seed of the notebook.
     *
     * @param shape the shape of the draws, in front of that of the parameters; without it one draw of each
     */
    Tensor sample(int... shape);

    /** The mean; NaN where there is none. */
    Tensor mean();

    /** The variance; infinite or NaN where there is none. */
    Tensor variance();

    /** The differential entropy in nats, for counts the entropy. */
    Tensor entropy();

    /** The standard deviation. */
    default Tensor sd() {
        return variance().sqrt();
    }

    /** The density; for a distribution of counts the probability. */
    default Tensor pdf(Tensor x) {
        return logPdf(x).exp();
    }

    /** The density at one number, for parameters that are single numbers. */
    default double pdf(double x) {
        return pdf(Tensors.of(x)).item();
    }

    /** The logarithm of the density at one number, for parameters that are single numbers. */
    default double logPdf(double x) {
        return logPdf(Tensors.of(x)).item();
    }

    /** The distribution function at one number, for parameters that are single numbers. */
    default double cdf(double x) {
        return cdf(Tensors.of(x)).item();
    }

    /**
     * The quantile of one probability, for parameters that are single numbers.
     *
     * @throws IllegalArgumentException when p lies outside [0, 1]
     */
    default double quantile(double p) {
        return quantile(Tensors.of(p)).item();
    }
}
