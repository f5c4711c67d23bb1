package lectern.kernel.cell.help;

import java.util.ArrayList;
import java.util.List;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Token;

/** The calls in whose brackets a place of a cell lies. */
final class OpenCalls {
    private OpenCalls() {}

    /** Where the names of the calls around this place end, the innermost first; a body in braces is not looked out of. */
    static List<Integer> around(String code, int cursor) {
        var ends = new ArrayList<Integer>();
        int depth = 0;
        var tokens = Lexer.tokens(code.substring(0, cursor));
        for (int i = tokens.size() - 1; i > 0; i--) {
            var token = tokens.get(i);
            if (token.is(")") || token.is("]") || token.is("}")) {
                depth++;
            } else if (token.is("(") || token.is("[") || token.is("{")) {
                if (depth > 0) {
                    depth--;
                } else if (token.is("{")) {
                    return ends;
                } else if (token.is("(")) {
                    int name = beforeTypeArguments(tokens, i - 1);
                    if (name >= 0 && tokens.get(name).isWord()) {
                        ends.add(tokens.get(name).end());
                    }
                }
            }
        }
        return ends;
    }

    /** The word before {@code <A, B>}, or the word itself where there is none such. */
    private static int beforeTypeArguments(List<Token> tokens, int at) {
        int depth = 0;
        for (int i = at; i >= 0; i--) {
            var text = tokens.get(i).text();
            if (text.matches(">+")) {
                depth += text.length();
            } else if (text.equals("<")) {
                depth--;
            } else if (depth == 0) {
                return i;
            } else if (!tokens.get(i).isWord() && !text.matches("[.,?&\\[\\]]")) {
                return -1;
            }
        }
        return -1;
    }

    /** Is this place within a text, a character or a number? */
    static boolean isInLiteral(String code, int cursor) {
        return Lexer.tokens(code).stream()
                .anyMatch(token -> token.start() < cursor
                        && cursor < token.end()
                        && !token.isWord()
                        && token.text().matches("(?s)[\"'].*"));
    }
}
