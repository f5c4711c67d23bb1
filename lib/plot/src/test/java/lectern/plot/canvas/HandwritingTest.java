package lectern.plot.canvas;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The hand of the sketched style. */
class HandwritingTest {
    @Test
    void everyLetterOfTheHandIsThere() {
        for (String text : List.of(
                "The quick brown fox jumps over the lazy dog.",
                "SPHINX OF BLACK QUARTZ, JUDGE MY VOW",
                "0123456789 −1.5e+3 (x = 2) 50% a/b: no? yes!")) {
            var written = Handwriting.write(text, 10);
            assertNull(written.filled(), text);
            assertFalse(written.strokes().getBounds2D().isEmpty());
            assertTrue(written.strokes().getBounds2D().getMaxX() < 1.1 * Fonts.width(text, 10), text);
        }
        assertNotNull(Handwriting.write("λ", 10).filled(), "other letters are borrowed");
    }
}
