package lectern.kernel.cell.run;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lectern.kernel.cell.compile.CellLoader;
import lectern.notebook.Uncut;

/**
 * Knows by name which classes are marked with {@link Uncut}.
 *
 * <p>A stack tells names, and to find a class by its name can take locks and load it. So names are looked up in advance, while the
 * thread runs; while it is held, only what is known already is asked for.
 */
final class UncutClasses {
    /** Classes of the platform carry no marks of ours. */
    private static final String[] PLATFORM = {"java.", "javax.", "jdk.", "sun.", "com.sun."};

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** Looks up the classes of these frames of a thread. */
    void learn(Thread thread, StackTraceElement[] frames) {
        for (var frame : frames) {
            var name = frame.getClassName();
            if (!ofPlatform(name) && !known.containsKey(name)) {
                known.put(name, isMarked(name, thread));
            }
        }
    }

    /**
     * Is a marked class among these frames, or one that has not been looked up? May take no lock, nor link anything: the thread
     * whose frames these are may be held at any place.
     */
    boolean areLeft(StackTraceElement[] frames) {
        for (var frame : frames) {
            var name = frame.getClassName();
            var marked = ofPlatform(name) ? Boolean.FALSE : known.get(name);
            if (marked == null || marked) {
                return true;
            }
        }
        return false;
    }

    private static boolean ofPlatform(String name) {
        for (var prefix : PLATFORM) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    /** A class that neither the kernel's loader nor that of the cells finds is nobody's who knows of marks. */
    private static boolean isMarked(String name, Thread thread) {
        var own = find(name, UncutClasses.class.getClassLoader());
        var found = own == null && thread.getContextClassLoader() instanceof CellLoader cells ? find(name, cells) : own;
        return found != null
                && (found.isAnnotationPresent(Uncut.class)
                        || found.getNestHost().isAnnotationPresent(Uncut.class));
    }

    private static Class<?> find(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }
}
