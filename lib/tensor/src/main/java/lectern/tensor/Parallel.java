package lectern.tensor;

/**
 * Loops shared among threads.
 *
 * <p>Only loops whose result does not depend on where they are cut come here, so numbers are the same for any number of
 * threads. A loop is cut into a few chunks more than there are threads, and whoever is free takes the next one: on a
 * busy machine, where a helper comes late or never, the caller does all of them and waits for none that nobody began.
 */
public final class Parallel {
    /** Elements of a plain loop that make a second thread worth its while. */
    public static final int GRAIN = 1 << 15;

    /** Chunks for each thread: the more, the shorter the wait for a helper that was kept from its core. */
    private static final int CHUNKS = 4;

    private Parallel() {}

    /** Work on the elements from {@code start} up to {@code end}. */
    @FunctionalInterface
    public interface Range {
        void run(int start, int end);
    }

    /** Runs the range 0 to n, shared by as many threads as there are parts of {@code grain} elements at least. */
    public static void run(int n, int grain, Range range) {
        int threads = Math.min(Blas.maxThreads(), n / grain);
        if (threads < 2) {
            range.run(0, n);
            return;
        }
        int chunks = Math.min(CHUNKS * threads, n / grain);
        int step = (n + chunks - 1) / chunks;
        // Cuts lie on whole vector registers.
        Helpers.share(new Loop(range, n, step >= 64 ? (step + 63) & ~63 : step), threads - 1);
    }
}
