package lectern.kernel.cell.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import lectern.kernel.cell.run.MemoryPressure.Verdict;
import org.junit.jupiter.api.Test;

/** When a cell is stopped because it leaves no memory. */
class MemoryPressureTest {
    private final MemoryPressure pressure = new MemoryPressure();
    private long millis;
    private long collecting;

    /** A look half a second after the last. */
    private Verdict look(int cell, int usedPercent, double collectingShare) {
        millis += 500;
        collecting += Math.round(500 * collectingShare);
        return pressure.look(
                cell,
                TimeUnit.MILLISECONDS.toNanos(millis),
                usedPercent,
                100,
                TimeUnit.MILLISECONDS.toNanos(collecting));
    }

    /** How many looks it takes, up to a hundred, until something is to be done. */
    private int looksUntil(Verdict wanted, int usedPercent, double collectingShare) {
        for (int n = 1; n <= 100; n++) {
            if (look(1, usedPercent, collectingShare) == wanted) {
                return n;
            }
        }
        return 0;
    }

    @Test
    void afterThreeSecondsOfNothingButCollectionsTheCellIsStopped() {
        // One look to begin with, and seven of half a second that make more than three.
        assertEquals(8, looksUntil(Verdict.STOP_THE_CELL, 95, 0.95));
    }

    @Test
    void afterHalfAMinuteTheKernelEnds() {
        assertEquals(62, looksUntil(Verdict.END_THE_KERNEL, 95, 0.95));
    }

    @Test
    void aHeapWithRoomOrACellThatWorksIsLeftAlone() {
        assertEquals(0, looksUntil(Verdict.STOP_THE_CELL, 89, 0.95));
        assertEquals(0, looksUntil(Verdict.STOP_THE_CELL, 95, 0.89));
        assertEquals(0, looksUntil(Verdict.STOP_THE_CELL, 90, 0.95), "not beyond the share");
        assertEquals(0, looksUntil(Verdict.STOP_THE_CELL, 95, 0.9), "not beyond the share");
    }

    @Test
    void aGoodMomentAndAnotherCellBeginAnew() {
        for (int n = 1; n <= 7; n++) {
            assertEquals(Verdict.NOTHING, look(1, 95, 0.95));
        }
        assertEquals(Verdict.NOTHING, look(1, 50, 0.1));
        for (int n = 1; n <= 6; n++) {
            assertEquals(Verdict.NOTHING, look(1, 95, 0.95));
        }
        for (int n = 1; n <= 7; n++) {
            assertEquals(Verdict.NOTHING, look(2, 95, 0.95), "another cell");
        }
        assertEquals(Verdict.STOP_THE_CELL, look(2, 95, 0.95));
    }
}
