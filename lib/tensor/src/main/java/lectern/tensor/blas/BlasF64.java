package lectern.tensor.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import lectern.tensor.parallel.Rethrow;
import org.jspecify.annotations.Nullable;

/**
 * Products of row-major float64 matrices on heap arrays: by the native library where there is one, in plain Java for
 * tiny matrices and elsewhere. Sizes are checked before anything native is called.
 */
public final class BlasF64 {
    private BlasF64() {}

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
            @Nullable HeapViews views) {
        Blas.check("A", a.length, aOffset, lda, transposeA ? k : m, transposeA ? m : k);
        Blas.check("B", b.length, bOffset, ldb, transposeB ? n : k, transposeB ? k : n);
        Blas.check("C", c.length, cOffset, ldc, m, n);
        double work = (double) m * n * k; // f32: keep
        if (m == 0 || n == 0) {
            return;
        }
        if (!OpenBlas.AVAILABLE || work < Blas.SMALL || k == 0) {
            PlainProductsF64.gemm(
                    transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
            return;
        }
        OpenBlas.threads(views == null ? Blas.threadsFor(work) : 1);
        if (work > Blas.LONG) {
            gemmOffHeap(
                    transposeA, transposeB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset, ldc);
            return;
        }
        try {
            OpenBlas.GEMM_F64.invokeExact(
                    Blas.ROW_MAJOR,
                    Blas.op(transposeA),
                    Blas.op(transposeB),
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
            throw Rethrow.of(e);
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
            MemorySegment x = Blas.copy(arena, at(a, ao), (long) sizeA * Double.BYTES);
            MemorySegment y = Blas.copy(arena, at(b, bo), (long) sizeB * Double.BYTES);
            MemorySegment z = Blas.copy(arena, at(c, co), (long) sizeC * Double.BYTES);
            OpenBlas.GEMM_LONG_F64.invokeExact(
                    Blas.ROW_MAJOR, Blas.op(ta), Blas.op(tb), m, n, k, alpha, x, lda, y, ldb, beta, z, ldc);
            MemorySegment.copy(z, 0, at(c, co), 0, (long) sizeC * Double.BYTES);
        } catch (Throwable e) {
            throw Rethrow.of(e);
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
        Blas.check("A", a.length, aOffset, lda, m, n);
        Blas.check("x", x.length, xOffset, 1, transpose ? m : n, 1);
        Blas.check("y", y.length, yOffset, 1, transpose ? n : m, 1);
        double work = (double) m * n; // f32: keep
        if (!OpenBlas.AVAILABLE || work < Blas.SMALL || work > Blas.LONG) {
            PlainProductsF64.gemm(
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
        OpenBlas.threads(Blas.threadsFor(work));
        try {
            OpenBlas.GEMV_F64.invokeExact(
                    Blas.ROW_MAJOR,
                    Blas.op(transpose),
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
            throw Rethrow.of(e);
        }
    }

    private static MemorySegment at(@Nullable HeapViews views, double[] array, int offset) {
        return views == null ? at(array, offset) : views.at(array, offset);
    }

    private static MemorySegment at(double[] array, int offset) {
        return MemorySegment.ofArray(array).asSlice((long) offset * Double.BYTES);
    }
}
