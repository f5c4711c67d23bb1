package lectern.kernel.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** All places in traced code, by the numbers that the code carries, and by cell. */
final class LineTable {
    /**
     * A place in traced code where a line begins.
     *
     * @param path the cell, see {@link CellSources}
     * @param line counted from one
     * @param method name for people, null for the statements of the cell itself
     * @param locals the variables in sight, the innermost last
     * @param caught names of the exceptions that are caught around the line
     */
    record Entry(String path, int line, String method, List<Local> locals, Set<String> caught) {
        /** Would the method handle this exception if the line threw it? */
        boolean catches(Throwable thrown) {
            for (Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
                if (caught.contains(type.getName())) {
                    return true;
                }
            }
            return false;
        }
    }

    private final List<Entry> all = new ArrayList<>();
    private final Map<String, List<Integer>> byPath = new HashMap<>();

    /** Adds a place and returns its number. */
    synchronized int add(Entry entry) {
        int number = all.size();
        all.add(entry);
        byPath.computeIfAbsent(entry.path(), path -> new ArrayList<>()).add(number);
        return number;
    }

    synchronized Entry get(int number) {
        return all.get(number);
    }

    /** Is the second place a later part of the line that the first one begins? Places of a method are numbered by their order. */
    synchronized boolean goesOn(int first, int second) {
        return first >= 0
                && first < second
                && all.get(first).line() == all.get(second).line()
                && all.get(first).path().equals(all.get(second).path());
    }

    /** Numbers of the places in a cell. */
    synchronized List<Integer> in(String path) {
        return List.copyOf(byPath.getOrDefault(path, List.of()));
    }

    /** Lines of a cell that have a place; empty when the cell has not run under the debugger. */
    synchronized NavigableSet<Integer> lines(String path) {
        var lines = new TreeSet<Integer>();
        byPath.getOrDefault(path, List.of())
                .forEach(number -> lines.add(all.get(number).line()));
        return lines;
    }
}
