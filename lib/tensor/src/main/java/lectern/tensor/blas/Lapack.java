package lectern.tensor.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lectern.tensor.parallel.Parallel;
import lectern.tensor.parallel.Rethrow;
import org.jspecify.annotations.Nullable;

/**
 * Factorisations of row-major float64 matrices by LAPACK.
 *
 * <p>LAPACK counts by columns, so it sees the transpose of what Java holds; where the algebra allows, the transpose is
 * factorised instead of copying. Every call works on memory outside the heap, sized here and nowhere else.
 */
public final class Lapack {
    private static final int COLUMNS = 102;
    private static final byte UPPER = 'U';
    private static final byte VECTORS = 'V';
    private static final byte NONE = 'N';
    /** Order from which several threads of the library pay. */
    private static final int SHARED = 1000;

    private static final long STACK = 32L << 20;

    private static final MethodHandle GETRS = OpenBlas.lapack(
            "LAPACKE_dgetrs", JAVA_INT, JAVA_BYTE, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT);
    private static final MethodHandle POTRF =
            OpenBlas.lapack("LAPACKE_dpotrf", JAVA_INT, JAVA_BYTE, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SYEVD =
            OpenBlas.lapack("LAPACKE_dsyevd", JAVA_INT, JAVA_BYTE, JAVA_BYTE, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle GESDD = OpenBlas.lapack(
            "LAPACKE_dgesdd",
            JAVA_INT,
            JAVA_BYTE,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT);
    private static final MethodHandle GEQRF =
            OpenBlas.lapack("LAPACKE_dgeqrf", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle ORGQR =
            OpenBlas.lapack("LAPACKE_dorgqr", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle GEEV = OpenBlas.lapack(
            "LAPACKE_dgeev",
            JAVA_INT,
            JAVA_BYTE,
            JAVA_BYTE,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT);
    private static final MethodHandle GELSD = OpenBlas.lapack(
            "LAPACKE_dgelsd",
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_DOUBLE,
            ADDRESS);

    private Lapack() {}

    /** LU factors with the pivots; {@code info} is the first zero pivot, counted from 1, or 0. */
    public record Lu(double[] factors, int[] pivots, int info) {}

    /** Thin or full factors of a singular value decomposition, row-major: u (m, p), s (k), vt (q, n). */
    public record SvdParts(double[] u, double[] s, double[] vt) {}

    /**
     * Eigenvalues and the matrix of LAPACK's real columns: a complex pair stands as real and imaginary part side by
     * side.
     */
    public record EigParts(double[] real, double[] imaginary, double[] columns) {}

    /** What {@code gelsd} answers: the solution (n, r), singular values, rank, and the rows below n as residuals. */
    public record LstsqParts(double[] x, double[] s, int rank) {}

    public static Lu lu(double[] a, int n) {
        return run(1, arena -> {
            MemorySegment matrix = numbers(arena, a);
            MemorySegment pivots = arena.allocate(JAVA_INT, n);
            int info = Elimination.factor(matrix, n, pivots);
            return new Lu(array(matrix), pivots.toArray(JAVA_INT), info);
        });
    }

    /** Solves A X = B for B with r columns; null when A is singular. */
    public static double @Nullable [] solve(double[] a, int n, double[] b, int r) {
        return run(1, arena -> {
                    MemorySegment matrix = numbers(arena, a);
                    MemorySegment pivots = arena.allocate(JAVA_INT, n);
                    if (Elimination.factor(matrix, n, pivots) != 0) {
                        return Optional.<double[]>empty();
                    }
                    MemorySegment right = numbers(arena, b);
                    if (r == 1) {
                        check((int) GETRS.invokeExact(COLUMNS, (byte) 'T', n, 1, matrix, n, pivots, right, n), "solve");
                    } else {
                        Elimination.substitute(matrix, n, pivots, right, r);
                    }
                    return Optional.of(array(right));
                })
                .orElse(null);
    }

    /** The inverse; null when the matrix is singular. */
    public static double @Nullable [] inverse(double[] a, int n) {
        return run(1, arena -> {
                    MemorySegment matrix = numbers(arena, a);
                    MemorySegment pivots = arena.allocate(JAVA_INT, n);
                    if (Elimination.factor(matrix, n, pivots) != 0) {
                        return Optional.<double[]>empty();
                    }
                    MemorySegment identity = arena.allocate(JAVA_DOUBLE, (long) n * n);
                    for (long i = 0; i < n; i++) {
                        identity.setAtIndex(JAVA_DOUBLE, i * (n + 1), 1);
                    }
                    Elimination.substitute(matrix, n, pivots, identity, n);
                    return Optional.of(array(identity));
                })
                .orElse(null);
    }

    /** The lower factor L of A = L L^T from the lower triangle of A; null when A is not positive definite. */
    public static double @Nullable [] cholesky(double[] a, int n) {
        return call(n, arena -> {
                    MemorySegment matrix = numbers(arena, a);
                    if ((int) POTRF.invokeExact(COLUMNS, UPPER, n, matrix, n) != 0) {
                        return Optional.<double[]>empty();
                    }
                    double[] lower = array(matrix);
                    for (int i = 0; i < n; i++) {
                        java.util.Arrays.fill(lower, i * n + i + 1, (i + 1) * n, 0);
                    }
                    return Optional.of(lower);
                })
                .orElse(null);
    }

    /**
     * Ascending eigenvalues of the symmetric matrix in the lower triangle; its eigenvectors go to the rows of {@code
     * vectors}.
     */
    public static double[] eigh(double[] a, int n, double[] vectors) {
        return call(n, arena -> {
            MemorySegment matrix = numbers(arena, a);
            MemorySegment values = arena.allocate(JAVA_DOUBLE, n);
            check((int) SYEVD.invokeExact(COLUMNS, VECTORS, UPPER, n, matrix, n, values), "eigh");
            MemorySegment.copy(matrix, JAVA_DOUBLE, 0, vectors, 0, n * n);
            return array(values);
        });
    }

    public static SvdParts svd(double[] a, int m, int n, boolean full) {
        int k = Math.min(m, n);
        int p = full ? m : k;
        int q = full ? n : k;
        return call(k, arena -> {
            MemorySegment matrix = numbers(arena, a);
            MemorySegment s = arena.allocate(JAVA_DOUBLE, k);
            // LAPACK sees A^T = (V) S (U^T): its left factors are the rows of vt, its right ones u.
            MemorySegment left = arena.allocate(JAVA_DOUBLE, (long) n * q);
            MemorySegment right = arena.allocate(JAVA_DOUBLE, (long) p * m);
            byte job = (byte) (full ? 'A' : 'S');
            check((int) GESDD.invokeExact(COLUMNS, job, n, m, matrix, n, s, left, n, right, p), "svd");
            return new SvdParts(array(right), array(s), array(left));
        });
    }

    /** Thin factors: Q by columns (its transpose, (k, m)) into {@code qt}; answers R (k, n). */
    public static double[] qr(double[] a, int m, int n, double[] qt) {
        int k = Math.min(m, n);
        return call(k, arena -> {
            MemorySegment matrix = numbers(arena, transposed(a, m, n));
            MemorySegment tau = arena.allocate(JAVA_DOUBLE, k);
            check((int) GEQRF.invokeExact(COLUMNS, m, n, matrix, m, tau), "qr");
            double[] packed = array(matrix);
            double[] r = new double[k * n];
            for (int i = 0; i < k; i++) {
                for (int j = i; j < n; j++) {
                    r[i * n + j] = packed[j * m + i];
                }
            }
            check((int) ORGQR.invokeExact(COLUMNS, m, k, k, matrix, m, tau), "qr");
            MemorySegment.copy(matrix, JAVA_DOUBLE, 0, qt, 0, k * m);
            return r;
        });
    }

    public static EigParts eig(double[] a, int n) {
        return call(n, arena -> {
            MemorySegment matrix = numbers(arena, transposed(a, n, n));
            MemorySegment real = arena.allocate(JAVA_DOUBLE, n);
            MemorySegment imaginary = arena.allocate(JAVA_DOUBLE, n);
            MemorySegment right = arena.allocate(JAVA_DOUBLE, (long) n * n);
            check(
                    (int) GEEV.invokeExact(
                            COLUMNS, NONE, VECTORS, n, matrix, n, real, imaginary, MemorySegment.NULL, n, right, n),
                    "eig");
            return new EigParts(array(real), array(imaginary), array(right));
        });
    }

    public static LstsqParts lstsq(double[] a, int m, int n, double[] b, int r, double cutoff) {
        int rows = Math.max(m, n);
        return call(Math.min(m, n), arena -> {
            MemorySegment matrix = numbers(arena, transposed(a, m, n));
            double[] padded = java.util.Arrays.copyOf(b, rows * r);
            MemorySegment right = numbers(arena, transposed(padded, rows, r));
            MemorySegment s = arena.allocate(JAVA_DOUBLE, Math.min(m, n));
            MemorySegment rank = arena.allocate(JAVA_INT);
            check((int) GELSD.invokeExact(COLUMNS, m, n, r, matrix, m, right, rows, s, cutoff, rank), "lstsq");
            double[] x = transposed(array(right), r, rows);
            return new LstsqParts(java.util.Arrays.copyOf(x, n * r), array(s), rank.get(JAVA_INT, 0));
        });
    }

    /** One call into the library, with the memory it needs. */
    @FunctionalInterface
    private interface Call<T> {
        T run(Arena arena) throws Throwable;
    }

    /** Runs a call for matrices of order n: small ones here, large ones with more threads and room for them. */
    private static <T> T call(int n, Call<T> call) {
        if (n < SHARED || Parallel.maxThreads() == 1) {
            return run(1, call);
        }
        // The parallel routines keep megabytes of bookkeeping on their caller's stack, more than a Java thread has.
        var result = new CompletableFuture<T>();
        Thread.ofPlatform().daemon().name("lectern-lapack").stackSize(STACK).start(() -> {
            try {
                result.complete(run(Parallel.maxThreads(), call));
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.join();
        } catch (CompletionException e) {
            throw Rethrow.of(e.getCause() == null ? e : e.getCause());
        }
    }

    private static <T> T run(int threads, Call<T> call) {
        OpenBlas.threads(threads);
        try (Arena arena = Arena.ofConfined()) {
            return call.run(arena);
        } catch (Throwable e) {
            throw Rethrow.of(e);
        }
    }

    private static void check(int info, String verb) {
        if (info != 0) {
            throw new ArithmeticException(verb + " did not converge (LAPACK code " + info + ")");
        }
    }

    private static MemorySegment numbers(Arena arena, double[] values) {
        return arena.allocateFrom(JAVA_DOUBLE, values);
    }

    private static double[] array(MemorySegment memory) {
        return memory.toArray(JAVA_DOUBLE);
    }

    /** The transpose of a row-major matrix. */
    static double[] transposed(double[] a, int rows, int cols) {
        double[] out = new double[a.length];
        Strided.copy(a, 0, new int[] {1, cols}, out, 0, new int[] {rows, 1}, new int[] {cols, rows});
        return out;
    }
}
