package lectern.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import lectern.kernel.json.Json;
import lectern.kernel.language.CellScope;
import lectern.kernel.language.Interpreter;
import lectern.kernel.language.Interpreter.Outcome;
import lectern.notebook.MimeBundle;

/** Runs cells: counts them, publishes what they give, aborts what waits behind a failed one, and stops them. */
final class Execution {
    private static final String INTERRUPTED = "Interrupted";

    private final Future<Interpreter> interpreter;
    private final Publisher publisher;
    private final Stdin stdin;
    private final History history;
    private final ReentrantLock one = new ReentrantLock(true);
    private final Object state = new Object();
    private int next = 1;
    private boolean executing;
    private Thread handling;
    private volatile boolean interruptRequested;

    Execution(Future<Interpreter> interpreter, Publisher publisher, Stdin stdin, History history) {
        this.interpreter = interpreter;
        this.publisher = publisher;
        this.stdin = stdin;
        this.history = history;
    }

    /** Answers an {@code execute_request}. */
    Map<String, Object> execute(Message message, Worker worker) {
        var content = message.content();
        String code = Json.string(content, "code", "");
        boolean silent = Json.flag(content, "silent", false);
        boolean store = !silent && Json.flag(content, "store_history", true);
        var io = new RequestIo(publisher, stdin, message, Json.flag(content, "allow_stdin", true));
        Map<String, Object> reply;
        one.lock();
        try {
            int number = next;
            if (!silent) {
                publisher.executeInput(code, number, io.parent());
            }
            boolean blank = code.isBlank();
            Outcome outcome = blank
                    ? new Outcome.Success(null, List.of())
                    : run(io, i -> i.execute(new Interpreter.Cell(code, number, silent), io));
            if (store && !blank) {
                next++;
                history.add(
                        number,
                        code,
                        outcome instanceof Outcome.Success s && s.value() != null
                                ? s.value().toString()
                                : null);
            }
            finish(io, outcome instanceof Outcome.Interrupted);
            reply = reply(outcome, number, silent, io);
            if (outcome instanceof Outcome.Success) {
                reply.put("user_expressions", expressions(Json.object(content, "user_expressions"), io));
            }
        } finally {
            one.unlock();
        }
        io.flush();
        if (!"ok".equals(reply.get("status")) && Json.flag(content, "stop_on_error", true)) {
            worker.abortWaiting();
        }
        return reply;
    }

    /** Waits until what a cell has printed has left; an interrupt ends that. */
    private void finish(RequestIo io, boolean cut) {
        synchronized (state) {
            handling = Thread.currentThread();
        }
        try {
            io.finish(cut);
        } finally {
            synchronized (state) {
                handling = null;
                Thread.interrupted();
            }
        }
    }

    private Map<String, Object> reply(Outcome outcome, int number, boolean silent, RequestIo io) {
        Map<String, Object> reply = switch (outcome) {
            case Outcome.Success(MimeBundle value, var payload) -> {
                if (value != null && !silent) {
                    publisher.executeResult(value, number, io.parent());
                }
                var ok = Replies.ok();
                ok.put("payload", payload == null ? List.of() : payload);
                yield ok;
            }
            case Outcome.Failure(String name, String text, var traceback) -> failed(name, text, traceback, io);
            case Outcome.Interrupted(var traceback) -> failed(INTERRUPTED, "The cell was interrupted.", traceback, io);
        };
        reply.put("execution_count", number);
        return reply;
    }

    private Map<String, Object> failed(String name, String text, List<String> traceback, RequestIo io) {
        var error = Replies.error(name, text, traceback == null ? List.of() : traceback);
        var shown = new LinkedHashMap<>(error);
        shown.remove("status");
        publisher.publish("error", io.parent(), Map.of(), shown, List.of());
        error.put("user_expressions", Map.of());
        error.put("payload", List.of());
        return error;
    }

