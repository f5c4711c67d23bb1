package lectern.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import lectern.tensor.parallel.Parallel;
import lectern.tensor.type.DType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Shared loops do everything once, whatever happens to their threads. */
@Timeout(120)
class ParallelTest {
    private int threads;

    @BeforeEach
    void several() {
        threads = Parallel.maxThreads();
        Parallel.setMaxThreads(4);
    }

    @AfterEach
    void asBefore() {
        Parallel.setMaxThreads(threads);
    }

    private static void visit(int n, int grain) {
        var visits = new AtomicIntegerArray(n);
        Parallel.run(n, grain, (start, end) -> IntStream.range(start, end).forEach(visits::incrementAndGet));
        for (int i = 0; i < n; i++) {
            assertEquals(1, visits.get(i), "element " + i + " of " + n + " by " + grain);
        }
    }

    @Test
    void everyElementHasItsTurnOnce() {
        for (int n : new int[] {0, 1, 2, 3, 5, 63, 64, 65, 1000, 4097}) {
            for (int grain : new int[] {1, 2, 17, 64, 500}) {
                visit(n, grain);
            }
        }
        for (int round = 0; round < 2000; round++) {
            visit(200, 10);
        }
    }

    /** Slow helpers are called no more for a while, but one that is still awake may join unasked. */
    @Test
    void waitsForHelpersThatWereNotCalled() {
        var caller = Thread.currentThread();
        for (int round = 0; round < 300; round++) {
            var visits = new AtomicIntegerArray(64);
            Parallel.run(64, 1, (start, end) -> {
                boolean own = Thread.currentThread() == caller;
                for (long until = System.nanoTime() + (own ? 5_000 : 1_500_000); System.nanoTime() < until; ) {
                    Thread.onSpinWait();
                }
                IntStream.range(start, end).forEach(visits::incrementAndGet);
            });
            for (int i = 0; i < 64; i++) {
                assertEquals(1, visits.get(i), "element " + i + " in round " + round);
            }
        }
    }

    @Test
    void largeProductsAreTheSameForAnyNumberOfThreads() {
        for (int[] size : new int[][] {{330, 300, 310}, {7, 2100, 2100}}) {
            for (DType dtype : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
                Tensor a = Tensors.arange((long) size[0] * size[2])
                        .sin()
                        .reshape(size[0], size[2])
                        .cast(dtype);
                Tensor b = Tensors.arange((long) size[2] * size[1])
                        .cos()
                        .reshape(size[2], size[1])
                        .cast(dtype);
                Parallel.setMaxThreads(1);
                Tensor expected = a.matmul(b);
                for (int threads = 2; threads <= 6; threads++) {
                    Parallel.setMaxThreads(threads);
                    double error = a.matmul(b).minus(expected).abs().max().item();
                    assertEquals(0, error, dtype == DType.FLOAT64 ? 1e-11 : 2e-3, threads + " threads");
                    double turned =
                            b.T().matmul(a.T()).T().minus(expected).abs().max().item();
                    assertEquals(0, turned, dtype == DType.FLOAT64 ? 1e-11 : 2e-3, threads + " threads, turned");
                }
            }
        }
    }

    @Test
    void whatGoesWrongReachesTheCaller() {
        for (int bad : new int[] {0, 500, 999}) {
            var thrown = assertThrows(
                    ArithmeticException.class,
                    () -> Parallel.run(1000, 10, (start, end) -> {
                        if (start <= bad && bad < end) {
                            throw new ArithmeticException("at " + bad);
                        }
                    }));
            assertEquals("at " + bad, thrown.getMessage());
            visit(1000, 10);
        }
    }

    @Test
    void anInterruptWaitsForTheEnd() {
        Thread.currentThread().interrupt();
        visit(5000, 10);
        assertTrue(Thread.interrupted());
        assertFalse(Thread.interrupted());
    }

    @Test
    void loopsInLoopsAndBesideEachOther() throws Exception {
        Parallel.run(40, 1, (start, end) -> IntStream.range(start, end).forEach(i -> visit(300, 10)));
        try (ExecutorService callers = Executors.newFixedThreadPool(3)) {
            var all = IntStream.range(0, 3)
                    .<Future<?>>mapToObj(k -> callers.submit(() -> {
                        for (int i = 0; i < 300; i++) {
                            visit(500, 10);
                        }
                    }))
                    .toList();
            for (Future<?> each : all) {
                each.get(60, TimeUnit.SECONDS);
            }
        }
    }
}
