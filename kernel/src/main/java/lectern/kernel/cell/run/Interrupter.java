package lectern.kernel.cell.run;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import lectern.kernel.cell.compile.Guard;
import lectern.kernel.cell.source.Memory;

/**
 * Ends a running cell: first politely, by the interrupt flag of its thread and the checks in woven code, then, where a loop of a
 * library takes no notice, by an exception thrown into the thread; again and again until the cell has ended.
 *
 * <p>Both reach only code of the user. While the kernel itself works for the cell, compiling it or sending its output, an interrupt is
 * noted and takes effect at the border to the user's code: an exception in the middle of the compiler would leave it unusable, one
 * between taking a lock and the block that gives it back would lock it for ever.
 *
 * <p>A thread that waits for a socket, a pipe or a monitor hears of none of this. It is given up after a while: the cell counts as
 * interrupted, the next one gets another thread, and the old thread ends as soon as what it waits for comes.
 */
public final class Interrupter {
    private static final long PATIENCE_MILLIS = 60;
    private static final long AGAIN_MILLIS = 30;
    /** How long after a stop that had to be put off the next is tried: such places are passed quickly. */
    private static final long SOON_MILLIS = 2;
    /** After this time even a place that should not be cut is. */
    private static final long PATIENCE_WITH_PLACES = TimeUnit.SECONDS.toNanos(4);

    /** After this time a thread that waits outside Java, where no exception arrives, is given up. */
    private static final long PATIENCE_WITH_WAITING = TimeUnit.SECONDS.toNanos(2);
    /** After this time any thread is. */
    private static final long PATIENCE_WITH_ALL = TimeUnit.SECONDS.toNanos(12);

    private static final long DRAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** Something to run. */
    @FunctionalInterface
    public interface Code<T> {
        T call() throws Throwable;
    }

    /** What the thread of the cell is busy with. */
    private enum Phase {
        KERNEL,
        MAGIC,
        USER
    }

    /** Where locks are held by blocks that give them back, where all share one state, and where classes and call sites come to be. */
    private static final String[] DELICATE = {
        "lectern.kernel.",
        "lectern.notebook.",
        "java.io.",
        "java.security.",
        "sun.security.",
        "java.lang.ClassLoader",
        "jdk.internal.loader.",
        "java.lang.invoke."
    };

    private static final String LOCKS = "java.util.concurrent.locks.";
    private static final String CELLS = Memory.PACKAGE + ".";

    private final CellRunner runner;
    private final UncutClasses uncut = new UncutClasses();
    private Stopper stopper;
    private Phase phase = Phase.KERNEL;
    private boolean running;
    private boolean requested;
    private boolean stopped;
    private boolean gaveUp;
    /** Threads that were given up and may come back. */
    private final Set<Thread> left = Collections.newSetFromMap(new WeakHashMap<>());

    private int cell;
    private StackTraceElement[] where = {};

    public Interrupter(CellRunner runner) {
        this.runner = runner;
        Guard.threadsCanBeStopped(Stopper.class.getModule().isNativeAccessEnabled());
    }

    public synchronized void begin() {
        running = true;
        requested = false;
        stopped = false;
        gaveUp = false;
        phase = Phase.KERNEL;
        cell++;
        Guard.request(false);
    }

    public synchronized void end() {
        running = false;
        phase = Phase.KERNEL;
        Guard.cell(null);
        Guard.request(false);
        if (stopped && !gaveUp) {
            // An exception may still be on its way to the thread; it dies with it.
            runner.replaceThread();
        }
    }

    public synchronized boolean requested() {
        return requested;
    }

    /** Has the thread of this cell been left behind? */
    public synchronized boolean gaveUp() {
        return gaveUp;
    }

    /** Is the calling thread one that was left behind, whose cell is over? */
    public synchronized boolean isLeft() {
        return left.contains(Thread.currentThread());
    }

    /** The frames of the cell when it was asked to stop. */
    public synchronized StackTraceElement[] where() {
        return where.clone();
    }

    /** Runs code of the user, which may be stopped anywhere. */
    public <T> T user(Code<T> code) throws Throwable {
        return in(Phase.USER, code);
    }

    /** Runs a magic, which may be interrupted where it waits. */
    public <T> T magic(Code<T> code) throws Throwable {
        return in(Phase.MAGIC, code);
    }

    /** Runs what the kernel does in the middle of a magic, which no interrupt reaches. */
    public <T> T kernel(Code<T> code) throws Throwable {
        return in(Phase.KERNEL, code);
    }

    private <T> T in(Phase next, Code<T> code) throws Throwable {
        if (isLeft()) {
            throw new Guard.CellInterrupted();
        }
        if (Thread.currentThread() != runner.thread()) {
            // An expression that the debugger evaluates on a thread which the cell has started.
            return code.call();
        }
        var before = enter(next);
        try {
            return code.call();
        } finally {
            leave(before);
        }
    }

