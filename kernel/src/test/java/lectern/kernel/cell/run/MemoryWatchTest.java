package lectern.kernel.cell.run;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A watch over cells that use little. */
class MemoryWatchTest {
    @Test
    void leavesThemAlone() throws InterruptedException {
        var stopped = new AtomicBoolean();
        var watch = new MemoryWatch(() -> stopped.set(true));
        for (int i = 0; i < 2; i++) {
            watch.begin();
            Thread.sleep(600);
            assertFalse(watch.stoppedLast());
            watch.end();
        }
        assertFalse(stopped.get());
        assertFalse(watch.stoppedLast());
    }
}
