package lectern.kernel.cell.compile;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.UnitSource;

/**
 * The classes of one cell, in a loader of their own: when no variable, method or type of the notebook, no object and no running
 * code needs them any more, the virtual machine can let go of all of them.
 *
 * <p>Classes of earlier cells come from the loaders of those cells; this loader holds them, so they live as long as it does.
 */
public final class CellClasses extends ClassLoader {
    private static final String CELLS = Memory.PACKAGE + ".";

    private static final String SUFFIX = ".class";

    private final UnitSource unit;
    private final Map<String, byte[]> classes;
    private final Map<String, CellClasses> used;

    /**
     * A loader of {@code classes}, given by binary name.
     *
     * @param libraries loads whatever is no cell
     * @param used the cells that these classes name, by the names of their main classes
     */
    CellClasses(ClassLoader libraries, UnitSource unit, Map<String, byte[]> classes, Map<String, CellClasses> used) {
        super(libraries);
        this.unit = unit;
        this.classes = Map.copyOf(classes);
        this.used = Map.copyOf(used);
        setDefaultAssertionStatus(true);
    }

    UnitSource unit() {
        return unit;
    }

    Map<String, CellClasses> used() {
        return used;
    }

    /** The simple name of the main class of the cell that a class belongs to. */
    static String holderOf(String binaryName) {
        int nested = binaryName.indexOf('$', CELLS.length());
        return binaryName.substring(CELLS.length(), nested < 0 ? binaryName.length() : nested);
    }

    static boolean isCell(String binaryName) {
        return binaryName.startsWith(CELLS);
    }

    public Class<?> main() throws ClassNotFoundException {
        return loadClass(CELLS + unit.className);
    }

    /** The class files of the cell too, for libraries that read the code of what calls them. */
    @Override
    public InputStream getResourceAsStream(String name) {
        var bytes = name.endsWith(SUFFIX)
                ? classes.get(name.substring(0, name.length() - SUFFIX.length()).replace('/', '.'))
                : null;
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!isCell(name)) {
            return super.loadClass(name, resolve);
        }
        var holder = holderOf(name);
        if (holder.equals(unit.className)) {
            return own(name);
        }
        // What these classes do not name themselves, reflection may: the libraries' loader knows all cells there are.
        var earlier = used.get(holder);
        return earlier != null ? earlier.loadClass(name, resolve) : super.loadClass(name, resolve);
    }

    private Class<?> own(String name) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            var bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
