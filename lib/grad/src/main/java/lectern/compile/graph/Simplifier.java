package lectern.compile.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.tensor.op.Binary;
import lectern.tensor.op.BroadcastTo;
import lectern.tensor.op.Cast;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.Op;
import lectern.tensor.op.Reduction;
import lectern.tensor.op.Reshape;
import lectern.tensor.op.Slice;
import lectern.tensor.op.Transpose;
import lectern.tensor.op.Unary;
import lectern.tensor.op.Where;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;

/**
 * Rewrites an operation into a cheaper one of the same value.
 *
 * <p>Only identities that hold for every number, NaN, infinity and the sign of zero included, up to rounding are
 * used: x·1 and x - 0 are x, but x·0, x - x and x + 0, which is 0 where x is -0, stay. Repetition (broadcasting) and
 * changes of shape move outwards, towards the result, so that work is done on the smaller array and chains of
 * elementwise operations stay unbroken.
 */
final class Simplifier {
    /** Factors up to this and down to its inverse are near enough to 1. */
    private static final double MILD = 0x1p32;

    private Simplifier() {}

    /** A simpler value, or null. The caller checks that shape and type are the same. */
    static Node rewrite(Graph g, Op op, Node[] in, int[] shape, DType dtype) {
        return switch (op) {
            case Unary u -> unary(g, u, in[0], dtype);
            case Binary b -> binary(g, b, in[0], in[1], shape, dtype);
            case Where w -> spread(g, w, in, shape);
            case Cast c -> in[0].dtype == c.to() && !in[0].weak ? in[0] : null;
            case Reshape r -> reshape(g, in[0], shape);
            case BroadcastTo b -> broadcast(g, in[0], shape);
            case Transpose t -> transpose(g, t, in[0], shape);
            case Slice s -> Arrays.equals(in[0].shape, shape) && allOnes(s.steps()) ? in[0] : null;
            case Reduction r -> reduction(g, r, in[0], shape);
            case MatMul m -> ProductRules.rewrite(g, m, in[0], in[1], shape);
            default -> null;
        };
    }

    private static boolean allOnes(List<Integer> steps) {
        return steps.stream().allMatch(step -> step == 1);
    }

    static Node reshaped(Graph g, Node x, int... shape) {
        return Arrays.equals(x.shape, shape) ? x : g.apply(new Reshape(Shapes.list(shape)), x);
    }

    static Node broadcasted(Graph g, Node x, int... shape) {
        return Arrays.equals(x.shape, shape) ? x : g.apply(new BroadcastTo(Shapes.list(shape)), x);
    }

    private static Node unary(Graph g, Unary op, Node x, DType dtype) {
        Node moved = spread(g, op, new Node[] {x}, x.shape);
        if (moved != null) {
            return moved;
        }
        if (x.op instanceof Reshape) {
            return reshaped(g, g.apply(op, x.in.getFirst()), x.shape);
        }
        return switch (op) {
            case NEG -> negated(g, x);
            case SQUARE, ABS -> x.is(Unary.NEG) || x.is(Unary.ABS) ? g.apply(op, x.in.getFirst()) : null;
            case FLOOR, CEIL, ROUND -> dtype == DType.INT64 ? x : null;
            default -> null;
        };
    }

    private static Node negated(Graph g, Node x) {
        if (x.is(Unary.NEG)) {
            return x.in.getFirst();
        }
        if (x.is(Binary.MUL) || x.is(Binary.DIV)) {
            for (int i = 0; i < 2; i++) {
                Node factor = x.in.get(i);
                if (factor.isConstant() && factor.uniform != null) {
                    Node[] changed = x.in.toArray(Node[]::new);
                    changed[i] = g.apply(Unary.NEG, factor);
                    return g.apply(x.op, changed);
                }
            }
        }
        return null;
    }