    private Map<String, Object> expressions(Map<String, Object> asked, RequestIo io) {
        var answers = new LinkedHashMap<String, Object>();
        asked.forEach((name, expression) -> {
            Outcome outcome = run(io, i -> i.evaluate(String.valueOf(expression), io));
            answers.put(
                    name,
                    switch (outcome) {
                        case Outcome.Success(MimeBundle value, var payload) -> {
                            var ok = Replies.ok();
                            ok.putAll(Publisher.bundle(value == null ? MimeBundle.text("") : value));
                            yield ok;
                        }
                        case Outcome.Failure(String ename, String text, var traceback) ->
                            Replies.error(ename, text, traceback);
                        case Outcome.Interrupted(var traceback) -> Replies.error(INTERRUPTED, "interrupted", traceback);
                    });
        });
        return answers;
    }

    private interface Task {
        Outcome run(Interpreter interpreter);
    }

    private Outcome run(RequestIo io, Task task) {
        Interpreter ready;
        try {
            ready = await();
        } catch (InterruptedException e) {
            return new Outcome.Interrupted(List.of("Interrupted while the kernel was starting."));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new Outcome.Failure(
                    "KernelStartFailed",
                    String.valueOf(cause),
                    List.of("The Java kernel could not start its interpreter: " + cause));
        }
        synchronized (state) {
            executing = true;
            interruptRequested = false;
        }
        CellScope.enter(io);
        try {
            return task.run(ready);
        } catch (RuntimeException | Error e) {
            return new Outcome.Failure(
                    e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of(e.toString()));
        } finally {
            CellScope.exit();
            synchronized (state) {
                executing = false;
                interruptRequested = false;
            }
            Thread.interrupted();
        }
    }

    /** The interpreter once it is there; an interrupt request ends the wait. */
    private Interpreter await() throws InterruptedException, ExecutionException {
        if (!interpreter.isDone()) {
            synchronized (state) {
                handling = Thread.currentThread();
            }
            try {
                return interpreter.get();
            } finally {
                synchronized (state) {
                    handling = null;
                }
            }
        }
        return interpreter.get();
    }

    /**
     * Runs a handler of a library, such as a widget's callback, so that an interrupt reaches it. While a cell runs in another
     * shell the handler does not wait for it: it runs on the thread that calls.
     */
    void handle(RequestIo io, Runnable handler) {
        if (interpreter.isDone() && one.tryLock()) {
            try {
                show(run(io, i -> i.call(handler, io)), io);
            } finally {
                one.unlock();
            }
        } else {
            handleBeside(io, handler);
        }
        io.flush();
    }

    /** Nobody waits for a reply of a handler; a person sees its error where its output goes. */
    private static void show(Outcome outcome, RequestIo io) {
        List<String> lines = switch (outcome) {
            case Outcome.Success success -> List.of();
            case Outcome.Failure failure
            when failure.traceback().isEmpty() -> List.of(failure.name() + ": " + failure.message());
            case Outcome.Failure failure -> failure.traceback();
            case Outcome.Interrupted interrupted -> interrupted.traceback();
        };
        if (!lines.isEmpty()) {
            io.stderr(String.join("\n", lines) + "\n");
        }
    }

    private void handleBeside(RequestIo io, Runnable handler) {
        synchronized (state) {
            handling = Thread.currentThread();
        }
        CellScope.enter(io);
        try {
            handler.run();
        } catch (RuntimeException | Error e) {
            show(new Outcome.Failure(e.getClass().getSimpleName(), e.getMessage(), List.of()), io);
        } finally {
            CellScope.exit();
            synchronized (state) {
                handling = null;
            }
        }
    }

    /** Stops what runs; harmless when nothing does. */
    void interrupt() {
        synchronized (state) {
            if (executing) {
                interruptRequested = true;
                interpreter.resultNow().interrupt();
            }
            if (handling != null) {
                handling.interrupt();
            }
        }
        stdin.cancel();
    }

    boolean interruptRequested() {
        return interruptRequested;
    }
}
