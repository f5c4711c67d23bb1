package lectern.optim;

import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Looks around a point before it is called a minimum: a small gradient alone is found at saddles and maxima as well, and
 * a search that finds nothing smaller may stand at a kink.
 */
final class Neighbourhood {
    /** Up to so many numbers the curvature is looked at in all directions. */
    private static final int MOST = 40;

    /** Up to so many numbers they are changed in pairs, too. */
    private static final int FEW = 20;

    /** How large a small change is: this share of a number and a hundredth part of the share. */
    private static final double SMALL = 1e-3;

    /** The share of the largest curvature below which a negative one counts as rounding. */
    private static final double LEAST_CURVATURE = 1e-4;

    private Neighbourhood() {}

    /**
     * True when the loss curves downwards in some direction; false as well for more than {@value #MOST} numbers, where
     * looking would cost more than the fit.
     *
     * @param single true for parameters that are rounded to single precision
     */
    static boolean curvesDown(UnaryOperator<double[]> gradients, double[] x, double[] gradient, boolean single) {
        int n = x.length;
        if (n > MOST) {
            return false;
        }
        double[][] hessian = new double[n][n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double[] there = x.clone();
            there[i] += (single ? 5e-3 : 6e-6) * (1 + Math.abs(x[i]));
            double[] change = Vectors.minus(gradients.apply(there), gradient);
            for (int k = 0; k < n; k++) {
                double share = 0.5 * change[k] / (there[i] - x[i]);
                hessian[i][k] += share;
                hessian[k][i] += share;
            }
        }
        for (double[] row : hessian) {
            if (!Vectors.finite(0, row)) {
                return false;
            }
            largest = Math.max(largest, Vectors.largest(row));
        }
        for (int i = 0; i < n; i++) {
            hessian[i][i] += (single ? 100 : 1) * LEAST_CURVATURE * largest;
        }
        return largest > 0 && Vectors.solvePositive(hessian, new double[n]) == null;
    }

    /**
     * True when a small change of one number, or of two up to {@value #FEW} numbers, makes the loss smaller by more than
     * rounding would.
     */
    static boolean hasLower(ToDoubleFunction<double[]> loss, double[] x, double value) {
        double bound = value - 1e-13 * Math.abs(value) - Double.MIN_NORMAL;
        for (int i = 0; i < x.length; i++) {
            for (int k = i; k < (x.length > FEW ? i + 1 : x.length); k++) {
                for (int signs = 0; signs < 4; signs++) {
                    double[] there = x.clone();
                    there[i] += (signs < 2 ? 1 : -1) * SMALL * (Math.abs(x[i]) + 0.01);
                    if (k > i) {
                        there[k] += (signs % 2 == 0 ? 1 : -1) * SMALL * (Math.abs(x[k]) + 0.01);
                    }
                    if (loss.applyAsDouble(there) < bound) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
