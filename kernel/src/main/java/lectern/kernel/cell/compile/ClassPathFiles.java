package lectern.kernel.cell.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.JavaFileObject;

/** The classes of the class path as the compiler wants them; only jars that hold a package it asks for are opened. */
final class ClassPathFiles implements AutoCloseable {
    private static final String CLASS = ".class";

    private final PackageIndex index;
    private final Map<Path, Jar> opened = new HashMap<>();

    ClassPathFiles(PackageIndex index) {
        this.index = index;
    }

    PackageIndex index() {
        return index;
    }

    /** All classes of a package, nested ones too. */
    synchronized List<JavaFileObject> list(String packageName) throws IOException {
        var found = new ArrayList<JavaFileObject>();
        for (var place : index.places(packageName)) {
            if (opened.containsKey(place) || !Files.isDirectory(place)) {
                found.addAll(jar(place).list(packageName));
            } else {
                listFolder(place, packageName, found);
            }
        }
        return found;
    }

    private Jar jar(Path place) {
        return opened.computeIfAbsent(place, path -> {
            try {
                return new Jar(new ZipFile(path.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void listFolder(Path folder, String packageName, List<JavaFileObject> found) throws IOException {
        var inner = folder.resolve(packageName.replace('.', '/'));
        if (!Files.isDirectory(inner)) {
            return;
        }
        try (var files = Files.list(inner)) {
            files.filter(path -> path.toString().endsWith(CLASS))
                    .sorted()
                    .forEach(path -> found.add(new InFolder(
                            binaryName(packageName, path.getFileName().toString()), path)));
        }
    }

    private static String binaryName(String packageName, String fileName) {
        var simple = fileName.substring(0, fileName.length() - CLASS.length());
        return packageName.isEmpty() ? simple : packageName + "." + simple;
    }

    @Override
    public synchronized void close() {
        for (var jar : opened.values()) {
            try {
                jar.zip.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        opened.clear();
    }

    /** An open jar and the classes in it by package. */
    private static final class Jar {
        private final ZipFile zip;
        private final Map<String, List<String>> names = new HashMap<>();

        Jar(ZipFile zip) {
            this.zip = zip;
            zip.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(CLASS))
                    .forEach(name -> {
                        int slash = name.lastIndexOf('/');
                        names.computeIfAbsent(slash < 0 ? "" : name.substring(0, slash), key -> new ArrayList<>())
                                .add(name);
                    });
        }

        List<JavaFileObject> list(String packageName) {
            var found = new ArrayList<JavaFileObject>();
            for (var name : names.getOrDefault(packageName.replace('.', '/'), List.of())) {
                found.add(new InJar(binaryName(packageName, name.substring(name.lastIndexOf('/') + 1)), zip, name));
            }
            return found;
        }
    }

    private static final class InJar extends ClassFileObject {
        private final ZipFile zip;
        private final String entry;

        InJar(String binaryName, ZipFile zip, String entry) {
            super(binaryName);
            this.zip = zip;
            this.entry = entry;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return zip.getInputStream(zip.getEntry(entry));
        }
    }

    private static final class InFolder extends ClassFileObject {
        private final Path path;

        InFolder(String binaryName, Path path) {
            super(binaryName);
            this.path = path;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
