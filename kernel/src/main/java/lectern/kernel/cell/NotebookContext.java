package lectern.kernel.cell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lectern.kernel.cell.compile.DoesNotCompile;
import lectern.kernel.cell.engine.Engine;
import lectern.kernel.cell.help.CompletenessCheck;
import lectern.kernel.cell.help.Inspector;
import lectern.kernel.cell.run.CapturingIo;
import lectern.kernel.cell.run.Interrupter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Token;
import lectern.kernel.display.Renderers;
import lectern.kernel.language.CellScope;
import lectern.kernel.log.Logging;
import lectern.kernel.magic.MagicContext;
import lectern.kernel.magic.MagicError;
import lectern.kernel.magic.Magics;
import lectern.kernel.magic.Part;
import lectern.kernel.magic.Shells;
import lectern.kernel.magic.Sink;
import lectern.notebook.Lazy;
import lectern.notebook.MimeBundle;

/** Runs the parts of a cell, Java and magics, one after the other, and is what magics see of the interpreter. */
final class NotebookContext implements MagicContext {
    /** What a cell came to. */
    record Ran(Engine.Value value, List<Map<String, Object>> payload) {}

    private static final int BRIEF = 60;
    private static final Pattern NEGATION =
            Pattern.compile("(?:(?:var|boolean)\\s+)?(\\w+)\\s*=\\s*!\\s*(\\w+|\\(|!)(\\(|\\.[A-Za-z]\\w*\\(|::)?"
                    + "[^\\n]*(\\s*(?:&&|\\|\\||[?&|^.]))?");
    private static final Set<String> WORDS_OF_JAVA =
            Set.of("true", "false", "new", "this", "super", "switch", "(", "!");
    private static final Pattern BRACES = Pattern.compile("(?<![$\\\\])\\{(\\w+)\\}");
    /** Tokens after which a line may begin a statement. */
    private static final Set<String> ENDS = Set.of(";", "}");

    private final Engine engine;
    private final Renderers renderers;
    private final Inspector inspector;
    private final Interrupter interrupter;
    private final Magics magics;
    private final List<String> history = new CopyOnWriteArrayList<>();
    private final List<Lazy> libraries = new ArrayList<>();
    private final Set<Lazy> awaited = new HashSet<>();
    private Runnable arrival = () -> {};
    private final Results results = new Results();
    /** Variables that are no one's: the names of results. */
    private final Set<String> recalled = new HashSet<>();

    private CellText present;
    private List<Map<String, Object>> payload = new ArrayList<>();

    NotebookContext(Engine engine, Renderers renderers, Inspector inspector, Interrupter interrupter) {
        this.engine = engine;
        this.renderers = renderers;
        this.inspector = inspector;
        this.interrupter = interrupter;
        this.magics = new Magics(this);
    }

    Magics magics() {
        return magics;
    }

    /** Has a library fetched when a cell first needs it, unless it is there; {@code onArrival} runs when it has come. */
    void offer(Lazy library, boolean there, Runnable onArrival) {
        libraries.add(library);
        arrival = onArrival;
        if (!there) {
            awaited.add(library);
            engine.await(library, this::bring);
        }
    }

    void remember(String code) {
        history.add(code);
    }

    Ran runCell(CellText cell) throws Throwable {
        present = cell;
        var value = Engine.Value.NOTHING;
        payload = new ArrayList<>();
        var parts = mayHoldMagics(cell.code())
                ? Part.of(cell.code(), at -> startsStatement(cell.code(), at) && !negates(cell.code(), at))
                : List.<Part>of(new Part.Java(cell.code()));
        for (int i = 0; i < parts.size(); i++) {
            Object shown = null;
            switch (parts.get(i)) {
                case Part.Java java -> {
                    value = engine.run(new CellText(cell.number(), withResults(java.code()), cell.typed()));
                    continue;
                }
                case Part.Magic magic -> shown = interrupter.magic(() -> magics.run(magic));
                case Part.Shell shell -> shown = interrupter.magic(() -> Shells.run("sh", filledIn(shell.command())));
                case Part.Assigned assigned -> {
                    var lines = interrupter.magic(() -> lines(assigned.command()));
                    magics.capturing().define(assigned.name(), lines);
                }
                case Part.Question question ->
                    payload.add(
                            Map.of("source", "page", "data", answer(question).data(), "start", 0));
            }
            value = shown == null ? Engine.Value.NOTHING : new Engine.Value(true, shown);
            if (shown != null && i < parts.size() - 1) {
                show(shown);
                value = Engine.Value.NOTHING;
            }
        }
        return new Ran(value, payload);
    }

