package lectern.kernel.protocol;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import lectern.kernel.comm.Comms;
import lectern.kernel.debug.Debuggee;
import lectern.kernel.debug.Debugger;
import lectern.kernel.json.Json;
import lectern.kernel.language.CellScope;
import lectern.kernel.language.Interpreter;
import lectern.kernel.language.JavaLanguage;

/** A Jupyter kernel: sockets, workers and the table that says who answers what. */
public final class Kernel {
    private static final long PARENT_CHECK = 1_000_000_000L;

    private final ConnectionInfo connection;
    private final Session session;
    private final Wire wire;
    private final Publisher publisher;
    private final Stdin stdin;
    private final Execution execution;
    private final Subshells subshells;
    private final Comms comms;
    private final Worker shell;
    private final Worker control;
    private final Worker debug;
    private final Debugger debugger;
    private final Settings settings;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Map<String, Worker.Handler> shellTable = new HashMap<>();
    private final Map<String, Worker.Handler> controlTable = new HashMap<>();
    private final long firstParent = parentPid();
    private final boolean namedParentSeen;
    private long nextParentCheck;
    private volatile byte[] debugParent;

    /** A kernel that will listen where {@code connection} says and run cells once the interpreter is there. */
    public Kernel(ConnectionInfo connection, Settings settings, Future<Interpreter> interpreter) {
        this.connection = connection;
        this.settings = settings;
        // A wrapper may have started this kernel among processes that do not see the one that is named: in a container,
        // or
        // on another machine. Whoever was never there cannot be missed.
        namedParentSeen = settings.parentPid() != 0
                && ProcessHandle.of(settings.parentPid()).isPresent();
        session = new Session(connection);
        wire = new Wire(connection, session);
        publisher = new Publisher(wire, session, settings);
        stdin = new Stdin(wire, session);
        var history = new History(settings.dataDirectory().resolve("history.jsonl"), this::warn);
        execution = new Execution(interpreter, publisher, stdin, history);
        comms = new Comms(session::uniqueId, this::sendComm);
        shell = worker("lectern-shell", Wire.Channel.SHELL);
        control = worker("lectern-control", Wire.Channel.CONTROL);
        // A worker of its own: an expression that the debugger evaluates may run for ever, an interrupt must get
        // through all the same.
        debug = worker("lectern-debug", Wire.Channel.CONTROL);
        debugger = new Debugger(() -> debuggee(interpreter), this::sendDebugEvent);
        subshells = new Subshells(session, name -> worker(name, Wire.Channel.SHELL));
        var help = new Help(interpreter);
        shellTable.put("kernel_info_request", this::info);
        shellTable.put("execute_request", execution::execute);
        shellTable.put("complete_request", help::complete);
        shellTable.put("inspect_request", help::inspect);
        shellTable.put("is_complete_request", help::isComplete);
        shellTable.put("history_request", history::answer);
        shellTable.put("comm_info_request", this::commInfo);
        shellTable.put("comm_open", this::comm);
        shellTable.put("comm_msg", this::comm);
        shellTable.put("comm_close", this::comm);
        shellTable.put("connect_request", this::connect);
        shellTable.put("shutdown_request", this::shutdown);
        controlTable.put("kernel_info_request", this::info);
        controlTable.put("interrupt_request", this::interrupt);
        controlTable.put("shutdown_request", this::shutdown);
        controlTable.put("connect_request", this::connect);
        controlTable.put("debug_request", this::debug);
        controlTable.put("create_subshell_request", subshells::create);
        controlTable.put("delete_subshell_request", subshells::delete);
        controlTable.put("list_subshell_request", subshells::list);
    }

    private Worker worker(String name, Wire.Channel channel) {
        return new Worker(name, channel, this::answer, publisher, wire, session);
    }

    /** Starts to listen. */
    public void start() {
        shell.start();
        control.start();
        debug.start();
        publisher.status("starting", null);
        wire.start(this::receive, this::tick);
    }

    /** Waits until a front end has asked for the end, or the parent process has ended. */
    public void await() throws InterruptedException {
        ended.await();
    }

    /** Sends what is left and closes the sockets. */
    public void close() {
        stdin.cancel();
        wire.close();
    }

    /** Interrupts what runs, as the interrupt button does. */
    public void interrupt() {
        execution.interrupt();
    }

    /** True while an interrupt has been asked for and the cell has not ended. */
    public boolean interruptRequested() {
        return execution.interruptRequested();
    }

    /** The id of the request that the calling thread works for. */
    public String requestId() {
        return CellScope.current() instanceof RequestIo io ? io.request().id() : "";
    }

    /** The channels between program and front end. */
    public Comms comms() {
        return comms;
    }

