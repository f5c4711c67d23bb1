package lectern.kernel.debug;

import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import lectern.kernel.debug.TracedThread.Step;

/**
 * Answers the requests of the Debug Adapter Protocol, and those that Jupyter has added: {@code debugInfo}, {@code dumpCell},
 * {@code inspectVariables}, {@code richInspectVariables}, {@code copyToGlobals}.
 *
 * <p>Variables can be looked at any time. Everything else wants {@code initialize} first, and {@code disconnect} takes it
 * back: breakpoints are forgotten, stopped threads run on, cells are compiled without traces again.
 *
 * <p>Requests come from one thread at a time; events are sent by any thread.
 *
 * @see <a href="https://microsoft.github.io/debug-adapter-protocol/specification">Debug Adapter Protocol</a>
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#debug-request">Messaging in Jupyter</a>
 */
public final class Debugger {
    private static final List<Map<String, Object>> FILTERS = List.of(
            Map.of("filter", Suspender.RAISED, "label", "Raised Exceptions", "default", false),
            Map.of("filter", Suspender.UNCAUGHT, "label", "Uncaught Exceptions", "default", false));
    private static final List<String> ABLE = List.of(
            "supportsConfigurationDoneRequest",
            "supportsConditionalBreakpoints",
            "supportsHitConditionalBreakpoints",
            "supportsLogPoints",
            "supportsEvaluateForHovers",
            "supportsModulesRequest");

    private final Supplier<Debuggee> language;
    private final Consumer<Map<String, Object>> events;
    private final AtomicInteger sequence = new AtomicInteger();
    private final Set<Integer> toldThreads = ConcurrentHashMap.newKeySet();
    private final Variables variables = new Variables(
            this::debuggee, () -> suspender() == null ? null : suspender().present());
    private volatile Suspender suspender;

    /**
     * @param language gives what is debugged, once a request needs it; null where the language has no debugger
     * @param events takes the contents of {@code debug_event} messages
     */
    public Debugger(Supplier<Debuggee> language, Consumer<Map<String, Object>> events) {
        this.language = language;
        this.events = events;
    }

    /** The content of the reply to a {@code debug_request}. */
    public Map<String, Object> answer(Map<String, Object> request) {
        var reply = new LinkedHashMap<String, Object>();
        var command = request.get("command") instanceof String text ? text : "";
        reply.put("type", "response");
        reply.put("seq", sequence.incrementAndGet());
        reply.put("request_seq", request.get("seq") instanceof Number number ? number.intValue() : 0);
        reply.put("command", command);
        try {
            var body = body(command, Arguments.of(request.get("arguments")));
            reply.put("success", true);
            reply.put("body", body);
        } catch (RuntimeException e) {
            reply.put("success", false);
            reply.put("message", Suspender.words(e));
            reply.put("body", Map.of());
        }
        return reply;
    }

    private Map<String, Object> body(String command, Arguments arguments) {
        return switch (command) {
            case "debugInfo" -> info();
            case "initialize" -> initialize();
            case "inspectVariables" -> variables.inspectVariables();
            case "richInspectVariables" -> variables.richInspectVariables(arguments);
            case "variables" -> variables.variables(arguments);
            case "modules" -> Map.of("modules", List.of(), "totalModules", 0);
            default -> {
                if (suspender == null) {
                    throw new RequestRefused("\"" + command + "\" wants the debugger: send initialize before it");
                }
                yield attachedBody(command, arguments);
            }
        };
    }

