package lectern.optim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Function;
import lectern.tensor.Tensor;

/**
 * The limited-memory method of Broyden, Fletcher, Goldfarb and Shanno with a strong Wolfe line search: the method of
 * choice for smooth functions of many parameters. Liu and Nocedal (1989).
 */
public record Lbfgs(int history, int steps, double gradientTolerance, double lossTolerance) implements Method {
    public Lbfgs {
        if (history < 1 || steps < 0) {
            throw new IllegalArgumentException(
                    "L-BFGS needs a history of at least 1 and steps of at least 0, got " + history + " and " + steps);
        }
    }

    /** Keeps so many pairs of steps and gradient changes; 10 unless said. */
    public Lbfgs history(int pairs) {
        return new Lbfgs(pairs, steps, gradientTolerance, lossTolerance);
    }

    /** At most so many steps; 1000 unless said. */
    public Lbfgs steps(int limit) {
        return new Lbfgs(history, limit, gradientTolerance, lossTolerance);
    }

    /** Stops when no partial derivative is larger in absolute value; 1e-8 unless said. */
    public Lbfgs gradientTolerance(double value) {
        return new Lbfgs(history, steps, value, lossTolerance);
    }

    /** Stops when a step improves the loss by a smaller share; 0 unless said. */
    public Lbfgs lossTolerance(double value) {
        return new Lbfgs(history, steps, gradientTolerance, value);
    }

    @Override
    public <P> Fit<P> minimize(Function<? super P, ? extends Tensor> f, P start, Watch watch) {
        return Descent.run(
                f, start, watch, steps, gradientTolerance, lossTolerance, 0.9, objective -> new Memory(history));
    }

    /** The pairs (s, y) and the two-loop recursion over them. */
    static final class Memory implements Descent.Directions {
        private record Pair(double[] s, double[] y, double rho) {}

        private final Deque<Pair> pairs = new ArrayDeque<>();
        private final int history;

        Memory(int history) {
            this.history = history;
        }

        @Override
        public double[] next(Descent.Place here) {
            double[] q = Vectors.scaled(here.gradient(), -1);
            if (pairs.isEmpty()) {
                return q;
            }
            double[] alphas = new double[pairs.size()];
            int i = pairs.size();
            for (Iterator<Pair> it = pairs.descendingIterator(); it.hasNext(); ) {
                Pair p = it.next();
                alphas[--i] = p.rho * Vectors.dot(p.s, q);
                Vectors.add(q, -alphas[i], p.y);
            }
            Pair last = pairs.getLast();
            double scale = 1 / (last.rho * Vectors.dot(last.y, last.y));
            Vectors.scale(q, scale);
            for (Pair p : pairs) {
                Vectors.add(q, alphas[i++] - p.rho * Vectors.dot(p.y, q), p.s);
            }
            return q;
        }

        @Override
        public void moved(Descent.Place from, Descent.Place to) {
            double[] s = Vectors.minus(to.x(), from.x());
            double[] y = Vectors.minus(to.gradient(), from.gradient());
            double curvature = Vectors.dot(s, y);
            if (curvature > 1e-14 * Vectors.norm(s) * Vectors.norm(y)) {
                if (pairs.size() == history) {
                    pairs.removeFirst();
                }
                pairs.addLast(new Pair(s, y, 1 / curvature));
            }
        }

        @Override
        public double firstStep(Descent.Place here, double[] direction, Descent.Place before) {
            return pairs.isEmpty() ? Math.min(1, 1 / Vectors.norm(here.gradient())) : 1;
        }

        @Override
        public boolean restart() {
            boolean had = !pairs.isEmpty();
            pairs.clear();
            return had;
        }
    }
}
