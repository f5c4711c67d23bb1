package lectern.tensor;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.FutureTask;

/**
 * Loops shared among threads.
 *
 * <p>Only loops whose result does not depend on where they are cut come here, so numbers are the same for any number of
 * threads.
 */
final class Parallel {
    private static final ExecutorService POOL = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(),
            task -> {
                Thread thread = new Thread(task, "lectern-loop");
                thread.setDaemon(true);
                return thread;
            });

    private Parallel() {}

    /** Work on the elements from {@code start} up to {@code end}. */
    @FunctionalInterface
    interface Range {
        void run(int start, int end);
    }

    /** Runs the range 0 to n, cut into parts of at least {@code grain} elements, the last part on this thread. */
    static void run(int n, int grain, Range range) {
        int parts = Math.min(Blas.maxThreads(), n / grain);
        if (parts < 2) {
            range.run(0, n);
            return;
        }
        // Cuts lie on whole vector registers.
        int step = n >= 64 * parts ? (n / parts + 63) & ~63 : n / parts;
        FutureTask<?>[] tasks = new FutureTask<?>[parts - 1];
        for (int i = 0; i < parts - 1; i++) {
            int start = i * step;
            tasks[i] = new FutureTask<>(() -> range.run(start, start + step), null);
            POOL.execute(tasks[i]);
        }
        try {
            range.run((parts - 1) * step, n);
        } finally {
            for (FutureTask<?> task : tasks) {
                await(task);
            }
        }
    }

    /** Waits even when interrupted: nobody may see arrays half written. */
    private static void await(FutureTask<?> task) {
        boolean interrupted = false;
        while (true) {
            try {
                task.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (java.util.concurrent.ExecutionException e) {
                throw OpenBlas.failed(e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
