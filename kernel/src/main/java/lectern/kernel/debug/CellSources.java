package lectern.kernel.debug;

import java.io.File;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Names for the texts of cells, by which front ends and the debugger speak of them. They look like paths of files, as the protocol
 * wants it, but no file is written.
 */
final class CellSources {
    static final String SUFFIX = ".java";
    /** JupyterLab shows "Cell [3]" in place of a path only where it finds the name of the Python kernel in it. */
    private static final String PREFIX = String.join(
            File.separator,
            System.getProperty("java.io.tmpdir"),
            "lectern",
            "ipykernel_" + ProcessHandle.current().pid(),
            "");

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    static String prefix() {
        return PREFIX;
    }

    /** The path that stands for a cell of this text. */
    private static String path(String code) {
        return PREFIX + Murmur2.hash(code, Murmur2.SEED) + SUFFIX;
    }

    /** Remembers a text and returns its path. */
    String keep(String code) {
        var path = path(code);
        texts.put(path, code);
        return path;
    }

    /** The text behind a path, or null. */
    String text(String path) {
        return texts.get(path);
    }
}
