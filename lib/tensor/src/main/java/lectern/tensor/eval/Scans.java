package lectern.tensor.eval;

import lectern.tensor.loops.ScalarF32;
import lectern.tensor.loops.ScalarF64;
import lectern.tensor.op.ArgReduction;
import lectern.tensor.op.Binary;
import lectern.tensor.op.CumSum;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Walks along one axis: running sums, products and extremes, and the place of the extreme element. */
public final class Scans {
    private Scans() {}

    static Values extreme(ArgReduction op, Values x) {
        int[] shape = op.shapeOf(x);
        int along = Shapes.axis(op.axis(), x.dims.length);
        int n = x.dims[along];
        if (n == 0) {
            throw new ShapeException(op.label() + " along axis " + along + " of shape " + Shapes.text(x.dims)
                    + ": an axis of length 0 has no extreme element");
        }
        int inner = Shapes.product(x.dims, along + 1, x.dims.length);
        Values out = Values.zeros(DType.INT64, shape);
        for (int i = 0; i < out.size; i++) {
            int start = i / inner * n * inner + i % inner;
            out.i64()[i] = x.dtype == DType.INT64
                    ? extremeLong(op.max(), x.i64(), start, inner, n)
                    : extreme(op.max(), x, start, inner, n);
        }
        return out;
    }

    private static int extreme(boolean max, Values x, int start, int step, int n) {
        int best = 0;
        double value = x.at(start);
        for (int k = 1; k < n && value == value; k++) {
            double next = x.at(start + k * step);
            if (next != next || (max ? next > value : next < value)) {
                value = next;
                best = k;
            }
        }
        return best;
    }

    private static int extremeLong(boolean max, long[] x, int start, int step, int n) {
        int best = 0;
        for (int k = 1; k < n; k++) {
            long next = x[start + k * step];
            long value = x[start + best * step];
            if (max ? next > value : next < value) {
                best = k;
            }
        }
        return best;
    }

    static Values cumsum(CumSum op, Values values) {
        Values x = values.as(op.dtypeOf(values));
        int along = Shapes.axis(op.axis(), x.dims.length);
        int n = x.dims[along];
        int inner = Shapes.product(x.dims, along + 1, x.dims.length);
        Values out = Values.zeros(x.dtype, x.dims);
        int step = op.reverse() ? -inner : inner;
        for (int i = 0; i < x.size / Math.max(n, 1); i++) {
            int first = i / inner * n * inner + i % inner + (op.reverse() ? (n - 1) * inner : 0);
            switch (x.data) {
                case double[] a -> {
                    double sum = 0;
                    for (int k = 0, p = first; k < n; k++, p += step) {
                        out.f64()[p] = sum += a[p];
                    }
                }
                case float[] a -> {
                    float sum = 0;
                    for (int k = 0, p = first; k < n; k++, p += step) {
                        out.f32()[p] = sum += a[p];
                    }
                }
                case long[] a -> {
                    long sum = 0;
                    for (int k = 0, p = first; k < n; k++, p += step) {
                        out.i64()[p] = sum += a[p];
                    }
                }
                default -> throw new IllegalStateException();
            }
        }
        return out;
    }

    /**
     * Running results of an operation: each element joined with what all before it gave; truth values count as whole
     * numbers.
     */
    public static Values running(Binary op, int axis, Values values) {
        Values x = values.dtype == DType.BOOL ? values.as(DType.INT64) : values;
        int n = x.dims[axis];
        int inner = Shapes.product(x.dims, axis + 1, x.dims.length);
        Values out = Values.zeros(x.dtype, x.dims);
        for (int line = 0; line < x.size / Math.max(n, 1); line++) {
            int first = line / inner * n * inner + line % inner;
            switch (x.data) {
                case double[] a -> run(op, a, out.f64(), first, inner, n);
                case float[] a -> run(op, a, out.f32(), first, inner, n);
                case long[] a -> run(op, a, out.i64(), first, inner, n);
                default -> throw new IllegalStateException();
            }
        }
        return out;
    }

    private static void run(Binary op, double[] x, double[] out, int first, int step, int n) {
        double value = x[first];
        out[first] = value;
        for (int k = 1, p = first + step; k < n; k++, p += step) {
            value = ScalarF64.apply(op, value, x[p]);
            out[p] = value;
        }
    }

    private static void run(Binary op, float[] x, float[] out, int first, int step, int n) {
        float value = x[first];
        out[first] = value;
        for (int k = 1, p = first + step; k < n; k++, p += step) {
            value = ScalarF32.apply(op, value, x[p]);
            out[p] = value;
        }
    }

    private static void run(Binary op, long[] x, long[] out, int first, int step, int n) {
        long value = x[first];
        out[first] = value;
        for (int k = 1, p = first + step; k < n; k++, p += step) {
            value = op == Binary.MUL
                    ? value * x[p]
                    : op == Binary.MAXIMUM ? Math.max(value, x[p]) : Math.min(value, x[p]);
            out[p] = value;
        }
    }
}
