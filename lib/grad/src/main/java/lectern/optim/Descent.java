package lectern.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lectern.tensor.Tensor;

/** The loop that the line-search methods share: direction, step, criteria. */
final class Descent {
    /** A loss that falls below this many times its start has no bound: nothing of that size is left of the start. */
    static final double ENDLESS = 1e100;

    /** Where a method stands when it is asked for its next direction. */
    record Place(double[] x, double value, double[] gradient) {}

    /** Chooses directions; told of every step made. */
    interface Directions {
        double[] next(Place here);

        default void moved(Place from, Place to) {}

        /** A first trial step along a direction. */
        default double firstStep(Place here, double[] direction, Place before) {
            return 1;
        }

        /** Forgets the past, after a step that failed; false when there is nothing to forget. */
        default boolean restart() {
            return false;
        }
    }

    private Descent() {}

    static void requireSteps(int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("the number of steps must not be negative, got " + steps);
        }
    }

    static <P> Fit<P> run(
            Function<? super P, ? extends Tensor> f,
            P start,
            Watch watch,
            int limit,
            double gradientTolerance,
            double lossTolerance,
            double c2,
            Function<Objective<P>, Directions> method) {
        Runner.Clock clock = new Runner.Clock();
        Objective<P> objective = new Objective<>(f, start);
        Directions directions = method.apply(objective);
        LineSearch search = new LineSearch(objective, c2);
        double[] x = objective.start();
        double[] gradient = new double[x.length];
        Place here = new Place(x, objective.evaluate(x, gradient), gradient);
        Place before = null;
        Place seen = null;
        List<Double> losses = new ArrayList<>();
        List<P> path = new ArrayList<>();
        double first = here.value;
        StopReason reason = startsBadly(here);
        String explanation = reason == null ? null : objective.trouble(here.value, gradient);
        while (reason == null) {
            if (here != seen) {
                seen = here;
                watch.each().step(losses.size(), here.value);
                losses.add(here.value);
                if (watch.onPath(losses.size() - 1)) {
                    path.add(objective.parameters(here.x));
                }
            }
            if (here.value < watch.lossLimit()) {
                reason = StopReason.LOSS_SMALL;
            } else if (Vectors.largest(here.gradient) <= gradientTolerance) {
                reason = settled(objective, here);
            } else if (losses.size() > limit) {
                reason = StopReason.STEPS_DONE;
            } else if (Objective.interrupted()) {
                reason = StopReason.INTERRUPTED;
            } else {
                double[] direction = directions.next(here);
                if (Vectors.dot(direction, here.gradient) >= 0) {
                    directions.restart();
                    direction = Vectors.scaled(here.gradient, -1);
                }
                LineSearch.Point found = search.search(
                        here.x, here.value, here.gradient, direction, directions.firstStep(here, direction, before));
                if (search.metEnd()) {
                    reason = StopReason.UNBOUNDED;
                }
                if (found == null) {
                    if (reason == null && !directions.restart()) {
                        reason = steady(objective, here);
                    }
                    continue;
                }
                before = here;
                here = new Place(found.x(), found.value(), found.gradient());
                directions.moved(before, here);
                double gain = before.value - here.value;
                if (here.value < -ENDLESS * Math.max(1, Math.abs(first))) {
                    reason = StopReason.UNBOUNDED;
                } else if (gain <= lossTolerance * Math.max(Math.abs(here.value), Double.MIN_NORMAL)) {
                    boolean small = Vectors.largest(here.gradient) <= gradientTolerance;
                    reason = small
                            ? settled(objective, here)
                            : gain > 0 ? StopReason.LOSS_STEADY : steady(objective, here);
                }
                if (reason != null) {
                    losses.add(here.value);
                    if (watch.pathEvery() > 0) {
                        path.add(objective.parameters(here.x));
                    }
                }
            }
        }
        double[] all = losses.stream().mapToDouble(Double::doubleValue).toArray();
        return new Fit<>(
                objective.parameters(here.x),
                here.value,
                all,
                List.copyOf(path),
                Math.max(0, all.length - 1),
                clock.seconds(),
                reason,
                explanation == null ? reason.sentence() : explanation);
    }

    /** Why there is no way on from a start; null where there is. */
    static StopReason startsBadly(Place start) {
        if (!Double.isFinite(start.value)) {
            return StopReason.NOT_FINITE;
        }
        return Vectors.finite(0, start.gradient) ? null : StopReason.GRADIENT_NOT_FINITE;
    }

    /** What a small gradient means: a minimum, or a saddle. */
    private static StopReason settled(Objective<?> objective, Place here) {
        boolean down = Neighbourhood.curvesDown(objective::gradient, here.x, here.gradient, objective.isSingle());
        return down ? StopReason.SADDLE : StopReason.GRADIENT_SMALL;
    }

    /** What it means that no smaller loss was found: as good as rounding allows, or a kink. */
    private static StopReason steady(Objective<?> objective, Place here) {
        boolean flat = Vectors.largest(here.gradient) <= 1e-6 * Math.max(1, Math.abs(here.value));
        return flat && !Neighbourhood.hasLower(objective::value, here.x, here.value)
                ? StopReason.LOSS_STEADY
                : StopReason.NO_PROGRESS;
    }
}
