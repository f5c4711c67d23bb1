package lectern.tensor;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import lectern.notebook.Uncut;

/**
 * The threads that help with loops: each looks for work for some microseconds after the last and then sleeps. One loop
 * has them at a time; others run on their caller alone.
 */
@Uncut
final class Helpers {
    private static final int SPINS = 1_000;

    /** A wait beyond twice the own work and this many nanoseconds says that the other cores are not ours. */
    private static final long PATIENCE = 100_000;

    private static final long SHORTEST_REST = 5_000_000;
    private static final long LONGEST_REST = 1_000_000_000;

    private static final AtomicReference<Loop> CURRENT = new AtomicReference<>();

    /** These are touched only by the caller whose loop is the current one. */
    private static Helper[] crew = {};

    private static long restUntil = System.nanoTime();
    private static long rest = SHORTEST_REST;

    private Helpers() {}

    /** Runs a loop of the calling thread with the help of up to {@code wanted} others. */
    static void share(Loop loop, int wanted) {
        if (!CURRENT.compareAndSet(null, loop)) {
            loop.work();
            return;
        }
        try {
            long start = System.nanoTime();
            boolean alone = start < restUntil;
            if (!alone) {
                call(wanted);
            }
            long done = start;
            try {
                loop.work();
                done = System.nanoTime();
            } finally {
                // Helpers that are still awake from the loop before join without being called.
                loop.close();
            }
            if (!alone) {
                judge(done - start, System.nanoTime() - done);
            }
        } finally {
            CURRENT.set(null);
        }
    }

    private static void call(int wanted) {
        if (crew.length < wanted) {
            Helper[] more = java.util.Arrays.copyOf(crew, wanted);
            for (int i = crew.length; i < wanted; i++) {
                more[i] = new Helper(i);
                more[i].start();
            }
            crew = more;
        }
        for (int i = 0; i < wanted; i++) {
            if (crew[i].asleep) {
                LockSupport.unpark(crew[i]);
            }
        }
    }

    /** Where helpers began and were then kept from their cores, callers work alone for a while, longer each time. */
    private static void judge(long own, long waited) {
        if (waited > 2 * own + PATIENCE) {
            restUntil = System.nanoTime() + rest;
            rest = Math.min(2 * rest, LONGEST_REST);
        } else {
            rest = Math.max(rest - rest / 16, SHORTEST_REST);
        }
    }

    private static final class Helper extends Thread {
        private volatile boolean asleep;

        Helper(int number) {
            super(null, null, "lectern-loop-" + number, 0, false);
            setDaemon(true);
        }

        @Override
        public void run() {
            int idle = 0;
            while (true) {
                Loop loop = CURRENT.get();
                if (loop != null && loop.isOpen()) {
                    loop.help();
                    idle = 0;
                } else if (++idle < SPINS) {
                    Thread.onSpinWait();
                } else {
                    asleep = true;
                    loop = CURRENT.get();
                    if (loop == null || !loop.isOpen()) {
                        LockSupport.park(this);
                    }
                    asleep = false;
                    idle = 0;
                }
            }
        }
    }
}
