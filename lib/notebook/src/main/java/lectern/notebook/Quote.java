package lectern.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a cell says in an argument of a call, and what the names and simple terms in it are worth: for messages that quote it.
 *
 * @param source the text of the argument in one line, empty where nobody knows the source
 * @param values the values by the text that has them, in the order of the text; long ones are left out
 */
public record Quote(String source, Map<String, String> values) {
    /** Nothing is known, as on a console. */
    public static final Quote NONE = new Quote("", Map.of());

    /** Keeps the order of the values. */
    public Quote {
        values = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The values as one line, {@code a = 1, b = 2}; empty where there are none. */
    public String told() {
        var told = new StringJoiner(", ");
        values.forEach((text, value) -> told.add(text + " = " + value));
        return told.toString();
    }
}
