package lectern.study;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How often, by how many threads and at which price the runs of a study are made. */
record Settings(
        int seeds, int threads, long evaluations, @Nullable Duration time, Set<String> higher, boolean everyHigher) {
    static final Settings DEFAULT = new Settings(
            5,
            Math.max(
                    1,
                    Integer.getInteger("lectern.threads", Runtime.getRuntime().availableProcessors())),
            Long.MAX_VALUE,
            null,
            Set.of(),
            false);

    Settings {
        if (seeds < 1) {
            throw new IllegalArgumentException("A study runs with at least 1 seed; got " + seeds);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("A study needs at least 1 thread; got " + threads);
        }
        if (evaluations < 1) {
            throw new IllegalArgumentException("A budget is at least 1 evaluation; got " + evaluations);
        }
        if (time != null && !time.isPositive()) {
            throw new IllegalArgumentException("A budget of time must be positive; got " + time);
        }
    }

    boolean hasBudget() {
        return time != null || evaluations < Long.MAX_VALUE;
    }

    Budget budget() {
        return new Budget(evaluations, time);
    }

    boolean isHigherBetter(String column) {
        return everyHigher || higher.contains(column);
    }
}
