package lectern.tensor.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import lectern.tensor.parallel.Parallel;

/** What the products of both float types share: the library's codes, its limits, the check of sizes. */
public final class Blas {
    static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;
    private static final int TRANSPOSE = 112;
    /** Multiplications below which calling out costs more than it saves. */
    static final double SMALL = 400;
    /** Multiplications from which a second thread pays. */
    private static final double SHARED = 3e7;
    /** Multiplications (about a tenth of a second) above which heap arrays must not be held from the collector. */
    static final double LONG = 2e9;

    private Blas() {}

    /** True when the native library is at work, false for plain Java. */
    public static boolean isNative() {
        return OpenBlas.AVAILABLE;
    }

    static int threadsFor(double work) {
        return work < SHARED ? 1 : (int) Math.min(Parallel.maxThreads(), Math.max(2, work / SHARED));
    }

    static void check(String name, int length, int offset, int stride, int rows, int cols) {
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

    static int op(boolean transpose) {
        return transpose ? TRANSPOSE : NO_TRANSPOSE;
    }

    static MemorySegment copy(Arena arena, MemorySegment from, long bytes) {
        MemorySegment to = arena.allocate(bytes, 64);
        MemorySegment.copy(from, 0, to, 0, bytes);
        return to;
    }
}
