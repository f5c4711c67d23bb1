package lectern.kernel.java;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Gives the compiler the classes of earlier cells from memory and takes those of the present one. */
final class CellFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, Bytes> known = new LinkedHashMap<>();
    private final Map<String, ByteArrayOutputStream> written = new LinkedHashMap<>();

    CellFiles(JavaFileManager parent, Map<String, byte[]> classes) {
        super(parent);
        keep(classes);
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
        if (location == StandardLocation.CLASS_PATH && packageName.equals(Memory.PACKAGE)) {
            return kinds.contains(JavaFileObject.Kind.CLASS) ? new ArrayList<>(known.values()) : new ArrayList<>();
        }
        return super.list(location, packageName, kinds, recurse);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Bytes own ? own.name : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return a == b || !(a instanceof SimpleJavaFileObject) && !(b instanceof SimpleJavaFileObject) && super.isSameFile(a, b);
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

    private static final class Bytes extends SimpleJavaFileObject {
        private final String name;
        private final byte[] bytes;

        Bytes(String name, byte[] bytes) {
            super(URI.create("cell:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
