package lectern.kernel.cell.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** The class path of the process, with the jars that the manifest of a starter jar names. */
public final class ClassPath {
    private ClassPath() {}

    public static List<Path> ofProcess() {
        var paths = new ArrayList<Path>();
        var entries = System.getProperty("java.class.path").split(File.pathSeparator);
        for (var entry : entries) {
            if (!entry.isEmpty()) {
                paths.add(Path.of(entry));
            }
        }
        // One jar alone is what `java -jar` leaves of a class path.
        return paths.size() == 1 && entries[0].endsWith(".jar") ? named(paths.getFirst()) : List.copyOf(paths);
    }

    private static List<Path> named(Path starter) {
        var paths = new ArrayList<>(List.of(starter));
        try (var jar = new JarFile(starter.toFile())) {
            var manifest = jar.getManifest();
            var names = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (names != null) {
                paths.addAll(named(starter, names));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paths;
    }

    /** The places that the manifest of a jar names, parted by blanks and relative to the jar. */
    static List<Path> named(Path jar, String names) {
        var paths = new ArrayList<Path>();
        for (var name : names.split(" ")) {
            // Addresses are slow to make, and names of jars hardly ever need one.
            paths.add(
                    isPlain(name)
                            ? jar.resolveSibling(name)
                            : Path.of(jar.toUri().resolve(URI.create(name))));
        }
        return paths;
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "_./+-".indexOf(c) >= 0;
            if (!plain) {
                return false;
            }
        }
        return !name.isEmpty();
    }
}
