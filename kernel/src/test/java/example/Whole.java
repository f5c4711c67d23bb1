package example;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lectern.notebook.Uncut;

/** Stands for a class of a library that an interrupt must not cut; it takes no notice of the flag either. */
@Uncut
public final class Whole {
    public static volatile boolean finished;
    /** Counted down by code of a cell that tells of itself. */
    public static volatile CountDownLatch begun;

    private Whole() {}

    /** Keeps the thread busy for some milliseconds. */
    public static void spin(long millis) {
        finished = false;
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        finished = true;
    }

    /** Calls back. */
    public static void call(Callable<?> work) throws Exception {
        finished = false;
        work.call();
        finished = true;
    }
}
