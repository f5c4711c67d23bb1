package lectern.kernel.cell.help;

import java.util.ArrayDeque;
import java.util.List;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Token;

/** Makes of a text that breaks off something that the compiler can look at. */
final class Hole {
    private Hole() {}

    /** The text with a hole at its end and every open bracket closed. */
    static String in(String before) {
        var open = new ArrayDeque<String>();
        for (var token : Lexer.tokens(before)) {
            switch (token.text()) {
                case "(" -> open.push(")");
                case "[" -> open.push("]");
                case "{" -> open.push(";}");
                case ")", "]", "}" -> open.poll();
                default -> {}
            }
        }
        var tokens = Lexer.tokens(before);
        boolean newed = !tokens.isEmpty() && tokens.getLast().is("new");
        boolean imported = false;
        for (int i = tokens.size() - 1;
                i >= 0
                        && (tokens.get(i).isWord()
                                || tokens.get(i).is(".")
                                || tokens.get(i).is("static")
                                || tokens.get(i).is("import"));
                i--) {
            imported |= tokens.get(i).is("import");
        }
        int arguments = openTypeArguments(tokens);
        if (arguments > 0) {
            return before
                    + Lexer.HOLE
                    + ">".repeat(arguments)
                    + (isCreated(tokens) ? "()" : " hole$")
                    + String.join("", open);
        }
        boolean statement = ";}".equals(open.peek());
        return before
                + Lexer.HOLE
                + (newed || statement && !imported ? "()" : "")
                + String.join("", open)
                + (imported ? ";" : "");
    }

    /**
     * How many lists of type arguments are open at the end, as in {@code Map<String, List<}; none where there is but one of one
     * type, which could as well be a comparison.
     */
    private static int openTypeArguments(List<Token> tokens) {
        int open = 0;
        int closed = 0;
        boolean list = false;
        for (int i = tokens.size() - 1; i > 0; i--) {
            var text = tokens.get(i).text();
            if (text.equals("<")) {
                if (closed > 0) {
                    closed--;
                } else if (Character.isUpperCase(tokens.get(i - 1).text().charAt(0))) {
                    open++;
                } else {
                    break;
                }
            } else if (text.matches(">+")) {
                closed += text.length();
            } else if (text.equals(",")) {
                list |= closed == 0;
            } else if (!tokens.get(i).isWord() && !text.matches("[.?\\[\\]]")) {
                break;
            }
        }
        return list || open > 1 ? open : 0;
    }

    /** Does {@code new} stand before the type at the end? */
    private static boolean isCreated(List<Token> tokens) {
        for (int i = tokens.size() - 1; i >= 0; i--) {
            if (tokens.get(i).is("new")) {
                return true;
            }
            if (!tokens.get(i).isWord() && !tokens.get(i).text().matches("[.,?<>\\[\\]]+")) {
                return false;
            }
        }
        return false;
    }
}
