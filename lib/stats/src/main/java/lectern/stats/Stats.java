package lectern.stats;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/** Special functions of statistics as static verbs, and what two distributions say of each other. */
public final class Stats {
    private Stats() {}

    /**
     * log |Γ(x)|, element by element; see {@link Tensor#lgamma}.
     *
     * @param x floating-point numbers of any shape
     * @return the logarithms in that shape, infinite at 0, -1, -2, …
     */
    public static Tensor lgamma(Tensor x) {
        return x.lgamma();
    }

    /**
     * log |Γ(x)|.
     *
     * {@snippet :
     * lgamma(5)        // → 3.1780538303479458
     * }
     *
     * @param x a number
     * @return the logarithm, infinite at 0, -1, -2, …
     */
    public static double lgamma(double x) {
        return Tensors.of(x).lgamma().item();
    }

    /**
     * The derivative of {@link #lgamma(Tensor)}, element by element.
     *
     * @param x floating-point numbers of any shape
     * @return the slopes in that shape, NaN at 0, -1, -2, …
     */
    public static Tensor digamma(Tensor x) {
        return x.digamma();
    }

    /**
     * The derivative of log Γ at a number; at 1 it is minus Euler's constant.
     *
     * {@snippet :
     * "%.6f".formatted(digamma(1.0))        // → "-0.577216"
     * }
     *
     * @param x a number
     * @return the slope, NaN at 0, -1, -2, …
     */
    public static double digamma(double x) {
        return Tensors.of(x).digamma().item();
    }

    /**
     * The inverse of the error function, element by element.
     *
     * @param x floating-point numbers of any shape, from -1 to 1
     * @return the numbers y with erf(y) = x in that shape
     */
    public static Tensor erfinv(Tensor x) {
        return x.erfinv();
    }

    /**
     * The y with erf(y) = x; infinite at -1 and 1, NaN beyond.
     *
     * {@snippet :
     * erfinv(1.0)        // → Infinity
     * }
     *
     * @param x a number from -1 to 1
     * @return the y
     */
    public static double erfinv(double x) {
        return Tensors.of(x).erfinv().item();
    }

    /**
     * The logarithm of the beta function, log Γ(a) + log Γ(b) - log Γ(a + b), for a and b above 0.
     *
     * {@snippet :
     * betaln(of(2.0), of(3.0)).lt(0)        // → True
     * }
     *
     * @param a numbers above 0
     * @param b numbers above 0 of a shape that fits
     * @return the logarithms
     */
    public static Tensor betaln(Tensor a, Tensor b) {
        return a.lgamma().plus(b.lgamma()).minus(a.plus(b).lgamma());
    }

    /**
     * The incomplete beta function, divided by the whole: SciPy's {@code betainc(a, b, x)}.
     *
     * {@snippet :
     * betainc(2, 2, 1)         // → 1.0
     * }
     *
     * @param a a number above 0
     * @param b a number above 0
     * @param x where the integral ends, from 0 to 1
     * @return the share of the whole, from 0 to 1
     * @throws IllegalArgumentException when a or b is not above 0, or x lies outside [0, 1]
     */
    public static double betainc(double a, double b, double x) {
        if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) {
            throw new IllegalArgumentException(
                    "betainc(a, b, x) wants a and b above 0 and x between 0 and 1, got " + a + ", " + b + ", " + x);
        }
        return Incomplete.beta(x, a, b);
    }

    /**
     * The lower incomplete gamma function, divided by the whole: SciPy's {@code gammainc(a, x)}.
     *
     * {@snippet :
     * gammainc(2, 0)        // → 0.0
     * }
     *
     * @param a a number above 0
     * @param x where the integral ends, at least 0
     * @return the share of the whole, from 0 to 1
     * @throws IllegalArgumentException when a is not above 0, or x is negative
     */
    public static double gammainc(double a, double x) {
        if (!(a > 0 && x >= 0)) {
            throw new IllegalArgumentException(
                    "gammainc(a, x) wants a above 0 and x of at least 0, got " + a + ", " + x);
        }
        return Incomplete.gammaP(a, x);
    }

    /**
     * The Kullback–Leibler divergence ∫ p log(p / q) in nats, where it has a closed form.
     *
     * {@snippet :
     * kl(Normal.of(1, 1), Normal.of(0, 1)).item()      // → 0.5
     * }
     *
     * @param p the distribution that is true
     * @param q the distribution that stands in for it
     * @return the divergence, one number for each pair of parameters
     * @throws IllegalArgumentException for a pair without a closed form here
     */
    public static Tensor kl(Distribution p, Distribution q) {
        if (p instanceof Normal a && q instanceof Normal b) {
            Tensor ratio = a.sd().div(b.sd());
            Tensor apart = a.mean().minus(b.mean()).div(b.sd());
            return ratio.square().plus(apart.square()).minus(1).times(0.5).minus(ratio.log());
        }
        if (p instanceof Exponential a && q instanceof Exponential b) {
            Tensor ratio = b.rate().div(a.rate());
            return ratio.minus(1).minus(ratio.log());
        }
        if (p instanceof Poisson a && q instanceof Poisson b) {
            return a.rate().times(a.rate().div(b.rate()).log()).minus(a.rate()).plus(b.rate());
        }
        if (p instanceof Gamma a && q instanceof Gamma b) {
            Tensor shapes = a.shape().minus(b.shape()).times(a.shape().digamma());
            Tensor rates = b.shape().times(a.rate().div(b.rate()).log());
            Tensor means = a.shape().times(b.rate().minus(a.rate()).div(a.rate()));
            return shapes.minus(a.shape().lgamma())
                    .plus(b.shape().lgamma())
                    .plus(rates)
                    .plus(means);
        }
        if (p instanceof Beta a && q instanceof Beta b) {
            Tensor first = a.a().minus(b.a()).times(a.a().digamma());
            Tensor second = a.b().minus(b.b()).times(a.b().digamma());
            Tensor sum = a.a().plus(a.b());
            Tensor both = b.a().plus(b.b()).minus(sum).times(sum.digamma());
            return betaln(b.a(), b.b())
                    .minus(betaln(a.a(), a.b()))
                    .plus(first)
                    .plus(second)
                    .plus(both);
        }
        throw new IllegalArgumentException("kl has no closed form for " + kind(p) + " and " + kind(q)
                + "; estimate it from draws: x = p.sample(10000), p.logPdf(x).minus(q.logPdf(x)).mean()");
    }

    private static String kind(Distribution distribution) {
        return distribution == null ? "null" : distribution.getClass().getSimpleName();
    }
}
