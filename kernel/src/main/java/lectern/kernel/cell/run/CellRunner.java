package lectern.kernel.cell.run;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import lectern.kernel.cell.compile.Guard;
import lectern.kernel.language.Interpreter.CellIo;

/**
 * The thread that user code runs on, with a stack deep enough for honest recursion.
 *
 * <p>An exception may be thrown into that thread at any place, see {@link Stopper}. So work and results change hands by plain fields and
 * not by queues and futures, whose locks such an exception could leave taken, and the side that waits looks after the thread itself.
 */
public final class CellRunner implements AutoCloseable {
    private static final long STACK = 16L << 20;
    private static final long LOOK_AFTER_NANOS = 50_000_000L;
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    /** A thread that waits for work. */
    private static final class Runner implements Runnable {
        volatile Task<?> next;
        volatile boolean closed;

        @Override
        public void run() {
            while (!closed) {
                try {
                    waitAndWork();
                } catch (Throwable late) {
                    // An interrupt that came when its cell had just ended.
                    continue;
                }
            }
        }

        private void waitAndWork() {
            var task = next;
            if (task == null) {
                LockSupport.park(this);
                Thread.interrupted();
                return;
            }
            next = null;
            try {
                task.run();
            } catch (Throwable late) {
                task.thrown = task.thrown == null ? late : task.thrown;
            } finally {
                task.done = true;
                LockSupport.unpark(task.waiter);
            }
        }
    }

    /** A piece of work and what came of it. */
    private static final class Task<T> {
        final CellIo io;
        final Interrupter.Code<T> piece;
        final Thread waiter = Thread.currentThread();
        T value;
        Throwable thrown;
        volatile boolean done;
        volatile boolean givenUp;

        Task(CellIo io, Interrupter.Code<T> piece) {
            this.io = io;
            this.piece = piece;
        }

        void run() {
            Streams.enter(io);
            try {
                value = piece.call();
            } catch (OutOfMemoryError e) {
                Ballast.drop();
                thrown = e;
            } catch (Throwable e) {
                thrown = e;
            } finally {
                Streams.leave();
            }
        }
    }

    private volatile Runner runner;
    private volatile Thread thread;
    private volatile Task<?> task;

    public CellRunner() {
        replaceThread();
    }

    /** Lets the present thread go and starts another. */
    void replaceThread() {
        release();
        runner = new Runner();
        thread = Thread.ofPlatform()
                .daemon()
                .name("cell-" + NUMBERS.incrementAndGet())
                .stackSize(STACK)
                .inheritInheritableThreadLocals(false)
                .start(runner);
    }

    private void release() {
        if (runner != null) {
            runner.closed = true;
            LockSupport.unpark(thread);
        }
    }

    /** Runs a piece of work to its end and hands on what it throws. */
    public <T> T run(CellIo io, Interrupter.Code<T> piece) throws Throwable {
        if (!thread.isAlive()) {
            replaceThread();
        }
        var work = new Task<>(io, piece);
        var worker = thread;
        task = work;
        runner.next = work;
        LockSupport.unpark(worker);
        boolean interrupted = false;
        while (!work.done && !work.givenUp && worker.isAlive()) {
            LockSupport.parkNanos(work, LOOK_AFTER_NANOS);
            interrupted |= Thread.interrupted();
        }
        task = null;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (!work.done) {
            throw new Guard.CellInterrupted();
        }
        if (work.thrown != null) {
            throw work.thrown;
        }
        return work.value;
    }

    /** Leaves the present thread to whatever it is doing, and has the work ended by an exception. */
    void giveUp() {
        var left = task;
        replaceThread();
        if (left != null) {
            left.givenUp = true;
            LockSupport.unpark(left.waiter);
        }
    }

    Thread thread() {
        return thread;
    }

    @Override
    public void close() {
        release();
        thread.interrupt();
    }
}
