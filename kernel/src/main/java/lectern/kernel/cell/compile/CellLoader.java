package lectern.kernel.cell.compile;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads what was added to the class path while the kernel runs, and finds the classes of cells for libraries that ask by name. */
public final class CellLoader extends URLClassLoader {
    private final LoadedCells cells;
    private final Map<String, byte[]> helpers = new ConcurrentHashMap<>();

    public CellLoader(ClassLoader parent, LoadedCells cells) {
        super("cells", new URL[0], parent);
        this.cells = cells;
    }

    public void add(Path path) {
        try {
            addURL(path.toUri().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No place for classes: " + path, e);
        }
    }

    /** A class that cells may name and that belongs to none of them. */
    public void add(String name, byte[] bytes) {
        helpers.put(name, bytes);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var helper = helpers.remove(name);
        if (helper != null) {
            return defineClass(name, helper, 0, helper.length);
        }
        var cell = CellClasses.isCell(name) ? cells.find(CellClasses.holderOf(name)) : null;
        return cell != null ? cell.loadClass(name) : super.findClass(name);
    }
}
