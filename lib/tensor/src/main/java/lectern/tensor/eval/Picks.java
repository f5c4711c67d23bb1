package lectern.tensor.eval;

import java.util.Arrays;
import lectern.tensor.blas.Strided;
import lectern.tensor.op.Gather;
import lectern.tensor.op.ScatterAdd;
import lectern.tensor.op.Where;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;

/** Numbers chosen by position or by condition, and their way back. */
public final class Picks {
    private Picks() {}

    static Values gather(Gather op, Values x, Values indices) {
        int[] shape = op.shapeOf(x, indices);
        int along = Shapes.axis(op.axis(), x.dims.length);
        int length = x.dims[along];
        int[] picked = positions(indices, length, along);
        Values out = Values.zeros(x.dtype, shape);
        int inner = Shapes.product(x.dims, along + 1, x.dims.length);
        int outer = Shapes.product(x.dims, 0, along);
        int to = 0;
        for (int i = 0; i < outer; i++) {
            int from = i * length;
            for (int k : picked) {
                Strided.run(x.data, (from + k) * inner, 1, out.data, to, 1, inner);
                to += inner;
            }
        }
        return out;
    }

    /** The indices as ints counted from the front; throws when one is not an integer inside the axis. */
    public static int[] positions(Values indices, int length, int axis) {
        if (indices.dtype != DType.INT64) {
            throw new IllegalArgumentException("indices must be int64, got " + indices.dtype.label()
                    + "; convert with x.cast(DType.INT64), or select by a condition with mask(condition)");
        }
        int[] out = new int[indices.size];
        for (int i = 0; i < out.length; i++) {
            long k = indices.i64()[i];
            if (k < -length || k >= length) {
                throw new IndexOutOfBoundsException(
                        "index " + k + " is out of bounds for axis " + axis + " with length " + length);
            }
            out[i] = (int) (k < 0 ? k + length : k);
        }
        return out;
    }

    static Values scatterAdd(ScatterAdd op, Values updates, Values indices) {
        int[] shape = op.shapeOf(updates, indices);
        Values x = updates.as(op.dtypeOf(updates));
        int along = Shapes.axis(op.axis(), shape.length);
        int[] picked = positions(indices, op.length(), along);
        Values out = Values.zeros(x.dtype, shape);
        int inner = Shapes.product(shape, along + 1, shape.length);
        int outer = Shapes.product(shape, 0, along);
        int from = 0;
        for (int i = 0; i < outer; i++) {
            for (int k : picked) {
                add(x.data, from, out.data, (i * op.length() + k) * inner, inner);
                from += inner;
            }
        }
        return out;
    }

    private static void add(Object from, int x, Object to, int y, int n) {
        switch (from) {
            case double[] a -> {
                double[] b = (double[]) to;
                for (int i = 0; i < n; i++) {
                    b[y + i] += a[x + i];
                }
            }
            case float[] a -> {
                float[] b = (float[]) to;
                for (int i = 0; i < n; i++) {
                    b[y + i] += a[x + i];
                }
            }
            case long[] a -> {
                long[] b = (long[]) to;
                for (int i = 0; i < n; i++) {
                    b[y + i] += a[x + i];
                }
            }
            default -> throw new IllegalStateException();
        }
    }

    static Values where(Where op, Values condition, Values first, Values second) {
        int[] shape = op.shapeOf(condition, first, second);
        DType dtype = op.dtypeOf(condition, first, second);
        boolean[] c = spread(condition, DType.BOOL, shape).bool();
        Values a = spread(first, dtype, shape);
        Values b = spread(second, dtype, shape);
        Values out = Values.zeros(dtype, shape);
        select(c, a.data, b.data, out.data, a.size == 1, b.size == 1);
        return out;
    }

    /** The argument at full shape; a single value may stay one. */
    private static Values spread(Values arg, DType dtype, int... shape) {
        Values x = arg.as(dtype);
        boolean fits = Arrays.equals(x.dims, shape) || (x.size == 1 && dtype != DType.BOOL);
        return fits ? x : Moves.broadcast(x, shape);
    }

    private static void select(boolean[] c, Object x, Object y, Object out, boolean oneX, boolean oneY) {
        int s = oneX ? 0 : 1;
        int t = oneY ? 0 : 1;
        switch (out) {
            case double[] o -> {
                double[] a = (double[]) x;
                double[] b = (double[]) y;
                for (int i = 0; i < o.length; i++) {
                    o[i] = c[i] ? a[i * s] : b[i * t];
                }
            }
            case float[] o -> {
                float[] a = (float[]) x;
                float[] b = (float[]) y;
                for (int i = 0; i < o.length; i++) {
                    o[i] = c[i] ? a[i * s] : b[i * t];
                }
            }
            case long[] o -> {
                long[] a = (long[]) x;
                long[] b = (long[]) y;
                for (int i = 0; i < o.length; i++) {
                    o[i] = c[i] ? a[i * s] : b[i * t];
                }
            }
            case boolean[] o -> {
                boolean[] a = (boolean[]) x;
                boolean[] b = (boolean[]) y;
                for (int i = 0; i < o.length; i++) {
                    o[i] = c[i] ? a[i * s] : b[i * t];
                }
            }
            default -> throw new IllegalStateException();
        }
    }
}
