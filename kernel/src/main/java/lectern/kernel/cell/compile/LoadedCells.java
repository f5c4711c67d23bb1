package lectern.kernel.cell.compile;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import lectern.kernel.cell.source.Memory;
import lectern.kernel.cell.source.UnitSource;

/**
 * The cells that have been loaded, by the names of their main classes. Those that the notebook can still name, and those that they
 * use, are held; the others are only known as long as something else holds them.
 */
public final class LoadedCells {
    private static final byte[] NAME = (Memory.PACKAGE + "/Cell").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final Pattern NUMBERS = Pattern.compile("\\d+_\\d+");
    /** Two numbers of ten digits and the line between them. */
    private static final int LONGEST = 21;

    private static final int FIRST_SWEEP = 32;

    private final Map<String, CellClasses> held = new HashMap<>();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final ReferenceQueue<CellClasses> gone = new ReferenceQueue<>();
    private int sweepAt = FIRST_SWEEP;

    private static final class Known extends WeakReference<CellClasses> {
        private final String name;

        Known(CellClasses cell, ReferenceQueue<CellClasses> gone) {
            super(cell, gone);
            name = cell.unit().className;
        }
    }

    /** Loads the classes of a cell; {@code named} tells whether later cells may name something of it. */
    public synchronized CellClasses load(
            ClassLoader libraries, UnitSource unit, Map<String, byte[]> classes, boolean named) {
        var used = new HashMap<String, CellClasses>();
        for (var bytes : classes.values()) {
            for (var name : cellsNamedIn(bytes)) {
                var cell = name.equals(unit.className) ? null : find(name);
                if (cell != null) {
                    used.put(name, cell);
                }
            }
        }
        var cell = new CellClasses(libraries, unit, classes, used);
        known.put(unit.className, new Known(cell, gone));
        if (named) {
            held.put(unit.className, cell);
        }
        return cell;
    }

    /** Every mention of a class, be it in code, in a signature or as a type argument, holds its name as it stands. */
    public static Set<String> cellsNamedIn(byte[] bytes) {
        var names = new HashSet<String>();
        for (int at = 0; at <= bytes.length - NAME.length; at++) {
            int matched = 0;
            while (matched < NAME.length && bytes[at + matched] == NAME[matched]) {
                matched++;
            }
            if (matched == NAME.length) {
                int from = at + NAME.length;
                var rest = new String(
                        bytes,
                        from,
                        Math.min(LONGEST, bytes.length - from),
                        java.nio.charset.StandardCharsets.ISO_8859_1);
                var numbers = NUMBERS.matcher(rest);
                if (numbers.lookingAt()) {
                    names.add("Cell" + numbers.group());
                }
            }
        }
        return names;
    }

    /** The cell with this main class, or null when it has gone. */
    public CellClasses find(String name) {
        var cell = known.get(name);
        return cell == null ? null : cell.get();
    }

    /** The main class of a cell that the notebook can name. */
    public Class<?> main(String name) throws ClassNotFoundException {
        var cell = find(name);
        if (cell == null) {
            throw new ClassNotFoundException(name);
        }
        return cell.main();
    }

    /**
     * Lets go of what cannot be named any more, now and then: after as many new cells as were left the last time.
     *
     * @param roots main classes of the cells whose variables, methods and types are in sight
     * @return the cells that are held, or null when there was no need to look
     */
    public synchronized Set<String> sweep(Collection<String> roots) {
        for (Reference<?> one = gone.poll(); one != null; one = gone.poll()) {
            known.remove(((Known) one).name, one);
        }
        if (held.size() < sweepAt) {
            return null;
        }
        var reached = new HashSet<String>();
        var next = new ArrayDeque<>(List.copyOf(roots));
        while (!next.isEmpty()) {
            var cell = find(next.pop());
            if (cell != null && reached.add(cell.unit().className)) {
                next.addAll(cell.used().keySet());
            }
        }
        held.keySet().retainAll(reached);
        sweepAt = Math.max(FIRST_SWEEP, 2 * held.size());
        return Set.copyOf(held.keySet());
    }

    public synchronized void clear() {
        held.clear();
        sweepAt = FIRST_SWEEP;
    }
}
