package lectern.kernel.cell.source;

import java.util.regex.Pattern;

/**
 * The text of a cell; every error points into one of these.
 *
 * @param code what is compiled: the same length as the text typed, blank where there are magics
 * @param typed the whole cell as the front end has sent it
 */
public record CellText(int number, String code, String typed) {
    private static final Pattern LINE_END = Pattern.compile("\r\n?");
    private static final Pattern UNSEEN =
            Pattern.compile("[\u00a0\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]");

    public CellText(int number, String code) {
        this(number, code, code);
    }

    /** The text with line ends of one kind, and with plain blanks for those that web pages put between words, outside of strings. */
    public static String clean(String code) {
        var text = LINE_END.matcher(code).replaceAll("\n");
        if (!UNSEEN.matcher(text).find()) {
            return text;
        }
        var clean = new StringBuilder();
        int from = 0;
        for (var token : Lexer.tokens(text)) {
            if (token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.CHAR) {
                clean.append(UNSEEN.matcher(text.substring(from, token.start())).replaceAll(" "))
                        .append(token.text());
                from = token.end();
            }
        }
        return clean.append(UNSEEN.matcher(text.substring(from)).replaceAll(" "))
                .toString();
    }

    /** Line of an offset, counted from one. */
    public int line(int offset) {
        int line = 1;
        for (int i = 0; i < Math.min(offset, code.length()); i++) {
            if (code.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    /** Column of an offset, counted from zero. */
    public int column(int offset) {
        return offset - (code.lastIndexOf('\n', Math.min(offset, code.length()) - 1) + 1);
    }

    /** Text of a line, counted from one; empty where there is none. */
    public String lineText(int line) {
        var lines = code.split("\n", -1);
        return line >= 1 && line <= lines.length ? lines[line - 1].stripTrailing() : "";
    }

    public String label() {
        return "Cell In[" + number + "]";
    }
}
