package lectern.tensor.parallel;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import lectern.notebook.Uncut;
import org.jspecify.annotations.Nullable;

/** One loop in chunks of which every thread takes the next one, until there are none. */
@Uncut
final class Loop {
    /** Longer than two halves of a small product differ: to be woken costs more than such a wait. */
    private static final int SPINS = 4_000;

    private final Parallel.Range range;
    private final int n;
    private final int step;
    private final int chunks;
    private final Thread owner = Thread.currentThread();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger guests = new AtomicInteger();

    private volatile @Nullable Throwable failure;

    /** To be made by the thread that waits for the end. */
    Loop(Parallel.Range range, int n, int step) {
        this.range = range;
        this.n = n;
        this.step = step;
        this.chunks = (n + step - 1) / step;
    }

    /** False when every chunk has been taken. */
    boolean isOpen() {
        return next.get() < chunks;
    }

    /** Takes chunks until there are none. */
    void work() {
        for (int i = next.getAndIncrement(); i < chunks; i = next.getAndIncrement()) {
            range.run(i * step, Math.min(n, (i + 1) * step));
        }
    }

    /** The same by a thread that the owner has to wait for; what goes wrong is kept for the owner. */
    void help() {
        guests.incrementAndGet();
        try {
            work();
        } catch (Throwable e) {
            failure = e;
        } finally {
            if (guests.decrementAndGet() == 0) {
                LockSupport.unpark(owner);
            }
        }
    }

    /**
     * No further chunk is taken, and those begun are over. Waits even when interrupted: nobody may see arrays half
     * written.
     */
    void close() {
        next.set(chunks);
        boolean interrupted = false;
        for (int spins = 0; guests.get() > 0; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            owner.interrupt();
        }
        if (failure != null) {
            throw Rethrow.of(failure);
        }
    }
}
