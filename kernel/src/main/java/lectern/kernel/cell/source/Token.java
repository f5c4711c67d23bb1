package lectern.kernel.cell.source;

/** A piece of Java text between two offsets; comments and white space are no tokens. */
public record Token(Kind kind, String text, int start, int end) {
    public enum Kind {
        WORD,
        KEYWORD,
        NUMBER,
        STRING,
        CHAR,
        SYMBOL,
        BROKEN
    }

    public boolean is(String symbol) {
        return text.equals(symbol) && kind != Kind.STRING;
    }

    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
