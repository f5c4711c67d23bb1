package lectern.kernel.protocol;

import java.nio.file.Path;
import java.util.Map;
import lectern.notebook.UserFolders;

/**
 * What a person may set by environment variables.
 *
 * @param outputLimit characters that one cell may print ({@code LECTERN_OUTPUT_LIMIT})
 * @param outputBurst bytes of output that leave at once for a front end with a person before it ({@code LECTERN_OUTPUT_BURST})
 * @param outputRate bytes a second after that ({@code LECTERN_OUTPUT_RATE})
 * @param dataDirectory where history is kept ({@code LECTERN_DATA_DIR}, else the XDG data directory)
 * @param parentPid the process whose end ends the kernel ({@code JPY_PARENT_PID}); 0 when there is none
 */
public record Settings(long outputLimit, long outputBurst, long outputRate, Path dataDirectory, long parentPid) {
    /** Reads the settings; values that are no numbers count as not set. */
    public static Settings from(Map<String, String> environment) {
        return new Settings(
                number(environment, "LECTERN_OUTPUT_LIMIT", 8L << 20),
                number(environment, "LECTERN_OUTPUT_BURST", 1_200_000),
                number(environment, "LECTERN_OUTPUT_RATE", 500_000),
                directory(environment),
                number(environment, "JPY_PARENT_PID", 0));
    }

    private static long number(Map<String, String> environment, String name, long fallback) {
        try {
            long value = Long.parseLong(environment.getOrDefault(name, ""));
            return value > 0 ? value : fallback;
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    private static Path directory(Map<String, String> environment) {
        String own = environment.getOrDefault("LECTERN_DATA_DIR", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        return UserFolders.data(environment).resolve("lectern");
    }
}
