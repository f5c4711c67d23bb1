package lectern.tensor.eval;

import java.util.Arrays;
import lectern.tensor.op.Spectral;

/** Divided differences f[x₀, …, xₘ] of numbers that may be equal or nearly so, to full precision. */
final class DividedDifferences {
    /** Nodes within this share of the greatest are near one another: a series is used. */
    private static final double NEAR = 0.1;

    private static final int TERMS = 18;

    private DividedDifferences() {}

    static double of(Spectral.Function function, double... x) {
        return switch (function) {
            case SQRT -> root(x);
            case LOG -> {
                double[] sorted = x.clone();
                Arrays.sort(sorted);
                yield log(sorted, 0, sorted.length - 1);
            }
        };
    }

    /**
     * The corner of the square root of the matrix with the nodes on its diagonal and ones above. Source: Å. Björck and S.
     * Hammarling, "A Schur method for the square root of a matrix" (1983); of the corner: G. Opitz, "Steigungsmatrizen"
     * (1964).
     */
    private static double root(double... x) {
        int m = x.length;
        double[][] r = new double[m][m];
        for (int j = 0; j < m; j++) {
            r[j][j] = Math.sqrt(x[j]);
            for (int i = j - 1; i >= 0; i--) {
                double sum = i + 1 == j ? 1 : 0;
                for (int k = i + 1; k < j; k++) {
                    sum -= r[i][k] * r[k][j];
                }
                r[i][j] = sum / (r[i][i] + r[j][j]);
            }
        }
        return r[0][m - 1];
    }

    private static double log(double[] x, int from, int to) {
        double a = x[from];
        double b = x[to];
        if (from == to) {
            return Math.log(a);
        }
        if (to == from + 1) {
            double t = (b - a) / (b + a);
            return t == 0 ? 1 / a : Math.log1p(2 * t / (1 - t)) / (b - a);
        }
        if (b - a > NEAR * b) {
            return (log(x, from + 1, to) - log(x, from, to - 1)) / (b - a);
        }
        return series(x, from, to);
    }

    /** From the power series about the middle: a coefficient times a complete symmetric polynomial, summed. */
    private static double series(double[] x, int from, int to) {
        double c = (x[from] + x[to]) / 2;
        double[] symmetric = new double[TERMS];
        symmetric[0] = 1;
        for (int i = from; i <= to; i++) {
            double u = x[i] / c - 1;
            for (int k = 1; k < TERMS; k++) {
                symmetric[k] += u * symmetric[k - 1];
            }
        }
        int m = to - from;
        double sum = 0;
        for (int k = TERMS - 1; k >= 0; k--) {
            sum += ((m + k) % 2 == 0 ? -1 : 1) * symmetric[k] / (m + k);
        }
        return sum / Math.pow(c, m);
    }
}
