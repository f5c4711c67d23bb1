package lectern.kernel.cell.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Memory that is held back, so that there is some left to tell that there is none. */
public final class Ballast {
    private static final int BYTES =
            (int) Math.min(8L << 20, Runtime.getRuntime().maxMemory() / 16);
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.err);
    private static final byte[] FAREWELL =
            "The kernel ends: its memory is used up and it could not go on. Keep less, or start Jupyter with LECTERN_HEAP=4g.\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static volatile byte[] held;

    private Ballast() {}

    /** Takes it back, where as much again and more is free: the cell that comes now may be the one that frees memory. */
    public static void hold() {
        var memory = Runtime.getRuntime();
        long free = memory.maxMemory() - memory.totalMemory() + memory.freeMemory();
        if (held == null && free > 3L * BYTES) {
            try {
                held = new byte[BYTES];
            } catch (OutOfMemoryError e) {
                held = null;
            }
        }
    }

    static void drop() {
        held = null;
    }

    /** A thread that talks to the front end is lost: an end is better than a kernel that never answers again. */
    static void end() {
        held = null;
        try {
            NativeOutput.giveBackErrors();
            OUT.write(FAREWELL);
        } catch (IOException | OutOfMemoryError e) {
            held = null;
        }
        Runtime.getRuntime().halt(1);
    }
}
