package lectern.optim;

import java.util.function.Function;
import lectern.tensor.Tensor;

/**
 * Steps down the gradient, their lengths found by a strong Wolfe line search: to be compared with, not to be used.
 * Cauchy (1847).
 */
public record SteepestDescent(int steps, double gradientTolerance) implements Method {
    public SteepestDescent {
        Descent.requireSteps(steps);
    }

    /** At most so many steps; 1000 unless said. */
    public SteepestDescent steps(int limit) {
        return new SteepestDescent(limit, gradientTolerance);
    }

    /** Stops when no partial derivative is larger in absolute value; 1e-8 unless said. */
    public SteepestDescent gradientTolerance(double value) {
        return new SteepestDescent(steps, value);
    }

    @Override
    public <P> Fit<P> minimize(Function<? super P, ? extends Tensor> f, P start, Watch watch) {
        return Descent.run(f, start, watch, steps, gradientTolerance, 0, 0.1, objective -> new Directions());
    }

    /** Each step begins its search at the length of the one before. */
    private static final class Directions implements Descent.Directions {
        private double last = Double.NaN;

        @Override
        public double[] next(Descent.Place here) {
            return Vectors.scaled(here.gradient(), -1);
        }

        @Override
        public void moved(Descent.Place from, Descent.Place to) {
            last = Vectors.norm(Vectors.minus(to.x(), from.x())) / Vectors.norm(from.gradient());
        }

        @Override
        public double firstStep(Descent.Place here, double[] direction, Descent.Place before) {
            return Double.isNaN(last) ? Math.min(1, 1 / Vectors.norm(here.gradient())) : last;
        }
    }
}
