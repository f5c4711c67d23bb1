package lectern.notebook;

/** Plain text, with mathematics between dollars, in the languages of front ends. */
final class Markup {
    private Markup() {}

    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** What stands between two dollars stays as it is. */
    static String latex(String text) {
        var written = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('$', from);
            int close = open < 0 ? -1 : text.indexOf('$', open + 1);
            if (close < 0) {
                return written.append(escaped(text.substring(from))).toString();
            }
            written.append(escaped(text.substring(from, open))).append(text, open, close + 1);
            from = close + 1;
        }
        return written.toString();
    }

    private static String escaped(String text) {
        var written = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> written.append("\\textbackslash{}");
                case '~' -> written.append("\\textasciitilde{}");
                case '^' -> written.append("\\textasciicircum{}");
                case '#', '$', '%', '&', '_', '{', '}' -> written.append('\\').append(c);
                default -> written.append(c);
            }
        }
        return written.toString();
    }
}
