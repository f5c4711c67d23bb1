package lectern.optim;

import java.util.List;
import java.util.Locale;

/**
 * What a minimisation brought.
 *
 * @param parameters what was found, in the structure of the start
 * @param value the loss at {@code parameters}
 * @param losses the loss before each step
 * @param path the parameters before each step and the last, where they were asked for with {@code watch().path()}
 * @param steps steps done
 * @param seconds time on the wall
 * @param reason why it ended
 * @param explanation the same in words, with the place where that is known
 */
public record Fit<P>(
        P parameters,
        double value,
        double[] losses,
        List<P> path,
        int steps,
        double seconds,
        StopReason reason,
        String explanation) {
    /** A fit that is explained by its reason alone. */
    public Fit(
            P parameters, double value, double[] losses, List<P> path, int steps, double seconds, StopReason reason) {
        this(parameters, value, losses, path, steps, seconds, reason, NotFinite.sentence(reason, value));
    }

    /** True when it ended because a criterion was met. */
    public boolean converged() {
        return switch (reason) {
            case GRADIENT_SMALL, LOSS_STEADY, LOSS_SMALL -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "loss %.6g after %d steps in %.3g s: %s", value, steps, seconds, explanation);
    }
}
