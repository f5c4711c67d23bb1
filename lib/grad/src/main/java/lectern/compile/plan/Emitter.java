package lectern.compile.plan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lectern.compile.graph.Graph;
import lectern.compile.graph.Node;
import lectern.compile.run.BatchLoop;
import lectern.compile.run.Blockwise;
import lectern.compile.run.Instruction;
import lectern.compile.run.Instructions;
import lectern.compile.run.Pass32;
import lectern.compile.run.Pass64;
import lectern.compile.run.PassPlan;
import lectern.compile.run.PassPlan.Fold;
import lectern.compile.run.PassPlan.Load;
import lectern.compile.run.PassPlan.Step;
import lectern.compile.run.PassPlan.Store;
import lectern.compile.run.Product;
import lectern.compile.run.Program;
import lectern.compile.run.Repetition;
import lectern.tensor.op.Binary;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.Cast;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Unary;
import lectern.tensor.op.Where;
import lectern.tensor.type.DType;

/** Turns scheduled units into instructions and gives every stored value an array, reusing those whose value is dead. */
public final class Emitter {
    private record Size(DType dtype, int size) {}

    private final List<Unit> units;
    private final Set<Node> stored;
    private final Set<Node> results = new HashSet<>();
    private final Map<Node, Integer> slotOf = new LinkedHashMap<>();
    private final List<Object> slots = new ArrayList<>();
    private final Map<Node, Integer> uses = new HashMap<>();
    private final Map<Size, Deque<Integer>> free = new HashMap<>();

    private Emitter(Graph graph, List<Node> outputs, List<Unit> units) {
        this.units = units;
        this.stored = Scheduler.stored(units, outputs);
        for (Node output : outputs) {
            results.add(Scheduler.root(output));
            uses.merge(output, 1, Integer::sum);
        }
        for (Node input : graph.inputs) {
            slotOf.put(input, slots.size());
            slots.add(null);
        }
        for (Node node : Node.needed(outputs)) {
            node.in.forEach(input -> uses.merge(input, 1, Integer::sum));
            if (node.isConstant()) {
                slotOf.put(node, slots.size());
                slots.add(Instructions.array(node.constant));
            }
        }
    }

    /** The program that computes the outputs from the inputs of the graph. */
    public static Program emit(Graph graph, List<Node> outputs) {
        return new Emitter(graph, outputs, Scheduler.schedule(outputs)).assemble(graph, outputs);
    }

    private Program assemble(Graph graph, List<Node> outputs) {
        Batching batching = Batching.find(units);
        List<Batching.Segment> segments = Batching.segments(units, batching);
        List<Unit> order = new ArrayList<>();
        segments.forEach(segment -> order.addAll(segment.units()));
        Map<Node, Integer> lastUse = lastUses(order);
        List<Instruction> code = new ArrayList<>();
        int at = 0;
        for (Batching.Segment segment : segments) {
            if (segment.batch()) {
                Block block = new Block(batching, batching.locals(segment, order, results));
                for (Unit unit : segment.units()) {
                    makeRoom(unit, block);
                    block.add(unit);
                    reclaim(unit, at++, lastUse, block);
                }
                code.add(block.finish());
            } else {
                for (Unit unit : segment.units()) {
                    makeRoom(unit, null);
                    code.add(
                            switch (unit) {
                                case Single single ->
                                    Instructions.of(single.node(), slotsOf(single.node()), slotOf.get(single.node()));
                                case Group group -> loop(group, null);
                            });
                    reclaim(unit, at++, lastUse, null);
                }
            }
        }
        return new Program(slots.toArray(), graph, code, returns(outputs));
    }

    private void makeRoom(Unit unit, Block block) {
        for (Node node : Batching.nodes(unit)) {
            if (stored.contains(node)) {
                slotOf.put(node, slotFor(node, block));
            }
        }
    }

    private void reclaim(Unit unit, int at, Map<Node, Integer> lastUse, Block block) {
        for (Node node : consumed(unit)) {
            if (lastUse.getOrDefault(node, -1) == at && node.op != null && !results.contains(node)) {
                lastUse.put(node, -1);
                release(node, block);
            }
        }
    }

    private List<Program.Return> returns(List<Node> outputs) {
        List<Program.Return> returns = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        for (Node output : outputs) {
            Node root = Scheduler.root(output);
            boolean fresh = root.op != null && seen.add(root);
            returns.add(new Program.Return(slotOf.get(root), output.dtype, output.shape, root.size(), fresh));
        }
        return returns;
    }

    private static Set<Node> consumed(Unit unit) {
        Set<Node> read = new HashSet<>();
        for (Node node : Batching.nodes(unit)) {
            node.in.forEach(input -> read.add(Scheduler.root(input)));
        }
        return read;
    }

