package lectern.kernel.debug;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import lectern.kernel.debug.TracedThread.Step;

/**
 * Decides where a line begins whether the thread stops there, and holds it.
 *
 * <p>One thread is stopped at a time: another one that reaches a breakpoint waits for its turn, so that a front end which knows one
 * stopped thread only, as JupyterLab does, sees them one after the other.
 */
final class Suspender {
    /** Hears of stops; called by the stopped thread. */
    interface Listener {
        void stopped(StoppedThread stop);

        /** The thread runs again, or has ended without coming to where it was asked to stop again. */
        void continued(TracedThread thread);
    }

    static final String UNCAUGHT = "uncaught";
    static final String RAISED = "raised";

    private final Debuggee debuggee;
    private final Listener listener;
    private final Breakpoints breakpoints = new Breakpoints(this::refresh);
    private final ReentrantLock turn = new ReentrantLock(true);
    private final AtomicReference<StoppedThread> present = new AtomicReference<>();
    private volatile Set<String> exceptions = Set.of();
    private volatile boolean released;

    Suspender(Debuggee debuggee, Listener listener) {
        this.debuggee = debuggee;
        this.listener = listener;
    }

    Breakpoints breakpoints() {
        return breakpoints;
    }

    /** The thread that is stopped now, or null. */
    StoppedThread present() {
        return present.get();
    }

    /** At which exceptions threads stop: {@link #UNCAUGHT}, {@link #RAISED}. */
    void exceptions(Set<String> filters) {
        exceptions = filters;
        refresh();
    }

    /** Lets a thread stop at the next line it reaches. */
    void pause(TracedThread thread) {
        thread.pauseWanted = true;
        refresh();
    }

    /** Lets the stopped thread go on; {@code step} says where it stops again, null for the next breakpoint. */
    void goOn(StoppedThread stop, Step.Kind step) {
        stop.thread().step = step == null
                ? null
                : new Step(
                        step, stop.frames().getFirst(), stop.frames().getFirst().entryNumber());
        refresh();
        stop.goOn();
    }

    /** Forgets all breakpoints and lets all threads run. */
    void release() {
        released = true;
        exceptions = Set.of();
        TracedThread.all().forEach(thread -> {
            thread.step = null;
            thread.pauseWanted = false;
        });
        breakpoints.clear();
        var stop = present.get();
        if (stop != null) {
            stop.goOn();
        }
    }

    private void refresh() {
        Tracing.alert = !released
                && (!breakpoints.isEmpty()
                        || !exceptions.isEmpty()
                        || TracedThread.all().stream().anyMatch(thread -> thread.step != null || thread.pauseWanted));
    }

    /** A line of a frame begins; {@code before} is the number of the place it comes from, -1 where there is none. */
    void reached(Frame frame, int before) {
        var thread = frame.thread;
        var step = thread.step;
        String reason = thread.pauseWanted ? "pause" : step != null && step.endsAt(frame) ? "step" : null;
        var text = "";
        var breakpoint = breakpoints.at(frame.entryNumber());
        if (breakpoint != null && !Tracing.LINES.goesOn(before, frame.entryNumber())) {
            thread.quiet = true;
            try {
                reason = breakpoint.stops(frame, debuggee) ? "breakpoint" : reason;
            } catch (Throwable e) {
                debuggee.checkInterrupt();
                reason = "breakpoint";
                text = "The condition of the breakpoint cannot be evaluated: " + words(e);
            } finally {
                thread.quiet = false;
                thread.top = frame;
            }
        }
        if (reason != null) {
            stop(frame, reason, text);
        }
    }

    /** An exception leaves the method of a frame, or is taken there. */
    void thrown(Frame frame, Throwable thrown, boolean taken) {
        var thread = frame.thread;
        if (thread.lastThrown == thrown || exceptions.isEmpty() || frame.entryNumber() < 0) {
            return;
        }
        debuggee.checkInterrupt();
        thread.lastThrown = thrown;
        boolean caught = taken
                || frame.stack().stream()
                        .skip(1)
                        .anyMatch(outer -> outer.entry().catches(thrown));
        if (exceptions.contains(RAISED) || !caught) {
            stop(frame, "exception", words(thrown));
        }
    }

    /** A thread has left its outermost traced method. */
    void left(TracedThread thread) {
        if (thread.step != null) {
            thread.step = null;
            refresh();
            listener.continued(thread);
        }
    }

    private void stop(Frame frame, String reason, String text) {
        var thread = frame.thread;
        try {
            turn.lockInterruptibly();
            try {
                if (released) {
                    return;
                }
                hold(new StoppedThread(frame, reason, text));
            } finally {
                turn.unlock();
            }
        } catch (InterruptedException e) {
            thread.step = null;
            refresh();
            debuggee.checkInterrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void hold(StoppedThread stop) throws InterruptedException {
        var thread = stop.thread();
        thread.step = null;
        thread.pauseWanted = false;
        refresh();
        present.set(stop);
        try {
            listener.stopped(stop);
            stop.hold();
        } finally {
            present.set(null);
            if (thread.step == null) {
                listener.continued(thread);
            }
        }
    }

    /** What went wrong, in a line. */
    static String words(Throwable thrown) {
        var message = thrown.getMessage();
        var name = thrown.getClass().getSimpleName();
        boolean plain =
                thrown instanceof RequestRefused || thrown instanceof IllegalArgumentException && message != null;
        return plain ? message : message == null ? name : name + ": " + message;
    }
}
