package lectern.optim;

import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;

/**
 * The quadratic model of a sum of squares around a point: ½‖r + J·Δ‖², damped by ½λ·Σ dᵢΔᵢ².
 *
 * <p>With fewer residuals than parameters the step is solved for in the space of the residuals, Δ = −D⁻¹Jᵀ(J D⁻¹ Jᵀ +
 * λI)⁻¹ r, which is the same step at the cost of the smaller matrix.
 *
 * <p>Loops over numbers stand in {@link Vectors}: here they would make the just-in-time compiler take everything that
 * the tensors call into one long compilation.
 */
final class GaussNewton {
    /** Share of the average curvature that a parameter of little influence is damped with; else it would run away. */
    private static final double LEAST_WEIGHT = 1e-8;

    /** Share of its greatest curvature so far below which a parameter has lost its influence. */
    private static final double LOST = 1e-20;

    private final int m;
    private final int n;
    private final double[] residuals;
    private final Tensor across;
    private final double[] gradient;

    /** Each parameter's greatest curvature so far. */
    private final double[] greatest;

    /**
     * What the damping is weighted with: the greatest curvature (J. J. Moré, "The Levenberg-Marquardt algorithm:
     * implementation and theory", 1978), but not less than a share of the average.
     */
    private final double[] weights;

    /** True when a parameter that had influence on the residuals has none here. */
    private final boolean lost;

    /** JᵀJ, or J D⁻¹ Jᵀ where that is smaller. */
    private final double[] matrix;

    GaussNewton(Tensor jacobian, double[] residuals, double[] before) {
        m = jacobian.dim(0);
        n = jacobian.dim(1);
        this.residuals = residuals;
        across = jacobian.T();
        gradient = across.matmul(Raw.wrap(residuals.clone(), m)).toDoubleArray();
        greatest = jacobian.square().sum(0).toDoubleArray();
        double least = Math.max(LEAST_WEIGHT * Vectors.sum(greatest) / n, Double.MIN_NORMAL);
        boolean less = false;
        for (int i = 0; before != null && i < n; i++) {
            less |= greatest[i] < LOST * before[i];
            greatest[i] = Math.max(greatest[i], before[i]);
        }
        lost = less;
        weights = greatest.clone();
        Vectors.atLeast(weights, least);
        Tensor square = m < n ? jacobian.div(Raw.wrap(weights, n)).matmul(across) : across.matmul(jacobian);
        matrix = square.toDoubleArray();
    }

    /** Each parameter's greatest curvature so far, to be passed on to the next model. */
    double[] greatest() {
        return greatest;
    }

    /** Jᵀr. */
    double[] gradient() {
        return gradient;
    }

    /** The damped step; null when the matrix is not positive definite at this damping. */
    double[] step(double lambda) {
        boolean small = m < n;
        int size = small ? m : n;
        double[][] a = Vectors.damped(matrix, size, lambda, small ? null : weights);
        double[] solved = Vectors.solvePositive(a, Vectors.scaled(small ? residuals : gradient, -1));
        if (!small || solved == null) {
            return solved;
        }
        double[] step = across.matmul(Raw.wrap(solved, m)).toDoubleArray();
        Vectors.divide(step, weights);
        return step;
    }

    /** True when a step with next to no damping would gain no more than a share of 1e-9 of a loss. */
    boolean promisesLittle(double loss) {
        double[] step = step(1e-12);
        return step == null || predicted(step, 1e-12) <= 1e-9 * loss;
    }

    /** True when a parameter that had influence on the residuals has none here. */
    boolean hasLost() {
        return lost;
    }

    /** How much the damped model promises to gain by its step. */
    double predicted(double[] step, double lambda) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += step[i] * (lambda * weights[i] * step[i] - gradient[i]);
        }
        return 0.5 * sum;
    }
}
