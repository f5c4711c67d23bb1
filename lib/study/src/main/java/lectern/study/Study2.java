package lectern.study;

import java.util.List;
import java.util.Map;

/** A study that varies two things; see {@link Study}. */
public final class Study2<A, B> extends Plan<Study2<A, B>> {
    private final Factor<A> first;
    private final Factor<B> second;

    Study2(Factor<A> first, Factor<B> second, Settings settings) {
        super(settings);
        this.first = first;
        this.second = second;
    }

    /** What a run does. */
    @FunctionalInterface
    public interface Body<A, B, R> {
        R run(A first, B second, int seed) throws Exception;
    }

    /** What a run does with a budget. */
    @FunctionalInterface
    public interface Spender<A, B, R> {
        R run(A first, B second, int seed, Budget budget) throws Exception;
    }

    @Override
    Study2<A, B> with(Settings changed) {
        return new Study2<>(first, second, changed);
    }

    @Override
    List<Factor<?>> factors() {
        return List.of(first, second);
    }

    /**
     * Varies one thing more: values that have a text, such as numbers.
     *
     * @throws IllegalArgumentException without values, when two have one text, or when they have none, as lambdas
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the values are only read
    public final <T> Study3<A, B, T> over(String name, T... values) {
        return over(name, List.of(values));
    }

    /** Varies one thing more: the values of a list. */
    public <T> Study3<A, B, T> over(String name, List<T> values) {
        return new Study3<>(first, second, Factor.of(name, values), settings);
    }

    /** Varies one thing more: values with names, as {@code ordered("values", f, "slope", g)} keeps their order. */
    public <T> Study3<A, B, T> over(String name, Map<String, T> values) {
        return new Study3<>(first, second, Factor.of(name, values), settings);
    }

    /**
     * Makes all runs.
     *
     * @throws IllegalStateException when every run fails; the first failure is its cause
     */
    public <R> Results<R> run(Body<? super A, ? super B, ? extends R> body) {
        return execute((at, seed, budget) ->
                body.run(first.values().get(at[0]), second.values().get(at[1]), seed));
    }

    /**
     * Makes all runs, each with the budget that {@link #evaluations} or {@link #budget} gives it.
     *
     * @throws IllegalArgumentException when no budget was given
     */
    public <R> Results<R> run(Spender<? super A, ? super B, ? extends R> body) {
        requireBudget();
        return execute((at, seed, budget) ->
                body.run(first.values().get(at[0]), second.values().get(at[1]), seed, budget));
    }
}
