package lectern.tensor.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import lectern.tensor.parallel.Rethrow;
import org.jspecify.annotations.Nullable;

/**
 * The native BLAS and LAPACK, reached through the foreign-function interface; absent on platforms without the library.
 *
 * <p>The system property {@code lectern.blas=java} switches it off.
 */
@SuppressWarnings("restricted") // the one place that calls what is not Java
public final class OpenBlas {
    private static final @Nullable SymbolLookup LIBRARY = load();

    private static final MemoryLayout[] GEMM = {
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
        JAVA_INT,
        JAVA_DOUBLE,
        ADDRESS,
        JAVA_INT
    };
    private static final MemoryLayout[] GEMV = {
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_DOUBLE,
        ADDRESS,
        JAVA_INT,
        ADDRESS,
        JAVA_INT,
        JAVA_DOUBLE,
        ADDRESS,
        JAVA_INT
    };

    /** Matrix products on heap arrays: the collector has to wait, so only for calls that end soon. */
    static final MethodHandle GEMM_F64 = onHeap("cblas_dgemm", GEMM);

    static final MethodHandle GEMM_F32 = onHeap("cblas_sgemm", inFloat(GEMM));
    static final MethodHandle GEMV_F64 = onHeap("cblas_dgemv", GEMV);
    static final MethodHandle GEMV_F32 = onHeap("cblas_sgemv", inFloat(GEMV));
    /** The same on memory outside the heap, for long calls. */
    static final MethodHandle GEMM_LONG_F64 = function("cblas_dgemm", null, GEMM);

    static final MethodHandle GEMM_LONG_F32 = function("cblas_sgemm", null, inFloat(GEMM));

    private static final MethodHandle SET_THREADS = function("openblas_set_num_threads", null, JAVA_INT);

    private static volatile int threads = -1;

    /** True when the library is there and works: old versions have AVX-512 kernels that answer wrongly. */
    public static final boolean AVAILABLE = LIBRARY != null && invertsRightly();

    private OpenBlas() {}

    /** Inverts a matrix large enough for the blocked kernels and multiplies it with its inverse. */
    private static boolean invertsRightly() {
        int n = 96;
        double[] a = new double[n * n];
        for (int i = 0; i < a.length; i++) {
            a[i] = i * 7919 % 31 - 15 + (i % (n + 1) == 0 ? 200 : 0);
        }
        double[] inverse = new double[n * n];
        double[] product = new double[n * n];
        MethodHandle factor = lapack("LAPACKE_dgetrf", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
        MethodHandle invert = lapack("LAPACKE_dgetri", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            threads(1);
            MemorySegment matrix = arena.allocateFrom(JAVA_DOUBLE, a);
            MemorySegment pivots = arena.allocate(JAVA_INT, n);
            // 102 is column-major, 101 row-major, 111 as it stands.
            if ((int) factor.invokeExact(102, n, n, matrix, n, pivots) != 0
                    || (int) invert.invokeExact(102, n, matrix, n, pivots) != 0) {
                return false;
            }
            MemorySegment.copy(matrix, JAVA_DOUBLE, 0, inverse, 0, n * n);
            GEMM_F64.invokeExact(
                    101,
                    111,
                    111,
                    n,
                    n,
                    n,
                    1.0,
                    MemorySegment.ofArray(a),
                    n,
                    MemorySegment.ofArray(inverse),
                    n,
                    0.0,
                    MemorySegment.ofArray(product),
                    n);
        } catch (Throwable e) {
            throw Rethrow.of(e);
        }
        double error = 0;
        for (int i = 0; i < product.length; i++) {
            error = Math.max(error, Math.abs(product[i] - (i % (n + 1) == 0 ? 1 : 0)));
        }
        return error < 1e-10;
    }

    /** Lets the calls that follow use so many threads. */
    static void threads(int wanted) {
        if (wanted == threads) {
            return;
        }
        try {
            SET_THREADS.invokeExact(wanted);
            threads = wanted;
        } catch (Throwable e) {
            throw Rethrow.of(e);
        }
    }

    /** A CBLAS function on memory outside the heap. */
    static MethodHandle blas(String name, MemoryLayout... arguments) {
        return function(name, null, arguments);
    }

    /** A LAPACKE function, answering an int. */
    static MethodHandle lapack(String name, MemoryLayout... arguments) {
        return function(name, JAVA_INT, arguments);
    }

    private static MemoryLayout[] inFloat(MemoryLayout[] arguments) {
        MemoryLayout[] out = arguments.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] = out[i] == JAVA_DOUBLE ? JAVA_FLOAT : out[i];
        }
        return out;
    }

    @SuppressWarnings("NullAway") // null only without the library, where nothing is called
    private static MethodHandle onHeap(String name, MemoryLayout... arguments) {
        return LIBRARY == null
                ? null
                : Linker.nativeLinker()
                        .downcallHandle(
                                LIBRARY.findOrThrow(name),
                                FunctionDescriptor.ofVoid(arguments),
                                Linker.Option.critical(true));
    }

    @SuppressWarnings("NullAway") // null only without the library, where nothing is called
    private static MethodHandle function(String name, @Nullable MemoryLayout result, MemoryLayout... arguments) {
        if (LIBRARY == null) {
            return null;
        }
        var descriptor =
                result == null ? FunctionDescriptor.ofVoid(arguments) : FunctionDescriptor.of(result, arguments);
        return Linker.nativeLinker().downcallHandle(LIBRARY.findOrThrow(name), descriptor);
    }

    private static @Nullable SymbolLookup load() {
        boolean linux = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        if (!linux || "java".equals(System.getProperty("lectern.blas"))) {
            return null;
        }
        try {
            Path directory = NativeLibrary.unpack(
                    "openblas",
                    "org/bytedeco/openblas/linux-x86_64/",
                    "libquadmath.so.0",
                    "libgcc_s.so.1",
                    "libgfortran.so.5",
                    "libopenblas.so.0");
            if (directory == null) {
                return null;
            }
            tune();
            open(directory.resolve("libquadmath.so.0"));
            try {
                open(directory.resolve("libgfortran.so.5"));
            } catch (IllegalArgumentException e) {
                // A system without the compiler's support library: ours goes first.
                open(directory.resolve("libgcc_s.so.1"));
                open(directory.resolve("libgfortran.so.5"));
            }
            return open(directory.resolve("libopenblas.so.0"));
        } catch (IOException | IllegalArgumentException | IllegalCallerException e) {
            return null;
        }
    }

    private static SymbolLookup open(Path file) {
        return SymbolLookup.libraryLookup(file, Arena.global());
    }

    /**
     * The library reads its environment once, when it is mapped: choose the kernels for AVX-512 and short idle
     * spinning.
     */
    private static void tune() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        String flags = Files.isReadable(info) ? Files.readString(info) : "";
        if (flags.contains("avx512f")
                && flags.contains("avx512dq")
                && flags.contains("avx512bw")
                && flags.contains("avx512vl")) {
            environment("OPENBLAS_CORETYPE", "SkylakeX");
        }
        environment("OPENBLAS_THREAD_TIMEOUT", "16");
    }

    private static void environment(String name, String value) {
        if (System.getenv(name) != null) {
            return;
        }
        Linker linker = Linker.nativeLinker();
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle setenv = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setenv"),
                    FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
            int unused = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
        } catch (Throwable e) {
            throw Rethrow.of(e);
        }
    }
}
