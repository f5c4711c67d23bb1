package lectern.tensor.eval;

import java.util.Arrays;
import lectern.tensor.loops.ReduceF32;
import lectern.tensor.loops.ReduceF64;
import lectern.tensor.op.Reduction;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Finds the loops of a reduction: any set of axes is brought to the form (outer, reduced, inner). */
final class Reductions {
    private Reductions() {}

    static Values reduce(Reduction op, Values x, int[] shape, DType dtype) {
        if (x.dims.length == 0 && op.kind() != Reduction.Kind.ANY && op.kind() != Reduction.Kind.ALL) {
            return x.as(dtype);
        }
        Values in = op.kind() == Reduction.Kind.ANY || op.kind() == Reduction.Kind.ALL ? x.as(DType.BOOL) : x.as(dtype);
        if (op.axes().size() == in.dims.length) {
            return loops(op, in, shape, dtype, 1, in.size, 1);
        }
        boolean[] reduced = new boolean[in.dims.length];
        for (int axis : op.axes()) {
            reduced[Shapes.axis(axis, reduced.length)] = true;
        }
        int first = 0;
        int end = reduced.length;
        while (first < end && (!reduced[first] || in.dims[first] == 1)) {
            first++;
        }
        while (end > first && (!reduced[end - 1] || in.dims[end - 1] == 1)) {
            end--;
        }
        for (int i = first; i < end; i++) {
            if (!reduced[i] && in.dims[i] != 1) {
                return reduceScattered(op, in, reduced, shape);
            }
        }
        int outer = Shapes.product(in.dims, 0, first);
        int n = Shapes.product(in.dims, first, end);
        int inner = Shapes.product(in.dims, end, in.dims.length);
        return loops(op, in, shape, dtype, outer, n, inner);
    }

    /** Reduced axes with kept ones between them: the reduced ones are moved to the end first. */
    private static Values reduceScattered(Reduction op, Values x, boolean[] reduced, int[] shape) {
        int[] order = new int[reduced.length];
        int at = 0;
        for (boolean wanted : new boolean[] {false, true}) {
            for (int i = 0; i < order.length; i++) {
                if (reduced[i] == wanted) {
                    order[at++] = i;
                }
            }
        }
        Values moved = Moves.transpose(x, order);
        int n = 1;
        for (int i = 0; i < reduced.length; i++) {
            n *= reduced[i] ? x.dims[i] : 1;
        }
        DType dtype = op.dtypeOf(x);
        return loops(op, moved, shape, dtype, Shapes.size(shape), n, 1);
    }

    private static Values loops(Reduction op, Values x, int[] shape, DType dtype, int outer, int n, int inner) {
        if (n == 0 && (op.kind() == Reduction.Kind.MAX || op.kind() == Reduction.Kind.MIN) && outer * inner > 0) {
            throw new ShapeException(
                    op.label() + " of shape " + Shapes.text(x.dims) + ": an axis of length 0 has no extreme element");
        }
        Values out = Values.zeros(dtype, shape);
        if (out.size == 0) {
            return out;
        }
        switch (x.dtype) {
            case FLOAT64 -> ReduceF64.reduce(op.kind(), x.f64(), out.f64(), outer, n, inner);
            case FLOAT32 -> ReduceF32.reduce(op.kind(), x.f32(), out.f32(), outer, n, inner);
            case INT64 -> longs(op.kind(), x.i64(), out.i64(), outer, n, inner);
            case BOOL -> booleans(op.kind(), x.bool(), out.bool(), outer, n, inner);
        }
        return out;
    }

    private static void longs(Reduction.Kind kind, long[] x, long[] out, int outer, int n, int inner) {
        Arrays.fill(
                out,
                switch (kind) {
                    case PROD -> 1;
                    case MAX -> Long.MIN_VALUE;
                    case MIN -> Long.MAX_VALUE;
                    default -> 0;
                });
        for (int i = 0; i < outer; i++) {
            for (int k = 0; k < n; k++) {
                int row = (i * n + k) * inner;
                int to = i * inner;
                for (int j = 0; j < inner; j++) {
                    long v = x[row + j];
                    long old = out[to + j];
                    out[to + j] = switch (kind) {
                        case PROD -> old * v;
                        case MAX -> Math.max(old, v);
                        case MIN -> Math.min(old, v);
                        default -> old + v;
                    };
                }
            }
        }
    }

    private static void booleans(Reduction.Kind kind, boolean[] x, boolean[] out, int outer, int n, int inner) {
        boolean any = kind == Reduction.Kind.ANY || kind == Reduction.Kind.MAX;
        for (int i = 0; i < outer; i++) {
            for (int j = 0; j < inner; j++) {
                int p = i * n * inner + j;
                int k = 0;
                while (k < n && x[p] != any) {
                    k++;
                    p += inner;
                }
                out[i * inner + j] = (k < n) == any;
            }
        }
    }
}
