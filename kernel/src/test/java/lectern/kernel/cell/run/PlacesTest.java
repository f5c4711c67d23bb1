package lectern.kernel.cell.run;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At which places of a thread an exception does no harm. */
class PlacesTest {
    private static final String BELOW =
            " < notebook.Cell1_1.run$ < java.lang.invoke.LambdaForm.invoke < lectern.kernel.cell.run.CellRunner.run";

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the cell itself, and its own initialisers
                "notebook.Cell1_1.run$",
                "notebook.Cell1_1$Slow.count",
                "notebook.Cell1_1$Slow.<clinit>",
                // libraries that compute for it
                "java.util.HashMap.get",
                "java.util.regex.Pattern$Loop.match < java.util.regex.Matcher.find",
                "org.example.Solver.step < org.example.Solver.run",
                "lectern.tensor.Dense.add",
                "lectern.kernels.Gauss.at",
                // a lock that is waited for, and not yet taken
                "jdk.internal.misc.Unsafe.park < java.util.concurrent.locks.LockSupport.park"
                        + " < java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire"
                        + " < java.util.concurrent.locks.ReentrantLock.lock",
                // names that only look like those of delicate places
                "com.java.io.Reader.read",
                "java.iodine.Table.row",
                "java.util.concurrent.locksmith.Key.turn",
                "org.example.Parser.clinit",
                "java.lang.Class.forName",
            })
    void whereItDoesNone(String above) {
        assertTrue(Interrupter.mayBeCut(Stacks.of(above + BELOW)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the kernel itself, and the floor of the library
                "lectern.kernel.cell.engine.Engine.run",
                "lectern.notebook.Cells.display",
                // blocks that give a lock back, and state that all share
                "java.io.PrintStream.println",
                "java.io.FileInputStream.read",
                "java.security.SecureRandom.nextBytes",
                "sun.security.provider.NativePRNG.implNextBytes",
                // classes and call sites that come to be
                "java.lang.ClassLoader.loadClass",
                "jdk.internal.loader.BuiltinClassLoader.loadClass",
                "java.lang.invoke.MethodHandleNatives.linkCallSite",
                "org.example.Constants.<clinit>",
                // a lock that is just being taken or given back
                "java.util.concurrent.locks.ReentrantLock.lock",
                "java.util.concurrent.locks.AbstractQueuedSynchronizer.release < java.util.concurrent.locks.ReentrantLock.unlock",
                "java.util.concurrent.locks.AbstractQueuedSynchronizer.acquire < java.util.concurrent.locks.LockSupport.park",
            })
    void whereItWould(String delicate) {
        assertFalse(Interrupter.mayBeCut(Stacks.of(delicate + BELOW)));
        assertFalse(
                Interrupter.mayBeCut(Stacks.of("java.util.HashMap.get < " + delicate + BELOW)), "called from there");
        assertFalse(Interrupter.mayBeCut(Stacks.of(delicate)), "without a cell below");
    }

    /** What has called the cell waits for it to end, in whatever way. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lectern.kernel.cell.engine.Engine.run",
                "java.lang.invoke.LambdaForm.invoke",
                "java.util.concurrent.locks.ReentrantLock.lock",
                "java.io.ObjectInputStream.readObject",
                "org.example.Constants.<clinit>",
            })
    void belowTheCellItDoesNone(String below) {
        assertTrue(Interrupter.mayBeCut(Stacks.of("java.util.HashMap.get < notebook.Cell1_1.run$ < " + below)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "java.util.HashMap.get", "jdk.internal.misc.Unsafe.park < java.util.HashMap.get"})
    void aStackWithoutACellCountsAsAWhole(String frames) {
        assertTrue(Interrupter.mayBeCut(Stacks.of(frames)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"notebooks.Tool.use", "org.notebook.Tool.use"})
    void onlyCellsAreCells(String other) {
        assertFalse(Interrupter.mayBeCut(Stacks.of(other + " < java.io.Reader.read" + BELOW)));
        assertTrue(Interrupter.mayBeCut(Stacks.of(other + BELOW)));
    }

    @Test
    void afterAWhileEveryPlaceWillDoButAClassThatMustNotBeCut() {
        try (var runner = new CellRunner()) {
            var interrupter = new Interrupter(runner);
            var plain = Stacks.of("java.util.HashMap.get");
            var delicate = Stacks.of("java.io.Reader.read");
            var unknown = Stacks.of("org.example.NotLookedUp.f");
            assertTrue(interrupter.mayBeCut(plain, false));
            assertFalse(interrupter.mayBeCut(delicate, false));
            assertFalse(interrupter.mayBeCut(unknown, false));
            assertTrue(interrupter.mayBeCut(plain, true));
            assertTrue(interrupter.mayBeCut(delicate, true));
            assertFalse(interrupter.mayBeCut(unknown, true));
        }
    }
}
