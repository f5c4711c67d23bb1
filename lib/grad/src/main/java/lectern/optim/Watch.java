package lectern.optim;

/**
 * What to look at while minimising: criteria for stopping, and what to keep.
 *
 * <p>{@code watch().lossBelow(1e-8).patience(100).keepBest()}
 */
public record Watch(double lossLimit, int patience, double improvement, boolean best, int pathEvery, Each each) {
    /** Called before each step with its number, from 0, and the loss. */
    @FunctionalInterface
    public interface Each {
        void step(int step, double loss);
    }

    Watch() {
        this(Double.NEGATIVE_INFINITY, Integer.MAX_VALUE, 0, false, 0, (step, loss) -> {});
    }

    /** Stops as soon as the loss is below the limit. */
    public Watch lossBelow(double limit) {
        return new Watch(limit, patience, improvement, best, pathEvery, each);
    }

    /** Stops after so many steps without a new best loss. */
    public Watch patience(int steps) {
        return patience(steps, 0);
    }

    /** Stops after so many steps in which the best loss has not fallen by the share given, 0.01 being one per cent. */
    public Watch patience(int steps, double share) {
        if (steps < 1) {
            throw new IllegalArgumentException("patience must be at least one step, got " + steps);
        }
        return new Watch(lossLimit, steps, share, best, pathEvery, each);
    }

    /** Returns the parameters with the smallest loss instead of the last. */
    public Watch keepBest() {
        return new Watch(lossLimit, patience, improvement, true, pathEvery, each);
    }

    /** Keeps the parameters of every step, for drawing the way. */
    public Watch path() {
        return path(1);
    }

    /** Keeps the parameters before steps 0, {@code every}, 2 {@code every} and so on, and the last. */
    public Watch path(int every) {
        if (every < 1) {
            throw new IllegalArgumentException(
                    "path keeps the parameters every so many steps, at least 1; got " + every);
        }
        return new Watch(lossLimit, patience, improvement, best, every, each);
    }

    /** True when the parameters before this step, counted from 0, are to be kept. */
    boolean onPath(int step) {
        return pathEvery > 0 && step % pathEvery == 0;
    }

    /** Calls back before each step. */
    public Watch each(Each action) {
        return new Watch(lossLimit, patience, improvement, best, pathEvery, action);
    }
}
