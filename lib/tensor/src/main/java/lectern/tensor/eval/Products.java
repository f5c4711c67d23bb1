package lectern.tensor.eval;

import lectern.tensor.blas.BlasF32;
import lectern.tensor.blas.BlasF64;
import lectern.tensor.blas.HeapViews;
import lectern.tensor.op.MatMul;
import lectern.tensor.parallel.Parallel;
import lectern.tensor.type.DType;
import lectern.tensor.type.Shapes;
import org.jspecify.annotations.Nullable;

/** Matrix products of dense values, batch by batch. */
final class Products {
    /** Multiplications from which two threads of ours pay, and for each of more than two. */
    private static final double SHARED = 4e6;

    private static final double LARGE = 3e7;
    /** With more threads than this the library shares large products better itself. */
    private static final int FEW = 4;

    private Products() {}

    static Values matmul(MatMul op, Values a, Values b) {
        DType dtype = op.dtypeOf(a, b);
        Values out = Values.zeros(dtype, op.shapeOf(a, b));
        if (out.size > 0) {
            matmul(a.as(dtype), op.transposeA(), b.as(dtype), op.transposeB(), out);
        }
        return out;
    }

    /**
     * Writes the product of (possibly transposed) matrices into {@code out}, which holds zeros; shapes have been
     * checked.
     */
    private static void matmul(Values a, boolean ta, Values b, boolean tb, Values out) {
        int rank = out.dims.length;
        int m = out.dims[rank - 2];
        int n = out.dims[rank - 1];
        int k = a.dims[a.dims.length - (ta ? 2 : 1)];
        if (k == 0) {
            return;
        }
        if (rank == 2) {
            multiply(a, 0, ta, b, 0, tb, out, 0, m, n, k);
            return;
        }
        int[] batch = java.util.Arrays.copyOf(out.dims, rank - 2);
        int[] stepsA = Shapes.broadcastStrides(java.util.Arrays.copyOf(a.dims, a.dims.length - 2), batch);
        int[] stepsB = Shapes.broadcastStrides(java.util.Arrays.copyOf(b.dims, b.dims.length - 2), batch);
        int count = Shapes.size(batch);
        int[] strides = Shapes.strides(batch);
        for (int i = 0; i < count; i++) {
            int x = 0;
            int y = 0;
            for (int axis = 0; axis < batch.length; axis++) {
                int at = i / strides[axis] % batch[axis];
                x += at * stepsA[axis];
                y += at * stepsB[axis];
            }
            multiply(a, x * m * k, ta, b, y * k * n, tb, out, i * m * n, m, n, k);
        }
    }

    private static void multiply(
            Values a, int ao, boolean ta, Values b, int bo, boolean tb, Values c, int co, int m, int n, int k) {
        if (n == 1 && c.dtype.isFloating()) {
            column(a, ao, ta, b, bo, c, co, m, k);
            return;
        }
        if (!c.dtype.isFloating()) {
            longs(a.i64(), ao, ta, b.i64(), bo, tb, c.i64(), co, m, n, k);
            return;
        }
        double work = (double) m * n * k;
        if (work < SHARED || work >= LARGE && (Parallel.maxThreads() == 1 || Parallel.maxThreads() > FEW)) {
            part(a, ao, ta, b, bo, tb, c, co, m, n, k, 0, m, 0, n, null);
            return;
        }
        // Below the limit always in two, whoever does them: the numbers do not depend on the threads.
        int parts = work < LARGE ? 2 : Parallel.maxThreads();
        boolean byRows = m >= n;
        int side = byRows ? m : n;
        int step = ((side + parts - 1) / parts + 15) / 16 * 16;
        Parallel.run(parts, 1, (start, end) -> {
            for (int i = start; i < end; i++) {
                int from = Math.min(side, i * step);
                int to = Math.min(side, from + step);
                part(
                        a,
                        ao,
                        ta,
                        b,
                        bo,
                        tb,
                        c,
                        co,
                        m,
                        n,
                        k,
                        byRows ? from : 0,
                        byRows ? to : m,
                        byRows ? 0 : from,
                        byRows ? n : to,
                        HeapViews.NONE);
            }
        });
    }

    /** A block of rows and columns of the product. */
    private static void part(
            Values a,
            int ao,
            boolean ta,
            Values b,
            int bo,
            boolean tb,
            Values c,
            int co,
            int m,
            int n,
            int k,
            int row,
            int rowEnd,
            int col,
            int colEnd,
            @Nullable HeapViews views) {
        int lda = ta ? m : k;
        int ldb = tb ? k : n;
        int x = ao + (ta ? row : row * lda);
        int y = bo + (tb ? col * ldb : col);
        int z = co + row * n + col;
        if (c.dtype == DType.FLOAT64) {
            BlasF64.gemm(
                    ta,
                    tb,
                    rowEnd - row,
                    colEnd - col,
                    k,
                    1,
                    a.f64(),
                    x,
                    lda,
                    b.f64(),
                    y,
                    ldb,
                    0,
                    c.f64(),
                    z,
                    n,
                    views);
        } else {
            BlasF32.gemm(
                    ta,
                    tb,
                    rowEnd - row,
                    colEnd - col,
                    k,
                    1,
                    a.f32(),
                    x,
                    lda,
                    b.f32(),
                    y,
                    ldb,
                    0,
                    c.f32(),
                    z,
                    n,
                    views);
        }
    }

    private static void column(Values a, int ao, boolean ta, Values b, int bo, Values c, int co, int m, int k) {
        int rows = ta ? k : m;
        int cols = ta ? m : k;
        if (c.dtype == DType.FLOAT64) {
            BlasF64.gemv(ta, rows, cols, 1, a.f64(), ao, cols, b.f64(), bo, 0, c.f64(), co);
        } else {
            BlasF32.gemv(ta, rows, cols, 1, a.f32(), ao, cols, b.f32(), bo, 0, c.f32(), co);
        }
    }

    private static void longs(
            long[] a, int ao, boolean ta, long[] b, int bo, boolean tb, long[] c, int co, int m, int n, int k) {
        for (int i = 0; i < m; i++) {
            for (int p = 0; p < k; p++) {
                long x = a[ao + (ta ? p * m + i : i * k + p)];
                for (int j = 0; j < n; j++) {
                    c[co + i * n + j] += x * b[bo + (tb ? j * k + p : p * n + j)];
                }
            }
        }
    }
}
