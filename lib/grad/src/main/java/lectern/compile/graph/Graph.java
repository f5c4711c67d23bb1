package lectern.compile.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import lectern.grad.FnN;
import lectern.grad.Levels;
import lectern.grad.rule.Composite;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Binary;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.Op;
import lectern.tensor.op.Unary;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;

/**
 * A traced program: operations on values, each noted once.
 *
 * <p>Every operation passes through {@link Simplifier} before it is noted, constants are folded, and an operation that
 * was seen before with the same arguments is the same value: what is not needed is never built, so no later pass has to
 * remove it.
 */
public final class Graph implements AutoCloseable {
    /** Larger constants are not computed in advance. */
    private static final int FOLDABLE = 1 << 16;

    // Written out here and below: the generated equals and hashCode of records cost the first program of a JVM ten
    // milliseconds of linking.
    private record Key(Op op, List<Node> in) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && op.equals(that.op) && in.equals(that.in);
        }

        @Override
        public int hashCode() {
            return 31 * op.hashCode() + in.hashCode();
        }
    }

    private record Number(DType dtype, boolean weak, long bits) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Number that && dtype == that.dtype && weak == that.weak && bits == that.bits;
        }

        @Override
        public int hashCode() {
            return (31 * dtype.ordinal() + (weak ? 1 : 0)) * 31 + Long.hashCode(bits);
        }
    }

    public final int level = Levels.enter();
    public final List<Node> inputs = new ArrayList<>();

    private final Map<Key, Node> known = new HashMap<>();
    private final Map<Number, Node> numbers = new HashMap<>();
    private final IdentityHashMap<Tensor, Node> constants = new IdentityHashMap<>();
    private final IdentityHashMap<Tensor, Integer> captured = new IdentityHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Surroundings surroundings = new Surroundings(this);
    private boolean closed;

    /** Begins to follow what this thread does. */
    public Graph() {
        surroundings.begin();
    }

    /** Runs a function with symbols in place of its arguments; returns what came out. */
    public List<Node> follow(FnN function, Tensor... args) {
        Tensor[] symbols = new Tensor[args.length];
        for (int i = 0; i < args.length; i++) {
            symbols[i] = input(args[i].shape(), args[i].dtype(), args[i].isWeak()).symbol;
        }
        List<Node> outputs = new ArrayList<>();
        for (Tensor result : function.apply(symbols)) {
            if (result == null) {
                throw new IllegalArgumentException(
                        "the function given to compile returned null; it must return a tensor");
            }
            outputs.add(node(result));
        }
        return outputs;
    }

    /** A value that the caller gives. */
    public Node input(int[] shape, DType dtype, boolean weak) {
        Node node = add(null, List.of(), shape, dtype, weak, null, null);
        inputs.add(node);
        return node;
    }

    private Node add(Op op, List<Node> in, int[] shape, DType dtype, boolean weak, Tensor constant, Double uniform) {
        Node node = new Node(this, nodes.size(), op, in, shape, dtype, weak, constant, uniform);
        nodes.add(node);
        return node;
    }

    /** All values in the order they were made; the number of a value is its place. */
    public List<Node> nodes() {
        return nodes;
    }

    /** The tensors that the function captured along, with how often each had been written to by then. */
    public Map<Tensor, Integer> captured() {
        return captured;
    }

    /** The tensors from outside that the function read on its way, with how often each had been written to by then. */
    public Map<Tensor, Integer> read() {
        return surroundings.read;
    }

    /** The random numbers that every run draws first; their places follow those of the arguments. */
    public List<Draw> draws() {
        return surroundings.draws;
    }

    /** A value that does not change from run to run. */
    public Node constant(Tensor value) {
        Node found = constants.get(value);
        if (found == null) {
            found = constantOf(value);
            constants.put(value, found);
        }
        return found;
    }

    private Node constantOf(Tensor value) {
        Double uniform = value.dtype().isFloating() ? uniform(value) : null;
        if (uniform != null && value.ndim() == 0) {
            return number(uniform, value.dtype(), value.isWeak());
        }
        if (uniform != null && value.size() > 1) {
            return apply(new BroadcastTo(Shapes.list(value.shape())), number(uniform, value.dtype(), false));
        }
        return add(null, List.of(), value.shape(), value.dtype(), value.isWeak(), value, uniform);
    }

    /** A number without axes. */
    public Node number(double value, DType dtype, boolean weak) {
        Number key = new Number(dtype, weak, Double.doubleToRawLongBits(value));
        Node found = numbers.get(key);
        if (found == null) {
            Tensor tensor = weak ? Tensors.literal(value) : Tensors.full(dtype, value);
            found = add(null, List.of(), new int[0], dtype, weak, tensor, value);
            numbers.put(key, found);
        }
        return found;
    }

    private static Double uniform(Tensor value) {
        if (value.size() == 0) {
            return null;
        }
        if (value.dtype() == DType.FLOAT64) {
            double[] x = Raw.f64(value);
            for (double element : x) {
                if (Double.doubleToRawLongBits(element) != Double.doubleToRawLongBits(x[0])) {
                    return null;
                }
            }
            return x[0];
        }
        float[] x = Raw.f32(value);
        for (float element : x) {
            if (Float.floatToRawIntBits(element) != Float.floatToRawIntBits(x[0])) {
                return null;
            }
        }
        return (double) x[0];
    }

    /** The operation as a tracer's arguments arrive. */
    public Tensor trace(Op op, Tensor... args) {
        if (closed) {
            throw new IllegalStateException("a value that was traced by compile is used after the trace has ended; "
                    + "return it from the function instead of storing it elsewhere");
        }
        if (op instanceof Composite composite) {
            return composite.expand(args);
        }
        Node[] in = new Node[args.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = node(args[i]);
        }
        return apply(op, in).symbol;
    }

    /** The node behind a tensor: a traced value of this program, or a constant. */
    public Node node(Tensor tensor) {
        if (tensor instanceof Symbol s && s.graph == this) {
            return s.node;
        }
        if (tensor.level() > 0) {
            throw new ValueDependence("it captures a value that is being differentiated outside");
        }
        captured.putIfAbsent(tensor, Raw.writes(tensor));
        return constant(tensor);
    }

    /** The value of an operation, simplified. */
    public Node apply(Op op, Node... in) {
        Symbol[] symbols = new Symbol[in.length];
        boolean constant = in.length > 0;
        for (int i = 0; i < in.length; i++) {
            symbols[i] = in[i].symbol;
            constant &= in[i].isConstant();
        }
        int[] shape = op.shapeOf(symbols);
        DType dtype = op.dtypeOf(symbols);
        boolean weak = shape.length == 0 && isWeak(op, in);
        if (constant && Shapes.size(shape) <= FOLDABLE && !(op instanceof BroadcastTo)) {
            return fold(op, in);
        }
        Node simpler = Simplifier.rewrite(this, op, in, shape, dtype);
        if (simpler != null && simpler.dtype == dtype && simpler.weak == weak && Arrays.equals(simpler.shape, shape)) {
            return simpler;
        }
        return intern(op, in, shape, dtype, weak);
    }

    private static boolean isWeak(Op op, Node[] in) {
        return op instanceof Unary && in[0].weak || op instanceof Binary && in[0].weak && in[1].weak;
    }

    private Node fold(Op op, Node[] in) {
        Tensor[] values = new Tensor[in.length];
        for (int i = 0; i < in.length; i++) {
            values[i] = in[i].constant;
        }
        return constant(Tensor.apply(op, values));
    }

    private Node intern(Op op, Node[] in, int[] shape, DType dtype, boolean weak) {
        List<Node> args = List.of(in);
        if (isCommutative(op) && in[0].id > in[1].id) {
            args = List.of(in[1], in[0]);
        }
        Key key = new Key(op, args);
        Node found = known.get(key);
        if (found == null) {
            Double uniform = op instanceof BroadcastTo ? in[0].uniform : null;
            found = add(op, args, shape, dtype, weak, null, uniform);
            known.put(key, found);
        }
        return found;
    }

    private static boolean isCommutative(Op op) {
        return op == Binary.ADD
                || op == Binary.MUL
                || op == Binary.EQUAL
                || op == Binary.NOT_EQUAL
                || op == Binary.AND
                || op == Binary.OR
                || op == Binary.XOR;
    }

    /** Ends the trace; its values can no longer be computed with. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            surroundings.end();
            Levels.exit();
        }
    }
}
