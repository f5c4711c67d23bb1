package lectern.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of jars that come on first use. */
class LazyTest {
    private static final String SUM = "0123456789abcdef".repeat(4);

    private static List<Lazy.Jar> read(String text) {
        return Lazy.jars(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aListHasOneJarALine() {
        var jars = read("# head\n\n a:b:1 " + SUM + " 10\na:c:jar:linux:2 " + SUM + "   5\n");
        assertEquals(List.of(new Lazy.Jar("a:b:1", SUM, 10), new Lazy.Jar("a:c:jar:linux:2", SUM, 5)), jars);
        assertEquals(15, new Lazy("x", "X", "x", List.of("x"), jars).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b:1", "a:b:1 abc 10", "a:b:1 %s", "a:b:1 %s ten", "a:b:1 %s 10 more"})
    void whatIsNoJarIsRefused(String line) {
        var error = assertThrows(IllegalArgumentException.class, () -> read(line.formatted(SUM)));
        assertTrue(error.getMessage().contains(line.formatted(SUM)), error.getMessage());
    }
}
