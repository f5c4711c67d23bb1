package lectern.kernel.cell.help;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes Markdown and plain text of documentation comments. */
final class Javadoc {
    private static final Pattern INLINE = Pattern.compile("\\{@(\\w+)\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}");

    private Javadoc() {}

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
            case "code", "literal", "snippet" -> "`" + content.strip() + "`";
            case "link", "linkplain", "value" ->
                "`" + content.strip().replaceFirst("^#", "").replaceFirst("^\\S+\\s+(?=\\S)", "") + "`";
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
