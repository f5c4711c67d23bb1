package lectern.kernel.cell.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.constant.ClassDesc;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import lectern.kernel.cell.source.UnitSource;
import lectern.kernel.debug.TraceWeaver;
import lectern.kernel.debug.Tracing;

/** Makes compiled cells stoppable while a debugger is attached, and knows which ones are. */
final class CellTraces {
    private final Set<String> traced = ConcurrentHashMap.newKeySet();
    private boolean attached;

    /** Is this class of a cell as it ought to be now: stoppable if and only if there is a debugger? */
    boolean fits(String className) {
        return traced.contains(className) == Tracing.attached();
    }

    /** Has a debugger come or gone since this was asked last? */
    boolean changed() {
        boolean before = attached;
        attached = Tracing.attached();
        return before != attached;
    }

    /** The classes of a unit as they are to be loaded. */
    Map<String, byte[]> weave(Map<String, byte[]> classes, UnitSource unit, ClassHierarchyResolver types) {
        if (!Tracing.wanted()) {
            return classes;
        }
        traced.add(unit.className);
        var places = unit.placesOfLines();
        return TraceWeaver.weave(
                classes, line -> line < places.length ? place(places[line]) : null, CellWriter.RUN, types);
    }

    private static TraceWeaver.Place place(UnitSource.Place place) {
        return place == null ? null : new TraceWeaver.Place(place.cell().typed(), place.line());
    }

    /** Finds the classes of a unit before they are loaded, and all others by the loader of cells. */
    static ClassHierarchyResolver types(Map<String, byte[]> classes, ClassLoader loader) {
        return ClassHierarchyResolver.ofResourceParsing(type -> open(classes, type))
                .orElse(ClassHierarchyResolver.ofClassLoading(loader));
    }

    private static InputStream open(Map<String, byte[]> classes, ClassDesc type) {
        var descriptor = type.descriptorString();
        var bytes = classes.get(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'));
        return bytes == null ? null : new ByteArrayInputStream(bytes);
    }
}
