package lectern.optim;

import java.util.EnumSet;
import java.util.Set;
import lectern.grad.Fn;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * Minimisation under constraints: a sequence of problems with bounds only, in which violated constraints are charged by
 * multipliers and a quadratic penalty.
 *
 * <p>Hestenes (1969), Powell (1969); inequalities after Rockafellar (1973); see Nocedal and Wright (2006), chapter 17.
 */
final class AugmentedLagrangian {
    /** What ends the rounds: more of them would not help. */
    private static final Set<StopReason> ENDS =
            EnumSet.of(StopReason.NOT_FINITE, StopReason.GRADIENT_NOT_FINITE, StopReason.INTERRUPTED);

    private static final double MOST_PENALTY = 1e9;

    private final Fn f;
    private final Constraints constraints;
    private Tensor lambda;
    private Tensor nu;
    private double penalty = 10;

    private AugmentedLagrangian(Fn f, Constraints constraints) {
        this.f = f;
        this.constraints = constraints;
    }

    static ConstrainedFit minimize(Fn f, Tensor start, Constraints constraints) {
        return new AugmentedLagrangian(f, constraints).run(start);
    }

    private ConstrainedFit run(Tensor start) {
        Runner.Clock clock = new Runner.Clock();
        boolean free = constraints.equality() == null && constraints.inequality() == null;
        double[] low = constraints.bounds(constraints.low(), start, Double.NEGATIVE_INFINITY);
        double[] high = constraints.bounds(constraints.high(), start, Double.POSITIVE_INFINITY);
        double goal = constraints.tolerance();
        Tensor x = start;
        lambda = zeros(constraints.equality(), x);
        nu = zeros(constraints.inequality(), x);
        double violation = Double.POSITIVE_INFINITY;
        int steps = 0;
        StopReason reason = StopReason.STEPS_DONE;
        String explanation = null;
        for (int round = 0; round < constraints.rounds(); round++) {
            double inner = free ? goal : Math.max(goal, 1e-2 * Math.pow(0.1, round));
            Fn charged = free ? f : this::charged;
            Objective<Tensor> objective = Objective.plain(charged, x);
            Projected.Result found = new Projected(objective, low, high, inner, 2000).run(objective.start());
            steps += found.steps();
            x = objective.parameters(found.x());
            if (ENDS.contains(found.reason())) {
                reason = found.reason();
                explanation = found.explanation();
                break;
            }
            double now = violation(x);
            update(x);
            boolean settled = found.optimality() <= Math.max(goal, 1e-9 * (1 + penalty));
            if (now <= goal && (settled || free)) {
                violation = now;
                reason = found.optimality() <= goal * 10 || !free ? StopReason.GRADIENT_SMALL : found.reason();
                break;
            }
            if (found.reason() == StopReason.UNBOUNDED && penalty >= MOST_PENALTY) {
                reason = StopReason.UNBOUNDED;
                break;
            }
            if (now > 0.25 * violation) {
                penalty = Math.min(10 * penalty, MOST_PENALTY);
            }
            violation = now;
        }
        return new ConstrainedFit(
                x,
                f.apply(x).item(),
                lambda,
                nu,
                violation(x),
                steps,
                clock.seconds(),
                reason,
                explanation == null ? reason.sentence() : explanation);
    }

    private static Tensor zeros(Fn constraint, Tensor x) {
        return constraint == null
                ? Tensors.zeros(0)
                : Tensors.zeros(constraint.apply(x).size());
    }

    /** f + λ·c + ½μ‖c‖² + Σ (max(0, ν + μg)² − ν²)/2μ. */
    private Tensor charged(Tensor x) {
        Tensor sum = f.apply(x);
        if (constraints.equality() != null) {
            Tensor c = constraints.equality().apply(x);
            sum = sum.plus(c.times(lambda).sum()).plus(c.square().sum().times(0.5 * penalty));
        }
        if (constraints.inequality() != null) {
            Tensor pushed =
                    nu.plus(constraints.inequality().apply(x).times(penalty)).relu();
            sum = sum.plus(pushed.square().minus(nu.square()).sum().times(0.5 / penalty));
        }
        return sum;
    }

    private void update(Tensor x) {
        if (constraints.equality() != null) {
            lambda = lambda.plus(constraints.equality().apply(x).times(penalty));
        }
        if (constraints.inequality() != null) {
            nu = nu.plus(constraints.inequality().apply(x).times(penalty)).relu();
        }
    }

    /** How far the constraints are missed; for inequalities also how far a multiplier belongs to a slack constraint. */
    private double violation(Tensor x) {
        double worst = 0;
        if (constraints.equality() != null) {
            worst = constraints.equality().apply(x).abs().max().item();
        }
        if (constraints.inequality() != null) {
            Tensor g = constraints.inequality().apply(x);
            worst = Math.max(worst, g.maximum(nu.neg().div(penalty)).abs().max().item());
        }
        return worst;
    }
}
