package lectern.kernel.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import lectern.kernel.protocol.Gathered.Piece;
import org.junit.jupiter.api.Test;

class GatheredTest {
    private final Gathered text = new Gathered();

    @Test
    void streamsKeepTheirOrder() {
        text.add("stdout", "a");
        text.add("stdout", "b");
        text.add("stderr", "c");
        text.add("stdout", "d");
        assertEquals(4, text.length());
        assertEquals(new Piece("stdout", "ab"), text.take(100));
        assertEquals(new Piece("stderr", "c"), text.take(100));
        assertEquals(new Piece("stdout", "d"), text.take(100));
        assertNull(text.take(100));
        assertTrue(text.isEmpty());
    }

    @Test
    void aPieceHasNoMoreBytesThanAsked() {
        text.add("stdout", "abc\nüñ€\u0001");
        assertEquals("abc", text.take(3).text());
        assertEquals("\nü", text.take(4).text());
        assertEquals("ñ€", text.take(5).text());
        assertEquals("\u0001", text.take(1).text(), "one character always goes");
        assertEquals(0, text.length());
    }

    @Test
    void pairsAreNotCut() {
        text.add("stdout", "x😀😀");
        assertEquals("x", text.take(5).text());
        assertEquals("😀", text.take(1).text());
        text.add("stdout", "\ud83d");
        assertEquals("😀", text.take(100).text());
        assertNull(text.take(100));
        text.add("stdout", "\ude00");
        assertEquals("😀", text.take(100).text());
    }

    @Test
    void changesBetweenStreamsWithoutEndMakeFewPieces() {
        for (int i = 0; i < 100_000; i++) {
            text.add("stdout", "o");
            text.add("stderr", "e");
        }
        int pieces = 0;
        long out = 0;
        for (var piece = text.take(1 << 20); piece != null; piece = text.take(1 << 20)) {
            pieces++;
            out += piece.stream().equals("stdout") ? piece.text().length() : 0;
        }
        assertTrue(pieces <= 256, pieces + " pieces");
        assertEquals(100_000, out);
    }

    @Test
    void whatIsTooMuchGoes() {
        text.add("stdout", "abc");
        text.add("stderr", "def");
        text.add("stdout", "ghi");
        assertEquals(5, text.keep(4));
        assertEquals(4, text.length());
        assertEquals("abc", text.take(9).text());
        assertEquals("d", text.take(9).text());
        assertNull(text.take(9));
    }
}
