package lectern.study;

import java.util.List;

/** A study that varies three things; see {@link Study}. */
public final class Study3<A, B, C> extends Plan<Study3<A, B, C>> {
    private final Factor<A> first;
    private final Factor<B> second;
    private final Factor<C> third;

    Study3(Factor<A> first, Factor<B> second, Factor<C> third, Settings settings) {
        super(settings);
        this.first = first;
        this.second = second;
        this.third = third;
    }

    /** What a run does. */
    @FunctionalInterface
    public interface Body<A, B, C, R> {
        R run(A first, B second, C third, int seed) throws Exception;
    }

    /** What a run does with a budget. */
    @FunctionalInterface
    public interface Spender<A, B, C, R> {
        R run(A first, B second, C third, int seed, Budget budget) throws Exception;
    }

    @Override
    Study3<A, B, C> with(Settings changed) {
        return new Study3<>(first, second, third, changed);
    }

    @Override
    List<Factor<?>> factors() {
        return List.of(first, second, third);
    }

    /**
     * Makes all runs.
     *
     * @throws IllegalStateException when every run fails; the first failure is its cause
     */
    public <R> Results<R> run(Body<? super A, ? super B, ? super C, ? extends R> body) {
        return execute((at, seed, budget) -> body.run(
                first.values().get(at[0]),
                second.values().get(at[1]),
                third.values().get(at[2]),
                seed));
    }

    /**
     * Makes all runs, each with the budget that {@link #evaluations} or {@link #budget} gives it.
     *
     * @throws IllegalArgumentException when no budget was given
     */
    public <R> Results<R> run(Spender<? super A, ? super B, ? super C, ? extends R> body) {
        requireBudget();
        return execute((at, seed, budget) -> body.run(
                first.values().get(at[0]),
                second.values().get(at[1]),
                third.values().get(at[2]),
                seed,
                budget));
    }
}
