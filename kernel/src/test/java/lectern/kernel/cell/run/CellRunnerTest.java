package lectern.kernel.cell.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import lectern.kernel.cell.compile.Guard;
import lectern.kernel.language.CellScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The thread that cells run on. */
@Timeout(60)
class CellRunnerTest {
    private final CellRunner runner = new CellRunner();

    @AfterEach
    void close() {
        runner.close();
    }

    private Thread threadOfACell() throws Throwable {
        return runner.run(null, Thread::currentThread);
    }

    @Test
    void handsOnWhatComesOfTheWork() throws Throwable {
        assertEquals(42, runner.<Integer>run(null, () -> 42));
        var thrown = new IOException("broken");
        assertSame(
                thrown,
                assertThrows(
                        IOException.class,
                        () -> runner.run(null, () -> {
                            throw thrown;
                        })));
        assertThrows(
                OutOfMemoryError.class,
                () -> runner.run(null, () -> {
                    throw new OutOfMemoryError("made up");
                }));
        assertEquals("next", runner.run(null, () -> "next"));
    }

    @Test
    void runsAllOnOneThreadOfItsOwn() throws Throwable {
        var first = threadOfACell();
        assertNotSame(Thread.currentThread(), first);
        assertSame(first, threadOfACell());
        assertSame(first, runner.thread());
        assertTrue(first.isDaemon());
        assertTrue(first.getName().startsWith("cell-"), first.getName());
    }

    @Test
    void aThreadThatIsReplacedEnds() throws Throwable {
        var first = threadOfACell();
        runner.replaceThread();
        first.join();
        assertNotSame(first, threadOfACell());
        assertNotSame(first.getName(), runner.thread().getName());
    }

    @Test
    void aThreadThatIsGoneIsReplaced() throws Throwable {
        var first = threadOfACell();
        runner.close();
        first.join();
        assertNotSame(first, threadOfACell());
    }

    @Test
    void closingWakesACellThatWaits() throws Throwable {
        var waiting = Thread.ofPlatform()
                .daemon()
                .start(() -> assertThrows(
                        InterruptedException.class,
                        () -> runner.run(null, () -> {
                            Thread.sleep(50_000);
                            return null;
                        })));
        while (runner.thread().getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        runner.close();
        waiting.join();
        assertFalse(waiting.isAlive());
    }

    @Test
    void recursionMayBeDeep() throws Throwable {
        assertEquals(60_000, runner.<Integer>run(null, () -> depth(60_000)));
    }

    private static int depth(int n) {
        return n == 0 ? 0 : 1 + depth(n - 1);
    }

    @Test
    void theWorkKnowsItsCell() throws Throwable {
        var io = new Silent();
        assertSame(io, runner.run(io, CellScope::current));
        assertSame(io, runner.run(io, () -> {
            var seen = new Object[1];
            var inner = new Thread(() -> seen[0] = CellScope.current());
            inner.start();
            inner.join();
            return seen[0];
        }));
        assertNull(runner.run(null, () -> CellScope.current() == io ? null : CellScope.current()));
    }

    @Test
    void whoWaitsKeepsItsInterrupt() throws Throwable {
        Thread.currentThread().interrupt();
        assertEquals(1, runner.<Integer>run(null, () -> 1));
        assertTrue(Thread.interrupted());
        assertEquals(1, runner.<Integer>run(null, () -> 1));
        assertFalse(Thread.interrupted());
    }

    @Test
    void anInterruptThatComesBetweenTwoCellsHitsNone() throws Throwable {
        var thread = threadOfACell();
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        thread.interrupt();
        while (thread.isInterrupted()) {
            Thread.onSpinWait();
        }
        assertFalse(runner.<Boolean>run(null, () -> Thread.currentThread().isInterrupted()));
        assertSame(thread, threadOfACell());
    }

    @Test
    void aThreadThatEndsInTheMiddleCountsAsInterrupted() {
        assertThrows(
                Guard.CellInterrupted.class,
                () -> runner.run(null, () -> {
                    throw new Guard.CellInterrupted();
                }));
    }
}
