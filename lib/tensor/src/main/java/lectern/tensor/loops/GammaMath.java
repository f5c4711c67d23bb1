package lectern.tensor.loops;

import org.hipparchus.special.Erf;

/**
 * The logarithm of the gamma function, its derivatives of every order, and the inverse error function, one number at a
 * time.
 *
 * <p>Arguments are shifted upwards by the recurrence until the asymptotic series holds (Abramowitz and Stegun, 1964,
 * 6.1.40, 6.3.18 and 6.4.11); the sum over the shift and the series are Euler and Maclaurin's formula.
 */
public final class GammaMath {
    /** From here on ten terms of the series give all digits of a double. */
    private static final double FAR = 12;

    /** Below this a shift of an order above 0 would take more than a million steps. */
    private static final double LEAST = -1e6;

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** The Bernoulli numbers B₂, B₄, … */
    private static final double[] BERNOULLI = {
        1 / 6.0,
        -1 / 30.0,
        1 / 42.0,
        -1 / 30.0,
        5 / 66.0,
        -691 / 2730.0,
        7 / 6.0,
        -3617 / 510.0,
        43867 / 798.0,
        -174611 / 330.0
    };

    private GammaMath() {}

    static double erfinv(double x) {
        if (!(Math.abs(x) < 1)) {
            return Math.abs(x) == 1 ? x / 0.0 : Double.NaN;
        }
        return x == 0 ? x : Erf.erfInv(x);
    }

    /** log |Γ(x)|; infinite at 0, -1, -2, … */
    static double lgamma(double x) {
        if (x != x) {
            return x;
        }
        if (x <= 0) {
            if (Double.isInfinite(x) || x == Math.rint(x)) {
                return Double.POSITIVE_INFINITY;
            }
            return x > -1e-17 ? -Math.log(-x) : Math.log(Math.PI / Math.abs(sinPi(x))) - lgamma(1 - x);
        }
        if (x < FAR) {
            return x < 1e-17 ? -Math.log(x) : org.hipparchus.special.Gamma.logGamma(x);
        }
        if (Double.isInfinite(x)) {
            return x;
        }
        double square = 1 / x / x;
        double power = 1 / x;
        double sum = 0;
        for (int j = 0; j < BERNOULLI.length; j++) {
            sum += BERNOULLI[j] / ((2 * j + 2) * (2 * j + 1)) * power;
            power *= square;
        }
        return (x - 0.5) * (Math.log(x) - 1) - 0.5 + HALF_LOG_TWO_PI + sum;
    }

    /** The derivative of the digamma function of an order; order 0 is digamma. */
    public static double polygamma(int order, double x) {
        if (x != x || (x <= 0 && (x == Math.rint(x) || Double.isInfinite(x)))) {
            return order % 2 == 1 && x == x && !Double.isInfinite(x) ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        return order == 0 ? digamma(x) : higher(order, x);
    }

    private static double digamma(double x) {
        if (x < 0) {
            double part = x - Math.rint(x);
            return digamma(1 - x) - Math.PI / Math.tan(Math.PI * part);
        }
        double shift = 0;
        double far = x;
        for (; far < FAR; far++) {
            shift += 1 / far;
        }
        double square = 1 / far / far;
        double power = square;
        double sum = 0;
        for (int j = 0; j < BERNOULLI.length; j++) {
            sum += BERNOULLI[j] / (2 * j + 2) * power;
            power *= square;
        }
        return Math.log(far) - 0.5 / far - sum - shift;
    }

    /** (-1)ⁿ⁺¹ n! Σ (x + k)⁻ⁿ⁻¹. */
    private static double higher(int order, double x) {
        if (x < LEAST) {
            return Double.NaN;
        }
        if (Double.isInfinite(x)) {
            return order % 2 == 1 ? 0.0 : -0.0;
        }
        int s = order + 1;
        double sum = 0;
        double far = x;
        for (; far < FAR + order; far++) {
            sum += Math.pow(far, -s);
        }
        double power = Math.pow(far, -s);
        sum += power * far / order + 0.5 * power;
        double term = power * s / far / 2;
        for (int j = 0; j < BERNOULLI.length; j++) {
            sum += BERNOULLI[j] * term;
            int k = 2 * j + 2;
            term *= (s + k - 1.0) * (s + k) / ((k + 1.0) * (k + 2.0)) / far / far;
        }
        double factorial = 1;
        for (int k = 2; k <= order; k++) {
            factorial *= k;
        }
        return order % 2 == 1 ? factorial * sum : -factorial * sum;
    }

    private static double sinPi(double x) {
        double nearest = Math.rint(x);
        double sine = Math.sin(Math.PI * (x - nearest));
        return nearest % 2 == 0 ? sine : -sine;
    }
}
