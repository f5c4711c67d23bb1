package lectern.kernel.cell.source;

import java.util.List;
import java.util.Set;

/**
 * The names with a dot behind them at the end of a text, where nothing else in the text has a say in what they mean.
 *
 * <p>{@code int n = 3; Math.} asks what {@code Math.} asks: the answer may be kept from one text to the next. It may not where
 * the text itself could declare the first name, {@code x -> x.}, or an import or a class around it bring another of its kind.
 */
public final class Receiver {
    private static final Set<String> OPERATORS = Set.of(
            "=", "+", "-", "*", "/", "%", "!", "~", "?", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=",
            "%=", "&=", "|=", "^=");
    private static final Set<String> BEFORE_EXPRESSIONS =
            Set.of(";", "{", "}", "(", ")", "[", ",", "->", ":", "return", "else", "do");
    private static final Set<String> DECLARING = Set.of("class", "interface", "enum", "record", "import", "package");

    private Receiver() {}

    /** {@code Math.} of {@code int n = 3; Math.}, or null where the meaning depends on the text before it. */
    public static String alone(String text) {
        var tokens = Lexer.tokens(text);
        int first = first(tokens);
        if (first < 0
                || first > 0 && !beginsExpression(tokens.get(first - 1))
                || tokens.stream().anyMatch(token -> DECLARING.contains(token.text()))
                || maybeInAnonymousClass(tokens)) {
            return null;
        }
        var name = tokens.get(first).text();
        for (int i = 0; i < first; i++) {
            if (tokens.get(i).is(name) && mayDeclare(tokens, i)) {
                return null;
            }
        }
        return text.substring(tokens.get(first).start(), tokens.getLast().end());
    }

    /** Where the names begin that end the text, or less than zero. */
    private static int first(List<Token> tokens) {
        int at = tokens.size() - 1;
        int first = -1;
        while (at > 0 && tokens.get(at).is(".") && tokens.get(at - 1).isWord()) {
            first = at - 1;
            at -= 2;
        }
        return at >= 0 && tokens.get(at).is(".") ? -1 : first;
    }

    private static boolean beginsExpression(Token before) {
        return BEFORE_EXPRESSIONS.contains(before.text()) || OPERATORS.contains(before.text());
    }

    /** Inherited names come before all others. */
    private static boolean maybeInAnonymousClass(List<Token> tokens) {
        int depth = 0;
        boolean created = false;
        for (var token : tokens) {
            created |= token.is("new");
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
        }
        return created && depth > 0;
    }

    private static boolean mayDeclare(List<Token> tokens, int at) {
        var next = tokens.get(at + 1);
        boolean used = at > 0 && OPERATORS.contains(tokens.get(at - 1).text()) && !next.is("->");
        return !next.is(".") && !used;
    }
}
