package lectern.kernel.cell.help;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import lectern.kernel.cell.engine.Engine;
import lectern.kernel.cell.source.CellSplitter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Chunk;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Token.Kind;
import lectern.kernel.language.Interpreter.Completeness;

/** Decides whether a console should run what was typed or ask for more lines. */
public final class CompletenessCheck {
    private static final String INDENT = "    ";
    private static final Set<String> WANTS_MORE = Set.of(
            "=", "+", "-", "*", "/", "%", "&&", "||", "==", "!=", "<=", ">=", "<", ".", ",", "?", ":", "->", "::", "&",
            "|", "^", "+=", "-=", "*=", "/=", "@", "!", "~");
    private static final Set<String> OPEN_WORDS = Set.of(
            "else",
            "do",
            "try",
            "finally",
            "new",
            "return",
            "throw",
            "import",
            "class",
            "interface",
            "enum",
            "extends",
            "implements",
            "instanceof",
            "case",
            "throws",
            "final",
            "static",
            "public",
            "private");
    private static final List<String> OF_THE_END =
            List.of("compiler.err.premature.eof", "compiler.err.unclosed.str.lit");

    private final Engine engine;

    public CompletenessCheck(Engine engine) {
        this.engine = engine;
    }

    public Completeness check(String typed) {
        var code = typed.replaceAll("(?m)^[%!?].*$", "");
        if (typed.stripLeading().startsWith("%%")) {
            return new Completeness("complete", "");
        }
        var cell = new CellText(0, code);
        var tokens = Lexer.tokens(code);
        var open = new ArrayDeque<String>();
        for (var token : tokens) {
            if (token.kind() == Kind.BROKEN) {
                boolean more = token.text().startsWith("/*") || token.text().startsWith("\"\"\"");
                return more ? incomplete(cell, open.size()) : invalid();
            }
            switch (token.text()) {
                case "(", "[", "{" -> open.push(token.text());
                case ")", "]", "}" -> {
                    var opener = open.poll();
                    if (opener == null || "([{".indexOf(opener) != ")]}".indexOf(token.text())) {
                        return invalid();
                    }
                }
                default -> {}
            }
        }
        if (!open.isEmpty()) {
            return incomplete(cell, open.size());
        }
        if (tokens.isEmpty()) {
            return new Completeness("complete", "");
        }
        var last = tokens.getLast();
        if (WANTS_MORE.contains(last.text()) && last.kind() == Kind.SYMBOL || OPEN_WORDS.contains(last.text())) {
            return incomplete(cell, 0);
        }
        var chunk = CellSplitter.split(cell).getLast();
        if (isOpenHead(chunk)) {
            return incomplete(cell, 1);
        }
        var unit = engine.probe(cell);
        var errors = engine.compiler().syntaxErrors(unit.className, unit.text());
        return errors.stream().anyMatch(error -> OF_THE_END.stream().noneMatch(error.getCode()::startsWith))
                ? invalid()
                : new Completeness("complete", "");
    }

    /** {@code for (...)} or {@code int f()} without what belongs to it. */
    private static boolean isOpenHead(Chunk chunk) {
        var last = chunk.tokens().getLast();
        var first = chunk.tokens().getFirst();
        boolean head = Set.of("for", "while", "if", "switch").contains(first.text());
        return last.is(")")
                && !chunk.ended()
                && (chunk.kind() == Chunk.Kind.METHOD
                        || head && chunk.closing(1) == chunk.tokens().size() - 1);
    }

    private static Completeness invalid() {
        return new Completeness("invalid", "");
    }

    private static Completeness incomplete(CellText cell, int depth) {
        var line = cell.code().substring(cell.code().lastIndexOf('\n') + 1);
        var lead = line.substring(0, line.length() - line.stripLeading().length());
        boolean opens =
                line.stripTrailing().endsWith("{") || line.stripTrailing().endsWith("(");
        return new Completeness(
                "incomplete",
                opens || depth > 0 && lead.isEmpty() && !cell.code().contains("\n")
                        ? lead + INDENT
                        : lead.isEmpty() && depth > 0 ? INDENT : lead);
    }
}
