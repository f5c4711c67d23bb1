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

    public static void hold() {
        if (held == null) {
            try {
                held = new byte[BYTES];
            } catch (OutOfMemoryError e) {
                // The cell that comes now may be the one that frees memory.
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
