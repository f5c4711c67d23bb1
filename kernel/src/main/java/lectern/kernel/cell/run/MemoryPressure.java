package lectern.kernel.cell.run;

import java.util.concurrent.TimeUnit;

/**
 * Tells from looks at the collector, some time apart, whether a cell still gets work done or only collects garbage in a heap that is
 * full.
 */
final class MemoryPressure {
    /** Shares of the heap in use and of the time spent in collections, beyond which no work gets done. */
    private static final double FULL = 0.9;

    private static final long BAD_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long LAST_NANOS = TimeUnit.SECONDS.toNanos(30);

    /** What is to be done. */
    enum Verdict {
        NOTHING,
        STOP_THE_CELL,
        END_THE_KERNEL
    }

    private int looked;
    private long lookedAt;
    private long collected;
    private long bad;

    /**
     * Takes a look.
     *
     * @param cell the number of the cell that runs, from one
     * @param now a time in nanoseconds
     * @param collecting the nanoseconds that have been spent in collections so far
     */
    Verdict look(int cell, long now, long used, long most, long collecting) {
        boolean busy = looked == cell && collecting - collected > FULL * (now - lookedAt);
        bad = busy && used > FULL * most ? bad + now - lookedAt : 0;
        looked = cell;
        lookedAt = now;
        collected = collecting;
        if (bad > LAST_NANOS) {
            return Verdict.END_THE_KERNEL;
        }
        return bad > BAD_NANOS ? Verdict.STOP_THE_CELL : Verdict.NOTHING;
    }
}
