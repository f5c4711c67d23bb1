package lectern.kernel.cell;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import lectern.kernel.debug.Debugger;

/** A front end for the debugger of a notebook: requests go in, stops come out, and every wait has an end. */
final class DebugSession implements AutoCloseable {
    static final int PATIENCE = 60;

    /** Where a thread has stopped. */
    record Stopped(String reason, int thread, Map<?, ?> body, List<Map<String, Object>> frames) {
        int line() {
            return (int) frames.getFirst().get("line");
        }

        String where() {
            return frames.getFirst().get("name") + ":" + line();
        }
    }

    final Notebook notebook;
    final Debugger debugger;
    private final BlockingQueue<Map<String, Object>> events = new LinkedBlockingQueue<>();
    private CompletableFuture<Notebook.Result> running;

    DebugSession(Notebook notebook) {
        this.notebook = notebook;
        debugger = new Debugger(notebook.interpreter::debuggee, events::add);
        ask("initialize", Map.of());
        ask("attach", Map.of());
        event("initialized");
    }

    Map<?, ?> answer(String command, Map<String, ?> arguments) {
        return debugger.answer(Map.of("seq", 7, "type", "request", "command", command, "arguments", arguments));
    }

    /** The body of the answer to a request that must succeed. */
    @SuppressWarnings("unchecked")
    Map<String, Object> ask(String command, Map<String, ?> arguments) {
        var answer = answer(command, arguments);
        if (!Boolean.TRUE.equals(answer.get("success"))) {
            throw new AssertionError(command + " failed: " + answer);
        }
        return (Map<String, Object>) answer.get("body");
    }

    String path(String code) {
        return (String) ask("dumpCell", Map.of("code", code)).get("sourcePath");
    }

    /** Sets breakpoints on lines and returns where they are. */
    @SafeVarargs
    @SuppressWarnings({"unchecked", "varargs"})
    final List<Map<String, Object>> breakAt(String code, Map<String, ?>... breakpoints) {
        return (List<Map<String, Object>>) ask(
                        "setBreakpoints",
                        Map.of("source", Map.of("path", path(code)), "breakpoints", List.of(breakpoints)))
                .get("breakpoints");
    }

    void breakAt(String code, int line) {
        breakAt(code, Map.of("line", line));
    }

    /** Starts a cell. */
    void start(String code) {
        running = CompletableFuture.supplyAsync(
                () -> notebook.run(code), task -> Thread.ofPlatform().daemon().start(task));
    }

    /** Waits for an event; others before it are dropped. */
    Map<?, ?> event(String name) {
        try {
            while (true) {
                var event = events.poll(PATIENCE, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("no event \"" + name + "\" in " + PATIENCE + " s");
                }
                if (event.get("event").equals(name)) {
                    return (Map<?, ?>) event.get("body");
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @SuppressWarnings("unchecked")
    Stopped stopped() {
        var body = event("stopped");
        int thread = (int) body.get("threadId");
        var frames = (List<Map<String, Object>>)
                ask("stackTrace", Map.of("threadId", thread)).get("stackFrames");
        return new Stopped((String) body.get("reason"), thread, body, frames);
    }

    Stopped go(String command) {
        ask(command, Map.of("threadId", 1));
        return stopped();
    }

    /** Lets the cell run on, perhaps to stop again. */
    void resume() {
        ask("continue", Map.of("threadId", 1));
        event("continued");
    }

    /** Lets the cell run to its end. */
    Notebook.Result finish() {
        ask("continue", Map.of("threadId", 1));
        return result();
    }

    Notebook.Result result() {
        try {
            return running.get(PATIENCE, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the cell does not end", e);
        }
    }

    /** Values of the variables of a scope as the front end shows them. */
    Map<String, String> scope(Stopped stop, int frame, String name) {
        var id = stop.frames().get(frame).get("id");
        for (var scope : (List<?>) ask("scopes", Map.of("frameId", id)).get("scopes")) {
            if (((Map<?, ?>) scope).get("name").equals(name)) {
                return values((int) ((Map<?, ?>) scope).get("variablesReference"));
            }
        }
        throw new AssertionError("no scope " + name);
    }

    Map<String, String> locals(Stopped stop) {
        return scope(stop, 0, "Locals");
    }

    Map<String, String> values(int reference) {
        var found = new java.util.LinkedHashMap<String, String>();
        children(reference).forEach(one -> found.put((String) one.get("name"), (String) one.get("value")));
        return found;
    }

    @SuppressWarnings("unchecked")
    List<Map<String, Object>> children(int reference) {
        return (List<Map<String, Object>>)
                ask("variables", Map.of("variablesReference", reference)).get("variables");
    }

    String evaluate(Stopped stop, int frame, String expression) {
        return (String) ask(
                        "evaluate",
                        Map.of(
                                "expression",
                                expression,
                                "frameId",
                                stop.frames().get(frame).get("id")))
                .get("result");
    }

    @Override
    public void close() {
        answer("disconnect", Map.of());
        if (running != null) {
            result();
        }
    }
}
