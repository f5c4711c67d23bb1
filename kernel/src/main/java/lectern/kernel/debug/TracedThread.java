package lectern.kernel.debug;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A thread that runs traced code. */
final class TracedThread {
    /** The number of the thread that runs cells: front ends begin with it. */
    static final int CELLS = 1;

    /** A step that the person has asked for: how, and from which place of which frame. */
    record Step(Kind kind, Frame from, int place) {
        enum Kind {
            OVER,
            INTO,
            OUT
        }

        /** Is the step done where a line of this frame begins? */
        boolean endsAt(Frame frame) {
            if (frame == from && Tracing.LINES.goesOn(place, frame.entryNumber())) {
                return false;
            }
            return switch (kind) {
                case INTO -> true;
                // Another frame of the same depth is a call that the line being stepped over makes.
                case OVER -> frame == from || frame.depth < from.depth;
                case OUT -> frame.depth < from.depth;
            };
        }
    }

    private static final AtomicInteger NUMBERS = new AtomicInteger(CELLS);
    private static final List<TracedThread> KNOWN = new CopyOnWriteArrayList<>();
    private static final ThreadLocal<TracedThread> OWN = ThreadLocal.withInitial(TracedThread::new);

    private final WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());
    private final String name = Thread.currentThread().getName();
    private volatile int id = NUMBERS.incrementAndGet();
    /** The frame of the innermost method; written by the thread itself, read by others while it is stopped. */
    Frame top;

    volatile Step step;
    volatile boolean pauseWanted;
    /** While the debugger itself runs code on the thread. */
    boolean quiet;
    /** The exception that passed last, so that one that rises through many frames counts once. */
    Throwable lastThrown;

    private TracedThread() {
        KNOWN.removeIf(known -> !known.isAlive());
        KNOWN.add(this);
    }

    static TracedThread current() {
        return OWN.get();
    }

    /** Threads that run traced code or have done so, and are alive. */
    static List<TracedThread> all() {
        KNOWN.removeIf(known -> !known.isAlive());
        return List.copyOf(KNOWN);
    }

    private boolean isAlive() {
        var here = thread.get();
        return here != null && here.isAlive();
    }

    void runsCells() {
        id = CELLS;
    }

    int id() {
        return id;
    }

    String name() {
        return id == CELLS ? "cells" : name.isEmpty() ? "thread " + id : name;
    }

    boolean runsTracedCode() {
        return top != null;
    }
}
