package lectern.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import lectern.grad.Fn;
import lectern.grad.FnN;
import lectern.grad.Grad;
import lectern.grad.Vjp;
import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * Least squares: minimises ½‖r(θ)‖² for a vector of residuals r by damped Gauss-Newton steps (JᵀJ + λ·diag JᵀJ)·Δ =
 * −Jᵀr.
 *
 * <p>Up to some thousand parameters. Levenberg (1944), Marquardt (1963); the damping follows Nielsen, "Damping
 * parameter in Marquardt's method" (1999).
 */
public record LevenbergMarquardt(int steps, double gradientTolerance, double stepTolerance) {
    /** A loss below this share of the first is rounding alone. */
    private static final double NOTHING = 1e-30;

    public LevenbergMarquardt {
        Descent.requireSteps(steps);
    }

    /** At most so many steps; 200 unless said. */
    public LevenbergMarquardt steps(int limit) {
        return new LevenbergMarquardt(limit, gradientTolerance, stepTolerance);
    }

    /**
     * Stops when no element of Jᵀr is larger in absolute value and a further step promises next to nothing; 1e-10 unless
     * said.
     */
    public LevenbergMarquardt gradientTolerance(double value) {
        return new LevenbergMarquardt(steps, value, stepTolerance);
    }

    /** Stops when a step changes the parameters by a smaller share; 1e-12 unless said. */
    public LevenbergMarquardt stepTolerance(double value) {
        return new LevenbergMarquardt(steps, gradientTolerance, value);
    }

    /** Runs on a function whose result, of any shape, is the residuals. The value of the fit is ½‖r‖². */
    public <P> Fit<P> fit(Function<? super P, ? extends Tensor> residuals, P start, Watch watch) {
        return fit(residuals, null, start, watch);
    }

    /**
     * Runs with derivatives of your own where you know a shorter way to them than one direction after the other.
     *
     * @param jacobian the derivatives of the residuals, shape (residuals, numbers in the start); null: found automatically
     */
    public <P> Fit<P> fit(
            Function<? super P, ? extends Tensor> residuals,
            Function<? super P, ? extends Tensor> jacobian,
            P start,
            Watch watch) {
        Runner.Clock clock = new Runner.Clock();
        Objective<P> objective = Objective.plain(residuals, start);
        Problem problem = new Problem(
                objective.flat(),
                objective.size,
                jacobian == null ? null : vector -> jacobian.apply(objective.parameters(vector)));
        double[] x = objective.start();
        double[] r = problem.residuals(x);
        double value = 0.5 * Vectors.dot(r, r);
        double lambda = 1;
        double growth = 2;
        double[] greatest = null;
        boolean plateau = false;
        List<Double> losses = new ArrayList<>();
        List<P> path = new ArrayList<>();
        StopReason reason = Double.isFinite(value) ? null : StopReason.NOT_FINITE;
        String explanation = null;
        while (reason == null) {
            watch.each().step(losses.size(), value);
            losses.add(value);
            if (watch.onPath(losses.size() - 1)) {
                path.add(objective.parameters(x));
            }
            GaussNewton model = problem.model(x, r, greatest);
            greatest = model.greatest();
            plateau = model.hasLost();
            if (!Vectors.finite(0, model.gradient())) {
                reason = StopReason.GRADIENT_NOT_FINITE;
                explanation = objective.trouble(value, model.gradient());
            } else if (value < watch.lossLimit()) {
                reason = StopReason.LOSS_SMALL;
            } else if (Vectors.largest(model.gradient()) <= gradientTolerance
                    && (value <= NOTHING * losses.get(0) || model.promisesLittle(value))) {
                reason = problem.isSaddle(x, model.gradient(), value / losses.get(0), objective.isSingle())
                        ? StopReason.SADDLE
                        : StopReason.GRADIENT_SMALL;
            } else if (losses.size() > steps) {
                reason = StopReason.STEPS_DONE;
            }
            boolean accepted = false;
            while (reason == null && !accepted) {
                if (Objective.interrupted()) {
                    reason = StopReason.INTERRUPTED;
                    break;
                }
                double[] step = model.step(lambda);
                double[] moved = step == null ? x : Vectors.plus(x, 1, step);
                double[] next = step == null ? r : problem.residuals(moved);
                double candidate = 0.5 * Vectors.dot(next, next);
                double gain = step == null ? -1 : (value - candidate) / model.predicted(step, lambda);
                if (gain > 0 && Double.isFinite(candidate)) {
                    boolean tiny = tiny(step, x);
                    x = moved;
                    r = next;
                    value = candidate;
                    lambda = Math.max(1e-15, lambda * Math.max(1.0 / 3, 1 - Math.pow(2 * gain - 1, 3)));
                    growth = 2;
                    accepted = true;
                    if (tiny) {
                        losses.add(value);
                        reason = problem.steady(x, value);
                        if (watch.pathEvery() > 0) {
                            path.add(objective.parameters(x));
                        }
                    }
                } else {
                    lambda *= growth;
                    growth *= 2;
                    boolean tiny = step != null && tiny(step, x);
                    if (tiny || lambda > 1e30) {
                        reason = tiny ? problem.steady(x, value) : StopReason.NO_PROGRESS;
                    }
                }
            }
        }
        if (plateau && (reason == StopReason.GRADIENT_SMALL || reason == StopReason.LOSS_STEADY)) {
            reason = StopReason.NO_PROGRESS;
            explanation = "a parameter has lost all influence on the residuals: the loss is flat here,"
                    + " which need not be its minimum; try another start";
        }
        double[] all = losses.stream().mapToDouble(Double::doubleValue).toArray();
        return new Fit<>(
                objective.parameters(x),
                value,
                all,
                List.copyOf(path),
                Math.max(0, all.length - 1),
                clock.seconds(),
                reason,
                explanation == null ? NotFinite.sentence(reason, value) : explanation);
    }

