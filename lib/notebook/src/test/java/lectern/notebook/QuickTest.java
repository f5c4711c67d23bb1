package lectern.notebook;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.api.Test;

class QuickTest {
    @Test
    void whatHoldsPassesAndWhatDoesNotIsShown() {
        Quick.check(1 + 1 == 2, "never shown");
        var error = assertThrows(AssertionError.class, () -> Quick.check(1 + 1 == 3, 2));
        assertEquals("This does not hold: 2", error.getMessage());
    }

    @Test
    void quickIsWhatTheEnvironmentSays() {
        assertEquals("1".equals(System.getenv("LECTERN_QUICK")), Quick.quick());
    }
}
