package lectern.grad.compile;

import java.util.Arrays;
import java.util.List;
import lectern.tensor.DType;
import lectern.tensor.Op;
import lectern.tensor.Shapes;
import lectern.tensor.Tensor;

/** One value of a traced program: an input, a constant, or an operation applied to other values. */
final class Node implements Comparable<Node> {
    final int id;
    /** Null for inputs and constants. */
    final Op op;

    final List<Node> in;
    final int[] shape;
    final DType dtype;
    final boolean weak;
    /** The value of a constant, else null. */
    final Tensor constant;
    /** The number that every element is known to be, else null. */
    final Double uniform;

    final Symbol symbol;

    Node(
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

    boolean isInput() {
        return op == null && constant == null;
    }

    boolean isConstant() {
        return constant != null;
    }

    boolean is(Op other) {
        return other.equals(op);
    }

    boolean is(double number) {
        return uniform != null && uniform == number;
    }

    int size() {
        return Shapes.size(shape);
    }

    boolean hasShape(int... other) {
        return Arrays.equals(shape, other);
    }

    /** In the order in which they were made. */
    @Override
    public int compareTo(Node other) {
        return Integer.compare(id, other.id);
    }

    @Override
    public String toString() {
        String what =
                op != null ? op.name().toLowerCase(java.util.Locale.ROOT) : constant != null ? "constant" : "input";
        StringBuilder text = new StringBuilder("%" + id + " = " + what);
        for (Node node : in) {
            text.append(" %").append(node.id);
        }
        return text.append(" : ").append(dtype).append(Shapes.text(shape)).toString();
    }
}
