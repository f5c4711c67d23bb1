package lectern.kernel.debug;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import lectern.kernel.debug.Debuggee.Variable;
import lectern.notebook.MimeBundle;

/** Answers what a front end wants to see: frames, variables, values of expressions. */
final class Variables {
    private static final String CELL = "cell";

    private final Supplier<Debuggee> debuggee;
    private final Supplier<StoppedThread> present;
    private final References between = new References();
    private final References stopped = new References();
    private StoppedThread seen;
    private int firstFrame;
    private int nextFrame = 1;

    /** {@code present} gives the thread that is stopped now, or null. */
    Variables(Supplier<Debuggee> debuggee, Supplier<StoppedThread> present) {
        this.debuggee = debuggee;
        this.present = present;
    }

    /** The stopped thread of this number. Front ends that know one thread only mean the stopped one, whatever its number. */
    StoppedThread stopOf(int thread) {
        var stop = stop();
        if (stop == null || stop.thread().id() != thread && thread != TracedThread.CELLS) {
            throw new RequestRefused("the thread is not stopped");
        }
        return stop;
    }

    /** The stop that is looked at; a new one makes the numbers of frames and values of the old one void. */
    private StoppedThread stop() {
        var stop = present.get();
        if (stop != seen) {
            stopped.clear();
            seen = stop;
            firstFrame = nextFrame;
            nextFrame += stop == null ? 0 : stop.frames().size();
        }
        return stop;
    }

    /** Lets go of values that are not going to be asked for again. */
    void forget() {
        stopped.clear();
        between.clear();
    }

    Map<String, Object> stackTrace(Arguments arguments) {
        var frames = stopOf(arguments.integer("threadId", TracedThread.CELLS)).frames();
        int from = Math.min(Math.max(0, arguments.integer("startFrame", 0)), frames.size());
        int levels = arguments.integer("levels", 0);
        int to = levels <= 0 ? frames.size() : Math.min(frames.size(), from + levels);
        var told = new ArrayList<Map<String, Object>>();
        for (int i = from; i < to; i++) {
            var entry = frames.get(i).entry();
            told.add(Map.of(
                    "id",
                    firstFrame + i,
                    "name",
                    entry.method() == null ? CELL : entry.method(),
                    "line",
                    entry.line(),
                    "column",
                    1,
                    "source",
                    Map.of("path", entry.path())));
        }
        return Map.of("stackFrames", told, "totalFrames", frames.size());
    }

    private Frame frame(int number) {
        var stop = stop();
        if (stop == null
                || number < firstFrame
                || number >= firstFrame + stop.frames().size()) {
            throw new RequestRefused("the frame is gone: the program has gone on since");
        }
        return stop.frames().get(number - firstFrame);
    }

    Map<String, Object> scopes(Arguments arguments) {
        var frame = frame(arguments.integer("frameId", 0));
        int locals = stopped.scope(() -> locals(frame));
        int globals = stopped.scope(() -> debuggee.get().variables());
        return Map.of("scopes", List.of(scope("Locals", "locals", locals), scope("Globals", "globals", globals)));
    }

    private static Map<String, Object> scope(String name, String hint, int reference) {
        return Map.of("name", name, "presentationHint", hint, "variablesReference", reference, "expensive", false);
    }

    /** What is in sight in a method; in the statements of a cell that is what the notebook has declared, too. */
    private List<Variable> locals(Frame frame) {
        var own = Scope.variables(frame);
        if (frame.entry().method() != null) {
            var self = Scope.self(frame);
            return self == null
                    ? own
                    : Stream.concat(Stream.of(self), own.stream()).toList();
        }
        var all = new LinkedHashMap<String, Variable>();
        own.forEach(variable -> all.put(variable.name(), variable));
        debuggee.get().variables().forEach(variable -> all.putIfAbsent(variable.name(), variable));
        return List.copyOf(all.values());
    }

    Map<String, Object> variables(Arguments arguments) {
        stop();
        int number = arguments.integer("variablesReference", 0);
        var references = between.knows(number) ? between : stopped;
        int start = Math.max(0, arguments.integer("start", 0));
        int count = Math.max(0, arguments.integer("count", 0));
        var found = Describer.bounded(() -> references.open(number, start, count), e -> {
            throw e.getCause() instanceof RequestRefused refused
                    ? refused
                    : new RequestRefused("the value cannot be opened: " + Suspender.words(e));
        });
        return Map.of("variables", told(found, references));
    }

