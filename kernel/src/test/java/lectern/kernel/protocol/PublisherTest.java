package lectern.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void littleTextLeavesAtOnceAndMuchTextRarely() {
        assertTrue(Publisher.due(SECOND, 0, true, 10) - SECOND < SECOND / 20);
        assertTrue(Publisher.due(SECOND, SECOND, false, 1_000) - SECOND < SECOND / 10);
        assertEquals(3 * SECOND, Publisher.due(SECOND, SECOND, false, 1_000_000) - SECOND);
    }
}
