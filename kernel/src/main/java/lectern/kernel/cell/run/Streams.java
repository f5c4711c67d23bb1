package lectern.kernel.cell.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import lectern.kernel.cell.compile.Guard;
import lectern.kernel.language.CellScope;
import lectern.kernel.language.Interpreter.CellIo;

/**
 * Routes {@code System.out}, {@code System.err} and {@code System.in} to the cell that the calling thread belongs to.
 *
 * <p>A thread belongs to the cell that started it, also after that cell has ended; threads of the common pool, which outlive every
 * cell, belong to the cell that runs.
 */
public final class Streams {
    private static volatile CellIo running;
    private static PrintStream printer;
    private static PrintStream errorPrinter;
    private static volatile PrintStream outsideOut;
    private static volatile PrintStream outsideErr;
    private static boolean installed;

    private Streams() {}

    /** Replaces the streams of the process, once. */
    public static synchronized void install() {
        if (!installed) {
            installed = true;
            outside(System.out, System.err);
            printer = new Printer(new Out(false));
            errorPrinter = new Printer(new Out(true));
            reset();
            System.setIn(new In());
        }
    }

    /** Gives {@code System.out} and {@code System.err} back to the cells, whatever a cell has put in their place. */
    public static void reset() {
        System.setOut(printer);
        System.setErr(errorPrinter);
    }

    /** Is this what cells print to? A call that gives it back, as {@code printf} does, has no result to show. */
    public static boolean isPrinter(Object value) {
        return value instanceof Printer || value == System.out || value == System.err;
    }

    /** Where goes what no cell prints. */
    static void outside(PrintStream out, PrintStream err) {
        outsideOut = out;
        outsideErr = err;
    }

    /** What is written below Java goes to the cell that runs, or that ran last. */
    static void deliver(boolean err, String text) {
        var io = running;
        if (io != null && err) {
            io.stderr(text);
        } else if (io != null) {
            io.stdout(text);
        }
    }

    /** Has what native code and the children of this process write below Java go to the cells. */
    public static void takeNativeOutput() {
        NativeOutput.install();
    }

    /** Delivers what has been written below Java so far. */
    public static void drainNativeOutput() {
        NativeOutput.drain();
    }

    /** Lets go of what {@link #takeNativeOutput} has taken. */
    public static void leaveNativeOutput() {
        NativeOutput.restore();
    }

    /** Binds the calling thread, and all that it starts, to this cell. */
    static void enter(CellIo io) {
        running = io;
        CellScope.enter(io);
    }

    static void leave() {
        CellScope.exit();
    }

    private static CellIo target() {
        return Thread.currentThread() instanceof ForkJoinWorkerThread ? running : CellScope.current();
    }

    /** Bytes to text, for each cell apart, because a character may be cut in two. */
    static final class Decoder {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        private final ByteBuffer rest = ByteBuffer.allocate(8);

        String decode(byte[] bytes, int from, int length) {
            var input = ByteBuffer.allocate(rest.position() + length);
            input.put(rest.flip()).put(bytes, from, length).flip();
            rest.clear();
            var chars = CharBuffer.allocate(input.remaining() + 1);
            decoder.decode(input, chars, false);
            rest.put(input);
            return chars.flip().toString();
        }
    }

    /**
     * As a class of its own it is guarded by its monitor, which an exception gives back wherever it strikes, and not by a lock as
     * {@code PrintStream} itself is. A cell that prints in a loop ends at the next thing it prints.
     */
    private static final class Printer extends PrintStream {
        Printer(Out out) {
            super(out, false, StandardCharsets.UTF_8);
        }

        @Override
        public void print(boolean value) {
            super.print(value);
            Guard.checkCell();
        }

        @Override
        public void print(char value) {
            super.print(value);
            Guard.checkCell();
        }

        @Override
        public void print(int value) {
            super.print(value);
            Guard.checkCell();
        }

        @Override
        public void print(long value) {
            super.print(value);
            Guard.checkCell();
        }

        @Override
        public void print(float value) {
            super.print(value);
            Guard.checkCell();
        }

        @Override
        public void print(double value) {
            super.print(value);
            Guard.checkCell();
        }

        @Override
        public void print(char[] value) {
            super.print(value);
            Guard.checkCell();
        }

        @Override
        public void print(String value) {
            super.print(value);
            Guard.checkCell();
        }

        @Override
        public void print(Object value) {
            super.print(value);
            Guard.checkCell();
        }
    }

    private static final class Out extends OutputStream {
        private final boolean err;
        private final Map<CellIo, Decoder> decoders = new WeakHashMap<>();

        Out(boolean err) {
            this.err = err;
        }

        private PrintStream outside() {
            return err ? outsideErr : outsideOut;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            var io = target();
            if (io == null) {
                outside().write(bytes, from, length);
                return;
            }
            var text = decoders.computeIfAbsent(io, key -> new Decoder()).decode(bytes, from, length);
            if (err) {
                io.stderr(text);
            } else {
                io.stdout(text);
            }
        }

        @Override
        public void flush() {
            if (target() == null) {
                outside().flush();
            }
        }
    }

    private static final class In extends InputStream {
        private byte[] line = new byte[0];
        private int at;

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public synchronized int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == line.length && !ask()) {
                return -1;
            }
            int n = Math.min(length, line.length - at);
            System.arraycopy(line, at, bytes, from, n);
            at += n;
            return n;
        }

        @Override
        public synchronized int available() {
            return line.length - at;
        }

        private boolean ask() {
            var io = target();
            var answer = io == null ? null : io.input("", false);
            if (answer == null) {
                return false;
            }
            line = (answer + "\n").getBytes(StandardCharsets.UTF_8);
            at = 0;
            return true;
        }
    }
}
