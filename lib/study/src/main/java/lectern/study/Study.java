package lectern.study;

import java.util.List;
import java.util.Map;

/**
 * A study: the same experiment again and again, with what is varied and with other random numbers.
 *
 * {@snippet :
 * var t = study()
 *         .over("rate", 0.1, 0.3)
 *         .seeds(3)
 *         .run((rate, seed) -> abs(randn().item()) * pow(1 - 2 * rate, 20));
 * t.median(0.3) < t.median(0.1)      // → true
 * }
 *
 * <p>A run draws random numbers of its own, those of {@code seed(seed)}: it gives the same whatever runs beside it, and runs
 * that differ in one factor only start from the same draws. It returns a number, or a record whose numbers become columns.
 * A run that fails is told of and counts as the worst there is; it does not end the study. An interrupt ends it, and
 * what is done is kept. A run must not change what other runs read.
 */
public final class Study extends Plan<Study> {
    Study(Settings settings) {
        super(settings);
    }

    /** What a run does. */
    @FunctionalInterface
    public interface Body<R> {
        R run(int seed) throws Exception;
    }

    /** What a run does with a budget. */
    @FunctionalInterface
    public interface Spender<R> {
        R run(int seed, Budget budget) throws Exception;
    }

    @Override
    Study with(Settings changed) {
        return new Study(changed);
    }

    @Override
    List<Factor<?>> factors() {
        return List.of();
    }

    /**
     * Varies one thing: values that have a text, such as numbers.
     *
     * @throws IllegalArgumentException without values, when two have one text, or when they have none, as lambdas
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the values are only read
    public final <T> Study1<T> over(String name, T... values) {
        return over(name, List.of(values));
    }

    /** Varies one thing: the values of a list. */
    public <T> Study1<T> over(String name, List<T> values) {
        return new Study1<>(Factor.of(name, values), settings);
    }

    /** Varies one thing: values with names, as {@code ordered("values", f, "slope", g)} keeps their order. */
    public <T> Study1<T> over(String name, Map<String, T> values) {
        return new Study1<>(Factor.of(name, values), settings);
    }

    /**
     * Makes all runs.
     *
     * @throws IllegalStateException when every run fails; the first failure is its cause
     */
    public <R> Results<R> run(Body<? extends R> body) {
        return execute((at, seed, budget) -> body.run(seed));
    }

    /**
     * Makes all runs, each with the budget that {@link #evaluations} or {@link #budget} gives it.
     *
     * @throws IllegalArgumentException when no budget was given
     */
    public <R> Results<R> run(Spender<? extends R> body) {
        requireBudget();
        return execute((at, seed, budget) -> body.run(seed, budget));
    }
}
