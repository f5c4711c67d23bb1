package lectern.optim;

import java.util.function.Function;
import lectern.tensor.Tensor;

/** Nonlinear conjugate gradients with a strong Wolfe line search. Polak and Ribière (1969), with β cut at 0. */
public record ConjugateGradient(int steps, double gradientTolerance) implements Method {
    public ConjugateGradient {
        Descent.requireSteps(steps);
    }

    /** At most so many steps; 1000 unless said. */
    public ConjugateGradient steps(int limit) {
        return new ConjugateGradient(limit, gradientTolerance);
    }

    /** Stops when no partial derivative is larger in absolute value; 1e-8 unless said. */
    public ConjugateGradient gradientTolerance(double value) {
        return new ConjugateGradient(steps, value);
    }

    @Override
    public <P> Fit<P> minimize(Function<? super P, ? extends Tensor> f, P start, Watch watch) {
        return Descent.run(f, start, watch, steps, gradientTolerance, 0, 0.1, objective -> new Conjugate());
    }

    private static final class Conjugate implements Descent.Directions {
        private double[] direction;
        private double beta;
        private double lastSlope;
        private double lastStep = 1;

        @Override
        public double[] next(Descent.Place here) {
            double[] steepest = Vectors.scaled(here.gradient(), -1);
            direction = direction == null ? steepest : Vectors.plus(steepest, beta, direction);
            if (Vectors.dot(direction, here.gradient()) >= 0) {
                direction = steepest;
            }
            return direction;
        }

        @Override
        public void moved(Descent.Place from, Descent.Place to) {
            double[] change = Vectors.minus(to.gradient(), from.gradient());
            beta = Math.max(0, Vectors.dot(to.gradient(), change) / Vectors.dot(from.gradient(), from.gradient()));
            lastSlope = Vectors.dot(from.gradient(), direction);
            lastStep = Vectors.norm(Vectors.minus(to.x(), from.x())) / Vectors.norm(direction);
        }

        /** The step that would make the same first-order change as the last one. */
        @Override
        public double firstStep(Descent.Place here, double[] along, Descent.Place before) {
            return before == null
                    ? Math.min(1, 1 / Vectors.norm(here.gradient()))
                    : lastStep * lastSlope / Vectors.dot(here.gradient(), along);
        }

        @Override
        public boolean restart() {
            boolean had = direction != null && beta != 0;
            direction = null;
            beta = 0;
            return had;
        }
    }
}
