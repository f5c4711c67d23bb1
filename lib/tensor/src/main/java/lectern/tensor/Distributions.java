package lectern.tensor;

import lectern.tensor.eval.Values;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Random numbers of distributions other than the plain ones. */
class Distributions {
    Distributions() {}

    /**
     * Draws uniform numbers in [low, high).
     *
     * {@snippet :
     * uniform(5, 6, 1000).ge(5).all() // → True
     * }
     *
     * @param low the lower bound, which may come
     * @param high the upper bound, which does not come
     * @param shape the shape of the result; a single number without one
     * @return float64
     * @throws IllegalArgumentException for bounds that are not finite, or the larger one first
     */
    public static Tensor uniform(double low, double high, int... shape) {
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("uniform numbers lie between two finite bounds, the smaller first; got ["
                    + low + ", " + high + ")");
        }
        Tensor u = Sampling.rand(shape);
        return Double.isInfinite(high - low)
                ? u.times(high).plus(u.neg().plus(1).times(low))
                : u.times(high - low).plus(low);
    }

    /**
     * Draws normal numbers.
     *
     * {@snippet :
     * normal(10, 0, 2) // → [10. 10.]
     * }
     *
     * @param mean their mean
     * @param deviation their standard deviation, 0 or more
     * @param shape the shape of the result; a single number without one
     * @return float64
     * @throws IllegalArgumentException for a negative deviation, or numbers that are not finite
     */
    public static Tensor normal(double mean, double deviation, int... shape) {
        if (!(deviation >= 0) || Double.isInfinite(deviation) || !Double.isFinite(mean)) {
            throw new IllegalArgumentException(
                    "normal numbers want a finite mean and a standard deviation that is finite"
                            + " and not negative, got " + mean + " and " + deviation);
        }
        return Sampling.randn(shape).times(deviation).plus(mean);
    }

    /**
     * Draws exponentially distributed numbers: waiting times.
     *
     * {@snippet :
     * exponential(2, 1000).ge(0).all() // → True
     * }
     *
     * @param mean their mean, 0 or more
     * @param shape the shape of the result; a single number without one
     * @return float64
     * @throws IllegalArgumentException for a mean that is negative or not finite
     */
    public static Tensor exponential(double mean, int... shape) {
        if (!(mean >= 0) || Double.isInfinite(mean)) {
            throw new IllegalArgumentException(
                    "the mean of an exponential distribution is finite and not negative, got " + mean);
        }
        return Sampling.rand(shape).neg().log1p().times(-mean);
    }

    /**
     * Draws gamma distributed numbers; their mean is shape parameter times scale.
     *
     * {@snippet :
     * gamma(2, 3, 1000).gt(0).all() // → True
     * }
     *
     * @param shapeParameter positive
     * @param scale 0 or more
     * @param shape the shape of the result; a single number without one
     * @return float64
     * @throws IllegalArgumentException for a scale that is negative or not finite
     */
    public static Tensor gamma(double shapeParameter, double scale, int... shape) {
        if (!(scale >= 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException("the scale of gamma numbers is finite and not negative, got " + scale);
        }
        Values out = Values.zeros(DType.FLOAT64, shape.clone());
        for (int i = 0; i < out.size; i++) {
            out.f64()[i] = scale * Sampling.generator().nextGamma(shapeParameter);
        }
        return Dense.of(out);
    }

    /**
     * Draws beta distributed numbers between 0 and 1, with mean a / (a + b).
     *
     * {@snippet :
     * beta(2, 2, 1000).lt(1).all() // → True
     * }
     *
     * @param a positive
     * @param b positive
     * @param shape the shape of the result; a single number without one
     * @return float64
     */
    public static Tensor beta(double a, double b, int... shape) {
        return logGamma(a, shape).minus(logGamma(b, shape)).sigmoid();
    }

    /**
     * Draws points of a normal distribution of several dimensions.
     *
     * {@snippet :
     * multivariateNormal(of(0.0, 5), eye(2), 10).shape() // → int[2] { 10, 2 }
     * }
     *
     * @param mean shape (d)
     * @param covariance shape (d, d), symmetric, without negative eigenvalues
     * @param n the number of points
     * @return shape (n, d)
     * @throws IllegalArgumentException where the shapes do not belong together, or for a negative eigenvalue
     */
    public static Tensor multivariateNormal(Tensor mean, Tensor covariance, int n) {
        int d = mean.size();
        if (covariance.ndim() != 2 || covariance.dim(0) != d || covariance.dim(1) != d) {
            throw new ShapeException("multivariateNormal: mean " + Shapes.text(mean.shape()) + " wants a covariance ("
                    + d + ", " + d + "), got " + Shapes.text(covariance.shape()));
        }
        var eigen = Linalg.eigh(covariance);
        if (eigen.values().min().item()
                < -1e-8 * Math.max(1e-300, eigen.values().abs().max().item())) {
            throw new IllegalArgumentException("multivariateNormal: the covariance has a negative eigenvalue");
        }
        Tensor root = eigen.vectors().times(eigen.values().maximum(0).sqrt());
        return Sampling.randn(n, d).matmul(root.T()).plus(mean.reshape(d));
    }

    static Tensor logGamma(double shapeParameter, int... shape) {
        Values out = Values.zeros(DType.FLOAT64, shape.clone());
        for (int i = 0; i < out.size; i++) {
            out.f64()[i] = Sampling.generator().nextLogGamma(shapeParameter);
        }
        return Dense.of(out);
    }
}
