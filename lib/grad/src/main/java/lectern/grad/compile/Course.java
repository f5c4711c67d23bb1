package lectern.grad.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lectern.grad.FnN;
import lectern.tensor.Tensor;

/**
 * The course that a function took when it was followed: its operations, and the numbers and tensors it brought along.
 *
 * <p>A function that is followed again takes the same course unless it depends on something besides its arguments, such as fresh
 * random numbers, a counter or a captured variable that was replaced. Nothing is computed with the arguments, so
 * the comparison costs the same for ten points and for a million.
 */
public final class Course {
    private final List<Node> nodes;
    private final Map<Tensor, Integer> brought;

    private Course(Graph graph) {
        nodes = List.copyOf(graph.nodes());
        brought = graph.brought();
    }

    /** Follows a function with arguments of these shapes; null when its course depends on their values. */
    public static Course of(FnN function, Tensor... args) {
        try (Graph graph = new Graph()) {
            graph.follow(function, args);
            return new Course(graph);
        } catch (ValueDependence e) {
            return null;
        }
    }

    /** True when both are courses over arguments of the same shapes and types. */
    public boolean isComparable(Course other) {
        List<Node> own = inputs();
        List<Node> others = other.inputs();
        boolean same = own.size() == others.size();
        for (int i = 0; same && i < own.size(); i++) {
            same = sameKind(own.get(i), others.get(i));
        }
        return same;
    }

    private List<Node> inputs() {
        return nodes.stream().filter(Node::isInput).toList();
    }

    /** True for the same operations on the same numbers, bit by bit. */
    public boolean isSame(Course other) {
        boolean same = nodes.size() == other.nodes.size();
        for (int i = 0; same && i < nodes.size(); i++) {
            same = isSame(nodes.get(i), other.nodes.get(i), other);
        }
        return same;
    }

    private boolean isSame(Node a, Node b, Course other) {
        if (!sameKind(a, b) || a.in.size() != b.in.size() || (a.op == null ? b.op != null : !a.op.equals(b.op))) {
            return false;
        }
        for (int i = 0; i < a.in.size(); i++) {
            if (a.in.get(i).id != b.in.get(i).id) {
                return false;
            }
        }
        if (a.constant == b.constant) {
            return a.constant == null
                    || brought.get(a.constant) == null
                    || brought.get(a.constant).equals(other.brought.get(b.constant));
        }
        return a.constant != null && a.constant.equals(b.constant);
    }

    /** Memory for all values together, were the function run as written. */
    public long bytes() {
        long bytes = 0;
        for (Node node : nodes) {
            bytes += (long) node.size() * node.dtype.bytes();
        }
        return bytes;
    }

    private static boolean sameKind(Node a, Node b) {
        return a.dtype == b.dtype && a.weak == b.weak && Arrays.equals(a.shape, b.shape);
    }
}
