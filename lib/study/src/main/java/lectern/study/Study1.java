package lectern.study;

import java.util.List;
import java.util.Map;

/** A study that varies one thing; see {@link Study}. */
public final class Study1<A> extends Plan<Study1<A>> {
    private final Factor<A> first;

    Study1(Factor<A> first, Settings settings) {
        super(settings);
        this.first = first;
    }

    /** What a run does. */
    @FunctionalInterface
    public interface Body<A, R> {
        R run(A first, int seed) throws Exception;
    }

    /** What a run does with a budget. */
    @FunctionalInterface
    public interface Spender<A, R> {
        R run(A first, int seed, Budget budget) throws Exception;
    }

    @Override
    Study1<A> with(Settings changed) {
        return new Study1<>(first, changed);
    }

    @Override
    List<Factor<?>> factors() {
        return List.of(first);
    }

    /**
     * Varies one thing more: values that have a text, such as numbers.
     *
     * @throws IllegalArgumentException without values, when two have one text, or when they have none, as lambdas
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the values are only read
    public final <T> Study2<A, T> over(String name, T... values) {
        return over(name, List.of(values));
    }

    /** Varies one thing more: the values of a list. */
    public <T> Study2<A, T> over(String name, List<T> values) {
        return new Study2<>(first, Factor.of(name, values), settings);
    }

    /** Varies one thing more: values with names, as {@code ordered("values", f, "slope", g)} keeps their order. */
    public <T> Study2<A, T> over(String name, Map<String, T> values) {
        return new Study2<>(first, Factor.of(name, values), settings);
    }

    /**
     * Makes all runs.
     *
     * @throws IllegalStateException when every run fails; the first failure is its cause
     */
    public <R> Results<R> run(Body<? super A, ? extends R> body) {
        return execute((at, seed, budget) -> body.run(first.values().get(at[0]), seed));
    }

    /**
     * Makes all runs, each with the budget that {@link #evaluations} or {@link #budget} gives it.
     *
     * @throws IllegalArgumentException when no budget was given
     */
    public <R> Results<R> run(Spender<? super A, ? extends R> body) {
        requireBudget();
        return execute((at, seed, budget) -> body.run(first.values().get(at[0]), seed, budget));
    }
}
