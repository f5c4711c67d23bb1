package lectern.kernel.cell.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.kernel.cell.compile.Guard;
import lectern.kernel.cell.compile.LoadedCells;
import lectern.kernel.cell.compile.Units;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of exceptions that end threads of cells. */
class UncaughtErrorsTest {
    private final Silent io = new Silent();

    @BeforeEach
    void enter() {
        Streams.install();
        UncaughtErrors.install(new RuntimeErrors(new Units(new LoadedCells())));
        Streams.enter(io);
    }

    @AfterEach
    void leave() {
        Streams.leave();
    }

    private void endBy(Error thrown) throws InterruptedException {
        var thread = new Thread(
                () -> {
                    throw thrown;
                },
                "worker");
        thread.start();
        thread.join();
    }

    @Test
    void theCellThatHasStartedTheThreadIsTold() throws InterruptedException {
        assertSame(UncaughtErrors.ONLY, Thread.getDefaultUncaughtExceptionHandler());
        endBy(new AssertionError("wrong"));
        assertTrue(io.err.toString().startsWith("In thread worker: "), io.err.toString());
        assertTrue(io.err.toString().contains("AssertionError"));
        assertTrue(io.err.toString().contains("wrong"));
    }

    @Test
    void anInterruptIsNoError() throws InterruptedException {
        endBy(new Guard.CellInterrupted());
        assertEquals("", io.err.toString());
    }

    @Test
    void aThreadOfACellMayRunOutOfMemory() throws InterruptedException {
        endBy(new OutOfMemoryError("made up"));
        assertTrue(io.err.toString().contains("OutOfMemoryError"), io.err.toString());
    }

    @Test
    void someThreadsCarryTheMessagesOfTheKernel() {
        assertTrue(UncaughtErrors.carriesMessages("lectern-wire"));
        assertTrue(UncaughtErrors.carriesMessages("iothread-2"));
        assertTrue(UncaughtErrors.carriesMessages("reaper-1"));
        assertFalse(UncaughtErrors.carriesMessages("cell-1"));
        assertFalse(UncaughtErrors.carriesMessages("my-lectern-thread"));
    }
}
