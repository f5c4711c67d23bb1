package lectern.data;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tech.tablesaw.api.Table;

/** Tablesaw's search for its readers and writers, kept short. */
final class TableReaders {
    private static final String CLASS_PATH = "java.class.path";

    private TableReaders() {}

    /**
     * Has Tablesaw look for readers in jars of its own name only.
     *
     * <p>When its first table is made, it opens every jar of the class path, which takes most of a second of processor
     * time. Jars that class loaders other than the system's bring are searched as ever.
     */
    static void find() {
        String all = System.getProperty(CLASS_PATH);
        Path own = home();
        if (all == null || own == null) {
            return;
        }
        System.setProperty(CLASS_PATH, String.join(File.pathSeparator, jars(own, all)));
        try {
            Table.create();
        } finally {
            System.setProperty(CLASS_PATH, all);
        }
    }

    /** Tablesaw's jar, its likes beside it (the class path may name one jar for all), and those on the class path. */
    static Set<String> jars(Path own, String classPath) {
        var jars = new LinkedHashSet<String>(List.of(own.toString()));
        String[] beside = own.toAbsolutePath().getParent().toFile().list((folder, name) -> isTablesaw(name));
        for (String name : beside == null ? new String[0] : beside) {
            jars.add(own.resolveSibling(name).toString());
        }
        Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> isTablesaw(new File(entry).getName()))
                .forEach(jars::add);
        return jars;
    }

    private static boolean isTablesaw(String file) {
        return file.contains("tablesaw") && file.endsWith(".jar");
    }

    private static Path home() {
        var source = Table.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }
}