    private Map<String, Object> attachedBody(String command, Arguments arguments) {
        return switch (command) {
            case "disconnect", "terminate" -> disconnect();
            case "attach" -> attach();
            case "configurationDone" -> Map.of();
            case "dumpCell" -> Map.of("sourcePath", Tracing.SOURCES.keep(arguments.text("code")));
            case "setBreakpoints" -> setBreakpoints(arguments);
            case "setExceptionBreakpoints" -> setExceptionBreakpoints(arguments);
            case "source" -> source(arguments);
            case "threads" -> threads();
            case "stackTrace" -> variables.stackTrace(arguments);
            case "scopes" -> variables.scopes(arguments);
            case "evaluate" -> variables.evaluate(arguments);
            case "copyToGlobals" -> variables.copyToGlobals(arguments);
            case "continue" -> goOn(arguments, null);
            case "next" -> goOn(arguments, Step.Kind.OVER);
            case "stepIn" -> goOn(arguments, Step.Kind.INTO);
            case "stepOut" -> goOn(arguments, Step.Kind.OUT);
            case "pause" -> pause(arguments);
            default -> throw new RequestRefused("the debugger does not know \"" + command + "\"");
        };
    }

    private Debuggee debuggee() {
        var found = language.get();
        if (found == null) {
            throw new RequestRefused("this language has no debugger");
        }
        return found;
    }

    private Suspender suspender() {
        return suspender;
    }

    private void send(String event, Map<String, ?> body) {
        var content = new LinkedHashMap<String, Object>();
        content.put("type", "event");
        content.put("seq", sequence.incrementAndGet());
        content.put("event", event);
        content.put("body", body);
        events.accept(content);
    }

    private Map<String, Object> info() {
        var present = suspender;
        var breakpoints = new ArrayList<Map<String, Object>>();
        if (present != null) {
            present.breakpoints()
                    .lines()
                    .forEach((path, lines) -> breakpoints.add(Map.of(
                            "source",
                            path,
                            "breakpoints",
                            lines.stream().map(line -> Map.of("line", line)).toList())));
        }
        var stop = present == null ? null : present.present();
        var info = new LinkedHashMap<String, Object>();
        info.put("isStarted", present != null);
        info.put("hashMethod", "Murmur2");
        info.put("hashSeed", Murmur2.SEED);
        info.put("tmpFilePrefix", CellSources.prefix());
        info.put("tmpFileSuffix", CellSources.SUFFIX);
        info.put("breakpoints", breakpoints);
        info.put(
                "stoppedThreads",
                stop == null ? List.of() : List.of(stop.thread().id()));
        info.put("richRendering", true);
        info.put("exceptionPaths", List.of("Java Exceptions"));
        info.put("copyToGlobals", true);
        return info;
    }

    /**
     * Begins at once and not with {@code attach}: a front end that asks between the two whether the debugger is on, as
     * JupyterLab does when the focus moves meanwhile, would take a no for the end of it. A second front end shares
     * breakpoints and stops with the first.
     */
    private Map<String, Object> initialize() {
        var found = debuggee();
        if (suspender == null) {
            suspender = new Suspender(found, new Teller());
            Tracing.begin(suspender);
        }
        var able = new LinkedHashMap<String, Object>();
        ABLE.forEach(name -> able.put(name, true));
        able.put("exceptionBreakpointFilters", FILTERS);
        return able;
    }

    private Map<String, Object> attach() {
        send("initialized", Map.of());
        return Map.of();
    }

    private Map<String, Object> disconnect() {
        Tracing.end();
        suspender.release();
        suspender = null;
        variables.forget();
        send("terminated", Map.of());
        return Map.of();
    }

    private Map<String, Object> setBreakpoints(Arguments arguments) {
        var path = arguments.object("source").text("path");
        var told = new ArrayList<Map<String, Object>>();
        var set = new ArrayList<Breakpoint>();
        var lines = lines(path);
        for (var one : arguments.list("breakpoints")) {
            var wish = Arguments.of(one);
            int line = wish.integer("line", 0);
            var found = lines.ceiling(line);
            var answer = new LinkedHashMap<String, Object>();
            var obstacle = found == null ? "" : obstacle(path, found);
            answer.put("verified", found != null && obstacle.isEmpty());
            answer.put("line", found == null ? line : found);
            answer.put("source", Map.of("path", path));
            if (found == null) {
                answer.put(
                        "message",
                        lines.isEmpty()
                                ? "This cell is not known to the kernel."
                                : "No statement begins here or below.");
            } else {
                if (!obstacle.isEmpty()) {
                    answer.put("message", obstacle);
                }
                set.add(new Breakpoint(
                        found, wish.text("condition", ""), wish.text("hitCondition", ""), wish.text("logMessage", "")));
            }
            told.add(answer);
        }
        suspender.breakpoints().set(path, set);
        return Map.of("breakpoints", told);
    }

