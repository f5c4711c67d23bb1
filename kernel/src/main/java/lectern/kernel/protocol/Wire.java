package lectern.kernel.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The five sockets of a kernel and the one thread that owns them.
 *
 * <p>The thread blocks in one poll on all sockets and on a pipe; other threads put frames into a queue and write a byte into the
 * pipe. Nothing sleeps. Since everything leaves through one queue, messages leave in the order in which they were sent,
 * whatever their channel. The thread never runs code of users, so heartbeat and control stay alive during long cells.
 */
final class Wire {
    /** Channels with messages; the heartbeat is answered here and nowhere else. */
    enum Channel {
        SHELL,
        CONTROL,
        STDIN,
        IOPUB
    }

    /** Work that the thread does besides: returns the nanoseconds until it wants to be called again. */
    interface Timer {
        long NEVER = Long.MAX_VALUE;

        long tick(long now);
    }

    private static final int RECEIVED_AT_ONCE = 64;
    private static final int LINGER_MILLIS = 300;
    private static final long PORT_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long PORT_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int QUIET = 0;
    private static final int WANTED = 1;
    private static final int WRITTEN = 2;

    static {
        Selectors.choose();
    }

    private final ConnectionInfo connection;
    private final Session session;
    private final ZMQ.Context context = ZMQ.context(1);
    private final Pipe pipe;
    private final Thread waker = new Thread(this::wakeOnRequest, "lectern-waker");
    private final AtomicInteger signal = new AtomicInteger(QUIET);
    private final ConcurrentLinkedQueue<Runnable> work = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "lectern-wire");
    private ZMQ.Socket shell;
    private ZMQ.Socket control;
    private ZMQ.Socket stdin;
    private ZMQ.Socket iopub;
    private ZMQ.Socket heartbeat;
    private BiConsumer<Channel, Message> receiver;
    private Timer timer;
    private boolean stopping;

    Wire(ConnectionInfo connection, Session session) {
        this.connection = connection;
        this.session = session;
        try {
            pipe = Pipe.open();
            pipe.source().configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Binds the sockets and starts the thread; {@code receiver} and {@code timer} run on it and must be quick. */
    void start(BiConsumer<Channel, Message> receiver, Timer timer) {
        this.receiver = receiver;
        this.timer = timer;
        heartbeat = bind(SocketType.ROUTER, connection.heartbeat());
        shell = bind(SocketType.ROUTER, connection.shell());
        control = bind(SocketType.ROUTER, connection.control());
        stdin = bind(SocketType.ROUTER, connection.stdin());
        iopub = bind(SocketType.XPUB, connection.iopub());
        thread.setDaemon(true);
        thread.start();
        waker.setDaemon(true);
        waker.start();
    }

    private ZMQ.Socket bind(SocketType type, int port) {
        ZMQ.Socket socket = context.socket(type);
        socket.setLinger(LINGER_MILLIS);
        socket.setHWM(0);
        if (type == SocketType.ROUTER) {
            socket.setRouterHandover(true);
        }
        if (type == SocketType.XPUB) {
            socket.setXpubVerbose(true);
        }
        bind(socket, port);
        return socket;
    }

    /**
     * Binds a socket, and waits where its port is taken.
     *
     * <p>Whoever wrote the connection file had the port and let go of it. Until it is bound here another process may have it: a
     * kernel on its way out that had the same file, or a connection that was given the port as its own end and lasts an instant.
     */
    private void bind(ZMQ.Socket socket, int port) {
        long begun = System.nanoTime();
        while (true) {
            try {
                socket.bind(connection.address(port));
                return;
            } catch (ZMQException e) {
                if (e.getErrorCode() != ZMQ.Error.EADDRINUSE.getCode()) {
                    throw e;
                }
                if (System.nanoTime() - begun > PORT_PATIENCE_NANOS) {
                    throw new IllegalStateException(
                            "Cannot listen at " + connection.address(port)
                                    + ": the port is taken. Start the kernel again, with another connection file.",
                            e);
                }
                LockSupport.parkNanos(PORT_PAUSE_NANOS);
            }
        }
    }

    /** Sends frames from any thread, in order. */
    void send(Channel channel, byte[][] frames) {
        work.add(() -> write(socket(channel), frames));
        wake();
    }

    /**
     * Makes the thread look at its queue and its timer.
     *
     * <p>The byte is written by a thread of its own: this may be called on the thread of a cell, and an interrupt of a thread that
     * writes into a pipe closes the pipe for ever.
     */
    void wake() {
        if (signal.compareAndSet(QUIET, WANTED)) {
            LockSupport.unpark(waker);
        }
    }

    private void wakeOnRequest() {
        var one = ByteBuffer.allocate(1);
        try {
            while (closed.getCount() > 0) {
                if (signal.compareAndSet(WANTED, WRITTEN)) {
                    pipe.sink().write(one.clear());
                } else {
                    LockSupport.park(pipe);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the thread has taken in everything that had arrived when this was called. */
    void fence() {
        var done = new CountDownLatch(1);
        work.add(() -> {
            drain(shell, Channel.SHELL, Integer.MAX_VALUE);
            done.countDown();
        });
        wake();
        try {
            done.await(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends what is queued, closes the sockets and waits for it, but not for long. */
    void close() {
        work.add(() -> stopping = true);
        wake();
        try {
            closed.await(2L * LINGER_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        ZMQ.Poller poller = context.poller(6);
        poller.register(pipe.source(), ZMQ.Poller.POLLIN);
        poller.register(heartbeat, ZMQ.Poller.POLLIN);
        poller.register(control, ZMQ.Poller.POLLIN);
        poller.register(shell, ZMQ.Poller.POLLIN);
        poller.register(stdin, ZMQ.Poller.POLLIN);
        poller.register(iopub, ZMQ.Poller.POLLIN);
        var wakeUps = ByteBuffer.allocate(64);
        while (!stopping) {
            try {
                long wait = timer.tick(System.nanoTime());
                poller.poll(wait == Timer.NEVER ? -1 : Math.max(0, (wait + 999_999) / 1_000_000));
                if (poller.pollin(0)) {
                    wakeUps.clear();
                    pipe.source().read(wakeUps);
                }
                signal.set(QUIET);
                flushWork();
                beat();
                welcome();
                drain(control, Channel.CONTROL, RECEIVED_AT_ONCE);
                drain(stdin, Channel.STDIN, RECEIVED_AT_ONCE);
                drain(shell, Channel.SHELL, RECEIVED_AT_ONCE);
            } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
                // A single bad message or a full heap must not silence the kernel; the next round starts afresh.
                continue;
            }
        }
        flushWork();
        for (ZMQ.Socket socket : List.of(heartbeat, control, shell, stdin, iopub)) {
            socket.close();
        }
        context.term();
        closed.countDown();
        LockSupport.unpark(waker);
    }

    private void flushWork() {
        for (Runnable task = work.poll(); task != null; task = work.poll()) {
            task.run();
        }
    }

    /** Sends each heartbeat back, routing frames included. */
    private void beat() {
        for (List<byte[]> ping = receive(heartbeat); ping != null; ping = receive(heartbeat)) {
            write(heartbeat, ping.toArray(byte[][]::new));
        }
    }

    /** Greets each new subscriber, so that clients know from when on they miss nothing (JEP 65). */
    private void welcome() {
        for (byte[] event = iopub.recv(ZMQ.DONTWAIT); event != null; event = iopub.recv(ZMQ.DONTWAIT)) {
            if (event.length > 0 && event[0] == 1) {
                byte[] topic = Arrays.copyOfRange(event, 1, event.length);
                var content = Map.of("subscription", new String(topic, StandardCharsets.UTF_8));
                write(iopub, session.encode(List.of(topic), "iopub_welcome", null, Map.of(), content, List.of()));
            }
        }
    }

    private void drain(ZMQ.Socket socket, Channel channel, int most) {
        for (int i = 0; i < most; i++) {
            List<byte[]> frames = receive(socket);
            if (frames == null) {
                return;
            }
            try {
                receiver.accept(channel, session.decode(frames));
            } catch (Session.Malformed e) {
                // Whoever cannot sign gets no answer, not even a refusal.
                continue;
            }
        }
    }

    /** All frames of the next message, null when none waits. */
    private static List<byte[]> receive(ZMQ.Socket socket) {
        byte[] frame = socket.recv(ZMQ.DONTWAIT);
        if (frame == null) {
            return null;
        }
        var frames = new ArrayList<byte[]>();
        frames.add(frame);
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return frames;
    }

    private static void write(ZMQ.Socket socket, byte[][] frames) {
        for (int i = 0; i < frames.length; i++) {
            socket.send(frames[i], i < frames.length - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    private ZMQ.Socket socket(Channel channel) {
        return switch (channel) {
            case SHELL -> shell;
            case CONTROL -> control;
            case STDIN -> stdin;
            case IOPUB -> iopub;
        };
    }
}