    /** The same text with names for the results that it speaks of. */
    private CellText named(CellText text) throws Throwable {
        return new CellText(text.number(), withResults(text.code()), text.typed());
    }

    /** Declares the results of earlier cells that this text speaks of; the text as Java reads it. */
    private String withResults(String code) throws Throwable {
        if (!Results.mayBeIn(code)) {
            return code;
        }
        var named = results.in(code, declared());
        for (var each : named.values().entrySet()) {
            magics.capturing().define(each.getKey(), Results.typeOf(each.getValue()), each.getValue());
            recalled.add(each.getKey());
        }
        return named.code();
    }

    /** Names that cells have declared themselves. */
    private Set<String> declared() {
        var names = new HashSet<>(engine.memory().names());
        names.removeAll(recalled);
        return names;
    }

    /** Remembers what a cell has given. */
    void remember(int cell, Object result) {
        if (cell > 0) {
            results.add(cell, result);
        }
    }

    /**
     * Is the {@code !} of {@code ok = !done} Java's? It is where what stands behind it could be Java: a word of the language, a
     * name of the notebook, a type, a call, something that goes on in the next line; and where a truth value is assigned. A
     * command is what is left.
     */
    private boolean negates(String code, int at) {
        var found = NEGATION.matcher(code).region(at, code.length());
        if (!found.lookingAt()) {
            return false;
        }
        var word = found.group(2);
        var assigned = engine.memory().variables.get(found.group(1));
        return WORDS_OF_JAVA.contains(word)
                || Character.isUpperCase(word.charAt(0))
                || found.group(3) != null
                || found.group(4) != null
                || assigned != null && assigned.type().equalsIgnoreCase("boolean")
                || engine.memory().names().contains(word)
                || Lexer.tokens(code.substring(0, at)).stream()
                        .anyMatch(token -> token.text().equals(word));
    }

    /** Puts the values of variables into a command, as in {@code !wc -l {file}}; braces around anything else are the shell's. */
    private String filledIn(String command) {
        return BRACES.matcher(command).replaceAll(found -> {
            var variable = engine.memory().variables.get(found.group(1));
            return Matcher.quoteReplacement(variable == null ? found.group() : String.valueOf(engine.value(variable)));
        });
    }

    @Override
    public List<String> lines(String command) {
        if (command.isBlank()) {
            throw new MagicError("Which command? For example: var files = !ls");
        }
        return Shells.lines(filledIn(command));
    }

    @Override
    public void capture(String code, Kept kept) throws Throwable {
        var io = new CapturingIo(CellScope.current());
        try {
            io.during(() -> {
                var value = engine.run(named(inPlace(code)));
                if (value.present() && value.object() != null) {
                    io.display(renderers.render(value.object()), null);
                }
                return null;
            });
        } finally {
            kept.take(io.captured());
        }
    }

    private static boolean mayHoldMagics(String code) {
        return code.contains("%") || code.contains("!") || code.contains("?");
    }

    /** Could a statement begin here: outside of strings, comments and brackets, and after the end of another one? */
    private static boolean startsStatement(String code, int at) {
        Token before = null;
        int depth = 0;
        for (var token : Lexer.tokens(code)) {
            if (token.start() < at && token.end() > at) {
                return false;
            }
            if (token.end() <= at) {
                before = lineIsMagic(code, token) ? before : token;
                depth += Set.of("(", "[", "{").contains(token.text())
                        ? 1
                        : Set.of(")", "]", "}").contains(token.text()) ? -1 : 0;
            }
        }
        int comment = code.lastIndexOf("/*", at);
        boolean inComment = comment >= 0 && code.indexOf("*/", comment) > at;
        return !inComment
                && depth <= 0
                && (before == null
                        || ENDS.contains(before.text())
                        || code.charAt(at) != '%' && code.charAt(at) != '!'
                        || importLine(code, before));
    }

