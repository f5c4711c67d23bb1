package lectern.tensor.eval;

import java.util.Arrays;
import lectern.tensor.loops.BinaryF32;
import lectern.tensor.loops.BinaryF64;
import lectern.tensor.loops.GammaMath;
import lectern.tensor.loops.ScalarMath;
import lectern.tensor.loops.UnaryF32;
import lectern.tensor.loops.UnaryF64;
import lectern.tensor.op.Binary;
import lectern.tensor.op.Polygamma;
import lectern.tensor.op.Unary;
import lectern.tensor.parallel.Parallel;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;

/** Elementwise operations of dense values: picks the type to compute in and walks the broadcast axes. */
public final class Elementwise {
    private Elementwise() {}

    public static Values unary(Unary op, Values x) {
        if (op.isPredicate()) {
            return Predicates.unary(op, x);
        }
        DType dtype = op.dtypeOf(x);
        Values in = x.as(dtype);
        Values out = Values.zeros(dtype, x.dims);
        switch (dtype) {
            case FLOAT64 ->
                Parallel.run(
                        in.size, Parallel.GRAIN, (i, end) -> UnaryF64.apply(op, in.f64(), i, out.f64(), i, end - i));
            case FLOAT32 ->
                Parallel.run(
                        in.size, Parallel.GRAIN, (i, end) -> UnaryF32.apply(op, in.f32(), i, out.f32(), i, end - i));
            default -> longs(op, in.i64(), out.i64());
        }
        return out;
    }

    static Values polygamma(Polygamma op, Values x) {
        DType dtype = op.dtypeOf(x);
        Values in = x.as(dtype);
        Values out = Values.zeros(dtype, x.dims);
        Parallel.run(in.size, Parallel.GRAIN, (from, end) -> {
            for (int i = from; i < end; i++) {
                out.put(i, GammaMath.polygamma(op.order(), in.at(i)));
            }
        });
        return out;
    }

    private static void longs(Unary op, long[] x, long[] out) {
        for (int i = 0; i < x.length; i++) {
            long v = x[i];
            out[i] = switch (op) {
                case NEG -> -v;
                case ABS -> Math.abs(v);
                case SIGN -> Long.signum(v);
                case SQUARE -> v * v;
                default -> v;
            };
        }
    }

    public static Values binary(Binary op, Values a, Values b) {
        DType dtype = op.dtypeOf(a, b);
        DType compute = op.isPredicate() ? Predicates.computeType(op, Operand.promote(a, b)) : dtype;
        Values x = a.as(compute);
        Values y = b.as(compute);
        Values out = Values.zeros(dtype, Arrays.equals(x.dims, y.dims) ? x.dims : Shapes.broadcast(x.dims, y.dims));
        if (out.size > 0) {
            if (op.isPredicate()) {
                boolean[] o = out.bool();
                broadcast(
                        x,
                        y,
                        out,
                        (ai, as, bi, bs, oi, n) -> Predicates.binary(op, x.data, ai, as, y.data, bi, bs, o, oi, n));
            } else {
                switch (dtype) {
                    case FLOAT64 -> {
                        double[] p = x.f64();
                        double[] q = y.f64();
                        double[] o = out.f64();
                        broadcast(
                                x,
                                y,
                                out,
                                (ai, as, bi, bs, oi, n) -> BinaryF64.apply(op, p, ai, as, q, bi, bs, o, oi, n));
                    }
                    case FLOAT32 -> {
                        float[] p = x.f32();
                        float[] q = y.f32();
                        float[] o = out.f32();
                        broadcast(
                                x,
                                y,
                                out,
                                (ai, as, bi, bs, oi, n) -> BinaryF32.apply(op, p, ai, as, q, bi, bs, o, oi, n));
                    }
                    default ->
                        broadcast(
                                x,
                                y,
                                out,
                                (ai, as, bi, bs, oi, n) ->
                                        longs(op, x.i64(), ai, as, y.i64(), bi, bs, out.i64(), oi, n));
                }
            }
        }
        return out;
    }

    private static void longs(
            Binary op, long[] a, int ai, int as, long[] b, int bi, int bs, long[] out, int oi, int n) {
        for (int i = 0; i < n; i++) {
            long x = a[ai + i * as];
            long y = b[bi + i * bs];
            out[oi + i] = switch (op) {
                case ADD -> x + y;
                case SUB -> x - y;
                case MUL -> x * y;
                case MAXIMUM -> Math.max(x, y);
                case MINIMUM -> Math.min(x, y);
                case MOD -> ScalarMath.mod(x, y);
                case FLOOR_DIV -> ScalarMath.floorDiv(x, y);
                case POW -> ScalarMath.pow(x, y);
                default -> throw new IllegalStateException(op + " on int64");
            };
        }
    }

    /** One line of a binary operation: offsets of both arguments with steps 0 or 1, offset of the result, length. */
    @FunctionalInterface
    public interface Line {
        void run(int ai, int as, int bi, int bs, int oi, int n);
    }

    /** Runs over the broadcast of two arrays in the longest lines possible. */
    public static void broadcast(Values a, Values b, Values out, Line line) {
        if (a.size == out.size && b.size == out.size) {
            Parallel.run(out.size, Parallel.GRAIN, (i, end) -> line.run(i, 1, i, 1, i, end - i));
            return;
        }
        if (a.size == 1 || b.size == 1) {
            int p = a.size == 1 ? 0 : 1;
            int q = b.size == 1 ? 0 : 1;
            Parallel.run(out.size, Parallel.GRAIN, (i, end) -> line.run(i * p, p, i * q, q, i, end - i));
            return;
        }
        int[] shape = out.dims;
        int[] sa = Shapes.broadcastStrides(a.dims, shape);
        int[] sb = Shapes.broadcastStrides(b.dims, shape);
        int[] n = new int[shape.length];
        int[] p = new int[shape.length];
        int[] q = new int[shape.length];
        int rank = 0;
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] == 1) {
                continue;
            }
            if (rank > 0 && p[rank - 1] == sa[i] * shape[i] && q[rank - 1] == sb[i] * shape[i]) {
                rank--;
                n[rank] *= shape[i];
            } else {
                n[rank] = shape[i];
            }
            p[rank] = sa[i];
            q[rank++] = sb[i];
        }
        int length = n[rank - 1];
        int lines = out.size / length;
        int last = rank - 1;
        Parallel.run(lines, Math.max(1, Parallel.GRAIN / length), (start, end) -> {
            for (int k = start; k < end; k++) {
                int x = 0;
                int y = 0;
                int rest = k;
                for (int axis = last - 1; axis >= 0; axis--) {
                    int at = rest % n[axis];
                    rest /= n[axis];
                    x += at * p[axis];
                    y += at * q[axis];
                }
                line.run(x, p[last], y, q[last], k * length, length);
            }
        });
    }
}
