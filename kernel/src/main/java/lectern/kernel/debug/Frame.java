package lectern.kernel.debug;

import java.util.ArrayList;
import java.util.List;

/**
 * The shadow of a running method: which line it has reached and what its local variables hold. Traced code calls what is public here.
 *
 * <p>Numbers and references lie apart so that nothing is boxed. An exception that leaves a method takes its frame along.
 */
public final class Frame {
    final TracedThread thread;
    final Frame caller;
    final int depth;
    private final long[] numbers;
    private final Object[] objects;
    private int entry = -1;

    private Frame(TracedThread thread, int slots) {
        this.thread = thread;
        caller = thread.top;
        depth = caller == null ? 1 : caller.depth + 1;
        numbers = new long[slots];
        objects = new Object[slots];
    }

    /** A method with so many slots for local variables begins. */
    public static Frame enter(int slots) {
        var thread = TracedThread.current();
        var frame = new Frame(thread, slots);
        thread.top = frame;
        return frame;
    }

    /** The statements of a cell begin. */
    public static Frame enterCell(int slots) {
        TracedThread.current().runsCells();
        return enter(slots);
    }

    /** A line begins. */
    public void line(int number) {
        int before = entry;
        entry = number;
        if (Tracing.alert) {
            Tracing.reached(this, before);
        }
    }

    /** The method returns. */
    public void leave() {
        thread.top = caller;
        if (caller == null) {
            Tracing.left(thread);
        }
    }

    /** An exception leaves the method. */
    public void leave(Throwable thrown) {
        if (Tracing.alert) {
            Tracing.thrown(this, thrown, false);
        }
        leave();
    }

    /** A handler of the method takes an exception. */
    public void caught(Throwable thrown) {
        if (Tracing.alert) {
            Tracing.thrown(this, thrown, true);
        }
        thread.lastThrown = null;
    }

    public void set(int slot, int value) {
        numbers[slot] = value;
    }

    public void set(int slot, long value) {
        numbers[slot] = value;
    }

    public void set(int slot, float value) {
        numbers[slot] = Float.floatToRawIntBits(value);
    }

    public void set(int slot, double value) {
        numbers[slot] = Double.doubleToRawLongBits(value);
    }

    public void set(int slot, Object value) {
        objects[slot] = value;
    }

    /** The number of the line it has reached, -1 before the first. */
    int entryNumber() {
        return entry;
    }

    LineTable.Entry entry() {
        return Tracing.LINES.get(entry);
    }

    Object value(Local local) {
        long bits = numbers[local.slot()];
        return switch (local.kind()) {
            case 'Z' -> bits != 0;
            case 'C' -> (char) bits;
            case 'B' -> (byte) bits;
            case 'S' -> (short) bits;
            case 'I' -> (int) bits;
            case 'J' -> bits;
            case 'F' -> Float.intBitsToFloat((int) bits);
            case 'D' -> Double.longBitsToDouble(bits);
            default -> objects[local.slot()];
        };
    }

    /** This frame and those that have called it, the innermost first; frames that have not reached a line are left out. */
    List<Frame> stack() {
        var frames = new ArrayList<Frame>();
        for (var frame = this; frame != null; frame = frame.caller) {
            if (frame.entry >= 0) {
                frames.add(frame);
            }
        }
        return frames;
    }
}
