package lectern.kernel.cell.help;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes Markdown and plain text of documentation comments. */
final class Javadoc {
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}");

    /** What a link points to, its parameters in brackets, and the words that stand for it, if any. */
    private static final Pattern LINK =
            Pattern.compile("^([\\w.$]*#?\\w*(?:\\([^)]*\\))?)(?:\\s+(\\S.*))?$", Pattern.DOTALL);

    private Javadoc() {}

    private static String label(MatchResult link) {
        String words = link.group(2);
        return Matcher.quoteReplacement(
                words != null ? words : link.group(1).replaceFirst("^#", "").replace('#', '.'));
    }

    static String markdown(String comment) {
        var text = comment.strip();
        text = text.replaceFirst("^/\\*\\*", "")
                .replaceFirst("\\*/$", "")
                .replaceAll("(?m)^\\s*(?:\\*|///) ?", "")
                .strip();
        for (int i = 0; i < 2; i++) {
            text = INLINE.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(inline(found.group(1), found.group(2))));
        }
        // The name of a type parameter is not to be taken for a tag of HTML.
        text = text.replaceAll("(?m)^(\\s*@param\\s+)<(\\w+)>", "$1&lt;$2&gt;");
        text = text.replaceAll("(?i)</?(?:code|tt)>", "`")
                .replaceAll("(?i)</?(?:i|em)>", "*")
                .replaceAll("(?i)</?(?:b|strong)>", "**")
                .replaceAll("(?i)<p>|</p>|<br\\s*/?>", "\n\n")
                .replaceAll("(?i)<li>", "\n- ")
                .replaceAll("(?i)<pre>", "\n```\n")
                .replaceAll("(?i)</pre>", "\n```\n")
                .replaceAll("<[/a-zA-Z][^>]*>", "");
        text = text.replaceAll("(?m)^\\s*@param\\s+(\\S+)\\s+", "\n**$1** – ")
                .replaceAll("(?m)^\\s*@returns?\\s+", "\n**returns** – ")
                .replaceAll("(?m)^\\s*@(?:throws|exception)\\s+(\\S+)\\s+", "\n**throws $1** – ")
                .replaceAll("(?m)^\\s*@(\\w+)\\s*", "\n**$1** – ");
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String inline(String tag, String content) {
        return switch (tag) {
            case "code", "literal" -> "`" + content.strip() + "`";
            case "snippet" ->
                "\n```\n" + content.replaceFirst("^[^\\n]*:\\s*\\n", "").stripTrailing() + "\n```\n";
            case "link", "linkplain", "value" ->
                "`" + LINK.matcher(content.strip()).replaceFirst(Javadoc::label) + "`";
            case "return" -> "returns " + content;
            case "inheritDoc" -> "";
            default -> content;
        };
    }

    /** Markdown without its marks. */
    static String plain(String markdown) {
        return markdown.replaceAll("`{1,3}|\\*\\*", "");
    }
}
