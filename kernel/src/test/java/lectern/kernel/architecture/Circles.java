package lectern.kernel.architecture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The strongly connected components of a graph, by Tarjan's algorithm: sets of nodes of which each can be reached from each.
 *
 * <p>Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972) 146–160.
 */
final class Circles {
    private final Map<String, ? extends Set<String>> arrows;
    private final Map<String, Integer> number = new HashMap<>();
    /** The smallest number that is reached from a node by arrows of the tree and one that leads back. */
    private final Map<String, Integer> lowest = new HashMap<>();

    private final ArrayDeque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final List<Set<String>> found = new ArrayList<>();

    Circles(Map<String, ? extends Set<String>> arrows) {
        this.arrows = arrows;
        arrows.keySet().stream().filter(node -> !number.containsKey(node)).forEach(this::visit);
    }

    /** A node in no circle is a component of its own. */
    List<Set<String>> found() {
        return found;
    }

    private void visit(String node) {
        number.put(node, number.size());
        lowest.put(node, number.get(node));
        open.push(node);
        isOpen.add(node);
        for (var next : arrows.get(node)) {
            if (!number.containsKey(next)) {
                visit(next);
                lowest.merge(node, lowest.get(next), Math::min);
            } else if (isOpen.contains(next)) {
                lowest.merge(node, number.get(next), Math::min);
            }
        }
        if (lowest.get(node).equals(number.get(node))) {
            close(node);
        }
    }

    private void close(String root) {
        var component = new TreeSet<String>();
        String node;
        do {
            node = open.pop();
            isOpen.remove(node);
            component.add(node);
        } while (!node.equals(root));
        found.add(component);
    }
}
