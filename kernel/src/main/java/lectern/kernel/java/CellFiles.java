package lectern.kernel.java;

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

/** Gives the compiler the classes of earlier cells from memory and those of the class path, and takes those of the present cell. */
final class CellFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private static final ClassLoader NOTHING = new ClassLoader(null) {};

    private final ClassPathFiles classPath;
    private final Map<String, Bytes> known = new LinkedHashMap<>();
    private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

    CellFiles(JavaFileManager platform, ClassPathFiles classPath) {
        super(platform);
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

    /** Binary names of the classes of all cells and of those that have been written last. */
    Set<String> names() {
        var names = new HashSet<>(known.keySet());
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
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        if (!kinds.contains(JavaFileObject.Kind.CLASS)) {
            return List.of();
        }
        return packageName.equals(Memory.PACKAGE) ? new ArrayList<>(known.values()) : classPath.list(packageName);
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
    public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
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
