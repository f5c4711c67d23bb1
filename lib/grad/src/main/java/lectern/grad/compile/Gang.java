package lectern.grad.compile;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import lectern.notebook.Uncut;

/**
 * Two workers for one loop: the caller and a helper thread that spins briefly between loops and then sleeps.
 *
 * <p>The caller takes over the helper's half when the helper has not begun it by the time the own half is done, so a
 * busy machine
 * costs nothing but the hope. Where the helper has begun and is then kept from its core by other programs, the caller
 * has to wait;
 * after such a wait it works alone for a while, the longer the more often it happens. The partition never depends on
 * who does the
 * work: results are the same bit for bit. Only one caller has the helper at a time; others work alone.
 */
@Uncut
final class Gang {
    /** A loop that can be done in parts. */
    interface Task {
        void part(int index);
    }

    private static final int SPINS = 4_000;
    private static final int IDLE = 0;
    private static final int OFFERED = 1;
    private static final int TAKEN = 2;
    private static final int DONE = 3;

    private static final boolean ENABLED =
            Runtime.getRuntime().availableProcessors() > 1 && Integer.getInteger("lectern.threads", 2) > 1;
    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final AtomicInteger STATE = new AtomicInteger(IDLE);

    /** A wait beyond twice the own work and this many nanoseconds says that the other core is not ours. */
    private static final long PATIENCE = 100_000;

    private static final long SHORTEST_REST = 5_000_000;
    private static final long LONGEST_REST = 1_000_000_000;

    /** Guarded by the lock: when to ask the helper again, and how long the next rest will be. */
    private static long restUntil = System.nanoTime();

    private static long rest = SHORTEST_REST;

    /** How long the caller waited for the helper the last time. */
    private static long waited;

    private static volatile Task task;
    private static volatile Throwable failure;
    private static volatile boolean asleep;
    private static Thread helper;

    private Gang() {}

    /** Runs parts 0 and 1, at the same time where possible. */
    static void both(Task work) {
        if (!ENABLED || !LOCK.tryLock()) {
            work.part(0);
            work.part(1);
            return;
        }
        try {
            long start = System.nanoTime();
            if (LOCK.getHoldCount() > 1 || start < restUntil) {
                work.part(0);
                work.part(1);
                return;
            }
            start();
            task = work;
            STATE.set(OFFERED);
            if (asleep) {
                LockSupport.unpark(helper);
            }
            long done = start;
            try {
                work.part(0);
                done = System.nanoTime();
            } finally {
                finish(work);
            }
            judge(done - start);
        } finally {
            LOCK.unlock();
        }
    }

    /** Decides by the wait just over whether the helper is worth asking. */
    private static void judge(long own) {
        long now = System.nanoTime();
        if (waited > 2 * own + PATIENCE) {
            restUntil = now + rest;
            rest = Math.min(2 * rest, LONGEST_REST);
        } else {
            rest = Math.max(rest - rest / 16, SHORTEST_REST);
        }
    }

    private static void finish(Task work) {
        waited = 0;
        if (STATE.compareAndSet(OFFERED, IDLE)) {
            work.part(1);
            return;
        }
        long start = System.nanoTime();
        int spins = 0;
        while (STATE.get() != DONE) {
            if (++spins > SPINS) {
                Thread.yield();
            } else {
                Thread.onSpinWait();
            }
        }
        STATE.set(IDLE);
        waited = System.nanoTime() - start;
        Throwable thrown = failure;
        failure = null;
        if (thrown instanceof RuntimeException e) {
            throw e;
        }
        if (thrown instanceof Error e) {
            throw e;
        }
    }

    private static void start() {
        if (helper == null) {
            helper = new Thread(Gang::serve, "lectern-helper");
            helper.setDaemon(true);
            helper.start();
        }
    }

    private static void serve() {
        int spins = 0;
        while (true) {
            if (STATE.compareAndSet(OFFERED, TAKEN)) {
                try {
                    task.part(1);
                } catch (Throwable t) {
                    failure = t;
                }
                task = null;
                STATE.set(DONE);
                spins = 0;
            } else if (++spins < SPINS) {
                Thread.onSpinWait();
            } else {
                asleep = true;
                if (STATE.get() != OFFERED) {
                    LockSupport.park();
                }
                asleep = false;
                spins = 0;
            }
        }
    }
}