    private static Map<Node, Integer> lastUses(List<Unit> order) {
        Map<Node, Integer> last = new HashMap<>();
        for (int u = 0; u < order.size(); u++) {
            for (Node node : consumed(order.get(u))) {
                last.put(node, u);
            }
        }
        return last;
    }

    private int slotFor(Node node, Block block) {
        if (block != null && block.locals.contains(node)) {
            return block.slotFor(node);
        }
        Deque<Integer> spare = free.get(new Size(node.dtype, node.size()));
        boolean result = results.contains(node);
        if (!result && spare != null && !spare.isEmpty()) {
            return spare.pop();
        }
        slots.add(result ? null : Instructions.allocate(node.dtype, node.size()));
        return slots.size() - 1;
    }

    /** An array may be given to another value once the last reader is through; in a block, once all blocks are. */
    private void release(Node node, Block block) {
        Integer slot = slotOf.get(node);
        if (slot == null) {
            return;
        }
        Size size = new Size(node.dtype, node.size());
        if (block == null) {
            free.computeIfAbsent(size, key -> new ArrayDeque<>()).push(slot);
        } else if (block.locals.contains(node)) {
            block.free.computeIfAbsent(size, key -> new ArrayDeque<>()).push(slot);
        } else {
            block.later.add(node);
        }
    }

    /** A loop over blocks of the batch while it is put together. */
    private final class Block {
        private static final int CACHE = 1 << 20;
        private static final int UNIT = 8;
        /** Fewer rows than this are no use to the kernels for small products. */
        private static final int QUICK = 32;
        /** Rows from which it pays that the library copies a large matrix into its own order for every block. */
        private static final int PACKED = 128;
        /** Multiplications that are worth a block for each of the two workers, though one block would do. */
        private static final long TWICE = 4_000_000;

        final Batching batching;
        final Set<Node> locals;
        final Map<Size, Deque<Integer>> free = new HashMap<>();
        final List<Node> later = new ArrayList<>();
        private final List<BatchLoop.Local> arrays = new ArrayList<>();
        private final List<Blockwise> steps = new ArrayList<>();
        private final Set<Node> passing = new HashSet<>();
        /** Rows for which all products are small ones. */
        private int quick = Integer.MAX_VALUE;
        /** Rows that large products want, whatever the cache holds. */
        private int least = UNIT;
        /** Multiplications in the products of all rows. */
        private long work;

        Block(Batching batching, Set<Node> locals) {
            this.batching = batching;
            this.locals = locals;
        }

        int slotFor(Node node) {
            Deque<Integer> spare = free.get(new Size(node.dtype, node.size()));
            if (spare != null && !spare.isEmpty()) {
                return spare.pop();
            }
            slots.add(null);
            arrays.add(new BatchLoop.Local(slots.size() - 1, node.dtype, node.size() / batching.length));
            return slots.size() - 1;
        }

        /** Elements from one row of the batch to the next; 0 for what is read as a whole or lies in the block. */
        int stride(Node value, boolean rowwise) {
            if (!rowwise || locals.contains(Scheduler.root(value))) {
                return 0;
            }
            passing.add(Scheduler.root(value));
            return value.size() / batching.length;
        }

        void add(Unit unit) {
            steps.add(
                    switch (unit) {
                        case Group group -> loop(group, this);
                        case Single single -> product(single.node());
                    });
        }

        private Blockwise product(Node node) {
            MatMul op = (MatMul) node.op;
            Node a = node.in.get(0);
            Node b = node.in.get(1);
            int[] in = slotsOf(node);
            int out = slotOf.get(node);
            int strideA = stride(a, true);
            long each = (long) a.shape[1] * (batching.isRowProduct(node) ? node.shape[1] : b.shape[1]);
            work += each * batching.length;
            int rows = (int) (Product.SMALL / each) / UNIT * UNIT;
            boolean small = rows >= QUICK;
            if (small) {
                quick = Math.min(quick, rows);
            } else {
                least = Math.max(least, Math.max(PACKED, (int) Math.sqrt((double) each) / 2));
            }
            if (batching.isRowProduct(node)) {
                return new Product.Rows(
                        op.transposeB(),
                        small,
                        node.shape[1],
                        a.shape[1],
                        in[0],
                        strideA,
                        in[1],
                        out,
                        stride(node, true));
            }
            return new Product.Sum(a.shape[1], b.shape[1], in[0], strideA, in[1], stride(b, true), out);
        }

