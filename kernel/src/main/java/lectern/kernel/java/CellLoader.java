package lectern.kernel.java;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the classes of cells and of what was added to the class path while the kernel runs. */
final class CellLoader extends URLClassLoader {
    private final Map<String, byte[]> waiting = new ConcurrentHashMap<>();

    CellLoader(ClassLoader parent) {
        super("cells", new URL[0], parent);
        setPackageAssertionStatus(Memory.PACKAGE, true);
    }

    void add(Path path) {
        try {
            addURL(path.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No place for classes: " + path, e);
        }
    }

    void offer(Map<String, byte[]> classes) {
        waiting.putAll(classes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = waiting.remove(name);
        return bytes != null ? defineClass(name, bytes, 0, bytes.length) : super.findClass(name);
    }
}
