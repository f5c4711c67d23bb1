package lectern.optim;

import java.util.Locale;
import lectern.tensor.Tensor;

/**
 * A minimum under constraints. At it ∇f + Σ λ∇c + Σ ν∇g vanishes where no bound holds x.
 *
 * @param parameters what was found
 * @param value f there
 * @param equalityMultipliers λ, one for each element of c
 * @param inequalityMultipliers ν ≥ 0, one for each element of g; 0 where g &lt; 0
 * @param violation the largest amount by which a constraint is missed
 * @param explanation the reason in words, with the place where that is known
 * @param steps steps of the inner solver, all rounds together
 */
public record ConstrainedFit(
        Tensor parameters,
        double value,
        Tensor equalityMultipliers,
        Tensor inequalityMultipliers,
        double violation,
        int steps,
        double seconds,
        StopReason reason,
        String explanation) {
    /** True when all tolerances were met. */
    public boolean converged() {
        return reason == StopReason.GRADIENT_SMALL;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "value %.6g, constraints within %.2g, after %d steps in %.3g s: %s",
                value,
                violation,
                steps,
                seconds,
                explanation);
    }
}