        /** So many rows that all they need lies in the second-level cache; more where the products are large. */
        BatchLoop finish() {
            long width = 1;
            for (BatchLoop.Local local : arrays) {
                width += (long) local.width() * local.dtype().bytes();
            }
            for (Node node : passing) {
                width += (long) node.size() / batching.length * node.dtype.bytes();
            }
            int fit = (int) Math.min(Math.max(Math.min(CACHE / width, quick), least), batching.length);
            int blocks = (batching.length + fit - 1) / fit;
            int even = blocks == 1 && work < TWICE ? 1 : (blocks + 1) / 2 * 2;
            int height = (batching.length + even - 1) / even;
            int rounded = Math.min(Math.min((height + UNIT - 1) / UNIT * UNIT, Math.max(fit, UNIT)), batching.length);
            later.forEach(node -> release(node, null));
            return new BatchLoop(batching.length, rounded, steps, arrays);
        }
    }

    private int[] slotsOf(Node node) {
        return node.in.stream()
                .mapToInt(input -> slotOf.get(Scheduler.root(input)))
                .toArray();
    }

    private Blockwise loop(Group group, Block block) {
        int split = block == null ? group.split() : Integer.numberOfTrailingZeros(group.splits & ~1);
        int rank = group.shape.length;
        PassPlan plan =
                new PassPlan(Repetition.product(group.shape, 0, split), Repetition.product(group.shape, split, rank));
        Map<Node, Integer> valueOf = new HashMap<>();
        Map<Node, Load> loadOf = new HashMap<>();
        for (Node node : Batching.nodes(group)) {
            for (Node input : node.in) {
                if (!group.members.contains(input)) {
                    int slot = slotOf.get(Scheduler.root(input));
                    int stride = block == null ? 0 : block.stride(input, block.batching.isRowwise(group, input));
                    Load load = Repetition.load(slot, input.shape, group.shape, split, stride);
                    if (!plan.loads.contains(load)) {
                        plan.loads.add(load);
                    }
                    loadOf.put(input, load);
                }
            }
        }
        loadOf.forEach((node, load) -> valueOf.put(node, plan.loads.indexOf(load)));
        Set<Node> absorbed = new Contraction(stored, uses).absorbed(group);
        for (Node node : group.members) {
            if (!absorbed.contains(node)) {
                valueOf.put(node, value(plan, node, valueOf, absorbed));
            }
        }
        for (Node node : group.members) {
            if (stored.contains(node)) {
                plan.stores.add(new Store(
                        valueOf.get(node),
                        slotOf.get(node),
                        node.dtype == DType.BOOL,
                        block == null ? 0 : block.stride(node, true)));
            }
        }
        for (Node node : group.folds) {
            Reduction r = (Reduction) node.op;
            int kind = switch (r.kind()) {
                case SUM -> PassPlan.SUM;
                case MAX -> PassPlan.MAX;
                default -> PassPlan.MIN;
            };
            int extent = Repetition.extent(r.axes(), group.shape);
            plan.folds.add(new Fold(
                    valueOf.get(node.in.getFirst()),
                    slotOf.get(node),
                    extent,
                    kind,
                    block == null || extent != PassPlan.OVER_COLS ? 0 : block.stride(node, true)));
        }
        plan.weight += plan.loads.size() + plan.stores.size() + plan.folds.size();
        return group.type == DType.FLOAT64 ? new Pass64(plan) : new Pass32(plan);
    }

    private int value(PassPlan plan, Node node, Map<Node, Integer> valueOf, Set<Node> absorbed) {
        if (node.op instanceof BroadcastTo || node.op instanceof Cast) {
            return valueOf.get(node.in.getFirst());
        }
        Node product = node.op == Binary.ADD || node.op == Binary.SUB
                ? node.in.stream().filter(absorbed::contains).findFirst().orElse(null)
                : null;
        int[] args = new int[] {-1, -1, -1};
        int form;
        if (product != null) {
            Node other = node.in.get(0) == product ? node.in.get(1) : node.in.get(0);
            args[0] = valueOf.get(product.in.getFirst());
            args[1] = valueOf.get(product.in.getLast());
            args[2] = valueOf.get(other);
            form = node.op == Binary.ADD ? PassPlan.FMA : PassPlan.NEGATED_FMA;
        } else {
            for (int i = 0; i < node.in.size(); i++) {
                args[i] = valueOf.get(node.in.get(i));
            }
            form = switch (node.op) {
                case Unary u -> PassPlan.UNARY;
                case Where w -> PassPlan.WHERE;
                default -> PassPlan.BINARY;
            };
        }
        plan.weight += node.op instanceof Unary u ? PassPlan.weight(u) : 1;
        plan.steps.add(new Step(node.op, form, args[0], args[1], args[2]));
        return plan.loads.size() + plan.steps.size() - 1;
    }
}
