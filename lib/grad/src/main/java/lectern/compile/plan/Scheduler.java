package lectern.compile.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.compile.graph.Node;
import lectern.compile.run.Repetition;
import lectern.tensor.op.Binary;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.Cast;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Reshape;
import lectern.tensor.op.Unary;
import lectern.tensor.op.Where;
import lectern.tensor.type.DType;

/**
 * Puts the operations of a program in order and into fused loops.
 *
 * <p>The order is a list of units; a value joins the earliest loop over its shape that comes after everything it needs.
 * Edges then always point forward in the list, so no cycle can arise however much is merged.
 */
final class Scheduler {
    private final List<Unit> units = new ArrayList<>();
    private final Map<Node, Integer> placeOf = new HashMap<>();

    private Scheduler() {}

    /** The units in order of execution for everything the outputs need. */
    static List<Unit> schedule(List<Node> outputs) {
        Scheduler scheduler = new Scheduler();
        for (Node node : Node.needed(outputs)) {
            scheduler.place(node);
        }
        return scheduler.units;
    }

    /** The node whose array holds the value: changes of shape are no work. */
    static Node root(Node node) {
        Node at = node;
        while (at.op instanceof Reshape) {
            at = at.in.getFirst();
        }
        return at;
    }

    private void place(Node node) {
        if (node.op == null) {
            placeOf.put(node, -1);
        } else if (node.op instanceof Reshape) {
            placeOf.put(node, placeOf.get(node.in.getFirst()));
        } else if (isElementwise(node)) {
            join(node, node.shape, typeOf(node), false);
        } else if (isFold(node)) {
            join(node, node.in.getFirst().shape, node.dtype, true);
        } else {
            units.add(new Single(node));
            placeOf.put(node, units.size() - 1);
        }
    }

    private void join(Node node, int[] shape, DType type, boolean fold) {
        int first = 0;
        for (Node input : node.in) {
            first = Math.max(first, placeOf.get(input));
        }
        int splits = fold ? Repetition.splitsOfReduction(((Reduction) node.op).axes(), shape) : -1;
        for (int place = first; place < units.size(); place++) {
            if (units.get(place) instanceof Group group
                    && group.type == type
                    && Arrays.equals(group.shape, shape)
                    && !group.isFull()
                    && accepts(group, place, node)) {
                int joint = splits & group.splits & splitsOf(node, group);
                if (joint != 0) {
                    add(group, place, node, joint, fold);
                    return;
                }
            }
        }
        Group group = new Group(shape, type);
        units.add(group);
        add(group, units.size() - 1, node, splits & splitsOf(node, group), fold);
    }

    private void add(Group group, int place, Node node, int splits, boolean fold) {
        group.splits = splits;
        (fold ? group.folds : group.members).add(node);
        placeOf.put(node, place);
    }

    /** True when every input is there before the loop, or is a member of it. */
    private boolean accepts(Group group, int place, Node node) {
        for (Node input : node.in) {
            if (placeOf.get(input) == place && !group.members.contains(input)) {
                return false;
            }
        }
        return true;
    }

    private static int splitsOf(Node node, Group group) {
        int splits = (1 << (group.shape.length + 1)) - 1;
        for (Node input : node.in) {
            if (!group.members.contains(input)) {
                splits &= Repetition.splits(input.shape, group.shape);
            }
        }
        return splits;
    }

    /** True for what a fused loop can compute. */
    static boolean isElementwise(Node node) {
        if (node.size() == 0 || typeOf(node) == null) {
            return false;
        }
        boolean form = switch (node.op) {
            case Unary u -> true;
            case Binary b -> true;
            case Where w -> true;
            case BroadcastTo b -> true;
            case Cast c -> true;
            default -> false;
        };
        int splits = (1 << (node.shape.length + 1)) - 1;
        for (Node input : node.in) {
            splits &= Repetition.splits(input.shape, node.shape);
        }
        return form && splits != 0;
    }

    /** The float type a loop computes a node in; null when it cannot. */
    static DType typeOf(Node node) {
        boolean cast = node.op instanceof Cast;
        if (node.dtype.isFloating()) {
            for (int i = node.op instanceof Where ? 1 : 0; i < node.in.size() && !cast; i++) {
                Node input = node.in.get(i);
                if (input.dtype == DType.FLOAT64 && node.dtype == DType.FLOAT32 && !input.weak) {
                    return null;
                }
            }
            return node.dtype;
        }
        if (node.dtype != DType.BOOL || cast || node.op instanceof Where) {
            return null;
        }
        boolean logical = node.op == Binary.AND || node.op == Binary.OR || node.op == Binary.XOR;
        DType joint = null;
        for (Node input : node.in) {
            if (input.dtype == DType.INT64 || logical && input.dtype != DType.BOOL) {
                return null;
            }
            DType own = input.dtype.isFloating() ? input.dtype : input.op == null ? null : typeOf(input);
            if (own != null && !input.weak) {
                joint = joint == null ? own : DType.promote(joint, own);
            }
        }
        return joint == null ? DType.FLOAT64 : joint;
    }

    private static boolean isFold(Node node) {
        return node.op instanceof Reduction r
                && node.dtype.isFloating()
                && node.in.getFirst().size() > 0
                && (r.kind() == Reduction.Kind.SUM || r.kind() == Reduction.Kind.MAX || r.kind() == Reduction.Kind.MIN)
                && Repetition.splitsOfReduction(r.axes(), node.in.getFirst().shape) != 0;
    }

    /** The values that must lie in arrays: outputs, and what another unit than the own one reads. */
    static Set<Node> stored(List<Unit> units, List<Node> outputs) {
        Set<Node> stored = new HashSet<>();
        for (Node output : outputs) {
            stored.add(root(output));
        }
        for (Unit unit : units) {
            switch (unit) {
                case Single single -> single.node().in.forEach(input -> stored.add(root(input)));
                case Group group -> {
                    for (Node node : group.members) {
                        needs(group, node, stored);
                    }
                    for (Node node : group.folds) {
                        needs(group, node, stored);
                    }
                }
            }
        }
        return stored;
    }

    private static void needs(Group group, Node node, Set<Node> stored) {
        for (Node input : node.in) {
            if (!group.members.contains(input)) {
                stored.add(root(input));
            }
        }
    }
}
