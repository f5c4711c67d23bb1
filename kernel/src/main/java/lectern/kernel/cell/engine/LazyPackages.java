package lectern.kernel.cell.engine;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import lectern.notebook.Lazy;

/**
 * Tells from what the compiler has made of a cell whether it needs a library that is still to be fetched: the compiler misses one of
 * its packages, or the classes of the cell name one.
 */
final class LazyPackages {
    /** A cell cannot go on without this library. */
    static final class Wanted extends Exception {
        private static final long serialVersionUID = 1;
        private final transient Lazy library;

        Wanted(Lazy library) {
            super(library.name(), null, false, false);
            this.library = library;
        }

        Lazy library() {
            return library;
        }
    }

    private final List<Lazy> awaited = new CopyOnWriteArrayList<>();

    void await(Lazy library) {
        awaited.add(library);
    }

    void hasCome(Lazy library) {
        awaited.remove(library);
    }

    /** Ends the compilation of a cell that needs one of the libraries. */
    void check(Compiled tried) throws Wanted {
        for (var library : awaited) {
            for (var name : library.packages()) {
                if (misses(tried, name) || names(tried, name.replace('.', '/'))) {
                    throw new Wanted(library);
                }
            }
        }
    }

    private static boolean misses(Compiled tried, String name) {
        return tried.errors().stream()
                .map(error -> error.getMessage(Locale.ENGLISH))
                .anyMatch(text -> text.contains(name + ".") || text.contains("package " + name + " "));
    }

    private static boolean names(Compiled tried, String name) {
        return tried.classes().values().stream().anyMatch(type -> names(type, name));
    }

    private static boolean names(byte[] type, String name) {
        for (var entry : ClassFile.of().parse(type).constantPool()) {
            boolean found = switch (entry) {
                case ClassEntry one -> one.asInternalName().startsWith(name + "/");
                case Utf8Entry text -> text.stringValue().contains("L" + name + "/");
                default -> false;
            };
            if (found) {
                return true;
            }
        }
        return false;
    }
}
