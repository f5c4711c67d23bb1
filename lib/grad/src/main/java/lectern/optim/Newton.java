package lectern.optim;

import java.util.function.Function;
import lectern.grad.Fn;
import lectern.grad.Grad;
import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;

/**
 * Newton's method with the exact Hessian, made positive definite by a multiple of the identity where it is not, and a
 * line search. For up to some hundred parameters.
 */
public record Newton(int steps, double gradientTolerance) implements Method {
    public Newton {
        Descent.requireSteps(steps);
    }

    /** At most so many steps; 100 unless said. */
    public Newton steps(int limit) {
        return new Newton(limit, gradientTolerance);
    }

    /** Stops when no partial derivative is larger in absolute value; 1e-8 unless said. */
    public Newton gradientTolerance(double value) {
        return new Newton(steps, value);
    }

    @Override
    public <P> Fit<P> minimize(Function<? super P, ? extends Tensor> f, P start, Watch watch) {
        return Descent.run(f, start, watch, steps, gradientTolerance, 0, 0.9, objective -> {
            Fn hessian = Grad.hessian(objective.flat());
            return here -> direction(hessian, here);
        });
    }

    private static double[] direction(Fn hessian, Descent.Place here) {
        int n = here.x().length;
        double[] h = hessian.apply(Raw.wrap(here.x().clone(), n)).toDoubleArray();
        double scale = Math.max(Vectors.largest(h), Double.MIN_NORMAL);
        double[] down = Vectors.scaled(here.gradient(), -1);
        for (double shift = 0; shift < 1e6 * scale; shift = shift == 0 ? 1e-3 * scale : 10 * shift) {
            double[][] a = new double[n][n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(h, i * n, a[i], 0, n);
                a[i][i] += shift;
            }
            double[] step = Vectors.solvePositive(a, down);
            if (step != null && Vectors.finite(0, step)) {
                return step;
            }
        }
        return down;
    }
}
