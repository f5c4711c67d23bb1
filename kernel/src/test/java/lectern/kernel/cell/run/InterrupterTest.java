package lectern.kernel.cell.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import lectern.kernel.cell.compile.Guard;
import lectern.kernel.cell.compile.LoadedCells;
import lectern.kernel.cell.compile.Units;
import notebook.Deaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an interrupt does to the thread of a cell, by what that is busy with. */
@Timeout(60)
class InterrupterTest {
    private final CellRunner runner = new CellRunner();
    private final Interrupter interrupter = new Interrupter(runner);

    @BeforeAll
    static void install() {
        UncaughtErrors.install(new RuntimeErrors(new Units(new LoadedCells())));
    }

    @BeforeEach
    void begin() {
        interrupter.begin();
    }

    @AfterEach
    void close() {
        interrupter.end();
        runner.close();
    }

    private <T> T cell(Interrupter.Code<T> work) throws Throwable {
        return runner.run(null, work);
    }

    /** Runs code of a cell, and presses the button once it has begun. */
    private Throwable interrupted(Interrupter.Code<Void> code) {
        var begun = new CountDownLatch(1);
        Thread.ofPlatform().daemon().start(() -> {
            try {
                begun.await();
                interrupter.interrupt();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return assertThrows(
                Throwable.class,
                () -> cell(() -> interrupter.user(() -> {
                    begun.countDown();
                    return code.call();
                })));
    }

    @Test
    void workThatNobodyInterruptsRuns() throws Throwable {
        assertEquals(1, cell(() -> interrupter.<Integer>user(() -> 1)));
        assertEquals(2, cell(() -> interrupter.<Integer>magic(() -> 2)));
        assertEquals(3, cell(() -> interrupter.<Integer>kernel(() -> 3)));
        assertFalse(interrupter.requested());
        assertFalse(interrupter.gaveUp());
    }

    @Test
    void aWaitOfTheUserEnds() {
        assertTrue(
                interrupted(() -> {
                            Thread.sleep(50_000);
                            return null;
                        })
                        instanceof InterruptedException);
        assertTrue(interrupter.requested());
    }

    @Test
    void wovenChecksEndALoop() {
        var thrown = interrupted(() -> {
            while (true) {
                Guard.checkCell();
            }
        });
        assertTrue(thrown instanceof Guard.CellInterrupted, thrown.toString());
    }

    @Test
    void aLoopThatLooksAtNothingIsStopped() throws Throwable {
        var thread = runner.thread();
        assertTrue(
                interrupted(() -> {
                            Deaf.whileTrue(() -> true);
                            return null;
                        })
                        instanceof Guard.CellInterrupted);
        interrupter.end();
        thread.join();
        assertNotSame(thread, runner.thread());
    }

    @Test
    void aThreadThatEndedOfItselfIsKept() throws Throwable {
        var thread = runner.thread();
        interrupted(() -> {
            Thread.sleep(50_000);
            return null;
        });
        interrupter.end();
        assertSame(thread, runner.thread());
        interrupter.begin();
        assertEquals(1, cell(() -> interrupter.<Integer>user(() -> 1)));
    }

    @Test
    void theKernelsOwnWorkIsFinishedFirst() throws Throwable {
        var finished = new AtomicBoolean();
        assertThrows(
                Guard.CellInterrupted.class,
                () -> cell(() -> interrupter.kernel(() -> {
                    interrupter.interrupt();
                    assertFalse(Thread.currentThread().isInterrupted());
                    Guard.checkCell();
                    Deaf.spin(400);
                    assertFalse(Thread.currentThread().isInterrupted());
                    finished.set(true);
                    return interrupter.user(() -> 1);
                })));
        assertTrue(finished.get());
    }

    @Test
    void aMagicIsWokenAndNotCut() throws Throwable {
        var finished = new AtomicBoolean();
        assertThrows(
                InterruptedException.class,
                () -> cell(() -> interrupter.magic(() -> {
                    interrupter.interrupt();
                    Deaf.spin(400);
                    finished.set(true);
                    Thread.sleep(50_000);
                    return null;
                })));
        assertTrue(finished.get());
    }

    @Test
    void insideAMagicTheKernelIsLeftInPeaceAndAfterwardsTheMagicIsNot() throws Throwable {
        assertTrue(cell(() -> interrupter.magic(() -> {
            interrupter.kernel(() -> {
                interrupter.interrupt();
                assertFalse(Thread.currentThread().isInterrupted());
                return null;
            });
            Deaf.whileTrue(() -> !Thread.currentThread().isInterrupted());
            return true;
        })));
    }

    @Test
    void theFlagIsTakenBackWhereTheKernelGoesOn() throws Throwable {
        assertFalse(cell(() -> interrupter.kernel(() -> {
            interrupter.magic(() -> {
                interrupter.interrupt();
                return null;
            });
            return Thread.currentThread().isInterrupted();
        })));
    }

    @Test
    void withoutACellTheButtonDoesNothing() throws Throwable {
        interrupter.end();
        interrupter.interrupt();
        assertFalse(interrupter.requested());
        interrupter.begin();
        assertEquals(1, cell(() -> interrupter.<Integer>user(() -> 1)));
    }

    @Test
    void theNextCellStartsAfresh() throws Throwable {
        interrupter.interrupt();
        assertTrue(interrupter.requested());
        assertThrows(Guard.CellInterrupted.class, () -> cell(() -> interrupter.user(() -> 1)));
        interrupter.end();
        interrupter.begin();
        assertFalse(interrupter.requested());
        Guard.check();
        assertEquals(1, cell(() -> interrupter.<Integer>user(() -> 1)));
    }

    @Test
    void betweenCellsNoCheckFails() {
        interrupter.interrupt();
        assertThrows(Guard.CellInterrupted.class, Guard::check);
        interrupter.end();
        Guard.check();
    }

    @Test
    void remembersWhereTheCellWas() {
        interrupted(() -> {
            Deaf.whileTrue(() -> true);
            return null;
        });
        var where = interrupter.where();
        assertTrue(Arrays.stream(where).anyMatch(frame -> frame.getClassName().contains("InterrupterTest")));
        Arrays.fill(where, null);
        assertTrue(Arrays.stream(interrupter.where()).noneMatch(frame -> frame == null), "a copy");
    }

    @Test
    void otherThreadsAreNobodysCell() throws Throwable {
        interrupter.interrupt();
        assertEquals(1, interrupter.<Integer>user(() -> 1));
        assertFalse(Thread.currentThread().isInterrupted());
        assertFalse(interrupter.isLeft());
    }

    @Test
    void aWaitOutsideJavaIsLeftBehind() throws Throwable {
        var thread = runner.thread();
        try (var socket = new ServerSocket(0)) {
            long start = System.nanoTime();
            assertTrue(
                    interrupted(() -> {
                                socket.accept();
                                return null;
                            })
                            instanceof Guard.CellInterrupted);
            long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            assertTrue(took >= 2_000, took + " ms");
            assertTrue(interrupter.gaveUp());
            assertNotSame(thread, runner.thread());
            interrupter.end();
            interrupter.begin();
            assertFalse(interrupter.gaveUp());
            assertEquals(1, cell(() -> interrupter.<Integer>user(() -> 1)));
            assertTrue(thread.isAlive());
        }
        thread.join();
    }

    @Test
    void aThreadThatWasLeftRunsNoMoreOfTheCell() throws Throwable {
        var thread = runner.thread();
        var left = new AtomicBoolean();
        var ran = new AtomicBoolean();
        try (var socket = new ServerSocket(0)) {
            interrupted(() -> {
                try {
                    socket.accept();
                } finally {
                    left.set(interrupter.isLeft());
                    interrupter.user(() -> {
                        ran.set(true);
                        return null;
                    });
                }
                return null;
            });
            assertFalse(interrupter.isLeft());
        }
        thread.join();
        assertTrue(left.get());
        assertFalse(ran.get());
    }

    @Test
    void aMonitorThatAnotherThreadHasIsWaitedForNoLongerThanThat() throws Throwable {
        var monitor = new Object();
        var thread = runner.thread();
        synchronized (monitor) {
            assertTrue(
                    interrupted(() -> {
                                synchronized (monitor) {
                                    return null;
                                }
                            })
                            instanceof Guard.CellInterrupted);
            assertTrue(interrupter.gaveUp());
        }
        thread.join();
    }
}