    private static Node binary(Graph g, Binary op, Node a, Node b, int[] shape, DType dtype) {
        Node moved = spread(g, op, new Node[] {a, b}, shape);
        if (moved == null) {
            moved = throughReshape(g, op, a, b, shape);
        }
        if (moved != null || !dtype.isFloating()) {
            return moved;
        }
        return switch (op) {
            case ADD -> sum(g, a, b, shape);
            case SUB -> difference(g, a, b, shape);
            case MUL -> product(g, a, b, shape);
            case DIV -> quotient(g, a, b, shape);
            case POW -> power(g, a, b, shape);
            default -> null;
        };
    }

    private static Node throughReshape(Graph g, Binary op, Node a, Node b, int[] shape) {
        if (a.op instanceof Reshape && b.shape.length == 0) {
            return reshaped(g, g.apply(op, a.in.getFirst(), b), shape);
        }
        if (b.op instanceof Reshape && a.shape.length == 0) {
            return reshaped(g, g.apply(op, a, b.in.getFirst()), shape);
        }
        if (a.op instanceof Reshape
                && b.op instanceof Reshape
                && Arrays.equals(a.shape, b.shape)
                && Arrays.equals(a.in.getFirst().shape, b.in.getFirst().shape)) {
            return reshaped(g, g.apply(op, a.in.getFirst(), b.in.getFirst()), shape);
        }
        return null;
    }

    private static Node sum(Graph g, Node a, Node b, int[] shape) {
        if (isZero(b, true)) {
            return broadcasted(g, a, shape);
        }
        if (isZero(a, true)) {
            return broadcasted(g, b, shape);
        }
        if (b.is(Unary.NEG)) {
            return g.apply(Binary.SUB, a, b.in.getFirst());
        }
        return a.is(Unary.NEG) ? g.apply(Binary.SUB, b, a.in.getFirst()) : null;
    }

    private static boolean isZero(Node x, boolean negative) {
        return x.is(0) && (1 / x.uniform < 0) == negative;
    }

    private static Node difference(Graph g, Node a, Node b, int[] shape) {
        if (isZero(b, false)) {
            return broadcasted(g, a, shape);
        }
        if (isZero(a, true)) {
            return broadcasted(g, g.apply(Unary.NEG, b), shape);
        }
        return b.is(Unary.NEG) ? g.apply(Binary.ADD, a, b.in.getFirst()) : null;
    }

    private static Node product(Graph g, Node a, Node b, int[] shape) {
        if (b.uniform != null && a.uniform == null) {
            return product(g, b, a, shape);
        }
        if (a.is(1)) {
            return broadcasted(g, b, shape);
        }
        if (a.is(-1)) {
            return broadcasted(g, g.apply(Unary.NEG, b), shape);
        }
        if (a == b) {
            return g.apply(Unary.SQUARE, a);
        }
        if (a.is(Unary.NEG) && b.is(Unary.NEG)) {
            return g.apply(Binary.MUL, a.in.getFirst(), b.in.getFirst());
        }
        if (a.isConstant() && a.shape.length == 0) {
            return scaled(g, a, b);
        }
        if (a.is(Unary.NEG)) {
            return g.apply(Unary.NEG, g.apply(Binary.MUL, a.in.getFirst(), b));
        }
        return b.is(Unary.NEG) ? g.apply(Unary.NEG, g.apply(Binary.MUL, a, b.in.getFirst())) : null;
    }

    /** c·(-x) = (-c)·x and c·(d·x) = (cd)·x for numbers c and d that may be multiplied beforehand. */
    private static Node scaled(Graph g, Node c, Node x) {
        if (x.is(Unary.NEG)) {
            return g.apply(Binary.MUL, g.apply(Unary.NEG, c), x.in.getFirst());
        }
        if (x.is(Binary.MUL)) {
            for (int i = 0; i < 2; i++) {
                Node d = x.in.get(i);
                if (d.isConstant() && d.shape.length == 0) {
                    return join(c.uniform, d.uniform, x.dtype)
                            ? g.apply(Binary.MUL, g.apply(Binary.MUL, c, d), x.in.get(1 - i))
                            : null;
                }
            }
        }
        return null;
    }

