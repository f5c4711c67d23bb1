package lectern.kernel.cell.source;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lectern.kernel.cell.source.Chunk.Kind;

/** What the looks of a chunk tell before anything is compiled. */
public final class ChunkForms {
    private static final Pattern ONE_TYPE =
            Pattern.compile("\\s*import\\s+(?!static\\b)[\\w.\\s]+\\.\\s*(\\w+)\\s*;?\\s*");

    private ChunkForms() {}

    /** Words in code that may run on another thread or at another time than its text suggests. */
    public static Set<String> capturedIn(List<Chunk> chunks) {
        var words = new HashSet<String>();
        for (var chunk : chunks) {
            boolean later = chunk.kind() == Kind.METHOD
                    || chunk.kind() == Kind.TYPE
                    || chunk.tokens().stream().anyMatch(token -> token.is("->") || token.is("::") || token.is("class"))
                    || chunk.text().contains("new ") && chunk.tokens().stream().anyMatch(token -> token.is("{"));
            if (later) {
                chunk.tokens().stream().filter(Token::isWord).forEach(token -> words.add(token.text()));
            }
        }
        return words;
    }

    /** Is this {@code var x = …}? */
    public static boolean isVar(Chunk chunk) {
        return chunk.kind() == Kind.VARIABLE
                && chunk.tokens().get(chunk.body()).is("var")
                && chunk.nameAt() == chunk.body() + 1;
    }

    /** May this chunk, being the last one, be the result of the cell? */
    public static boolean wantsResult(Chunk chunk) {
        return chunk.kind() == Kind.EXPRESSION && !chunk.hasSemicolon() || isSwitchWithArrows(chunk);
    }

    /** A {@code switch} that may be an expression as well as a statement. */
    static boolean isSwitchWithArrows(Chunk chunk) {
        return chunk.kind() == Kind.STATEMENT
                && chunk.tokens().getFirst().is("switch")
                && chunk.tokens().stream().anyMatch(token -> token.is("->"));
    }

    /** Could the expression have no value, as the call of a void method? */
    public static boolean mayBeVoid(Chunk chunk) {
        return isSwitchWithArrows(chunk) || chunk.tokens().getLast().is(")");
    }

    /** Does an expression without a semicolon stand for what it does, as an assignment, and not for its value? */
    public static boolean isStatement(Chunk chunk) {
        var tokens = chunk.tokens();
        int last = tokens.getLast().is(";") ? tokens.size() - 2 : tokens.size() - 1;
        if (last < 0
                || tokens.get(last).is(")")
                || tokens.get(last).is("++")
                || tokens.get(last).is("--")
                || tokens.getFirst().is("++")
                || tokens.getFirst().is("--")
                || tokens.get(last).is("}")) {
            return true;
        }
        int depth = 0;
        for (var token : tokens) {
            switch (token.text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {}
            }
            if (depth == 0
                    && token.kind() == Token.Kind.SYMBOL
                    && token.text().endsWith("=")
                    && !Set.of("==", "!=", "<=", ">=").contains(token.text())) {
                return true;
            }
        }
        // Two operands side by side: let the compiler see the text as it stands.
        return tokens.stream().noneMatch(token -> token.kind() != Token.Kind.SYMBOL);
    }

    /** The type of a variable as its declaration writes it. */
    public static String typeText(Chunk chunk, Declarator declarator) {
        int from = chunk.tokens().get(chunk.body()).start();
        int to = chunk.tokens().get(chunk.nameAt() - 1).end();
        return chunk.cell().code().substring(from, to) + "[]".repeat(declarator.dimensions());
    }

    /** Does the chunk name a variable, not a member or method of that name? */
    public static boolean uses(Chunk chunk, String name) {
        for (int i = 0; i < chunk.tokens().size(); i++) {
            if (chunk.tokens().get(i).isWord()
                    && chunk.tokens().get(i).text().equals(name)
                    && !(i > 0
                            && (chunk.tokens().get(i - 1).is(".")
                                    || chunk.tokens().get(i - 1).is("::")))
                    && !(i + 1 < chunk.tokens().size()
                            && chunk.tokens().get(i + 1).is("("))) {
                return true;
            }
        }
        return false;
    }

    /** The simple name that an import of one type gives it; null for imports of packages and of static members. */
    public static String importedType(String line) {
        var found = ONE_TYPE.matcher(line);
        return found.matches() ? found.group(1) : null;
    }
}
