package lectern.kernel.cell.run;

import lectern.kernel.cell.compile.Guard;

/** Tells of exceptions that end a thread which a cell has started; they go to the output of that cell. */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {
    static final UncaughtErrors ONLY = new UncaughtErrors();

    /** Read by {@link Stopper} through JNI: the thread to stop and what is thrown into it. */
    volatile Thread target;

    final Error error = new Guard.CellInterrupted();
    private volatile RuntimeErrors errors;

    private UncaughtErrors() {}

    public static void install(RuntimeErrors errors) {
        ONLY.errors = errors;
        Thread.setDefaultUncaughtExceptionHandler(ONLY);
    }

    static boolean carriesMessages(String thread) {
        return thread.startsWith("lectern-") || thread.startsWith("iothread") || thread.startsWith("reaper");
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (thrown instanceof OutOfMemoryError && carriesMessages(thread.getName())) {
            Ballast.end();
        }
        if (!(thrown instanceof Guard.CellInterrupted)) {
            System.err.println("In thread " + thread.getName() + ": " + String.join("\n", errors.lines(thrown)));
        }
    }
}
