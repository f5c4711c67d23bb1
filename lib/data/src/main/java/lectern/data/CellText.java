package lectern.data;

/** Text of a cell on one line: cut where it is long, with line ends shown, and as wide as its signs are. */
final class CellText {
    private static final int LONGEST = 50;

    private CellText() {}

    /** The text in one line of at most fifty signs. */
    static String shown(String text) {
        String line =
                text.replace("\r\n", "↵").replace('\n', '↵').replace('\r', '↵').replace('\t', ' ');
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).stripTrailing() + "…";
    }

    /** How many places of a fixed-width font the text takes: two for the signs of East Asia, none for marks on others. */
    static int width(String text) {
        return text.codePoints().map(CellText::width).sum();
    }

    private static int width(int sign) {
        int type = Character.getType(sign);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = sign >= 0x1100 && sign <= 0x115F
                || sign >= 0x2E80 && sign <= 0xA4CF
                || sign >= 0xAC00 && sign <= 0xD7A3
                || sign >= 0xF900 && sign <= 0xFAFF
                || sign >= 0xFE30 && sign <= 0xFE6F
                || sign >= 0xFF00 && sign <= 0xFF60
                || sign >= 0xFFE0 && sign <= 0xFFE6
                || sign >= 0x1F300 && sign <= 0x1F64F
                || sign >= 0x1F900 && sign <= 0x1F9FF
                || sign >= 0x20000 && sign <= 0x3FFFD;
        return wide ? 2 : 1;
    }
}
