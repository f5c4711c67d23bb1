package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words behind a magic, as a shell would see them: what stands in quotation marks is one. */
final class Words {
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");

    private Words() {}

    static List<String> of(String arguments) {
        var words = new ArrayList<String>();
        var found = WORD.matcher(arguments);
        while (found.find()) {
            words.add(found.group().replaceAll("\"([^\"]*)\"|'([^']*)'", "$1$2"));
        }
        return words;
    }
}
