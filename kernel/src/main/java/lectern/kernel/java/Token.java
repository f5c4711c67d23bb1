package lectern.kernel.java;

/** A piece of Java text between two offsets; comments and white space are no tokens. */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        WORD,
        KEYWORD,
        NUMBER,
        STRING,
        CHAR,
        SYMBOL,
        BROKEN
    }

    boolean is(String symbol) {
        return text.equals(symbol) && kind != Kind.STRING;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
