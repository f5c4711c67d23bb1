package lectern.kernel.debug;

import java.util.Collection;

/** What traced code and the debugger share: is code to be traced at all, and who is asked where a line begins. */
public final class Tracing {
    static final LineTable LINES = new LineTable();
    static final CellSources SOURCES = new CellSources();
    /** True while anything could make a thread stop; the one thing that every line looks at. */
    static volatile boolean alert;

    private static volatile Suspender suspender;

    private Tracing() {}

    /** Is there a debugger? */
    public static boolean attached() {
        return suspender != null;
    }

    /** Is what the calling thread compiles to be stoppable? Not what the debugger itself evaluates. */
    public static boolean wanted() {
        return attached() && !TracedThread.current().quiet;
    }

    static void begin(Suspender one) {
        suspender = one;
    }

    static void end() {
        suspender = null;
        alert = false;
    }

    /** Code of these cells has been woven and is going to run. */
    static void woven(Collection<String> paths) {
        var present = suspender;
        if (present != null) {
            paths.forEach(present.breakpoints()::bind);
        }
    }

    /** A line begins; {@code before} is the place of the line that ends, -1 for the first. */
    static void reached(Frame frame, int before) {
        var present = suspender;
        if (present != null && !frame.thread.quiet) {
            present.reached(frame, before);
        }
    }

    static void thrown(Frame frame, Throwable thrown, boolean taken) {
        var present = suspender;
        if (present != null && !frame.thread.quiet) {
            present.thrown(frame, thrown, taken);
        }
    }

    static void left(TracedThread thread) {
        thread.lastThrown = null;
        var present = suspender;
        if (present != null) {
            present.left(thread);
        }
    }
}
