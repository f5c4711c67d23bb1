package lectern.kernel.cell.source;

import java.util.List;

/**
 * A top-level piece of a cell: one import, declaration, statement or expression.
 *
 * @param name what it declares, null for statements and expressions
 * @param body index of the first token after modifiers: the {@code class} word of a type, the result type of a method, the type
 *             of a variable
 * @param nameAt index of the token that is the declared name, -1 where there is none
 * @param ended true when its closing semicolon or brace is there
 */
public record Chunk(CellText cell, Kind kind, String name, List<Token> tokens, int body, int nameAt, boolean ended) {
    public enum Kind {
        IMPORT,
        TYPE,
        METHOD,
        VARIABLE,
        STATEMENT,
        EXPRESSION,
        EMPTY
    }

    public int start() {
        return tokens.getFirst().start();
    }

    public int end() {
        return tokens.getLast().end();
    }

    public String text() {
        return cell.code().substring(start(), end());
    }

    /** The text with blanks and comments made equal, to see whether a declaration has changed. */
    public String essence() {
        var joined = new StringBuilder();
        tokens.forEach(token -> joined.append(token.text()).append(' '));
        return joined.toString();
    }

    public boolean mentions(String word) {
        return tokens.stream().anyMatch(token -> token.isWord() && token.text().equals(word));
    }

    public boolean hasSemicolon() {
        return tokens.getLast().is(";");
    }

    /** Index of the token that closes the bracket at {@code open}, or the last index when it is never closed. */
    public int closing(int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            switch (tokens.get(i).text()) {
                case "(", "[", "{" -> depth++;
                case ")", "]", "}" -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }
}
