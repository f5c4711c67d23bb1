package lectern.kernel.cell.compile;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;

/**
 * The classes of the JDK as the compiler wants them, read by the same means as the virtual machine's own.
 *
 * <p>The compiler's way leads through the file system {@code jrt}: its first use looks for file systems in every jar of the class
 * path, and each of its folders is made up of thousands of objects. That was a third of the time to the first result. Which classes
 * a package holds is kept in a file instead, one line a package that has been asked for; another JDK begins a new file.
 */
final class PlatformFiles implements AutoCloseable {
    private static final String CLASS = ".class";

    /** A module of the JDK. */
    record SystemModule(String name) implements Location {
        @Override
        public String getName() {
            return "SYSTEM_MODULES[" + name + "]";
        }

        @Override
        public boolean isOutputLocation() {
            return false;
        }
    }

    private final Path file;
    private final Map<String, ModuleReference> modules = new HashMap<>();
    private final Map<String, ModuleReader> readers = new HashMap<>();
    /** Simple names of classes, parted by blanks, by module and package: {@code java.base/java.util}. */
    private final Map<String, String> listed = new HashMap<>();

    private boolean stale;

    /** The JDK that runs this; {@code file} is where lists are kept between runs, or null. */
    PlatformFiles(Path file) {
        this.file = file;
        for (var module : ModuleFinder.ofSystem().findAll()) {
            modules.put(module.descriptor().name(), module);
        }
        if (file != null) {
            recall();
        }
    }

    private static String head() {
        var image = Path.of(System.getProperty("java.home"), "lib", "modules").toFile();
        return "classes of packages, 1\t" + image + "\t" + image.length() + "\t" + image.lastModified();
    }

    private void recall() {
        try {
            var lines = Files.readString(file).split("\n");
            if (!lines[0].equals(head())) {
                return;
            }
            for (int i = 1; i < lines.length; i++) {
                int tab = lines[i].indexOf('\t');
                listed.put(lines[i].substring(0, tab), lines[i].substring(tab + 1));
            }
        } catch (IOException | RuntimeException e) {
            // No file yet, or one cut short: the modules themselves know.
            listed.clear();
        }
    }

    /** Keeps what has been asked for the next start; a folder that may not be written costs that start its speed only. */
    synchronized void save() {
        if (file == null || !stale) {
            return;
        }
        stale = false;
        var text = new StringBuilder(head()).append('\n');
        listed.forEach(
                (place, names) -> text.append(place).append('\t').append(names).append('\n'));
        try {
            SharedFile.write(file, text);
        } catch (IOException e) {
            // The next start asks the modules again.
            return;
        }
    }

    /** All modules, as one set of places that do not hide one another. */
    Set<Location> modules() {
        var places = new LinkedHashSet<Location>();
        modules.keySet().forEach(name -> places.add(new SystemModule(name)));
        return places;
    }

    boolean has(String module) {
        return modules.containsKey(module);
    }

    /** The classes of a package, nested ones too, or of all that begin with its name. */
    synchronized List<JavaFileObject> list(SystemModule module, String packageName, boolean recurse)
            throws IOException {
        var found = new ArrayList<JavaFileObject>();
        if (recurse) {
            for (var name : names(module)) {
                if (packageName.isEmpty() || name.startsWith(packageName + ".")) {
                    found.add(new InModule(name, module));
                }
            }
            return found;
        }
        // Whatever word a cell begins an expression with might be a package, and every module is asked for it.
        if (!modules.get(module.name).descriptor().packages().contains(packageName)) {
            return found;
        }
        var place = module.name + "/" + packageName;
        var names = listed.get(place);
        if (names == null) {
            names = String.join(
                    " ",
                    names(module).stream()
                            .filter(name -> packageOf(name).equals(packageName))
                            .map(name -> name.substring(name.lastIndexOf('.') + 1))
                            .toList());
            listed.put(place, names);
            stale = true;
        }
        var before = packageName + ".";
        for (int at = 0; at < names.length(); ) {
            int end = names.indexOf(' ', at);
            end = end < 0 ? names.length() : end;
            found.add(new InModule(before + names.substring(at, end), module));
            at = end + 1;
        }
        return found;
    }

    /** The classes of a package in whatever module holds it. */
    synchronized List<JavaFileObject> list(String packageName) throws IOException {
        for (var module : modules.values()) {
            if (module.descriptor().packages().contains(packageName)) {
                return list(new SystemModule(module.descriptor().name()), packageName, false);
            }
        }
        return List.of();
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** Binary names of all classes of a module. */
    private List<String> names(SystemModule module) throws IOException {
        try (var all = reader(module).list()) {
            return all.filter(name -> name.endsWith(CLASS))
                    .map(name ->
                            name.substring(0, name.length() - CLASS.length()).replace('/', '.'))
                    .toList();
        }
    }

    private synchronized ModuleReader reader(SystemModule module) {
        return readers.computeIfAbsent(module.name, name -> {
            try {
                return modules.get(name).open();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The class of this binary name, or null. */
    JavaFileObject find(SystemModule module, String binaryName) throws IOException {
        var one = new InModule(binaryName, module);
        return reader(module).find(one.getName()).isPresent() ? one : null;
    }

    @Override
    public synchronized void close() throws IOException {
        for (var reader : readers.values()) {
            reader.close();
        }
        readers.clear();
    }

    private final class InModule extends ClassFileObject {
        private final SystemModule module;

        InModule(String binaryName, SystemModule module) {
            super(binaryName);
            this.module = module;
        }

        @Override
        public InputStream openInputStream() throws IOException {
            var reader = reader(module);
            var bytes = reader.read(getName()).orElseThrow(() -> new FileNotFoundException(getName()));
            try {
                var copy = new byte[bytes.remaining()];
                bytes.get(copy);
                return new ByteArrayInputStream(copy);
            } finally {
                reader.release(bytes);
            }
        }
    }
}
