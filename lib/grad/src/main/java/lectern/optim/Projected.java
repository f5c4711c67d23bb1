package lectern.optim;

/**
 * L-BFGS under bounds: directions in the variables that are free, steps bent along the bounds.
 *
 * <p>After Bertsekas, "Projected Newton methods for optimization problems with simple constraints" (1982).
 */
final class Projected {
    record Result(double[] x, double optimality, int steps, StopReason reason, String explanation) {
        Result(double[] x, double optimality, int steps, StopReason reason) {
            this(x, optimality, steps, reason, reason.sentence());
        }
    }

    private final Objective<?> objective;
    private final double[] low;
    private final double[] high;
    private final double tolerance;
    private final int limit;

    /** Minus infinity was met. */
    private boolean endless;

    Projected(Objective<?> objective, double[] low, double[] high, double tolerance, int limit) {
        for (int i = 0; i < low.length; i++) {
            if (!(low[i] <= high[i])) {
                throw new IllegalArgumentException(
                        "the lower bound " + low[i] + " of number " + i + " lies above its upper bound " + high[i]);
            }
        }
        this.objective = objective;
        this.low = low;
        this.high = high;
        this.tolerance = tolerance;
        this.limit = limit;
    }

    Result run(double[] start) {
        Lbfgs.Memory memory = new Lbfgs.Memory(10);
        double[] x = inside(start);
        double[] g = new double[x.length];
        Descent.Place here = new Descent.Place(x, objective.evaluate(x, g), g);
        StopReason bad = Descent.startsBadly(here);
        if (bad != null) {
            return new Result(x, Double.NaN, 0, bad, objective.trouble(here.value(), g));
        }
        double lowest = -Descent.ENDLESS * Math.max(1, Math.abs(here.value()));
        int steps = 0;
        boolean fresh = true;
        while (optimality(here) > tolerance) {
            if (steps >= limit || Objective.interrupted()) {
                return new Result(
                        here.x(),
                        optimality(here),
                        steps,
                        steps >= limit ? StopReason.STEPS_DONE : StopReason.INTERRUPTED);
            }
            Descent.Place next = step(here, memory);
            if (endless || (next != null && next.value() < lowest)) {
                return new Result((next == null ? here : next).x(), optimality(here), steps, StopReason.UNBOUNDED);
            }
            if (next == null) {
                if (fresh) {
                    return new Result(here.x(), optimality(here), steps, StopReason.NO_PROGRESS);
                }
                memory.restart();
                fresh = true;
                continue;
            }
            memory.moved(here, next);
            fresh = false;
            here = next;
            steps++;
        }
        return new Result(here.x(), optimality(here), steps, StopReason.GRADIENT_SMALL);
    }

    /** A step that lowers the function enough, by halving; null when there is none. */
    private Descent.Place step(Descent.Place here, Lbfgs.Memory memory) {
        double[] masked = here.gradient().clone();
        for (int i = 0; i < masked.length; i++) {
            if (held(here, i)) {
                masked[i] = 0;
            }
        }
        double[] direction = memory.next(new Descent.Place(here.x(), here.value(), masked));
        for (int i = 0; i < direction.length; i++) {
            if (masked[i] == 0 && held(here, i)) {
                direction[i] = 0;
            }
        }
        if (Vectors.dot(direction, masked) >= 0) {
            direction = Vectors.scaled(masked, -1);
        }
        double size = memory.firstStep(new Descent.Place(here.x(), here.value(), masked), direction, null);
        for (int k = 0; k < 60; k++, size *= 0.5) {
            double[] x = inside(Vectors.plus(here.x(), size, direction));
            double[] g = new double[x.length];
            double value = objective.evaluate(x, g);
            endless |= value == Double.NEGATIVE_INFINITY;
            double promised = Vectors.dot(here.gradient(), Vectors.minus(x, here.x()));
            if (Vectors.finite(value, g) && promised < 0 && value <= here.value() + 1e-4 * promised) {
                return new Descent.Place(x, value, g);
            }
        }
        return null;
    }

    /** True for a number at a bound which the gradient would push beyond it. */
    private boolean held(Descent.Place here, int i) {
        double x = here.x()[i];
        double g = here.gradient()[i];
        return (x <= low[i] && g > 0) || (x >= high[i] && g < 0);
    }

    private double[] inside(double[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.min(Math.max(x[i], low[i]), high[i]);
        }
        return out;
    }

    /** The largest change by one projected gradient step of length one. */
    private double optimality(Descent.Place here) {
        return Vectors.largest(Vectors.minus(inside(Vectors.minus(here.x(), here.gradient())), here.x()));
    }
}
