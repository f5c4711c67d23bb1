package lectern.kernel.cell;

import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.BaseStream;
import lectern.kernel.cell.compile.DoesNotCompile;
import lectern.kernel.cell.compile.Guard;
import lectern.kernel.cell.engine.Engine;
import lectern.kernel.cell.run.Interrupter;
import lectern.kernel.cell.source.CellSplitter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Token;
import lectern.kernel.debug.Debuggee;
import lectern.kernel.debug.Snippet;
import lectern.kernel.display.Renderers;
import lectern.kernel.language.Interpreter.Outcome;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;

/** Java cells as the debugger sees them. */
final class CellDebuggee implements Debuggee {
    /** Runs work on the thread of cells where no cell is running. */
    interface Turn {
        Object run(Interrupter.Code<Object> work) throws Throwable;
    }

    private static final String LOCALS = "$locals";
    /** Words of a line that ends with an open brace and does something before it. */
    private static final Set<String> DOING = Set.of(
            "for",
            "while",
            "if",
            "do",
            "switch",
            "try",
            "synchronized",
            "catch",
            "->",
            "new",
            "=",
            "return",
            "case",
            "default");

    private static final Set<String> CLOSING = Set.of("}", "]", ")", ";", "{", ",", "else", "finally", "try", "do");

    private final Engine engine;
    private final Renderers renderers;
    private final Turn turn;

    CellDebuggee(Engine engine, Renderers renderers, Turn turn) {
        this.engine = engine;
        this.renderers = renderers;
        this.turn = turn;
    }

    @Override
    public List<Variable> variables() {
        return engine.variablesInSight().stream()
                .map(variable -> new Variable(variable.name(), variable.type(), engine.value(variable)))
                .toList();
    }

    @Override
    public void declare(Variable variable) throws Throwable {
        engine.run(new CellText(0, variable.type() + " " + variable.name() + ";"));
        engine.assign(variable.name(), variable.value());
    }

    @Override
    public Snippet compile(String code, List<Variable> locals) throws Throwable {
        engine.rememberRunning();
        var captured = Set.copyOf(engine.memory().captured);
        var expression = code.strip().replaceFirst(";+$", "");
        try {
            return snippet("return (" + expression + "\n);", expression, locals);
        } catch (DoesNotCompile e) {
            try {
                return snippet(
                        "if (true) { " + code + "\n; } return " + Snippet.class.getName() + ".NOTHING;", code, locals);
            } catch (DoesNotCompile statements) {
                throw new IllegalArgumentException(message(expression.equals(code.strip()) ? e : statements));
            }
        } finally {
            engine.memory().captured.retainAll(captured);
        }
    }

    /** The code as a lambda whose one parameter holds the values of the variables. */
    private Snippet snippet(String body, String code, List<Variable> locals) throws Throwable {
        var words = new HashSet<String>();
        Lexer.tokens(code).stream().filter(Token::isWord).forEach(token -> words.add(token.text()));
        var before = new StringBuilder();
        var after = new StringBuilder();
        for (int i = 0; i < locals.size(); i++) {
            var local = locals.get(i);
            if (words.contains(local.name())) {
                var place = LOCALS + "[" + i + "]";
                before.append(local.type())
                        .append(' ')
                        .append(local.name())
                        .append(" = (")
                        .append(local.type())
                        .append(") ")
                        .append(place)
                        .append("; ");
                after.append(place).append(" = ").append(local.name()).append("; ");
            }
        }
        var text = "(" + Snippet.class.getName() + ") (" + LOCALS + " -> { " + before + "try { " + body
                + " } finally { " + after + "} })";
        return (Snippet) engine.run(new CellText(0, text)).object();
    }

    private static String message(DoesNotCompile error) {
        return error.failure() instanceof Outcome.Failure failure ? failure.message() : "the code does not compile";
    }

    @Override
    public Object evaluateBetweenCells(String code) throws Throwable {
        return turn.run(() -> {
            try {
                var value = engine.run(new CellText(0, code));
                return value.present() ? value.object() : Snippet.NOTHING;
            } catch (DoesNotCompile e) {
                throw new IllegalArgumentException(message(e));
            }
        });
    }

    @Override
    public String text(Object value) {
        return value instanceof BaseStream<?, ?>
                ? "a stream"
                : value instanceof Displayable ? value.toString() : renderers.text(value);
    }

    @Override
    public MimeBundle render(Object value) {
        return value instanceof BaseStream<?, ?> ? MimeBundle.text(text(value)) : renderers.render(value);
    }

    @Override
    public NavigableSet<Integer> lines(String code) {
        var cell = new CellText(0, CellText.clean(code));
        var lines = new TreeSet<Integer>();
        for (var chunk : CellSplitter.split(cell)) {
            if (chunk.kind() != Chunk.Kind.IMPORT && chunk.kind() != Chunk.Kind.EMPTY) {
                addLines(cell, chunk.tokens(), lines);
            }
        }
        return lines;
    }

    private static void addLines(CellText cell, List<Token> tokens, Set<Integer> lines) {
        int from = 0;
        while (from < tokens.size()) {
            int line = cell.line(tokens.get(from).start());
            int to = from;
            while (to < tokens.size() && cell.line(tokens.get(to).start()) == line) {
                to++;
            }
            var words = tokens.subList(from, to);
            boolean nothing = words.stream().allMatch(token -> CLOSING.contains(token.text()))
                    || words.getFirst().is("@");
            boolean header = words.getLast().is("{") && words.stream().noneMatch(token -> DOING.contains(token.text()));
            if (!nothing && !header) {
                lines.add(line);
            }
            from = to;
        }
    }

    @Override
    public String obstacle(String code, int line) {
        var cell = new CellText(0, CellText.clean(code));
        return CellSplitter.split(cell).stream()
                .filter(chunk -> chunk.kind() == Chunk.Kind.TYPE)
                .filter(chunk -> cell.line(chunk.start()) <= line && line <= cell.line(chunk.end()))
                .filter(engine::isOutdated)
                .findFirst()
                .map(chunk -> chunk.name() + " was declared before the debugger came: run its cell again to stop here.")
                .orElse("");
    }

    @Override
    public void checkInterrupt() {
        Guard.check();
    }
}
