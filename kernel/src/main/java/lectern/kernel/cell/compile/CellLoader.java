package lectern.kernel.cell.compile;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Loads what was added to the class path while the kernel runs, and finds the classes of cells for libraries that ask by name. */
public final class CellLoader extends URLClassLoader {
    private final LoadedCells cells;

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

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var cell = CellClasses.isCell(name) ? cells.find(CellClasses.holderOf(name)) : null;
        return cell != null ? cell.loadClass(name) : super.findClass(name);
    }
}
