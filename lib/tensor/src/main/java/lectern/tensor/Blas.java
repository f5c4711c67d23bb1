package lectern.tensor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Products of row-major matrices on heap arrays: by the native library where there is one, in plain Java for tiny
 * matrices and elsewhere. Sizes are checked before anything native is called.
 */
public final class Blas {
    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;
    private static final int TRANSPOSE = 112;
    /** Multiplications below which calling out costs more than it saves. */
    private static final double SMALL = 400;
    /** Multiplications from which a second thread pays. */
    private static final double SHARED = 3e7;
    /** Multiplications (about a tenth of a second) above which heap arrays must not be held from the collector. */
    private static final double LONG = 2e9;

    private static volatile int limit =
            Integer.getInteger("lectern.threads", Runtime.getRuntime().availableProcessors());

    private Blas() {}

    /** True when the native library is at work, false for plain Java. */
    public static boolean isNative() {
        return OpenBlas.AVAILABLE;
    }

    /** The most threads a product or an elementwise loop may use. */
    public static int maxThreads() {
        return limit;
    }

    /** Sets the most threads a product or an elementwise loop may use; 1 keeps everything on the caller's thread. */
    public static void setMaxThreads(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one thread is needed, got " + threads);
        }
        limit = threads;
    }

    private static int threadsFor(double work) {
        return work < SHARED ? 1 : (int) Math.min(limit, Math.max(2, work / SHARED));
    }

    private static void check(String name, int length, int offset, int stride, int rows, int cols) {
        boolean fits = offset >= 0
                && rows >= 0
                && cols >= 0
                && stride >= Math.max(1, cols)
                && (rows == 0 || cols == 0 || offset + (rows - 1L) * stride + cols <= length);
        if (!fits) {
            throw new IllegalArgumentException("matrix " + name + " with " + rows + " rows of " + cols
                    + " (stride " + stride + ", offset " + offset + ") does not lie inside an array of length "
                    + length);
        }
    }

    private static int op(boolean transpose) {
        return transpose ? TRANSPOSE : NO_TRANSPOSE;
    }

    private static MemorySegment copy(Arena arena, MemorySegment from, long bytes) {
        MemorySegment to = arena.allocate(bytes, 64);
        MemorySegment.copy(from, 0, to, 0, bytes);
        return to;
    }

    /**
     * C = alpha op(A) op(B) + beta C for row-major matrices: op(A) is (m, k), op(B) is (k, n), C is (m, n). With {@code
     * beta} 0 the old values of C are not read.
     */
    public static void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int lda,
            double[] b,
            int bOffset,
            int ldb,
            double beta,
            double[] c,
            int cOffset,
            int ldc) {
        gemm(transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc, null);
    }

    /**
     * As the form without, with views of the arrays that are kept from call to call; null keeps none. Who keeps views
     * shares the work among threads itself, so the product stays on the caller's.
     */
    public static void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int aOffset,
            int lda,
            double[] b,
            int bOffset,
            int ldb,
            double beta,
            double[] c,
            int cOffset,
            int ldc,
            HeapViews views) {
        check("A", a.length, aOffset, lda, transposeA ? k : m, transposeA ? m : k);
        check("B", b.length, bOffset, ldb, transposeB ? n : k, transposeB ? k : n);
        check("C", c.length, cOffset, ldc, m, n);
        double work = (double) m * n * k;
        if (m == 0 || n == 0) {
            return;
        }
        if (!OpenBlas.AVAILABLE || work < SMALL || k == 0) {
            PlainProducts.gemm(
                    transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
            return;
        }
        OpenBlas.threads(views == null ? threadsFor(work) : 1);
        if (work > LONG) {
            gemmOffHeap(
                    transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
            return;
        }
        try {
            OpenBlas.DGEMM.invokeExact(
                    ROW_MAJOR,
                    op(transposeA),
                    op(transposeB),
                    m,
                    n,
                    k,
                    alpha,
                    at(views, a, aOffset),
                    lda,
                    at(views, b, bOffset),
                    ldb,
                    beta,
                    at(views, c, cOffset),
                    ldc);
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        }
    }

    /** The product of many operations on memory outside the heap, so that the collector need not wait for it. */
    private static void gemmOffHeap(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int ao,
            int lda,
            double[] b,
            int bo,
            int ldb,
            double beta,
            double[] c,
            int co,
            int ldc) {
        int sizeA = (ta ? k : m) * lda - lda + (ta ? m : k);
        int sizeB = (tb ? n : k) * ldb - ldb + (tb ? k : n);
        int sizeC = m * ldc - ldc + n;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment x = copy(arena, at(a, ao), sizeA * 8L);
            MemorySegment y = copy(arena, at(b, bo), sizeB * 8L);
            MemorySegment z = copy(arena, at(c, co), sizeC * 8L);
            OpenBlas.DGEMM_LONG.invokeExact(ROW_MAJOR, op(ta), op(tb), m, n, k, alpha, x, lda, y, ldb, beta, z, ldc);
            MemorySegment.copy(z, 0, at(c, co), 0, sizeC * 8L);
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        }
    }

    /**
     * y = alpha op(A) x + beta y for a row-major matrix A with m rows and n columns; x and y lie close. With {@code
     * beta} 0 the old values of y are not read.
     */
    public static void gemv(
            boolean transpose,
            int m,
            int n,
            double alpha,
            double[] a,
            int aOffset,
            int lda,
            double[] x,
            int xOffset,
            double beta,
            double[] y,
            int yOffset) {
        check("A", a.length, aOffset, lda, m, n);
        check("x", x.length, xOffset, 1, transpose ? m : n, 1);
        check("y", y.length, yOffset, 1, transpose ? n : m, 1);
        double work = (double) m * n;
        if (!OpenBlas.AVAILABLE || work < SMALL || work > LONG) {
            PlainProducts.gemm(
                    transpose,
                    false,
                    transpose ? n : m,
                    1,
                    transpose ? m : n,
                    alpha,
                    a,
                    aOffset,
                    lda,
                    x,
                    xOffset,
                    1,
                    beta,
                    y,
                    yOffset,
                    1);
            return;
        }
        OpenBlas.threads(threadsFor(work));
        try {
            OpenBlas.DGEMV.invokeExact(
                    ROW_MAJOR,
                    op(transpose),
                    m,
                    n,
                    alpha,
                    at(a, aOffset),
                    lda,
                    at(x, xOffset),
                    1,
                    beta,
                    at(y, yOffset),
                    1);
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        }
    }

    private static MemorySegment at(HeapViews views, double[] array, int offset) {
        return views == null ? at(array, offset) : views.at(array, offset);
    }

    private static MemorySegment at(double[] array, int offset) {
        return MemorySegment.ofArray(array).asSlice(offset * 8L);
    }

    /** As the float64 form, for float32. */
    public static void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float beta,
            float[] c,
            int cOffset,
            int ldc) {
        gemm(transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc, null);
    }

    /**
     * As the form without, with views of the arrays that are kept from call to call; null keeps none. Who keeps views
     * shares the work among threads itself, so the product stays on the caller's.
     */
    public static void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int aOffset,
            int lda,
            float[] b,
            int bOffset,
            int ldb,
            float beta,
            float[] c,
            int cOffset,
            int ldc,
            HeapViews views) {
        check("A", a.length, aOffset, lda, transposeA ? k : m, transposeA ? m : k);
        check("B", b.length, bOffset, ldb, transposeB ? n : k, transposeB ? k : n);
        check("C", c.length, cOffset, ldc, m, n);
        double work = (double) m * n * k;
        if (m == 0 || n == 0) {
            return;
        }
        if (!OpenBlas.AVAILABLE || work < SMALL || k == 0) {
            PlainProducts.gemm(
                    transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
            return;
        }
        OpenBlas.threads(views == null ? threadsFor(work) : 1);
        if (work > LONG) {
            gemmOffHeap(
                    transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
            return;
        }
        try {
            OpenBlas.SGEMM.invokeExact(
                    ROW_MAJOR,
                    op(transposeA),
                    op(transposeB),
                    m,
                    n,
                    k,
                    alpha,
                    at(views, a, aOffset),
                    lda,
                    at(views, b, bOffset),
                    ldb,
                    beta,
                    at(views, c, cOffset),
                    ldc);
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        }
    }

    /** The product of many operations on memory outside the heap, so that the collector need not wait for it. */
    private static void gemmOffHeap(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            float alpha,
            float[] a,
            int ao,
            int lda,
            float[] b,
            int bo,
            int ldb,
            float beta,
            float[] c,
            int co,
            int ldc) {
        int sizeA = (ta ? k : m) * lda - lda + (ta ? m : k);
        int sizeB = (tb ? n : k) * ldb - ldb + (tb ? k : n);
        int sizeC = m * ldc - ldc + n;
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment x = copy(arena, at(a, ao), sizeA * 4L);
            MemorySegment y = copy(arena, at(b, bo), sizeB * 4L);
            MemorySegment z = copy(arena, at(c, co), sizeC * 4L);
            OpenBlas.SGEMM_LONG.invokeExact(ROW_MAJOR, op(ta), op(tb), m, n, k, alpha, x, lda, y, ldb, beta, z, ldc);
            MemorySegment.copy(z, 0, at(c, co), 0, sizeC * 4L);
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        }
    }

    /** As the float64 form, for float32. */
    public static void gemv(
            boolean transpose,
            int m,
            int n,
            float alpha,
            float[] a,
            int aOffset,
            int lda,
            float[] x,
            int xOffset,
            float beta,
            float[] y,
            int yOffset) {
        check("A", a.length, aOffset, lda, m, n);
        check("x", x.length, xOffset, 1, transpose ? m : n, 1);
        check("y", y.length, yOffset, 1, transpose ? n : m, 1);
        double work = (double) m * n;
        if (!OpenBlas.AVAILABLE || work < SMALL || work > LONG) {
            PlainProducts.gemm(
                    transpose,
                    false,
                    transpose ? n : m,
                    1,
                    transpose ? m : n,
                    alpha,
                    a,
                    aOffset,
                    lda,
                    x,
                    xOffset,
                    1,
                    beta,
                    y,
                    yOffset,
                    1);
            return;
        }
        OpenBlas.threads(threadsFor(work));
        try {
            OpenBlas.SGEMV.invokeExact(
                    ROW_MAJOR,
                    op(transpose),
                    m,
                    n,
                    alpha,
                    at(a, aOffset),
                    lda,
                    at(x, xOffset),
                    1,
                    beta,
                    at(y, yOffset),
                    1);
        } catch (Throwable e) {
            throw OpenBlas.failed(e);
        }
    }

    private static MemorySegment at(HeapViews views, float[] array, int offset) {
        return views == null ? at(array, offset) : views.at(array, offset);
    }

    private static MemorySegment at(float[] array, int offset) {
        return MemorySegment.ofArray(array).asSlice(offset * 4L);
    }
}