    Map<String, Object> inspectVariables() {
        between.clear();
        return Map.of("variables", told(debuggee.get().variables(), between));
    }

    private List<Map<String, Object>> told(List<Variable> variables, References references) {
        var describer = new Describer(debuggee.get()::text);
        return variables.stream()
                .map(variable -> told(variable, describer, references))
                .toList();
    }

    private static Map<String, Object> told(Variable variable, Describer describer, References references) {
        var told = new LinkedHashMap<String, Object>();
        told.put("name", variable.name());
        told.put("evaluateName", variable.name());
        told.putAll(value(variable.value(), variable.type(), describer, references));
        told.put("value", told.remove("result"));
        return told;
    }

    private static Map<String, Object> value(Object value, String type, Describer describer, References references) {
        var told = new LinkedHashMap<String, Object>();
        told.put("result", describer.text(value));
        int reference = references.value(value);
        // JupyterLab shows a type that Python does not have in place of the value, and all there is to see of a leaf is
        // its value.
        if (reference != 0 || type.equals("int")) {
            told.put("type", Describer.brief(type));
        }
        told.put("variablesReference", reference);
        int indexed = Members.indexed(value);
        if (indexed > 0) {
            told.put("indexedVariables", indexed);
        }
        return told;
    }

    Map<String, Object> richInspectVariables(Arguments arguments) {
        var name = arguments.text("variableName");
        int frame = arguments.integer("frameId", 0);
        var variables = frame > 0 && stop() != null
                ? locals(frame(frame))
                : debuggee.get().variables();
        var found = Stream.concat(variables.stream(), debuggee.get().variables().stream())
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RequestRefused("there is no variable " + name + " here"));
        MimeBundle shown = Describer.bounded(
                () -> debuggee.get().render(found.value()),
                e -> MimeBundle.text(
                        "It cannot be shown: " + Suspender.words(e.getCause() == null ? e : e.getCause())));
        return Map.of("data", shown.data(), "metadata", shown.metadata());
    }

    Map<String, Object> evaluate(Arguments arguments) {
        var code = arguments.text("expression");
        var stop = stop();
        var frame = stop == null
                ? null
                : arguments.integer("frameId").isPresent()
                        ? frame(arguments.integer("frameId").getAsInt())
                        : stop.frames().getFirst();
        Object value = onStopped(
                stop, () -> frame == null ? debuggee.get().evaluateBetweenCells(code) : evaluate(code, frame));
        if (value == Snippet.NOTHING) {
            return Map.of("result", "", "variablesReference", 0);
        }
        return value(
                value,
                value == null ? "" : value.getClass().getTypeName(),
                new Describer(debuggee.get()::text),
                stop == null ? between : stopped);
    }

    private Object evaluate(String code, Frame frame) throws Throwable {
        var locals = Scope.variables(frame);
        var before = locals.stream().map(Variable::value).toArray();
        var after = before.clone();
        var value = debuggee.get().compile(code, locals).apply(after);
        for (int i = 0; i < before.length; i++) {
            if (before[i] != after[i] && !Objects.equals(before[i], after[i])) {
                throw new RequestRefused(
                        locals.get(i).name() + " keeps its value: variables of a running method can be looked at, "
                                + "those of the notebook be assigned as well");
            }
        }
        return value;
    }

    private interface Piece {
        Object run() throws Throwable;
    }

    /** Runs a piece on the stopped thread, if there is one; what goes wrong in it is told in words. */
    private static Object onStopped(StoppedThread stop, Piece piece) {
        try {
            return stop == null
                    ? piece.run()
                    : stop.call(() -> {
                        try {
                            return piece.run();
                        } catch (Exception | Error e) {
                            throw e;
                        } catch (Throwable other) {
                            throw new IllegalStateException(other);
                        }
                    });
        } catch (Throwable e) {
            throw e instanceof RequestRefused refused ? refused : new RequestRefused(Suspender.words(e));
        }
    }

    Map<String, Object> copyToGlobals(Arguments arguments) {
        var name = arguments.text("srcVariableName");
        var copy = arguments.text("dstVariableName");
        if (!SourceVersion.isName(copy) || copy.contains(".")) {
            throw new RequestRefused(copy + " is no name of a variable");
        }
        var frame = frame(arguments.integer("srcFrameId", 0));
        var variable = Scope.variables(frame).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RequestRefused("there is no local variable " + name + " here"));
        onStopped(stop(), () -> {
            debuggee.get().declare(new Variable(copy, variable.type(), variable.value()));
            return null;
        });
        return Map.of();
    }
}
