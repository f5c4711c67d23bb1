package lectern.tensor.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import lectern.tensor.parallel.Parallel;
import lectern.tensor.parallel.Rethrow;

/**
 * Gaussian elimination with row exchanges of large matrices outside the heap, on several threads.
 *
 * <p>The library's own threads wait for each other hundreds of times in one factorisation, which takes seconds where
 * other programs want the cores, too. Here a block of columns is factorised on one thread, and the columns right of it
 * are updated in groups by whoever is free (right-looking, as in Golub and Van Loan, Matrix Computations, 3.2.11). The
 * groups depend on the size alone, so numbers are the same for any number of threads.
 */
final class Elimination {
    private static final int BY_COLUMNS = 102;
    private static final int BY_ROWS = 101;
    private static final int LEFT = 141;
    private static final int ABOVE = 121;
    private static final int BELOW = 122;
    private static final int AS_IT_STANDS = 111;
    private static final int GENERAL_DIAGONAL = 131;
    private static final int UNIT_DIAGONAL = 132;

    /** Order below which one call does it all. */
    private static final int SMALL = 256;

    /** Columns factorised at a time. */
    private static final int BLOCK = 64;

    /** Columns that make an update, or a substitution, worth a call of its own. */
    private static final int UPDATED = 96;

    private static final int SUBSTITUTED = 192;

    private static final MethodHandle GETRF =
            OpenBlas.lapack("LAPACKE_dgetrf", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle LASWP = OpenBlas.lapack(
            "LAPACKE_dlaswp_work", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle TRSM = OpenBlas.blas(
            "cblas_dtrsm",
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT);

    private Elimination() {}

    /**
     * Replaces a matrix, stored by columns, by its factors L (unit diagonal) and U; {@code pivots} says, counted from
     * 1, which row each row was exchanged with. Answers the first zero on the diagonal of U, counted from 1, or 0.
     */
    static int factor(MemorySegment own, int n, MemorySegment pivots) throws Throwable {
        MemorySegment matrix = common(own);
        if (n < SMALL) {
            return (int) GETRF.invokeExact(BY_COLUMNS, n, n, matrix, n, pivots);
        }
        MemorySegment rows = common(pivots);
        int first = 0;
        for (int from = 0; from < n; from += BLOCK) {
            int width = Math.min(BLOCK, n - from);
            MemorySegment block = matrix.asSlice(8L * ((long) from * n + from));
            MemorySegment exchanged = rows.asSlice(4L * from);
            int zero = (int) GETRF.invokeExact(BY_COLUMNS, n - from, width, block, n, exchanged);
            if (zero > 0 && first == 0) {
                first = from + zero;
            }
            int height = n - from;
            int rest = height - width;
            if (from > 0) {
                exchange(matrix.asSlice(8L * from), n, from, width, exchanged);
            }
            if (rest > 0) {
                groups(rest, UPDATED, (start, count) -> update(block, n, height, width, start, count, exchanged));
            }
            for (int i = 0; i < width; i++) {
                exchanged.setAtIndex(JAVA_INT, i, exchanged.getAtIndex(JAVA_INT, i) + from);
            }
        }
        return first;
    }

    /** Exchanges the rows of some columns as a factorised block says. */
    private static void exchange(MemorySegment columns, int n, int count, int width, MemorySegment exchanged)
            throws Throwable {
        int unused = (int) LASWP.invokeExact(BY_COLUMNS, count, columns, n, 1, width, exchanged, 1);
    }

    /** Brings a group of columns right of a factorised block of so many rows up to date. */
    private static void update(
            MemorySegment block, int n, int rows, int width, int start, int count, MemorySegment exchanged)
            throws Throwable {
        MemorySegment columns = block.asSlice(8L * n * (width + start));
        exchange(columns, n, count, width, exchanged);
        TRSM.invokeExact(BY_COLUMNS, LEFT, BELOW, AS_IT_STANDS, UNIT_DIAGONAL, width, count, 1.0, block, n, columns, n);
        OpenBlas.GEMM_LONG_F64.invokeExact(
                BY_COLUMNS,
                AS_IT_STANDS,
                AS_IT_STANDS,
                rows - width,
                count,
                width,
                -1.0,
                block.asSlice(8L * width),
                n,
                columns,
                n,
                1.0,
                columns.asSlice(8L * width),
                n);
    }

    /**
     * Solves in place with the factors of the transpose, A = U^T L^T P^T, for right sides in rows of length r: what
     * stands above the diagonal by columns stands below it by rows.
     */
    static void substitute(MemorySegment own, int n, MemorySegment pivots, MemorySegment ownRight, int r) {
        MemorySegment factors = common(own);
        MemorySegment right = common(ownRight);
        groups(r, SUBSTITUTED, (start, count) -> {
            MemorySegment columns = right.asSlice(8L * start);
            TRSM.invokeExact(
                    BY_ROWS, LEFT, BELOW, AS_IT_STANDS, GENERAL_DIAGONAL, n, count, 1.0, factors, n, columns, r);
            TRSM.invokeExact(BY_ROWS, LEFT, ABOVE, AS_IT_STANDS, UNIT_DIAGONAL, n, count, 1.0, factors, n, columns, r);
        });
        double[] row = new double[r];
        for (int i = n - 1; i >= 0; i--) {
            int other = pivots.getAtIndex(JAVA_INT, i) - 1;
            if (other != i) {
                long here = 8L * i * r;
                long there = 8L * other * r;
                MemorySegment.copy(right, JAVA_DOUBLE, here, row, 0, r);
                MemorySegment.copy(right, there, right, here, 8L * r);
                MemorySegment.copy(row, 0, right, JAVA_DOUBLE, there, r);
            }
        }
    }

    /** Memory of the caller that helpers may touch, too: the caller keeps it until they are done. */
    @SuppressWarnings("restricted") // of the length that it had
    private static MemorySegment common(MemorySegment own) {
        return MemorySegment.ofAddress(own.address()).reinterpret(own.byteSize());
    }

    /** Native work on some columns. */
    @FunctionalInterface
    private interface Columns {
        void run(int start, int count) throws Throwable;
    }

    /** Cuts columns into groups of a width at least and shares them among threads. */
    private static void groups(int columns, int least, Columns work) {
        int groups = Math.max(1, columns / least);
        int step = (columns + groups - 1) / groups;
        Parallel.run(groups, 1, (from, to) -> {
            for (int i = from; i < to; i++) {
                int start = i * step;
                try {
                    work.run(start, Math.min(step, columns - start));
                } catch (Throwable e) {
                    throw Rethrow.of(e);
                }
            }
        });
    }
}