    /**
     * True when c·(d·x) and (cd)·x leave the range of the type for the same x: cd is an ordinary number, and no factor
     * undoes what another one far from 1 has done.
     */
    private static boolean join(Double c, Double d, DType dtype) {
        double p = c == null || d == null ? Double.NaN : Math.abs(c);
        double q = d == null ? Double.NaN : Math.abs(d);
        boolean narrow = dtype == DType.FLOAT32;
        boolean normal = p * q >= (narrow ? Float.MIN_NORMAL : Double.MIN_NORMAL)
                && p * q <= (narrow ? Float.MAX_VALUE : Double.MAX_VALUE);
        boolean sameWay = p <= 1 && q <= 1 || p >= 1 && q >= 1;
        return normal && (sameWay || Math.max(p, q) <= MILD && Math.min(p, q) >= 1 / MILD);
    }

    private static Node quotient(Graph g, Node a, Node b, int[] shape) {
        if (b.is(1)) {
            return broadcasted(g, a, shape);
        }
        if (b.is(-1)) {
            return broadcasted(g, g.apply(Unary.NEG, a), shape);
        }
        if (b.isConstant() && b.uniform != null && isPowerOfTwo(b.uniform)) {
            return g.apply(Binary.MUL, a, g.apply(Unary.RECIPROCAL, b));
        }
        return a.is(1) && b.shape.length == shape.length ? g.apply(Unary.RECIPROCAL, b) : null;
    }

    private static boolean isPowerOfTwo(double x) {
        int exponent = Math.getExponent(x);
        return exponent > -126 && exponent < 126 && Math.abs(x) == Math.scalb(1.0, exponent);
    }

    private static Node power(Graph g, Node a, Node b, int[] shape) {
        if (b.uniform == null || a.is(1)) {
            return null;
        }
        if (b.is(1)) {
            return broadcasted(g, a, shape);
        }
        if (b.is(2)) {
            return broadcasted(g, g.apply(Unary.SQUARE, a), shape);
        }
        if (b.is(3)) {
            return broadcasted(g, g.apply(Binary.MUL, g.apply(Unary.SQUARE, a), a), shape);
        }
        return b.is(-1) ? broadcasted(g, g.apply(Unary.RECIPROCAL, a), shape) : null;
    }

    /** Takes repeated arguments unrepeated; where all of them are, computes the small result and repeats that. */
    private static Node spread(Graph g, Op op, Node[] in, int[] shape) {
        Node[] small = new Node[in.length];
        boolean any = false;
        for (int i = 0; i < in.length; i++) {
            boolean repeated = in[i].op instanceof BroadcastTo;
            small[i] = repeated ? in[i].in.getFirst() : in[i];
            any |= repeated;
        }
        return any ? broadcasted(g, g.apply(op, small), shape) : null;
    }

    private static Node reshape(Graph g, Node x, int[] shape) {
        if (Arrays.equals(x.shape, shape)) {
            return x;
        }
        if (x.op instanceof Reshape) {
            return reshaped(g, x.in.getFirst(), shape);
        }
        if (x.op instanceof BroadcastTo && x.in.getFirst().size() == 1) {
            return broadcasted(g, reshaped(g, x.in.getFirst()), shape);
        }
        return null;
    }

    private static Node broadcast(Graph g, Node x, int[] shape) {
        if (Arrays.equals(x.shape, shape)) {
            return x;
        }
        if (Shapes.size(shape) == x.size()) {
            return reshaped(g, x, shape);
        }
        return x.op instanceof BroadcastTo ? broadcasted(g, x.in.getFirst(), shape) : null;
    }

