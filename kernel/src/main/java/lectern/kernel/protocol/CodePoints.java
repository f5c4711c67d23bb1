package lectern.kernel.protocol;

/** Cursor positions: code points on the wire, UTF-16 units in Java. */
final class CodePoints {
    private CodePoints() {}

    /** The index in UTF-16 units of a position in code points; positions outside the text are moved to its ends. */
    static int toUtf16(String text, int position) {
        if (position <= 0) {
            return 0;
        }
        int length = text.codePointCount(0, text.length());
        return position >= length ? text.length() : text.offsetByCodePoints(0, position);
    }

    /** The position in code points of an index in UTF-16 units. */
    static int fromUtf16(String text, int index) {
        return text.codePointCount(0, Math.clamp(index, 0, text.length()));
    }
}
