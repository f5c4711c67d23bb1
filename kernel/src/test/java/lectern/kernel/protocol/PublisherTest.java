package lectern.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void textCostsMoreTheMoreACellHasPrinted() {
        assertEquals(10, Publisher.cost(10, 0, 700));
        assertEquals(10, Publisher.cost(10, 1_399, 700));
        assertEquals(20, Publisher.cost(10, 1_400, 700));
        assertEquals(100, Publisher.cost(10, 7_000, 700));
    }

    @Test
    void littleTextLeavesAtOnceAndMuchTextRarely() {
        assertTrue(Publisher.due(SECOND, 0, true, 10) - SECOND < SECOND / 20);
        assertTrue(Publisher.due(SECOND, SECOND, false, 1_000) - SECOND < SECOND / 10);
        assertEquals(3 * SECOND, Publisher.due(SECOND, SECOND, false, 1_000_000) - SECOND);
    }
}
