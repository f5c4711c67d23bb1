package lectern.nn.dl4j;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.nd4j.linalg.api.buffer.DataType;

/** The memory outside of the heap that can still be had: what the machine has free, and what the limit of a container leaves. */
final class Memory {
    /** Less than this is given without a look. */
    private static final long SMALL = 64L << 20;

    private static final Path GROUP = Path.of("/sys/fs/cgroup");

    private Memory() {}

    /** Refuses an array that does not fit into the memory that is free. */
    static void require(long elements, DataType type) {
        int width = Math.max(1, type.width());
        if (elements < 0 || elements > Long.MAX_VALUE / width) {
            throw new OutOfMemoryError("An array of " + elements + " numbers is larger than any memory.");
        }
        long bytes = elements * width;
        if (bytes < SMALL) {
            return;
        }
        long free = free();
        if (bytes > free) {
            throw new OutOfMemoryError(String.format(
                    Locale.ROOT,
                    "An array of %,d numbers of type %s needs %s of memory, and %s are free. Take a smaller array or a narrower "
                            + "type, or let go of arrays that are no longer needed.",
                    elements,
                    type,
                    text(bytes),
                    text(free)));
        }
    }

    private static String text(long bytes) {
        return bytes < 1_000_000_000 ? bytes / 1_000_000 + " MB" : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
    }

    /** How many bytes can be taken without swapping or being killed; nine tenths of what is free. */
    static long free() {
        long machine = Math.min(machine(), group());
        return machine / 10 * 9;
    }

    private static long machine() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (line.startsWith("MemAvailable:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
                }
            }
        } catch (IOException e) {
            // Another system than Linux: the platform tells.
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getFreeMemorySize()
                : Long.MAX_VALUE;
    }

    /** What the limit of the container leaves; what it holds of files can be given back. */
    private static long group() {
        try {
            String limit = Files.readString(GROUP.resolve("memory.max")).strip();
            if (limit.equals("max")) {
                return Long.MAX_VALUE;
            }
            long used = Long.parseLong(
                    Files.readString(GROUP.resolve("memory.current")).strip());
            long files = 0;
            for (String line : Files.readAllLines(GROUP.resolve("memory.stat"))) {
                if (line.startsWith("inactive_file ")) {
                    files = Long.parseLong(line.substring("inactive_file ".length()));
                }
            }
            return Math.max(0, Long.parseLong(limit) - used + files);
        } catch (IOException | NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
