package lectern.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** A stretch of a cell: Java text or one magic. */
public sealed interface Part {
    /** Java text of the whole cell's length, where everything else is blank, so that places stay what they are. */
    record Java(String code) implements Part {}

    /** {@code %name arguments} or {@code %%name arguments} with a body. */
    record Magic(String name, String arguments, String body) implements Part {
        public boolean isCell() {
            return body != null;
        }
    }

    /** {@code !command}. */
    record Shell(String command) implements Part {}

    /** {@code var name = !command}: the lines that a command prints become a list. */
    record Assigned(String name, String command) implements Part {}

    /** {@code ?name}, {@code name?}; detail 1 with two marks. */
    record Question(String name, int detail) implements Part {}

    Pattern CELL = Pattern.compile("\\A\\s*%%(\\w+)[ \\t]*([^\\n]*)(?:\\n([\\s\\S]*))?\\z");
    Pattern LINE = Pattern.compile("%(\\w+)(?:[ \\t]+(.*))?");
    Pattern ASSIGNED = Pattern.compile(
            "(?:(?:var|List<String>)[ \\t]+)?([A-Za-z]\\w*)[ \\t]*=[ \\t]*(?:%sx[ \\t]+|!)[ \\t]*([^;]*[^;\\s])");
    Pattern ASKED = Pattern.compile("\\?{1,2}[ \\t]*([\\w.%]+)|([\\w.%]+)\\?{1,2};?");

    /**
     * Cuts a cell into parts.
     *
     * @param startsStatement says of an offset whether a statement may begin there: not inside strings, comments and expressions
     */
    static List<Part> of(String code, IntPredicate startsStatement) {
        var cell = CELL.matcher(code);
        if (cell.matches()) {
            return List.of(new Magic(cell.group(1), cell.group(2).strip(), cell.group(3) == null ? "" : cell.group(3)));
        }
        var parts = new ArrayList<Part>();
        int javaFrom = 0;
        int at = 0;
        while (at < code.length()) {
            int end = code.indexOf('\n', at);
            end = end < 0 ? code.length() : end;
            var line = code.substring(at, end).strip();
            var magic = special(line);
            if (magic != null
                    && startsStatement.test(at + code.substring(at, end).indexOf(line))) {
                java(code, javaFrom, at, parts);
                parts.add(magic);
                javaFrom = end;
            }
            at = end + 1;
        }
        java(code, javaFrom, code.length(), parts);
        return parts;
    }

    private static void java(String code, int from, int to, List<Part> parts) {
        if (!code.substring(Math.min(from, to), to).isBlank()) {
            parts.add(new Java(blank(code.substring(0, from)) + code.substring(from, to)));
        }
    }

    /** As many blanks and line ends as there are characters. */
    static String blank(String text) {
        return text.replaceAll("[^\\n]", " ");
    }

    private static Part special(String line) {
        if (line.startsWith("!") && line.length() > 1 && !line.endsWith(";")) {
            return new Shell(line.substring(1));
        }
        var assigned = ASSIGNED.matcher(line);
        if (assigned.matches()) {
            return new Assigned(assigned.group(1), assigned.group(2));
        }
        var asked = ASKED.matcher(line);
        if (asked.matches()) {
            return new Question(asked.group(1) != null ? asked.group(1) : asked.group(2), line.contains("??") ? 1 : 0);
        }
        var magic = LINE.matcher(line);
        return magic.matches()
                ? new Magic(
                        magic.group(1),
                        magic.group(2) == null ? "" : magic.group(2).strip(),
                        null)
                : null;
    }
}
