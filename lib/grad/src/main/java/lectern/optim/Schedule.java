package lectern.optim;

/** The learning rate as a function of the step, counted from 0. */
@FunctionalInterface
public interface Schedule {
    double at(int step);

    /** The same rate at every step. */
    static Schedule constant(double rate) {
        requirePositive("the learning rate", rate);
        return step -> rate;
    }

    /** rate · factor^(step / every): a smooth decay by {@code factor} over every {@code every} steps. */
    static Schedule exponential(double rate, double factor, int every) {
        requirePositive("the learning rate", rate);
        requirePositive("the factor of a decay", factor);
        requirePositive("the stretch of a decay", every);
        return step -> rate * Math.pow(factor, (double) step / every);
    }

    /** Half a cosine from the rate down to 0 over the steps, then 0. Loshchilov and Hutter (2017). */
    static Schedule cosine(double rate, int steps) {
        requirePositive("the learning rate", rate);
        requirePositive("the length of a schedule", steps);
        return step -> step >= steps ? 0 : rate * 0.5 * (1 + Math.cos(Math.PI * step / steps));
    }

    /** rate · factor^⌊step / every⌋: constant between drops. */
    static Schedule steps(double rate, double factor, int every) {
        requirePositive("the learning rate", rate);
        requirePositive("the factor of a decay", factor);
        requirePositive("the stretch of a decay", every);
        return step -> {
            var stretches = step / every;
            return rate * Math.pow(factor, stretches);
        };
    }

    /**
     * t₀ / (step + t₁), the classical decay under which stochastic gradient descent converges. Robbins and Monro
     * (1951).
     */
    static Schedule inverseTime(double t0, double t1) {
        requirePositive("t0", t0);
        requirePositive("t1", t1);
        return step -> t0 / (step + t1);
    }

    /** A linear rise over the first steps, then another schedule from its beginning. */
    static Schedule warmUp(int steps, Schedule then) {
        requirePositive("the length of a schedule", steps);
        return step -> step < steps ? then.at(0) * (step + 1) / steps : then.at(step - steps);
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " must be a positive number, such as 0.01; got " + value);
        }
    }

    private static void requirePositive(String name, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be a positive number of steps, got " + value);
        }
    }
}
