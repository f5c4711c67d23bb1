package lectern.kernel.java;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.kernel.Interpreter.CellIo;

/** The thread that user code runs on, with a stack deep enough for honest recursion. */
final class CellRunner implements AutoCloseable {
    private static final long STACK = 16L << 20;
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final Runnable END = () -> { };

    private final LinkedBlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private volatile Thread thread;

    CellRunner() {
        start();
    }

    private void start() {
        thread = Thread.ofPlatform().daemon().name("cell-" + NUMBERS.incrementAndGet()).stackSize(STACK).inheritInheritableThreadLocals(false).start(this::loop);
    }

    private void loop() {
        while (true) {
            try {
                var next = work.take();
                if (next == END) {
                    return;
                }
                next.run();
            } catch (InterruptedException | Guard.CellInterrupted late) {
                // An interrupt that came when its cell had just ended.
                continue;
            }
        }
    }

    /** Runs a piece of work to its end and hands on what it throws. */
    <T> T run(CellIo io, Callable<T> piece) throws Throwable {
        var task = new FutureTask<T>(() -> {
            Streams.enter(io);
            try {
                return piece.call();
            } catch (OutOfMemoryError e) {
                Ballast.drop();
                throw e;
            } finally {
                Streams.leave();
            }
        });
        work.add(task);
        while (true) {
            try {
                return task.get();
            } catch (InterruptedException outside) {
                thread.interrupt();
            } catch (CancellationException e) {
                throw e;
            } catch (ExecutionException e) {
                throw e.getCause();
            }
        }
    }

    Thread thread() {
        return thread;
    }

    @Override
    public void close() {
        work.add(END);
        thread.interrupt();
    }
}
