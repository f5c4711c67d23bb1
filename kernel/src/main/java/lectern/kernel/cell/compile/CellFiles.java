package lectern.kernel.cell.compile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;
import lectern.kernel.cell.compile.PlatformFiles.SystemModule;
import lectern.kernel.cell.source.Memory;

/**
 * Gives the compiler the classes of earlier cells from memory, those of the class path and those of the JDK, and takes those of the
 * present cell.
 */
final class CellFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private static final ClassLoader NOTHING = new ClassLoader(null) {};

    private final PlatformFiles platform;
    private final ClassPathFiles classPath;
    private final Map<String, Bytes> known = new LinkedHashMap<>();
    private final Map<String, Bytes> helpers = new LinkedHashMap<>();
    private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

    /** {@code rest} answers what is neither asked of the JDK's classes nor of the class path. */
    CellFiles(JavaFileManager rest, PlatformFiles platform, ClassPathFiles classPath) {
        super(rest);
        this.platform = platform;
        this.classPath = classPath;
    }

    void begin() {
        written.clear();
    }

    Map<String, byte[]> written() {
        var classes = new LinkedHashMap<String, byte[]>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    void keep(Map<String, byte[]> classes) {
        classes.forEach((name, bytes) -> known.put(name, new Bytes(name, bytes)));
    }

    /** A class that cells may name and that belongs to none of them. */
    void help(String name, byte[] bytes) {
        helpers.put(name, new Bytes(name, bytes));
    }

    /** Binary names of the classes of all cells, of what helps them and of those that have been written last. */
    Set<String> names() {
        var names = new HashSet<>(known.keySet());
        names.addAll(helpers.keySet());
        names.addAll(written.keySet());
        return names;
    }

    /** Forgets the classes of all cells but these, given by the names of their main classes. */
    void retain(Set<String> cells) {
        known.keySet().removeIf(name -> !cells.contains(CellClasses.holderOf(name)));
    }

    void forget() {
        known.clear();
    }

    Map<String, byte[]> classes() {
        var classes = new HashMap<String, byte[]>();
        known.forEach((name, file) -> classes.put(name, file.bytes));
        return classes;
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location instanceof SystemModule module) {
            return kinds.contains(JavaFileObject.Kind.CLASS) ? platform.list(module, packageName, recurse) : List.of();
        }
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        if (!kinds.contains(JavaFileObject.Kind.CLASS)) {
            return List.of();
        }
        if (!packageName.equals(Memory.PACKAGE)) {
            return classPath.list(packageName);
        }
        var files = new ArrayList<JavaFileObject>(known.values());
        files.addAll(helpers.values());
        return files;
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.SYSTEM_MODULES
                || location instanceof SystemModule
                || super.hasLocation(location);
    }

    @Override
    public Iterable<Set<Location>> listLocationsForModules(Location location) throws IOException {
        return location == StandardLocation.SYSTEM_MODULES
                ? List.of(platform.modules())
                : super.listLocationsForModules(location);
    }

    @Override
    public String inferModuleName(Location location) throws IOException {
        return location instanceof SystemModule module ? module.name() : super.inferModuleName(location);
    }

    @Override
    public Location getLocationForModule(Location location, String module) throws IOException {
        if (location != StandardLocation.SYSTEM_MODULES) {
            return super.getLocationForModule(location, module);
        }
        return platform.has(module) ? new SystemModule(module) : null;
    }

    @Override
    public JavaFileObject getJavaFileForInput(Location location, String className, JavaFileObject.Kind kind)
            throws IOException {
        if (location instanceof SystemModule module) {
            return kind == JavaFileObject.Kind.CLASS ? platform.find(module, className) : null;
        }
        return super.getJavaFileForInput(location, className, kind);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return !isOwn(file) && !(location instanceof SystemModule) && super.contains(location, file);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof ClassFileObject own ? own.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a == b || !isOwn(a) && !isOwn(b) && super.isSameFile(a, b);
    }

    /** The compiler looks for plug-ins of its own here with every task; cells have none, and the search would open every jar. */
    @Override
    public ClassLoader getClassLoader(Location location) {
        return NOTHING;
    }

    private static boolean isOwn(FileObject file) {
        return file instanceof ClassFileObject || file instanceof SimpleJavaFileObject;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
        var bytes = new ByteArrayOutputStream(2048);
        written.put(name, bytes);
        return new SimpleJavaFileObject(URI.create("cell:///" + name.replace('.', '/') + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                return bytes;
            }
        };
    }

    private static final class Bytes extends ClassFileObject {
        private final byte[] bytes;

        Bytes(String name, byte[] bytes) {
            super(name);
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
