package lectern.study;

import java.util.List;
import java.util.stream.IntStream;
import lectern.notebook.Notebook;
import lectern.tensor.Sampling;
import org.jspecify.annotations.Nullable;

/** Makes one run after the other; unlike its {@link Crew}, an interrupt may cut it anywhere. */
final class Worker<R> implements Runnable {
    private final Crew<R> crew;
    private final List<Factor<?>> factors;
    private final Settings settings;
    private final List<int[]> places;
    private final Plan.Job<R> job;

    Worker(Crew<R> crew, List<Factor<?>> factors, Settings settings, List<int[]> places, Plan.Job<R> job) {
        this.crew = crew;
        this.factors = factors;
        this.settings = settings;
        this.places = places;
        this.job = job;
    }

    @Override
    public void run() {
        for (int i = crew.take(); i >= 0; i = crew.take()) {
            make(i);
        }
    }

    private void make(int number) {
        int[] at = places.get(number % places.size());
        int seed = number / places.size();
        var budget = settings.budget();
        var labels = IntStream.range(0, at.length)
                .mapToObj(k -> factors.get(k).labels().get(at[k]))
                .toList();
        @Nullable R value = null;
        @Nullable Throwable failure = null;
        try {
            value = Sampling.withSeed(seed, () -> outcome(at, seed, budget));
            Columns.require(value);
        } catch (Wrapped e) {
            failure = e.getCause();
        } catch (Columns.Wrong e) {
            crew.end(e);
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            failure = e;
        } catch (Throwable e) {
            // Memory used up, or what an interrupt throws: the end of all.
            crew.end(Notebook.host().interruptRequested() ? null : e);
        }
        crew.keep(
                number,
                new Run<>(labels, seed, failure == null ? value : null, failure, budget.used(), budget.seconds()));
    }

    private R outcome(int[] at, int seed, Budget budget) {
        try {
            return job.run(at.clone(), seed, budget);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new Wrapped(e);
        }
    }

    /** Carries a checked exception out of a run. */
    private static final class Wrapped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Wrapped(Exception cause) {
            super(cause);
        }
    }
}
