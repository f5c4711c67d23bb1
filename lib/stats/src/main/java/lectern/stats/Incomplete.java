package lectern.stats;

import org.hipparchus.special.Gamma;

/** Incomplete beta and gamma functions with their limits, and what follows from them. */
final class Incomplete {
    private static final double PRECISION = 1e-15;

    private static final int STEPS = 100_000;

    private Incomplete() {}

    static double gammaP(double a, double x) {
        if (!(x > 0)) {
            return x == x ? 0 : Double.NaN;
        }
        return Double.isInfinite(x) ? 1 : Gamma.regularizedGammaP(a, x, PRECISION, STEPS);
    }

    static double gammaQ(double a, double x) {
        if (!(x > 0)) {
            return x == x ? 1 : Double.NaN;
        }
        return Double.isInfinite(x) ? 0 : Gamma.regularizedGammaQ(a, x, PRECISION, STEPS);
    }

    static double beta(double x, double a, double b) {
        if (!(x > 0 && x < 1)) {
            return x <= 0 ? 0 : x >= 1 ? 1 : Double.NaN;
        }
        return beta(x, 1 - x, a, b);
    }

    /** With 1 - x as a number of its own, which keeps its digits where x is near 1. */
    private static double beta(double x, double rest, double a, double b) {
        double whole = org.hipparchus.special.Beta.logBeta(a, b);
        double front = Math.exp(a * Math.log(x) + b * Math.log(rest) - whole);
        return x <= (a + 1) / (a + b + 2) ? front / (a * fraction(x, a, b)) : 1 - front / (b * fraction(rest, b, a));
    }

    /** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's steps. */
    private static double fraction(double x, double a, double b) {
        double above = 1;
        double below = 0;
        double value = 1;
        for (int step = 1; step <= STEPS; step++) {
            int m = step / 2;
            double term = step % 2 == 0
                    ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
                    : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            below = 1 / away(1 + term * below);
            above = away(1 + term / above);
            double factor = above * below;
            value *= factor;
            if (Math.abs(factor - 1) < PRECISION) {
                return value;
            }
        }
        return value;
    }

    /** A divisor that is not 0. */
    private static double away(double divisor) {
        return divisor == 0 ? Double.MIN_NORMAL : divisor;
    }

    static double betaInverse(double p, double a, double b) {
        return p <= 0.5
                ? Inversion.leastDouble(1, x -> beta(x, a, b) >= p)
                : Inversion.leastDouble(1, x -> beta(1 - x, b, a) <= 1 - p);
    }

    /** The probability of Student's t below a value. */
    static double t(double t, double df) {
        if (Double.isInfinite(t) || t == 0) {
            return t == 0 ? 0.5 : t < 0 ? 0 : 1;
        }
        double square = t * t;
        double tail = square < 1
                ? 0.5 - 0.5 * beta(square / (df + square), df / (df + square), 0.5, df / 2)
                : 0.5 * beta(df / (df + square), 1 / (1 + df / square), df / 2, 0.5);
        return t < 0 ? tail : 1 - tail;
    }

    static double tInverse(double p, double df) {
        if (p == 0.5) {
            return 0;
        }
        double tail = Math.min(p, 1 - p);
        double size =
                tail == 0 ? Double.POSITIVE_INFINITY : Inversion.leastDouble(Double.MAX_VALUE, x -> t(-x, df) <= tail);
        return p < 0.5 ? -size : size;
    }

    /** Minus the sum of p log p over the counts up to the last that matters. */
    static double entropy(Discrete distribution, double last) {
        double sum = 0;
        for (double k = 0; k <= last; k++) {
            double log = distribution.logPdf(k);
            sum -= log == Double.NEGATIVE_INFINITY ? 0 : Math.exp(log) * log;
        }
        return sum;
    }
}
