package lectern.kernel.protocol;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import lectern.kernel.KernelHost;
import lectern.kernel.language.Interpreter;
import lectern.notebook.Notebook;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A front end for tests, with a kernel in the same process. */
final class Client implements AutoCloseable {
    /** Milliseconds; a busy machine may take seconds for a single answer. */
    static final int PATIENCE = 60_000;

    final ConnectionInfo connection;
    final Kernel kernel;
    final ScriptedInterpreter interpreter = new ScriptedInterpreter();
    final Session session;
    final ZMQ.Context context = ZMQ.context(1);
    private final List<ZMQ.Socket> sockets = new ArrayList<>();
    final ZMQ.Socket shell;
    final ZMQ.Socket control;
    final ZMQ.Socket stdin;
    final ZMQ.Socket iopub;
    final List<Message> published = new ArrayList<>();

    Client(Path data, Map<String, String> environment) throws Exception {
        this(connection("tcp", "127.0.0.1"), data, environment);
    }

    private Client(ConnectionInfo connection, Path data, Map<String, String> environment) {
        this.connection = connection;
        var settings = new LinkedHashMap<>(environment);
        settings.put("LECTERN_DATA_DIR", data.toString());
        var future = new FutureTask<Interpreter>(() -> interpreter);
        future.run();
        kernel = new Kernel(connection, Settings.from(settings), future);
        Notebook.install(new KernelHost(kernel, future));
        kernel.start();
        session = new Session(connection);
        shell = connect(SocketType.DEALER, connection.shell());
        control = connect(SocketType.DEALER, connection.control());
        stdin = connect(SocketType.DEALER, connection.stdin());
        iopub = connect(SocketType.SUB, connection.iopub());
        iopub.subscribe("");
        Message first = receive(iopub);
        while (first.type().equals("status")) {
            // The kernel may say that it starts between the transport's subscription and its own welcome.
            first = receive(iopub);
        }
        if (!first.type().equals("iopub_welcome")) {
            throw new AssertionError("no welcome, but " + first.type());
        }
    }

    static Client over(String transport, String ip, Path data) throws Exception {
        return new Client(connection(transport, ip), data, Map.of());
    }

    static Client at(ConnectionInfo connection, Path data) {
        return new Client(connection, data, Map.of());
    }

    static ConnectionInfo connection(String transport, String ip) throws IOException {
        int[] ports = new int[5];
        var held = new ArrayList<ServerSocket>();
        for (int i = 0; i < ports.length; i++) {
            var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            ports[i] = socket.getLocalPort();
        }
        for (ServerSocket each : held) {
            each.close();
        }
        return new ConnectionInfo(
                transport, ip, ports[0], ports[1], ports[2], ports[3], ports[4], "secret", "hmac-sha256");
    }

    ZMQ.Socket connect(SocketType type, int port) {
        ZMQ.Socket socket = context.socket(type);
        socket.setLinger(0);
        socket.setReceiveTimeOut(PATIENCE);
        socket.setIdentity("client".getBytes());
        socket.connect(connection.address(port));
        sockets.add(socket);
        return socket;
    }

    /** Sends a request and returns its id. */
    String send(ZMQ.Socket socket, String type, Map<String, ?> content) {
        return send(socket, type, content, List.of());
    }

    String send(ZMQ.Socket socket, String type, Map<String, ?> content, List<byte[]> buffers) {
        String id = session.uniqueId();
        sendFrames(socket, session.encode(List.of(), id, type, null, Map.of(), content, buffers));
        return id;
    }

    static void sendFrames(ZMQ.Socket socket, byte[]... frames) {
        for (int i = 0; i < frames.length; i++) {
            socket.send(frames[i], i < frames.length - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    Message receive(ZMQ.Socket socket) {
        byte[] first = socket.recv();
        if (first == null) {
            throw new AssertionError("nothing arrived; published so far: " + published);
        }
        var frames = new ArrayList<byte[]>();
        frames.add(first);
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        try {
            return session.decode(frames);
        } catch (Session.Malformed e) {
            throw new AssertionError(e);
        }
    }

    /** Reads iopub until the request is idle; returns what was published for it between busy and idle. */
    List<Message> until(String id) {
        return until(
                id,
                message -> message.type().equals("status")
                        && "idle".equals(message.content().get("execution_state")));
    }

    List<Message> until(String id, Predicate<Message> last) {
        var own = new ArrayList<Message>();
        while (true) {
            Message message = receive(iopub);
            published.add(message);
            if (id.equals(message.parent().get("msg_id"))) {
                own.add(message);
                if (last.test(message)) {
                    return own;
                }
            }
        }
    }

    /** What one request led to. */
    record Exchange(Message reply, List<Message> published) {
        Map<String, Object> content() {
            return reply.content();
        }

        String status() {
            return String.valueOf(content().get("status"));
        }

        /** Types of the published messages. */
        List<String> types() {
            return published.stream().map(Message::type).toList();
        }

        String text(String stream) {
            var text = new StringBuilder();
            for (Message each : published) {
                if (each.type().equals("stream") && stream.equals(each.content().get("name"))) {
                    text.append(each.content().get("text"));
                }
            }
            return text.toString();
        }

        Message first(String type) {
            return published.stream()
                    .filter(each -> each.type().equals(type))
                    .findFirst()
                    .orElseThrow();
        }
    }

    Exchange ask(String type, Map<String, ?> content) {
        return ask(shell, type, content);
    }

    Exchange ask(ZMQ.Socket socket, String type, Map<String, ?> content) {
        String id = send(socket, type, content);
        Message reply = receive(socket);
        if (!id.equals(reply.parent().get("msg_id"))) {
            throw new AssertionError("reply to another request: " + reply);
        }
        return new Exchange(reply, until(id));
    }

    Exchange run(String code) {
        return run(code, Map.of());
    }

    Exchange run(String code, Map<String, ?> options) {
        var content = new LinkedHashMap<String, Object>(options);
        content.put("code", code);
        return ask("execute_request", content);
    }

    @Override
    public void close() {
        kernel.close();
        // A context waits for ever for a socket that a failed test has left open.
        sockets.forEach(ZMQ.Socket::close);
        context.term();
    }
}