    private synchronized Phase enter(Phase next) {
        if (requested) {
            throw new Guard.CellInterrupted();
        }
        var before = phase;
        become(next);
        return before;
    }

    private void become(Phase next) {
        phase = next;
        Guard.cell(next == Phase.KERNEL ? null : Thread.currentThread());
    }

    private void leave(Phase before) {
        boolean late;
        synchronized (this) {
            if (isLeft()) {
                return;
            }
            become(before);
            late = stopped;
            if (requested && before == Phase.KERNEL) {
                Thread.interrupted();
            }
        }
        if (late) {
            drain();
        }
    }

    /** Gives an exception that was sent and has not arrived the time to do so, here where it does no harm. */
    private static void drain() {
        long end = System.nanoTime() + DRAIN_NANOS;
        while (System.nanoTime() < end) {
            try {
                Thread.yield();
            } catch (Guard.CellInterrupted arrived) {
                continue;
            }
        }
    }

    public void interrupt() {
        int asked;
        synchronized (this) {
            if (!running || requested) {
                return;
            }
            requested = true;
            asked = cell;
            where = runner.thread().getStackTrace();
            Guard.request(true);
            nudge();
        }
        Thread.ofPlatform().daemon().name("lectern-interrupt").start(() -> insist(asked));
    }

    /** Ends a thread that a library has started for the cell: politely, and by an exception where it stands at a harmless place. */
    public void end(Thread helper) {
        helper.interrupt();
        uncut.learn(helper, helper.getStackTrace());
        synchronized (this) {
            try {
                stopper = stopper == null ? Stopper.open() : stopper;
                stopper.stop(helper, frames -> mayBeCut(frames, false));
            } catch (IllegalStateException e) {
                // The polite way stays open.
                Guard.threadsCanBeStopped(false);
            }
        }
    }

    private void nudge() {
        if (phase != Phase.KERNEL) {
            runner.thread().interrupt();
        }
    }

    private void insist(int asked) {
        long start = System.nanoTime();
        long pause = PATIENCE_MILLIS;
        while (pauseWhileRunning(asked, pause)) {
            // Without our lock: finding classes may have to wait for a loader that the cell is using.
            uncut.learn(runner.thread(), runner.thread().getStackTrace());
            synchronized (this) {
                if (!running || cell != asked) {
                    return;
                }
                if (phase != Phase.KERNEL && isHopeless(System.nanoTime() - start)) {
                    giveUp();
                    return;
                }
                nudge();
                pause = phase != Phase.USER || stop(System.nanoTime() - start > PATIENCE_WITH_PLACES)
                        ? AGAIN_MILLIS
                        : SOON_MILLIS;
            }
        }
    }

    private boolean isHopeless(long tried) {
        return tried > PATIENCE_WITH_ALL || tried > PATIENCE_WITH_WAITING && waits(runner.thread());
    }

    /** Does the thread stand in a native method, or before a monitor that another one has? */
    private static boolean waits(Thread thread) {
        var frames = thread.getStackTrace();
        return thread.getState() == Thread.State.BLOCKED || frames.length > 0 && frames[0].isNativeMethod();
    }

    private void giveUp() {
        left.add(runner.thread());
        gaveUp = true;
        phase = Phase.KERNEL;
        Guard.cell(null);
        runner.giveUp();
    }

    /** False where the thread was at a place that must not be cut. Holds the lock, so that the phase cannot change meanwhile. */
    private boolean stop(boolean anywhere) {
        try {
            stopper = stopper == null ? Stopper.open() : stopper;
            boolean sent = stopper.stop(runner.thread(), frames -> mayBeCut(frames, anywhere));
            stopped |= sent;
            return sent;
        } catch (IllegalStateException e) {
            // The polite way stays open: the flag is set and woven code looks at it.
            Guard.threadsCanBeStopped(false);
            return true;
        }
    }

    /** {@code anywhere} gives up the care for places that should not be cut, but not for classes that must not. */
    boolean mayBeCut(StackTraceElement[] frames, boolean anywhere) {
        return !uncut.areLeft(frames) && (anywhere || mayBeCut(frames));
    }

    /**
     * Would an exception at this place do no harm? That depends on what is above the code of the cell on the stack.
     *
     * <p>Plain loops, because the thread may be held meanwhile: to link a lambda can wait for a lock that it has taken.
     */
    static boolean mayBeCut(StackTraceElement[] frames) {
        boolean parked = frames.length > 0 && frames[0].getMethodName().equals("park");
        for (var frame : frames) {
            var name = frame.getClassName();
            if (name.startsWith(CELLS)) {
                return true;
            }
            boolean locking = name.startsWith(LOCKS) && !parked;
            if (locking || frame.getMethodName().equals("<clinit>") || isDelicate(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDelicate(String name) {
        for (var prefix : DELICATE) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private boolean pauseWhileRunning(int asked, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            if (!isRunning(asked)) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(Math.min(millis, 5));
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
