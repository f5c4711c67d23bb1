package lectern.kernel.debug;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The breakpoints of all cells, and the places in traced code that they are bound to. */
final class Breakpoints {
    private static final Breakpoint[] NONE = {};

    private final Map<String, List<Breakpoint>> byPath = new LinkedHashMap<>();
    private final Runnable changed;
    /** By number of the place; replaced, never changed, so that running code may look without a lock, at every line of a loop. */
    private volatile Breakpoint[] bound = NONE;

    /** {@code changed} is told when there may be another number of bound places. */
    Breakpoints(Runnable changed) {
        this.changed = changed;
    }

    /** The breakpoint at a place, or null. */
    Breakpoint at(int entry) {
        var now = bound;
        return entry >= 0 && entry < now.length ? now[entry] : null;
    }

    boolean isEmpty() {
        return bound.length == 0;
    }

    /** Replaces the breakpoints of a cell. */
    synchronized void set(String path, List<Breakpoint> breakpoints) {
        if (breakpoints.isEmpty()) {
            byPath.remove(path);
        } else {
            byPath.put(path, List.copyOf(breakpoints));
        }
        bind(path);
    }

    synchronized void clear() {
        byPath.clear();
        bound = NONE;
        changed.run();
    }

    /** Binds the breakpoints of a cell to its traced code, as far as there is such code: where a line has none, to the next that has. */
    synchronized void bind(String path) {
        var entries = Tracing.LINES;
        var places = entries.in(path);
        int last = places.stream().mapToInt(Integer::intValue).max().orElse(-1);
        var now = Arrays.copyOf(bound, Math.max(bound.length, last + 1));
        places.forEach(number -> now[number] = null);
        var lines = entries.lines(path);
        for (var breakpoint : byPath.getOrDefault(path, List.of())) {
            var line = lines.ceiling(breakpoint.line());
            for (int number : places) {
                if (line != null && entries.get(number).line() == line) {
                    now[number] = breakpoint;
                }
            }
        }
        bound = Arrays.stream(now).allMatch(Objects::isNull) ? NONE : now;
        changed.run();
    }

    /** The lines of all breakpoints, by cell. */
    synchronized Map<String, List<Integer>> lines() {
        var lines = new LinkedHashMap<String, List<Integer>>();
        byPath.forEach((path, breakpoints) -> lines.put(
                path, new ArrayList<>(breakpoints.stream().map(Breakpoint::line).toList())));
        return lines;
    }
}