    private boolean tiny(double[] step, double[] x) {
        return Vectors.norm(step) <= stepTolerance * (Vectors.norm(x) + stepTolerance);
    }

    /** The residuals as a function of one vector, and their Jacobian by the cheaper mode. */
    private static final class Problem {
        /** Directions at once: they share the values of the function. */
        private static final int TOGETHER = 8;

        private final Fn flat;
        private final int n;
        private final FnN forward;
        private final FnN reverse;
        private final Function<double[], Tensor> given;

        Problem(Fn residuals, int n, Function<double[], Tensor> given) {
            this.n = n;
            this.given = given;
            flat = x -> {
                Tensor r = residuals.apply(x).flatten();
                return r.dtype() == DType.FLOAT64 ? r : r.cast(DType.FLOAT64);
            };
            forward = Programs.compiled(arguments -> {
                Tensor[] tangents = new Tensor[arguments.length - 1];
                for (int i = 0; i < tangents.length; i++) {
                    tangents[i] = Grad.jvp(flat, arguments[0], arguments[i + 1]).tangent();
                }
                return tangents;
            });
            reverse = Programs.compiled(arguments -> {
                Vjp<Tensor> vjp = Grad.vjp(flat, arguments[0]);
                Tensor[] rows = new Tensor[arguments.length - 1];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = vjp.pull(arguments[i + 1]);
                }
                return rows;
            });
        }

        double[] residuals(double[] x) {
            Tensor r = flat.apply(Raw.wrap(x.clone(), n));
            if (r.size() == 0) {
                throw new ShapeException(
                        "least squares without residuals: the function returned shape " + Shapes.text(r.shape()));
            }
            return r.toDoubleArray();
        }

        private double loss(double[] x) {
            double[] r = residuals(x);
            return 0.5 * Vectors.dot(r, r);
        }

        /** Never where the residuals vanish but for rounding. */
        boolean isSaddle(double[] x, double[] gradient, double share, boolean single) {
            return share > 1e-16
                    && Neighbourhood.curvesDown(
                            there -> model(there, residuals(there), null).gradient(), x, gradient, single);
        }

        /** What it means that steps have become tiny: the minimum, or a kink. */
        StopReason steady(double[] x, double value) {
            return Neighbourhood.hasLower(this::loss, x, value) ? StopReason.NO_PROGRESS : StopReason.LOSS_STEADY;
        }

        GaussNewton model(double[] x, double[] r, double[] before) {
            int m = r.length;
            if (given != null) {
                Tensor jacobian = given.apply(x);
                if (jacobian.ndim() != 2 || jacobian.dim(0) != m || jacobian.dim(1) != n) {
                    throw new ShapeException("least squares with " + m + " residuals of " + n
                            + " parameters needs a jacobian of shape (" + m + ", " + n + "); got "
                            + Shapes.text(jacobian.shape()));
                }
                return new GaussNewton(jacobian, r, before);
            }
            Tensor point = Raw.wrap(x.clone(), n);
            return m <= n
                    ? new GaussNewton(Raw.wrap(lines(reverse, point, m, n), m, n), r, before)
                    : new GaussNewton(
                            Raw.wrap(lines(forward, point, n, m), n, m).T(), r, before);
        }

        /** The products of the Jacobian with the unit vectors of one side, one a line. */
        private static double[] lines(FnN products, Tensor point, int count, int length) {
            double[] lines = new double[count * length];
            Tensor[] arguments = new Tensor[1 + Math.min(TOGETHER, count)];
            arguments[0] = point;
            for (int first = 0; first < count; first += arguments.length - 1) {
                for (int i = 1; i < arguments.length; i++) {
                    double[] unit = new double[count];
                    if (first + i - 1 < count) {
                        unit[first + i - 1] = 1;
                    }
                    arguments[i] = Raw.wrap(unit, count);
                }
                Tensor[] found = products.apply(arguments);
                for (int i = 0; i < found.length && first + i < count; i++) {
                    System.arraycopy(found[i].toDoubleArray(), 0, lines, (first + i) * length, length);
                }
            }
            return lines;
        }
    }
}
