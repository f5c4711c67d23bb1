package lectern.compile.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lectern.tensor.Tensor;
import lectern.tensor.op.Op;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;

/** One value of a traced program: an input, a constant, or an operation applied to other values. */
public final class Node implements Comparable<Node> {
    public final int id;
    /** Null for inputs and constants. */
    public final Op op;

    public final List<Node> in;
    public final int[] shape;
    public final DType dtype;
    public final boolean weak;
    /** The value of a constant, else null. */
    public final Tensor constant;
    /** The number that every element is known to be, else null. */
    final Double uniform;

    final Symbol symbol;

    public Node(
            Graph graph,
            int id,
            Op op,
            List<Node> in,
            int[] shape,
            DType dtype,
            boolean weak,
            Tensor constant,
            Double uniform) {
        this.id = id;
        this.op = op;
        this.in = in;
        this.shape = shape;
        this.dtype = dtype;
        this.weak = weak;
        this.constant = constant;
        this.uniform = uniform;
        this.symbol = new Symbol(graph, this);
    }

    public boolean isInput() {
        return op == null && constant == null;
    }

    public boolean isConstant() {
        return constant != null;
    }

    public boolean is(Op other) {
        return other.equals(op);
    }

    public boolean is(double number) {
        return uniform != null && uniform == number;
    }

    public int size() {
        return Shapes.size(shape);
    }

    /** All nodes the outputs depend on, in the order they were made. */
    public static Set<Node> needed(List<Node> outputs) {
        Set<Node> found = new HashSet<>();
        List<Node> open = new ArrayList<>(outputs);
        while (!open.isEmpty()) {
            Node node = open.removeLast();
            if (found.add(node)) {
                open.addAll(node.in);
            }
        }
        Node[] ordered = found.toArray(Node[]::new);
        Arrays.sort(ordered);
        return new LinkedHashSet<>(Arrays.asList(ordered));
    }

    /** In the order in which they were made. */
    @Override
    public int compareTo(Node other) {
        return Integer.compare(id, other.id);
    }

    @Override
    public String toString() {
        String what = op != null ? op.label() : constant != null ? "constant" : "input";
        StringBuilder text = new StringBuilder("%" + id + " = " + what);
        for (Node node : in) {
            text.append(" %").append(node.id);
        }
        return text.append(" : ").append(dtype).append(Shapes.text(shape)).toString();
    }
}
