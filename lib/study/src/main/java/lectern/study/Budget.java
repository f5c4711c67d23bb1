package lectern.study;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a study may spend, so that all runs have the same: evaluations, or processor time.
 *
 * <p>{@code while (budget.left()) { … budget.use(1); }}. A run that spends more is told of in the results.
 */
public final class Budget {
    private final long evaluations;
    private final long nanos;
    private final long start = cpu();
    private long used;

    Budget(long evaluations, @Nullable Duration time) {
        this.evaluations = evaluations;
        this.nanos = time == null ? Long.MAX_VALUE : time.toNanos();
    }

    /** The time of this thread's processor: waiting for others does not count. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** True as long as there are evaluations, and time, left. */
    public boolean left() {
        return used < evaluations && cpu() - start < nanos;
    }

    /** Spends evaluations. */
    public void use(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("Evaluations that were spent cannot be given back; got " + count);
        }
        used += count;
    }

    /** The evaluations that this run may make; the largest number there is where only time is bounded. */
    public long evaluations() {
        return evaluations;
    }

    /** The evaluations spent so far. */
    public long used() {
        return used;
    }

    /** Processor time spent so far. */
    public double seconds() {
        return (cpu() - start) / 1e9;
    }

    /** Has it spent more evaluations than it had? Time is always overdrawn a little. */
    boolean isOverdrawn() {
        return used > evaluations;
    }
}
