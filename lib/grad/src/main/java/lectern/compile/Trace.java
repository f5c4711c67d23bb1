package lectern.compile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import lectern.compile.graph.Graph;
import lectern.compile.graph.Node;
import lectern.compile.graph.ValueDependence;
import lectern.grad.FnN;
import lectern.tensor.Tensor;

/**
 * The trace of a function that was followed: its operations, and the numbers and tensors it captured.
 *
 * <p>A function that is followed again leaves the same trace unless it depends on something besides its arguments, such
 * as fresh random numbers, a counter or a captured variable that was replaced. Nothing is computed with the arguments,
 * so the comparison costs the same for ten points and for a million.
 */
public final class Trace {
    private final List<Node> nodes;
    private final Map<Tensor, Integer> captured;

    private Trace(Graph graph) {
        nodes = List.copyOf(graph.nodes());
        captured = graph.captured();
    }

    /** Follows a function with arguments of these shapes; null when what it does depends on their values. */
    public static Trace of(FnN function, Tensor... args) {
        try (Graph graph = new Graph()) {
            graph.follow(function, args);
            return new Trace(graph);
        } catch (ValueDependence e) {
            return null;
        }
    }

    /** True when both are traces over arguments of the same shapes and types. */
    public boolean isComparable(Trace other) {
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
    public boolean isSame(Trace other) {
        boolean same = nodes.size() == other.nodes.size();
        for (int i = 0; same && i < nodes.size(); i++) {
            same = isSame(nodes.get(i), other.nodes.get(i), other);
        }
        return same;
    }

    private boolean isSame(Node a, Node b, Trace other) {
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
                    || captured.get(a.constant) == null
                    || captured.get(a.constant).equals(other.captured.get(b.constant));
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
