package lectern.compile.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.tensor.op.Binary;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.Op;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Unary;

/**
 * Takes common factors out of sums: A·C + B·C becomes (A + B)·C for elementwise and matrix products, Σa + Σb becomes
 * Σ(a + b).
 *
 * <p>A value that is used twice, once plainly and once inside a derivative, gets its gradient in two parts, and each
 * part would run through the whole backward sweep by itself. Factoring joins the parts where they arise: the loss on a
 * net's values and input derivatives needs six large products instead of eight. Only terms that nothing else uses are
 * taken apart.
 */
public final class Factoring {
    private static final int ROUNDS = 32;
    private static final int LONGEST = 24;

    /** A term of a sum with its sign. */
    private record Term(Node node, boolean positive) {}

    private final Graph graph;
    private final Map<Node, Integer> uses = new HashMap<>();
    private final Map<Node, Node> changed = new HashMap<>();

    private Factoring(Graph graph) {
        this.graph = graph;
    }

    /** The outputs after factoring, round by round until nothing changes. */
    public static List<Node> factored(Graph graph, List<Node> outputs) {
        List<Node> now = outputs;
        for (int round = 0; round < ROUNDS; round++) {
            List<Node> next = new Factoring(graph).round(now);
            if (next.equals(now)) {
                return now;
            }
            now = next;
        }
        return now;
    }

    private List<Node> round(List<Node> outputs) {
        for (Node output : outputs) {
            use(output);
        }
        Set<Node> needed = Node.needed(outputs);
        for (Node node : needed) {
            for (Node input : node.in) {
                use(input);
            }
        }
        for (Node node : needed) {
            changed.put(node, change(node));
        }
        List<Node> next = new ArrayList<>();
        for (Node output : outputs) {
            next.add(changed.get(output));
        }
        return next;
    }

    private void use(Node node) {
        uses.put(node, uses.getOrDefault(node, 0) + 1);
    }

    private Node change(Node node) {
        if (node.op == null) {
            return node;
        }
        if ((node.op == Binary.ADD || node.op == Binary.SUB) && node.dtype.isFloating()) {
            Node sum = sum(node);
            if (sum != null) {
                return sum;
            }
        }
        Node[] in = new Node[node.in.size()];
        boolean same = true;
        for (int i = 0; i < in.length; i++) {
            in[i] = changed.get(node.in.get(i));
            same &= in[i] == node.in.get(i);
        }
        return same ? node : graph.apply(node.op, in);
    }

    /** The terms of a sum with two of them joined; null when no two fit. */
    private Node sum(Node node) {
        List<Term> terms = new ArrayList<>();
        collect(node, node, true, terms);
        for (int i = 0; i < terms.size(); i++) {
            for (int j = i + 1; j < terms.size(); j++) {
                boolean plus = terms.get(i).positive;
                Node joint = join(terms.get(i).node, terms.get(j).node, plus == terms.get(j).positive);
                if (joint != null && Arrays.equals(joint.shape, node.shape)) {
                    Node total = plus ? joint : graph.apply(Unary.NEG, joint);
                    for (int k = 0; k < terms.size(); k++) {
                        if (k != i && k != j) {
                            Op op = terms.get(k).positive ? Binary.ADD : Binary.SUB;
                            total = graph.apply(op, total, changed.get(terms.get(k).node));
                        }
                    }
                    return total;
                }
            }
        }
        return null;
    }

    private void collect(Node root, Node node, boolean positive, List<Term> terms) {
        for (int i = 0; i < 2; i++) {
            Node input = node.in.get(i);
            boolean sign = positive == (i == 0 || node.op == Binary.ADD);
            boolean open = (input.op == Binary.ADD || input.op == Binary.SUB)
                    && uses.get(input) == 1
                    && Arrays.equals(input.shape, root.shape)
                    && terms.size() < LONGEST;
            if (open) {
                collect(root, input, sign, terms);
            } else {
                terms.add(new Term(input, sign));
            }
        }
    }

    /** a + b, or a - b, with a common factor taken out; null when there is none. */
    private Node join(Node a, Node b, boolean plus) {
        if (a == b
                || a.op == null
                || !a.op.equals(b.op)
                || uses.get(a) != 1
                || uses.get(b) != 1
                || a.dtype != b.dtype
                || !Arrays.equals(a.shape, b.shape)) {
            return null;
        }
        Op op = a.op;
        if (op == Binary.MUL) {
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    if (a.in.get(i) == b.in.get(j) && sameShape(a.in.get(1 - i), b.in.get(1 - j))) {
                        return graph.apply(op, changed.get(a.in.get(i)), added(a.in.get(1 - i), b.in.get(1 - j), plus));
                    }
                }
            }
        }
        if (op == Unary.NEG) {
            return graph.apply(op, added(a.in.getFirst(), b.in.getFirst(), plus));
        }
        if (op instanceof Reduction r
                && r.kind() == Reduction.Kind.SUM
                && sameShape(a.in.getFirst(), b.in.getFirst())) {
            return graph.apply(op, added(a.in.getFirst(), b.in.getFirst(), plus));
        }
        if (op instanceof MatMul) {
            if (a.in.get(1) == b.in.get(1) && sameShape(a.in.get(0), b.in.get(0))) {
                return graph.apply(op, added(a.in.get(0), b.in.get(0), plus), changed.get(a.in.get(1)));
            }
            if (a.in.get(0) == b.in.get(0) && sameShape(a.in.get(1), b.in.get(1))) {
                return graph.apply(op, changed.get(a.in.get(0)), added(a.in.get(1), b.in.get(1), plus));
            }
        }
        return null;
    }

    private static boolean sameShape(Node a, Node b) {
        return a.dtype == b.dtype && Arrays.equals(a.shape, b.shape);
    }

    private Node added(Node a, Node b, boolean plus) {
        return graph.apply(plus ? Binary.ADD : Binary.SUB, changed.get(a), changed.get(b));
    }
}