    private static Node transpose(Graph g, Transpose op, Node x, int[] shape) {
        int[] order = Shapes.array(op.permutation());
        List<Integer> moved = new ArrayList<>();
        for (int axis : order) {
            if (x.shape[axis] != 1) {
                moved.add(axis);
            }
        }
        if (moved.equals(moved.stream().sorted().toList())) {
            return reshaped(g, x, shape);
        }
        if (x.op instanceof Transpose inner) {
            int[] joint = new int[order.length];
            for (int i = 0; i < joint.length; i++) {
                joint[i] = inner.permutation().get(order[i]);
            }
            return g.apply(new Transpose(Shapes.list(joint)), x.in.getFirst());
        }
        if (x.op instanceof BroadcastTo && x.in.getFirst().size() == 1) {
            return broadcasted(g, reshaped(g, x.in.getFirst()), shape);
        }
        if (x.op instanceof MatMul m && order.length == 2) {
            return g.apply(new MatMul(!m.transposeB(), !m.transposeA()), x.in.get(1), x.in.get(0));
        }
        return null;
    }

    private static Node reduction(Graph g, Reduction op, Node x, int[] shape) {
        if (op.keepDims()) {
            return reshaped(g, g.apply(new Reduction(op.kind(), op.axes(), false), x), shape);
        }
        boolean arithmetic = op.kind() != Reduction.Kind.ANY && op.kind() != Reduction.Kind.ALL;
        if (!arithmetic || !x.dtype.isFloating() || x.size() == 0) {
            return null;
        }
        List<Integer> axes =
                op.axes().stream().filter(axis -> x.shape[axis] != 1).toList();
        if (axes.size() < op.axes().size()) {
            return reshaped(g, axes.isEmpty() ? x : g.apply(new Reduction(op.kind(), axes, false), x), shape);
        }
        if (axes.isEmpty()) {
            return x;
        }
        if (op.kind() == Reduction.Kind.SUM && x.op instanceof BroadcastTo) {
            return repeatedSum(g, x.in.getFirst(), x.shape, axes, shape);
        }
        if (x.op instanceof Reshape && axes.size() == x.shape.length) {
            Node flat = x.in.getFirst();
            return flat.shape.length == 0
                    ? flat
                    : g.apply(new Reduction(op.kind(), all(flat.shape.length), false), flat);
        }
        return split(g, op.kind(), axes, x);
    }

    private static List<Integer> all(int rank) {
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            axes.add(i);
        }
        return axes;
    }

    /** The sum of an array repeated along some of the axes summed: once, times the number of repetitions. */
    private static Node repeatedSum(Graph g, Node x, int[] from, List<Integer> axes, int[] shape) {
        int extra = from.length - x.shape.length;
        long count = 1;
        List<Integer> left = new ArrayList<>();
        for (int axis : axes) {
            if (axis < extra || x.shape[axis - extra] == 1) {
                count *= from[axis];
            } else {
                left.add(axis - extra);
            }
        }
        if (count == 1) {
            return null;
        }
        Node sum = left.isEmpty() ? x : g.apply(new Reduction(Reduction.Kind.SUM, left, false), x);
        Node scaled = g.apply(Binary.MUL, g.number((double) count, sum.dtype, false), sum);
        // What is left of the axes, in the order of the array, then repeated where it still has to be.
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            if (!axes.contains(i)) {
                kept.add(i < extra ? 1 : x.shape[i - extra]);
            }
        }
        return broadcasted(g, reshaped(g, scaled, Shapes.array(kept)), shape);
    }

    /** Leading and trailing axes at once become two loops: trailing ones first. */
    private static Node split(Graph g, Reduction.Kind kind, List<Integer> axes, Node x) {
        int rank = x.shape.length;
        List<Integer> trailing = new ArrayList<>();
        int last = rank - 1;
        while (last >= 0 && (axes.contains(last) || x.shape[last] == 1)) {
            if (axes.contains(last)) {
                trailing.addFirst(last);
            }
            last--;
        }
        if (trailing.isEmpty() || trailing.size() == axes.size()) {
            return null;
        }
        List<Integer> leading = axes.subList(0, axes.size() - trailing.size());
        return g.apply(new Reduction(kind, leading, false), g.apply(new Reduction(kind, trailing, false), x));
    }
}