    /** Lines where a thread can stop: known exactly once the cell has run, before that by the looks of its text. */
    private NavigableSet<Integer> lines(String path) {
        var traced = Tracing.LINES.lines(path);
        var text = traced.isEmpty() ? Tracing.SOURCES.text(path) : null;
        return text == null ? traced : debuggee().lines(text);
    }

    private String obstacle(String path, int line) {
        var text = Tracing.SOURCES.text(path);
        return text == null ? "" : debuggee().obstacle(text, line);
    }

    private Map<String, Object> setExceptionBreakpoints(Arguments arguments) {
        var filters = new HashSet<String>();
        for (var filter : arguments.list("filters")) {
            if (Suspender.RAISED.equals(filter) || Suspender.UNCAUGHT.equals(filter)) {
                filters.add((String) filter);
            }
        }
        suspender.exceptions(Set.copyOf(filters));
        var told = arguments.list("filters").stream()
                .map(filter -> Map.of("verified", filters.contains(filter)))
                .toList();
        return Map.of("breakpoints", told);
    }

    private static Map<String, Object> source(Arguments arguments) {
        var path = arguments.object("source").text("path");
        var text = Tracing.SOURCES.text(path);
        if (text == null) {
            throw new RequestRefused("no cell is known as " + new File(path).getName());
        }
        return Map.of("content", text, "mimeType", "text/x-java");
    }

    private static Map<String, Object> threads() {
        var threads = new ArrayList<Map<String, Object>>();
        threads.add(Map.of("id", TracedThread.CELLS, "name", "cells"));
        TracedThread.all().stream()
                .filter(thread -> thread.id() != TracedThread.CELLS && thread.runsTracedCode())
                .forEach(thread -> threads.add(Map.of("id", thread.id(), "name", thread.name())));
        return Map.of("threads", threads);
    }

    private Map<String, Object> goOn(Arguments arguments, Step.Kind step) {
        var stop = variables.stopOf(arguments.integer("threadId", TracedThread.CELLS));
        variables.forget();
        suspender.goOn(stop, step);
        return step == null ? Map.of("allThreadsContinued", true) : Map.of();
    }

    private Map<String, Object> pause(Arguments arguments) {
        int id = arguments.integer("threadId", TracedThread.CELLS);
        var thread = TracedThread.all().stream()
                .filter(one -> one.id() == id && one.runsTracedCode())
                .findFirst()
                .orElseThrow(() -> new RequestRefused("nothing runs there that could be paused"));
        suspender.pause(thread);
        return Map.of();
    }

    /** Tells the front ends of stops. */
    private final class Teller implements Suspender.Listener {
        @Override
        public void stopped(StoppedThread stop) {
            int id = stop.thread().id();
            if (id != TracedThread.CELLS && toldThreads.add(id)) {
                send("thread", Map.of("reason", "started", "threadId", id));
            }
            var body = new LinkedHashMap<String, Object>();
            body.put("reason", stop.reason());
            body.put("threadId", id);
            body.put("allThreadsStopped", false);
            if (!stop.text().isEmpty()) {
                body.put(
                        "description",
                        stop.reason().equals("exception") ? "Paused on exception" : "Paused on breakpoint");
                body.put("text", stop.text());
            }
            send("stopped", body);
        }

        @Override
        public void continued(TracedThread thread) {
            send("continued", Map.of("threadId", thread.id(), "allThreadsContinued", false));
            var alive = TracedThread.all().stream().map(TracedThread::id).toList();
            toldThreads.stream().filter(id -> !alive.contains(id)).toList().forEach(id -> {
                toldThreads.remove(id);
                send("thread", Map.of("reason", "exited", "threadId", id));
            });
        }
    }
}
