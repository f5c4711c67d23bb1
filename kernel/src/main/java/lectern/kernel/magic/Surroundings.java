package lectern.kernel.magic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import lectern.notebook.UserFolders;

/**
 * Folder and environment variables of what magics start and open.
 *
 * <p>A Java process can change neither its own folder nor its own environment, so both are kept here, for all notebook code of the
 * process: commands of the shell run with them, files named by magics are looked for in the folder. {@code System.getenv} and
 * relative paths in Java code stay with what the kernel was started with.
 */
final class Surroundings {
    private static final Map<String, String> VARIABLES = new TreeMap<>();
    private static volatile Path folder = Path.of("").toAbsolutePath();

    private Surroundings() {}

    /** Where relative paths of magics begin. */
    static Path folder() {
        return folder;
    }

    /** The file or folder that a person means. */
    static Path path(String text) {
        var name = text.strip().replaceFirst("^([\"'])(.*)\\1$", "$2");
        var home = name.equals("~") || name.startsWith("~/") ? UserFolders.home() + name.substring(1) : name;
        return folder.resolve(home).normalize();
    }

    static void enter(String text) {
        var wanted = path(text);
        if (!Files.isDirectory(wanted)) {
            throw new MagicError("There is no folder " + wanted);
        }
        folder = wanted;
    }

    static synchronized void set(String name, String value) {
        VARIABLES.put(name, value);
    }

    /** The environment of the process with what notebooks have set. */
    static synchronized Map<String, String> environment() {
        var all = new TreeMap<>(System.getenv());
        all.putAll(VARIABLES);
        return all;
    }
}
