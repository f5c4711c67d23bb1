package lectern.kernel.java;

import java.util.concurrent.TimeUnit;

/**
 * Ends a running cell: first politely, by the interrupt flag of its thread and the checks in woven code, then, where a loop of a
 * library takes no notice, by an exception thrown into the thread; again and again until the cell has ended.
 */
final class Interrupter {
    private static final long PATIENCE_MILLIS = 60;
    private static final long AGAIN_MILLIS = 30;

    private final CellRunner runner;
    private Stopper stopper;
    private boolean running;
    private boolean requested;
    private int cell;
    private StackTraceElement[] where = {};

    Interrupter(CellRunner runner) {
        this.runner = runner;
        Guard.threadsCanBeStopped(Stopper.class.getModule().isNativeAccessEnabled());
    }

    synchronized void begin() {
        running = true;
        requested = false;
        cell++;
        Guard.request(false);
    }

    synchronized void end() {
        running = false;
        Guard.request(false);
    }

    synchronized boolean requested() {
        return requested;
    }

    /** The frames of the cell when it was asked to stop. */
    synchronized StackTraceElement[] where() {
        return where.clone();
    }

    void interrupt() {
        int asked;
        synchronized (this) {
            if (!running || requested) {
                return;
            }
            requested = true;
            asked = cell;
            where = runner.thread().getStackTrace();
            Guard.request(true);
            runner.thread().interrupt();
        }
        Thread.ofPlatform().daemon().name("lectern-interrupt").start(() -> insist(asked));
    }

    private void insist(int asked) {
        long pause = PATIENCE_MILLIS;
        while (pauseWhileRunning(asked, pause)) {
            pause = AGAIN_MILLIS;
            try {
                runner.thread().interrupt();
                stopper = stopper == null ? Stopper.open() : stopper;
                if (isRunning(asked)) {
                    stopper.stop(runner.thread());
                }
            } catch (IllegalStateException e) {
                // The polite way stays open: the flag is set and woven code looks at it.
                Guard.threadsCanBeStopped(false);
            }
        }
    }

    private boolean pauseWhileRunning(int asked, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            if (!isRunning(asked)) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                return false;
            }
        }
        return isRunning(asked);
    }

    private synchronized boolean isRunning(int asked) {
        return running && cell == asked;
    }
}
