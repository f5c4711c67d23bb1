package lectern.grad.compile;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lectern.tensor.Binary;
import lectern.tensor.Unary;

/** Finds the products in a fused loop that become one instruction with the sum they are part of. */
record Contraction(Set<Node> stored, Map<Node, Integer> uses) {
    /** Products that are only added to something: they become one fused multiplication and addition. */
    Set<Node> absorbed(Group group) {
        Set<Node> absorbed = new HashSet<>();
        for (Node node : group.members) {
            Node product = productIn(group, node);
            if (product != null) {
                absorbed.add(product);
            }
        }
        return absorbed;
    }

    private Node productIn(Group group, Node node) {
        if (node.is(Binary.ADD) && isLoneProduct(group, node.in.get(0))) {
            return node.in.get(0);
        }
        boolean second = node.is(Binary.ADD) || node.is(Binary.SUB);
        return second && isLoneProduct(group, node.in.get(1)) ? node.in.get(1) : null;
    }

    private boolean isLoneProduct(Group group, Node node) {
        return (node.is(Binary.MUL) || node.is(Unary.SQUARE))
                && group.members.contains(node)
                && uses.get(node) == 1
                && !stored.contains(node);
    }
}
