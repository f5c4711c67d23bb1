package lectern.kernel.cell.compile;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Which packages the jars of a class path hold, and which extensions of the kernel they offer.
 *
 * <p>To open a hundred jars only to learn this takes longer than all the rest of a kernel's start. So it is kept in a file, one
 * line a jar, which a start that finds another jar, size or time than those noted writes anew.
 */
public final class PackageIndex {
    private static final String HEAD = "packages of jars, 1";
    private static final String SERVICE = "META-INF/services/lectern.notebook.Extension";

    /** What is noted of a jar; {@code further} are the jars that its manifest names. */
    private record Jar(long size, long time, String packages, String extensions, String further) {
        String line(Path path) {
            return String.join(
                            "\t",
                            path.toString(),
                            Long.toString(size),
                            Long.toString(time),
                            packages,
                            extensions,
                            further)
                    + "\n";
        }
    }

    private final Path file;
    private final Map<String, Jar> noted = new HashMap<>();
    private final Map<Path, Jar> jars = new LinkedHashMap<>();
    private final Set<Path> places = new LinkedHashSet<>();
    private final Set<Path> folders = new LinkedHashSet<>();
    private final Map<String, List<Path>> byPackage = new HashMap<>();
    private final Set<String> extensions = new LinkedHashSet<>();
    private boolean stale;

    /** An index of these jars and folders; {@code file} is where it is kept between runs, or null. */
    public PackageIndex(List<Path> classPath, Path file) {
        this.file = file;
        if (file != null) {
            recall();
        }
        add(classPath);
    }

    private void recall() {
        try {
            var lines = Files.readString(file).split("\n");
            for (int i = 1; i < lines.length && lines[0].equals(HEAD); i++) {
                var parts = lines[i].split("\t", -1);
                noted.put(
                        parts[0],
                        new Jar(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3], parts[4], parts[5]));
            }
        } catch (IOException | RuntimeException e) {
            // No file yet, or one cut short: the jars themselves know.
            noted.clear();
        }
    }

    /** Adds jars and folders at the end of the class path; what does not exist is passed over. */
    synchronized void add(List<Path> more) {
        for (var path : more) {
            if (places.add(path)) {
                addOne(path);
            }
        }
    }

    private void addOne(Path path) {
        var place = path.toFile();
        long time = place.lastModified();
        long size = place.length();
        var known = noted.get(path.toString());
        boolean holds = known != null && known.time == time && known.size == size;
        if (!holds && place.isDirectory()) {
            folders.add(path);
            offer(serviceOf(path));
            return;
        }
        var jar = holds ? known : read(place, size, time);
        if (jar == null) {
            return;
        }
        stale |= !holds;
        jars.put(path, jar);
        for (int at = 0; at < jar.packages.length(); ) {
            int end = jar.packages.indexOf(' ', at);
            end = end < 0 ? jar.packages.length() : end;
            byPackage
                    .computeIfAbsent(jar.packages.substring(at, end), name -> new ArrayList<>(1))
                    .add(path);
            at = end + 1;
        }
        offer(jar.extensions);
        if (!jar.further.isEmpty()) {
            add(ClassPath.named(path, jar.further).stream()
                    .filter(each -> !places.contains(each) && Files.exists(each))
                    .toList());
        }
    }

    private void offer(String names) {
        if (!names.isEmpty()) {
            Collections.addAll(extensions, names.split(" "));
        }
    }

    private static String serviceOf(Path folder) {
        try {
            var service = folder.resolve(SERVICE);
            return Files.exists(service)
                    ? providers(Files.readString(service).lines().toList())
                    : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** Null where there is no jar that can be read. */
    private static Jar read(File place, long size, long time) {
        try (var jar = new JarFile(place)) {
            var packages = new LinkedHashSet<String>();
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .forEach(name -> packages.add(name.substring(0, Math.max(0, name.lastIndexOf('/')))
                            .replace('/', '.')));
            packages.remove("");
            var service = jar.getEntry(SERVICE);
            String extensions = "";
            if (service != null) {
                try (var reader = new BufferedReader(
                        new InputStreamReader(jar.getInputStream(service), StandardCharsets.UTF_8))) {
                    extensions = providers(reader.lines().toList());
                }
            }
            var manifest = jar.getManifest();
            var further = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return new Jar(size, time, String.join(" ", packages), extensions, further == null ? "" : further.strip());
        } catch (IOException e) {
            return null;
        }
    }

    private static String providers(List<String> lines) {
        return String.join(
                " ",
                lines.stream()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .toList());
    }

    /** Keeps what has been found out for the next start; a folder that may not be written costs that start its speed only. */
    synchronized void save() {
        if (file == null || !stale) {
            return;
        }
        stale = false;
        var text = new StringBuilder(HEAD).append('\n');
        jars.forEach((path, jar) -> text.append(path.toString().matches(".*[\\t\\n].*") ? "" : jar.line(path)));
        try {
            SharedFile.write(file, text);
        } catch (IOException e) {
            noted.clear();
        }
    }

    /** A file beside that of this index, for what else is worth to be kept; null where nothing is. */
    Path beside(String ending) {
        return file == null ? null : file.resolveSibling(file.getFileName() + ending);
    }

    /** Jars that hold classes of this package, and all folders, in the order of the class path. */
    synchronized List<Path> places(String packageName) {
        var holding = byPackage.getOrDefault(packageName, List.of());
        if (folders.isEmpty()) {
            return List.copyOf(holding);
        }
        return places.stream()
                .filter(path -> folders.contains(path) || holding.contains(path))
                .toList();
    }

    /** The class path, without the jars that only manifests name. */
    synchronized List<Path> classPath() {
        return List.copyOf(places);
    }

    /** Names of the packages in jars. */
    public synchronized Set<String> packages() {
        return Set.copyOf(byPackage.keySet());
    }

    public synchronized int packageCount() {
        return byPackage.size();
    }

    /** Names of the classes that extend the kernel. */
    public synchronized List<String> extensions() {
        return List.copyOf(extensions);
    }
}