    private static boolean lineIsMagic(String code, Token token) {
        var line = code.substring(code.lastIndexOf('\n', Math.max(0, token.start() - 1)) + 1)
                .stripLeading();
        return line.startsWith("%") || line.startsWith("!") || line.startsWith("?");
    }

    private static boolean importLine(String code, Token token) {
        return code.substring(code.lastIndexOf('\n', token.start()) + 1)
                .stripLeading()
                .startsWith("import ");
    }

    private MimeBundle answer(Part.Question question) {
        var help = magics.help(question.name());
        var found = help != null ? MimeBundle.text(help) : inspect(question.name(), question.detail());
        return found != null ? found : MimeBundle.text("Nothing is known of " + question.name() + ".");
    }

    @Override
    public Object run(String code) throws Throwable {
        return engine.run(named(inPlace(code))).object();
    }

    /** Where the code is the end of the cell, as below {@code %%time}, lines and breakpoints count from the top of the cell. */
    private CellText inPlace(String code) {
        var cell = present.code();
        return cell.endsWith(code)
                ? new CellText(
                        present.number(),
                        Part.blank(cell.substring(0, cell.length() - code.length())) + code,
                        present.typed())
                : new CellText(present.number(), code);
    }

    @Override
    public Repeatable compile(String code) throws Throwable {
        Engine.Value value;
        try {
            var expression = code.strip().replaceFirst(";$", "");
            value = engine.run(new CellText(
                    present.number(), "(Runnable) (() -> " + Sink.class.getName() + ".take(" + expression + "))"));
        } catch (DoesNotCompile statements) {
            value = engine.run(new CellText(present.number(), "(Runnable) (() -> { " + code + "\n; })"));
        }
        if (value.object() instanceof Runnable body) {
            return times -> interrupter.user(() -> repeat(body, times));
        }
        throw new MagicError("This code cannot be repeated.");
    }

    private Void repeat(Runnable body, long times) {
        for (long i = 0; i < times; i++) {
            body.run();
        }
        return null;
    }

    @Override
    public boolean isComplete(String code) {
        return !new CompletenessCheck(engine).check(code).status().equals("incomplete");
    }

    @Override
    public void replaceCell(String text) {
        payload.add(Map.of("source", "set_next_input", "text", text, "replace", true));
    }

    @Override
    public void addToClassPath(List<Path> paths) {
        if (!paths.isEmpty()) {
            engine.addToClassPath(paths);
            Logging.look(engine.loader());
        }
    }

    @Override
    public List<Path> classPath() {
        return engine.classPath();
    }

    @Override
    public List<Lazy> libraries() {
        return List.copyOf(libraries);
    }

    @Override
    public boolean isThere(Lazy library) {
        return !awaited.contains(library);
    }

    @Override
    public void bring(Lazy library) {
        var jars = magics.jars(library).stream()
                .filter(jar -> !engine.classPath().contains(jar))
                .toList();
        ApplicationLoader.add(jars);
        engine.hasCome(library, jars);
        awaited.remove(library);
        arrival.run();
    }

    @Override
    public List<Variable> variables() {
        return engine.memory().variables.values().stream()
                .filter(variable -> !recalled.contains(variable.name()))
                .map(variable -> new Variable(
                        variable.name(),
                        Inspector.brief(variable.type()),
                        brief(engine.value(variable)),
                        variable.cell().number()))
                .toList();
    }

    private String brief(Object value) {
        var text = value instanceof java.util.stream.BaseStream
                ? "a stream"
                : String.valueOf(renderers.render(value).data().get(MimeBundle.TEXT))
                        .replaceAll("\\s+", " ");
        return text.length() > BRIEF ? text.substring(0, BRIEF) + "…" : text;
    }

    @Override
    public List<String> history() {
        return List.copyOf(history);
    }

    @Override
    public void reset() {
        results.clear();
        recalled.clear();
        engine.reset();
    }

    @Override
    public MimeBundle inspect(String name, int detail) {
        return inspector.inspect(name, name.length(), detail);
    }

    @Override
    public void show(Object value) {
        var io = CellScope.current();
        if (io != null) {
            io.display(renderers.render(value), null);
        }
    }
}