    private void receive(Wire.Channel channel, Message message) {
        switch (channel) {
            case STDIN -> stdin.receive(message);
            case CONTROL -> (message.type().equals("debug_request") ? debug : control).submit(message);
            case SHELL -> {
                Worker worker = subshells.find(message, shell);
                (worker == null ? shell : worker).submit(message);
            }
            case IOPUB -> throw new IllegalStateException("nothing is received on " + channel);
        }
    }

    private long tick(long now) {
        long next = publisher.tick(now);
        if (settings.parentPid() == 0) {
            return next;
        }
        if (now - nextParentCheck >= 0 || nextParentCheck == 0) {
            nextParentCheck = now + PARENT_CHECK;
            if (orphaned() && ended.getCount() > 0) {
                System.err.println("The kernel ends, because the process that started it has ended.");
                ended.countDown();
            }
        }
        return Math.min(next, PARENT_CHECK);
    }

    /**
     * Has the process ended that this kernel works for? A parent that has died but is not reaped yet still counts as alive, but its
     * children have been handed on. The first process of a system or a container adopts orphans and is nobody's to lose.
     */
    private boolean orphaned() {
        if (namedParentSeen && firstParent != settings.parentPid()) {
            return ProcessHandle.of(settings.parentPid())
                    .map(each -> !each.isAlive())
                    .orElse(true);
        }
        return firstParent > 1 && parentPid() != firstParent;
    }

    private static long parentPid() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(0L);
    }

    private Map<String, Object> answer(Message message, Worker worker) {
        boolean missing = worker == shell && message.subshell() != null;
        if (missing) {
            return Replies.error("UnknownSubshell", "There is no subshell " + message.subshell(), List.of());
        }
        var handler = (worker == control || worker == debug ? controlTable : shellTable).get(message.type());
        if (handler == null) {
            return Replies.error("UnknownRequest", "This kernel does not know " + message.type(), List.of());
        }
        return handler.handle(message, worker);
    }

    private Map<String, Object> info(Message message, Worker worker) {
        var reply = Replies.ok();
        reply.put("protocol_version", Session.PROTOCOL_VERSION);
        reply.put("implementation", "lectern");
        reply.put("implementation_version", JavaLanguage.version());
        reply.put("language_info", JavaLanguage.info());
        reply.put("banner", JavaLanguage.banner());
        reply.put("help_links", JavaLanguage.helpLinks());
        reply.put("debugger", true);
        reply.put("supported_features", List.of("kernel subshells", "debugger"));
        return reply;
    }

    private Map<String, Object> connect(Message message, Worker worker) {
        var reply = Replies.ok();
        reply.put("shell_port", connection.shell());
        reply.put("iopub_port", connection.iopub());
        reply.put("stdin_port", connection.stdin());
        reply.put("control_port", connection.control());
        reply.put("hb_port", connection.heartbeat());
        return reply;
    }

    private Map<String, Object> interrupt(Message message, Worker worker) {
        execution.interrupt();
        return Replies.ok();
    }

    private Map<String, Object> debug(Message message, Worker worker) {
        debugParent = message.rawHeader();
        return debugger.answer(message.content());
    }

    private static Debuggee debuggee(Future<Interpreter> interpreter) {
        try {
            return interpreter.get().debuggee();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the kernel was starting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the interpreter could not start: " + e.getCause(), e);
        }
    }

    private void sendDebugEvent(Map<String, Object> content) {
        publisher.publish("debug_event", debugParent, Map.of(), content, List.of());
    }

    private Map<String, Object> shutdown(Message message, Worker worker) {
        var reply = Replies.ok();
        reply.put("restart", Json.flag(message.content(), "restart", false));
        publisher.publish("shutdown_reply", message.rawHeader(), Map.of(), reply, List.of());
        execution.interrupt();
        worker.afterReply(ended::countDown);
        return reply;
    }

    private Map<String, Object> commInfo(Message message, Worker worker) {
        var open = new LinkedHashMap<String, Object>();
        comms.open(Json.string(message.content(), "target_name", null))
                .forEach((id, target) -> open.put(id, Map.of("target_name", target)));
        var reply = Replies.ok();
        reply.put("comms", open);
        return reply;
    }

    private Map<String, Object> comm(Message message, Worker worker) {
        var io = new RequestIo(publisher, stdin, message, true);
        execution.handle(
                io, () -> comms.receive(message.type(), message.content(), message.metadata(), message.buffers()));
        return null;
    }

    private void sendComm(String type, Map<String, ?> content, Map<String, ?> metadata, List<byte[]> buffers) {
        var io = CellScope.current() instanceof RequestIo own ? own : null;
        if (io != null) {
            io.flush();
        }
        publisher.publish(type, io == null ? null : io.parent(), metadata, content, buffers);
    }

    private void warn(String text) {
        byte[] parent = CellScope.current() instanceof RequestIo io ? io.parent() : null;
        publisher.stream("stderr", text, parent);
    }
}
