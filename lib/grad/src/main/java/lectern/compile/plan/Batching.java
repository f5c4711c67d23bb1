package lectern.compile.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.compile.graph.Node;
import lectern.compile.run.Repetition;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.Reduction;

/**
 * Finds what can be done block by block over the rows of a batch: loops over arrays whose first axis is the batch,
 * products of such rows with fixed matrices, and sums over the batch.
 *
 * <p>A value read row by row by the units that follow can stay in the block; a sum over the batch, or a value read as a
 * whole, is there only after the loop. So units fall into phases: small ones, a loop over the batch, small ones that
 * need its sums, another loop, and so on.
 */
final class Batching {
    private static final int SHORTEST = 64;
    /** Below this many bytes of batched values everything lies in cache anyway. */
    private static final long LEAST = 1 << 18;

    /** Units that run one after the other, or together block by block. */
    record Segment(boolean batch, List<Unit> units) {}

    final int length;
    private final Map<Node, Unit> makerOf = new HashMap<>();
    private final Map<Unit, Integer> phaseOf = new HashMap<>();

    private Batching(int length) {
        this.length = length;
    }

    /** The segments in order of execution. */
    static List<Segment> segments(List<Unit> units, Batching batching) {
        if (batching == null) {
            return List.of(new Segment(false, units));
        }
        return batching.split(units);
    }

    /**
     * The batch of a program: the first axis that most of the work runs along; null when there is none worth the
     * trouble.
     */
    static Batching find(List<Unit> units) {
        Map<Integer, Long> bytes = new HashMap<>();
        for (Unit unit : units) {
            int[] shape = switch (unit) {
                case Group group -> group.shape;
                case Single single -> single.node().op instanceof MatMul ? single.node().shape : new int[0];
            };
            if (shape.length > 0 && shape[0] >= SHORTEST) {
                long size = switch (unit) {
                    case Group group -> (long) Repetition.product(shape, 0, shape.length) * group.members.size();
                    case Single single -> single.node().size();
                };
                bytes.put(shape[0], bytes.getOrDefault(shape[0], 0L) + size * 8);
            }
        }
        int best = 0;
        for (int length : bytes.keySet()) {
            best = best == 0 || bytes.get(length) > bytes.get(best) ? length : best;
        }
        return best == 0 || bytes.get(best) < LEAST ? null : new Batching(best);
    }

    private List<Segment> split(List<Unit> units) {
        int last = 0;
        for (Unit unit : units) {
            for (Node node : nodes(unit)) {
                makerOf.put(node, unit);
            }
            phaseOf.put(unit, phase(unit));
            last = Math.max(last, phaseOf.get(unit));
        }
        List<Segment> segments = new ArrayList<>();
        for (int phase = 0; phase <= last; phase++) {
            List<Unit> alone = new ArrayList<>();
            List<Unit> batched = new ArrayList<>();
            for (Unit unit : units) {
                if (phaseOf.get(unit) == phase) {
                    (isBatched(unit) ? batched : alone).add(unit);
                }
            }
            segments.add(new Segment(false, alone));
            segments.add(new Segment(batched.size() > 1, batched));
        }
        return segments;
    }

    static List<Node> nodes(Unit unit) {
        return switch (unit) {
            case Single single -> List.of(single.node());
            case Group group -> {
                List<Node> all = new ArrayList<>(group.members);
                all.addAll(group.folds);
                yield all;
            }
        };
    }

    private int phase(Unit unit) {
        int phase = 0;
        boolean batched = isBatched(unit);
        for (Node node : nodes(unit)) {
            for (int i = 0; i < node.in.size(); i++) {
                Unit maker = makerOf.get(Scheduler.root(node.in.get(i)));
                if (maker == null || maker == unit) {
                    continue;
                }
                boolean passes = !isBatched(maker)
                        || batched && isRowwise(unit, node, i) && isRows(Scheduler.root(node.in.get(i)));
                phase = Math.max(phase, phaseOf.get(maker) + (passes ? 0 : 1));
            }
        }
        return phase;
    }

    /** True for a unit that can be done block by block. */
    boolean isBatched(Unit unit) {
        return switch (unit) {
            case Group group -> group.shape.length > 0 && group.shape[0] == length && (group.splits & ~1) != 0;
            case Single single -> isRowProduct(single.node()) || isBatchSum(single.node());
        };
    }

    private static boolean isPlain(Node node) {
        return node.op instanceof MatMul
                && node.shape.length == 2
                && node.dtype.isFloating()
                && node.in.get(0).shape.length == 2
                && node.in.get(1).shape.length == 2
                && node.in.get(0).dtype == node.dtype
                && node.in.get(1).dtype == node.dtype
                && node.size() > 0
                && node.in.get(0).size() > 0;
    }

    /** (batch, k)·(k, n). */
    boolean isRowProduct(Node node) {
        return isPlain(node) && !((MatMul) node.op).transposeA() && node.shape[0] == length;
    }

    /** (batch, m)ᵀ·(batch, n). */
    boolean isBatchSum(Node node) {
        return isPlain(node)
                && ((MatMul) node.op).transposeA()
                && !((MatMul) node.op).transposeB()
                && node.in.get(0).shape[0] == length;
    }

    /** True when the unit reads this input of one of its nodes row by row; otherwise it reads it as a whole. */
    boolean isRowwise(Unit unit, Node node, int input) {
        return switch (unit) {
            case Group group -> isRowwise(group, node.in.get(input));
            case Single single -> input == 0 || isBatchSum(node);
        };
    }

    boolean isRowwise(Group group, Node input) {
        return input.shape.length == group.shape.length && input.shape[0] == length;
    }

    /** True when a batched unit makes the value row by row; a sum over the batch is not. */
    boolean isRows(Node root) {
        if (root.op instanceof Reduction r && makerOf.get(root) instanceof Group group && group.folds.contains(root)) {
            return !r.axes().contains(0);
        }
        return !(root.op instanceof MatMul) || !isBatchSum(root);
    }

    /** The values that only the units of one loop read, and only row by row. */
    Set<Node> locals(Segment segment, List<Unit> units, Set<Node> results) {
        Set<Node> locals = new HashSet<>();
        for (Unit unit : segment.units()) {
            for (Node node : nodes(unit)) {
                if (isRows(node) && !results.contains(node)) {
                    locals.add(node);
                }
            }
        }
        for (Unit unit : units) {
            boolean inside = segment.units().contains(unit);
            for (Node node : nodes(unit)) {
                for (int i = 0; i < node.in.size(); i++) {
                    Node root = Scheduler.root(node.in.get(i));
                    if (!inside || makerOf.get(root) != unit && !isRowwise(unit, node, i)) {
                        locals.remove(root);
                    }
                }
            }
        }
        return locals;
    }
}
