package lectern.data.csv;

/** The sentences about a file that cannot be read as asked: which file, which line, which column, and what to do. */
final class Problem {
    private static final int SHOWN = 60;

    private Problem() {}

    /** Something is wrong in this line. */
    static IllegalArgumentException at(String file, long line, String message) {
        return new IllegalArgumentException(file + ", line " + line + ": " + message);
    }

    /** Something is wrong in this line of this column. */
    static IllegalArgumentException at(String file, long line, String column, String message) {
        return new IllegalArgumentException(file + ", line " + line + ", column '" + column + "': " + message);
    }

    /** Something is wrong with the whole file. */
    static IllegalArgumentException in(String file, String message) {
        return new IllegalArgumentException(file + ": " + message);
    }

    /** A text between quotes, cut where it is long. */
    static String quoted(String text) {
        String plain = text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        return plain.length() <= SHOWN ? "'" + plain + "'" : "'" + plain.substring(0, SHOWN) + "…'";
    }
}
