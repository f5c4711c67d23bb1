package lectern.kernel.cell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.kernel.cell.source.Token.Kind;

/**
 * Cuts Java text into tokens and never fails: what is unterminated becomes one {@link Kind#BROKEN} token to the end of the text.
 *
 * <p>The compiler has a scanner too, but it stops at errors, and half-typed cells are the rule here.
 */
public final class Lexer {
    /** A name that nobody writes; it stands where the cursor is, when the compiler is asked what could stand there. */
    public static final String HOLE = "__hole__";

    public static final Set<String> KEYWORDS = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "true",
            "false",
            "null");

    private static final List<String> LONG_SYMBOLS = List.of(
            ">>>=", "<<=", ">>=", "...", "->", "::", "++", "--", "&&", "||", "==", "!=", "<=", ">=", "+=", "-=", "*=",
            "/=", "&=", "|=", "^=", "%=", "<<");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    public static List<Token> tokens(String text) {
        var lexer = new Lexer(text);
        while (lexer.next()) {
            continue;
        }
        return lexer.tokens;
    }

    /** Where the name begins that ends at this offset; letters may lie beyond the 65,536 characters of a {@code char}. */
    public static int wordStart(String text, int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        return start;
    }

    /** Where the name ends that begins at this offset or goes on there. */
    public static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length() && Character.isJavaIdentifierPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private boolean next() {
        skipBlanks();
        if (at >= text.length()) {
            return false;
        }
        int start = at;
        char c = text.charAt(at);
        if (text.startsWith("/*", at)) {
            add(Kind.BROKEN, start, text.length());
        } else if (text.startsWith("\"\"\"", at)) {
            quoted("\"\"\"", true);
        } else if (c == '"') {
            quoted("\"", false);
        } else if (c == '\'') {
            quoted("'", false);
        } else if (Character.isDigit(c)
                || c == '.' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1))) {
            number();
        } else if (Character.isJavaIdentifierStart(text.codePointAt(at))) {
            word();
        } else {
            var symbol = LONG_SYMBOLS.stream()
                    .filter(s -> text.startsWith(s, at))
                    .findFirst()
                    .orElse(new String(Character.toChars(text.codePointAt(at))));
            add(Kind.SYMBOL, start, start + symbol.length());
        }
        return true;
    }

    private void add(Kind kind, int start, int end) {
        tokens.add(new Token(kind, text.substring(start, end), start, end));
        at = end;
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at) && text.indexOf("*/", at + 2) >= 0) {
                at = text.indexOf("*/", at + 2) + 2;
            } else {
                return;
            }
        }
    }

    private void quoted(String quote, boolean lines) {
        int i = at + quote.length();
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\\') {
                i += 2;
            } else if (text.startsWith(quote, i)) {
                add(quote.equals("'") ? Kind.CHAR : Kind.STRING, at, i + quote.length());
                return;
            } else if (c == '\n' && !lines) {
                add(Kind.BROKEN, at, i);
                return;
            } else {
                i++;
            }
        }
        add(Kind.BROKEN, at, text.length());
    }

    private void number() {
        int i = at;
        boolean hex = text.startsWith("0x", i) || text.startsWith("0X", i);
        while (i < text.length()) {
            char c = text.charAt(i);
            char before = i > at ? Character.toLowerCase(text.charAt(i - 1)) : ' ';
            boolean exponent = (c == '+' || c == '-') && (hex ? before == 'p' : before == 'e');
            boolean point = c == '.' && i + 1 < text.length() && !Character.isJavaIdentifierStart(text.charAt(i + 1))
                    || c == '.'
                            && i + 1 < text.length()
                            && "dDfFeE".indexOf(text.charAt(i + 1)) >= 0
                            && !wordFollows(i + 1)
                    || c == '.' && i + 1 == text.length();
            if (!Character.isLetterOrDigit(c) && c != '_' && !exponent && !point) {
                break;
            }
            i++;
        }
        add(Kind.NUMBER, at, i);
    }

    private boolean wordFollows(int i) {
        return i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
    }

    private void word() {
        int i = at;
        while (i < text.length() && Character.isJavaIdentifierPart(text.codePointAt(i)) && text.charAt(i) != 0) {
            i += Character.charCount(text.codePointAt(i));
        }
        var word = text.substring(at, i);
        if (word.equals("non") && text.startsWith("-sealed", i)) {
            add(Kind.KEYWORD, at, i + "-sealed".length());
            return;
        }
        add(KEYWORDS.contains(word) ? Kind.KEYWORD : Kind.WORD, at, i);
    }
}
