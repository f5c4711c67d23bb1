package lectern.kernel.debug;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** All places in traced code, by the numbers that the code carries, and by cell. */
final class Sites {
    private final List<Site> all = new ArrayList<>();
    private final Map<String, List<Integer>> byPath = new HashMap<>();

    /** Adds a place and returns its number. */
    synchronized int add(Site site) {
        int number = all.size();
        all.add(site);
        byPath.computeIfAbsent(site.path(), path -> new ArrayList<>()).add(number);
        return number;
    }

    synchronized Site get(int number) {
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
