package lectern.kernel.debug;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/** A thread that stands still, until it is told to go on; meanwhile it runs what the debugger wants to be run on it. */
final class StoppedThread {
    private static final FutureTask<Void> GO_ON = new FutureTask<>(() -> null);

    private final TracedThread thread;
    private final String reason;
    private final String text;
    private final List<Frame> frames;
    private final LinkedBlockingQueue<FutureTask<?>> work = new LinkedBlockingQueue<>();
    private boolean over;

    /** {@code text} says more than the reason, or is empty. */
    StoppedThread(Frame frame, String reason, String text) {
        this.thread = frame.thread;
        this.reason = reason;
        this.text = text;
        this.frames = frame.stack();
    }

    TracedThread thread() {
        return thread;
    }

    String reason() {
        return reason;
    }

    String text() {
        return text;
    }

    /** The innermost first. */
    List<Frame> frames() {
        return frames;
    }

    /** Holds the calling thread, which must be the stopped one. */
    void hold() throws InterruptedException {
        try {
            while (true) {
                var next = work.take();
                if (next == GO_ON) {
                    return;
                }
                runQuietly(next);
            }
        } finally {
            close();
        }
    }

    private void runQuietly(FutureTask<?> task) {
        var top = thread.top;
        thread.quiet = true;
        try {
            task.run();
        } finally {
            thread.quiet = false;
            thread.top = top;
        }
    }

    private synchronized void close() {
        over = true;
        work.forEach(task -> task.cancel(false));
        work.clear();
    }

    void goOn() {
        work.add(GO_ON);
    }

    /**
     * Runs something on the stopped thread and waits for it.
     *
     * @throws RequestRefused when the thread goes on before that
     */
    <T> T call(Callable<T> piece) throws Throwable {
        var task = new FutureTask<>(piece);
        synchronized (this) {
            if (over) {
                throw new RequestRefused("the thread is not stopped any more");
            }
            work.add(task);
        }
        try {
            return task.get();
        } catch (CancellationException e) {
            throw new RequestRefused("the thread is not stopped any more");
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }
}
