package lectern.kernel.cell.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import lectern.kernel.cell.compile.Guard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where printed text goes and typed text comes from. */
class StreamsTest {
    private final Silent io = new Silent();

    @BeforeEach
    void enter() {
        Streams.install();
        Streams.enter(io);
    }

    @AfterEach
    void leave() {
        Guard.request(false);
        Guard.cell(null);
        Streams.leave();
    }

    @Test
    void textGoesToItsCell() {
        System.out.println("out");
        System.err.print("err");
        System.out.write('x');
        System.out.flush();
        assertEquals("out\nx", io.out.toString());
        assertEquals("err", io.err.toString());
    }

    @Test
    void installingTwiceChangesNothing() {
        var out = System.out;
        Streams.install();
        assertEquals(out, System.out);
    }

    @Test
    void aCharacterMayComeInPieces() throws IOException {
        var bytes = "añ€😀".getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            System.out.write(new byte[] {b});
        }
        assertEquals("añ€😀", io.out.toString());
        System.out.write(new byte[] {(byte) 0xff, 'z'});
        assertEquals("añ€😀\ufffdz", io.out.toString());
    }

    @Test
    void piecesOfTwoCellsAreKeptApart() {
        var euro = "€".getBytes(StandardCharsets.UTF_8);
        System.out.write(euro, 0, 2);
        var other = new Silent();
        Streams.enter(other);
        System.out.print("o");
        Streams.enter(io);
        System.out.write(euro, 2, 1);
        assertEquals("€", io.out.toString());
        assertEquals("o", other.out.toString());
    }

    @Test
    void threadsOfACellBelongToIt() throws InterruptedException {
        Streams.enter(io);
        var thread = new Thread(() -> System.out.print("mine"));
        Streams.enter(new Silent());
        thread.start();
        thread.join();
        assertEquals("mine", io.out.toString());
    }

    @Test
    void threadsOfTheCommonPoolBelongToTheCellThatRuns() {
        var next = new Silent();
        ForkJoinPool.commonPool().submit(() -> System.out.print("one ")).join();
        Streams.enter(next);
        ForkJoinPool.commonPool().submit(() -> System.out.print("two")).join();
        assertEquals("one ", io.out.toString());
        assertEquals("two", next.out.toString());
    }

    @Test
    void whateverIsPrintedLooksWhetherTheCellMayGoOn() {
        java.util.List<Consumer<PrintStream>> all = java.util.List.of(
                out -> out.print(true),
                out -> out.print('c'),
                out -> out.print(1),
                out -> out.print(2L),
                out -> out.print(3f),
                out -> out.print(4d),
                out -> out.print(new char[] {'d'}),
                out -> out.print("text"),
                out -> out.print((Object) "object"));
        all.forEach(one -> one.accept(System.out));
        assertEquals("truec123.04.0dtextobject", io.out.toString());
        Guard.cell(Thread.currentThread());
        Guard.request(true);
        for (var one : all) {
            assertThrows(Guard.CellInterrupted.class, () -> one.accept(System.out));
        }
        assertEquals(2 * "truec123.04.0dtextobject".length(), io.out.length());
    }

    @Test
    void linesAreAskedForOneAtATime() throws IOException {
        io.answer = "añ";
        assertEquals('a', System.in.read());
        var bytes = "ñ\n".getBytes(StandardCharsets.UTF_8);
        assertEquals(bytes.length, System.in.available());
        var rest = new byte[10];
        assertEquals(0, System.in.read(rest, 0, 0));
        assertEquals(2, System.in.read(rest, 1, 2));
        assertEquals(bytes[0], rest[1]);
        assertEquals(bytes[1], rest[2]);
        assertEquals('\n', System.in.read());
        assertEquals(0, System.in.available());
        io.answer = "next";
        assertEquals(5, System.in.read(rest, 0, 10));
    }

    @Test
    void whereNobodyAnswersTheInputHasAnEnd() throws IOException {
        io.answer = null;
        assertEquals(-1, System.in.read());
        assertEquals(-1, System.in.read(new byte[3], 0, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ö"})
    void bytesAboveTheSmallOnesComeUnsigned(String answer) throws IOException {
        io.answer = answer;
        int first = System.in.read();
        assertTrue(first > 0, first + "");
        while (System.in.available() > 0) {
            System.in.read();
        }
    }
}
