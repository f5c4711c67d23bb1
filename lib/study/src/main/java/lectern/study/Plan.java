package lectern.study;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What all studies can be told, however many things they vary.
 *
 * @param <S> the study itself
 */
public abstract class Plan<S extends Plan<S>> {
    final Settings settings;

    Plan(Settings settings) {
        this.settings = settings;
    }

    abstract S with(Settings settings);

    abstract List<Factor<?>> factors();

    /** Repeats every combination with the seeds 0 to {@code n − 1}; 5 unless said. */
    public S seeds(int n) {
        return with(new Settings(
                n,
                settings.threads(),
                settings.evaluations(),
                settings.time(),
                settings.higher(),
                settings.everyHigher()));
    }

    /** Runs by so many threads at once; as many as there are processors unless said. Results do not depend on it. */
    public S threads(int n) {
        return with(new Settings(
                settings.seeds(),
                n,
                settings.evaluations(),
                settings.time(),
                settings.higher(),
                settings.everyHigher()));
    }

    /** Gives every run the same number of evaluations to spend; it counts them itself, see {@link Budget}. */
    public S evaluations(long n) {
        return with(new Settings(
                settings.seeds(), settings.threads(), n, settings.time(), settings.higher(), settings.everyHigher()));
    }

    /** Gives every run the same processor time; runs are made one after the other then, so that none waits for another. */
    public S budget(Duration time) {
        return with(new Settings(
                settings.seeds(), 1, settings.evaluations(), time, settings.higher(), settings.everyHigher()));
    }

    /** Says that larger is better, as of an accuracy: of these columns, or of all when none is named. */
    public S higherIsBetter(String... columns) {
        return with(new Settings(
                settings.seeds(),
                settings.threads(),
                settings.evaluations(),
                settings.time(),
                Set.of(columns),
                columns.length == 0));
    }

    /** One run: the places of its values in their factors, its seed and what it may spend. */
    @FunctionalInterface
    interface Job<R> {
        R run(int[] at, int seed, Budget budget) throws Exception;
    }

    /** All runs, the first seed of every combination before the second of any, so that a study cut short is even. */
    <R> Results<R> execute(Job<R> job) {
        var places = new ArrayList<int[]>();
        places.add(new int[0]);
        for (var factor : factors()) {
            var longer = new ArrayList<int[]>();
            for (var place : places) {
                for (int i = 0; i < factor.size(); i++) {
                    int[] next = java.util.Arrays.copyOf(place, place.length + 1);
                    next[place.length] = i;
                    longer.add(next);
                }
            }
            places.clear();
            places.addAll(longer);
        }
        var crew = new Crew<>(factors(), settings, places, job);
        return Results.of(factors(), settings, crew.run(), places.size() * settings.seeds());
    }

    void requireBudget() {
        if (!settings.hasBudget()) {
            throw new IllegalArgumentException(
                    "A run that asks for its budget never ends without one; say .evaluations(1000) or "
                            + ".budget(Duration.ofSeconds(2)) before .run(…)");
        }
    }
}
