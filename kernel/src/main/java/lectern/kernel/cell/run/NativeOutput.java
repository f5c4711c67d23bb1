package lectern.kernel.cell.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What is written below Java, by native libraries and by children that inherit the streams of the process, goes to the cell that runs.
 *
 * <p>The descriptors 1 and 2 become pipes whose other ends are read here; where they went before, to the log of whoever started
 * the kernel, a copy still goes. Java's own streams do not pass this way.
 */
@SuppressWarnings("restricted") // asks the C library
final class NativeOutput {
    private static final int SIZE = 1 << 14;
    private static final short READABLE = 1;
    private static final long NO_TIMEOUT = -1;

    private static volatile NativeOutput installed;

    private final Arena memory = Arena.ofShared();
    private final Libc libc = new Libc();
    private final Pipe out;
    private final Pipe err;

    private NativeOutput() throws Throwable {
        System.out.flush();
        System.err.flush();
        out = new Pipe(1);
        err = new Pipe(2);
    }

    /** Redirects the descriptors of this process, once; does nothing where that is not possible. */
    static synchronized void install() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (installed != null || !system.contains("linux") && !system.contains("mac")) {
            return;
        }
        try {
            var output = new NativeOutput();
            Streams.outside(output.out.before(), output.err.before());
            output.out.listen();
            output.err.listen();
            installed = output;
        } catch (Throwable e) {
            System.err.println("What native code prints stays outside of the notebook: " + e);
        }
    }

    /** Delivers what has been written so far. */
    static void drain() {
        var output = installed;
        if (output != null) {
            output.out.drain(true);
            output.err.drain(false);
        }
    }

    /** Gives the process its descriptors back. */
    static synchronized void restore() {
        var output = installed;
        if (output != null) {
            installed = null;
            drain();
            output.out.restore();
            output.err.restore();
        }
    }

    /** Lets last words reach whoever started the kernel: nobody will read the pipe any more. Takes next to no memory. */
    static void giveBackErrors() {
        var output = installed;
        if (output != null) {
            output.err.restore();
        }
    }

    /** The functions of the C library that this takes. */
    private static final class Libc {
        private final Linker linker = Linker.nativeLinker();
        private final SymbolLookup symbols = linker.defaultLookup();
        private final MethodHandle pipe = function("pipe", ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
        private final MethodHandle dup = function("dup", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        private final MethodHandle dup2 =
                function("dup2", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        private final MethodHandle close = function("close", ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
        private final MethodHandle read = function(
                "read", ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
        private final MethodHandle write = function(
                "write", ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
        private final MethodHandle poll = function(
                "poll", ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
        private final MethodHandle flush = function("fflush", ValueLayout.JAVA_INT, ValueLayout.ADDRESS);

        private MethodHandle function(
                String name, java.lang.foreign.MemoryLayout result, java.lang.foreign.MemoryLayout... arguments) {
            return linker.downcallHandle(symbols.findOrThrow(name), FunctionDescriptor.of(result, arguments));
        }

        /** The buffer of {@code printf}, or null where it goes by another name. */
        MemorySegment stdout() {
            return symbols.find("stdout")
                    .or(() -> symbols.find("__stdoutp"))
                    .map(at -> at.reinterpret(ValueLayout.ADDRESS.byteSize()).get(ValueLayout.ADDRESS, 0))
                    .orElse(null);
        }
    }

    /** One descriptor of the process, led here. */
    private final class Pipe {
        private final int descriptor;
        private final int before;
        private final int source;
        private final MemorySegment buffer = memory.allocate(SIZE);
        private final MemorySegment question = memory.allocate(8, 4);
        private final MemorySegment waiting = memory.allocate(8, 4);
        private final Streams.Decoder decoder = new Streams.Decoder();
        private final MemorySegment ofPrintf = libc.stdout();

        Pipe(int descriptor) throws Throwable {
            this.descriptor = descriptor;
            before = checked((int) libc.dup.invokeExact(descriptor));
            var ends = memory.allocate(8, 4);
            checked((int) libc.pipe.invokeExact(ends));
            source = ends.get(ValueLayout.JAVA_INT, 0);
            int sink = ends.get(ValueLayout.JAVA_INT, 4);
            checked((int) libc.dup2.invokeExact(sink, descriptor));
            checked((int) libc.close.invokeExact(sink));
        }

        private int checked(int answer) {
            if (answer < 0) {
                throw new IllegalStateException("the system refused");
            }
            return answer;
        }

        /** A stream to where the descriptor went before. */
        PrintStream before() {
            return new PrintStream(
                    new OutputStream() {
                        @Override
                        public void write(int b) {
                            write(new byte[] {(byte) b}, 0, 1);
                        }

                        @Override
                        public void write(byte[] bytes, int from, int length) {
                            try (var scratch = Arena.ofConfined()) {
                                copy(scratch.allocateFrom(ValueLayout.JAVA_BYTE, bytes)
                                        .asSlice(from, length));
                            }
                        }
                    },
                    true,
                    StandardCharsets.UTF_8);
        }

        void listen() {
            Thread.ofPlatform()
                    .daemon()
                    .name("lectern-native-output-" + descriptor)
                    .start(() -> {
                        boolean open = true;
                        while (open) {
                            open = isReadable(waiting, NO_TIMEOUT) && take();
                        }
                    });
        }

        /** Delivers what has been written; {@code flush} asks for what the C library has in its buffer as well. */
        void drain(boolean flush) {
            try {
                if (flush && ofPrintf != null) {
                    int ignored = (int) libc.flush.invokeExact(ofPrintf);
                }
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
            take();
        }

        /** Reads and delivers what is there; false when no more can come. */
        private synchronized boolean take() {
            try {
                while (isReadable(question, 0)) {
                    long n = (long) libc.read.invokeExact(source, buffer, (long) SIZE);
                    if (n <= 0) {
                        return false;
                    }
                    var bytes = buffer.asSlice(0, n);
                    copy(bytes);
                    var text = decoder.decode(bytes.toArray(ValueLayout.JAVA_BYTE), 0, (int) n);
                    Streams.deliver(descriptor == 2, text);
                }
                return true;
            } catch (Throwable e) {
                return false;
            }
        }

        /** Waits for something to read, or for the end of all writers. */
        private boolean isReadable(MemorySegment asked, long millis) {
            try {
                int ready;
                do {
                    asked.set(ValueLayout.JAVA_INT, 0, source);
                    asked.set(ValueLayout.JAVA_SHORT, 4, READABLE);
                    asked.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
                    ready = (int) libc.poll.invokeExact(asked, 1L, (int) millis);
                    // A signal ends the wait early.
                } while (ready < 0 && millis < 0);
                return ready > 0;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        private void copy(MemorySegment bytes) {
            try {
                for (long at = 0; at < bytes.byteSize(); ) {
                    long n = (long) libc.write.invokeExact(before, bytes.asSlice(at), bytes.byteSize() - at);
                    if (n <= 0) {
                        return;
                    }
                    at += n;
                }
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }

        void restore() {
            try {
                int ignored = (int) libc.dup2.invokeExact(before, descriptor);
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
