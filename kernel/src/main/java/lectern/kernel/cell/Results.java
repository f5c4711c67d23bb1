package lectern.kernel.cell;

import java.lang.ref.SoftReference;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Token;
import lectern.kernel.magic.MagicError;

/**
 * The results of earlier cells and their names: {@code _} is the last one, {@code __} the one before, {@code _3} and
 * {@code Out[3]} that of cell 3.
 *
 * <p>Java has no such names, so they are found in the text of a cell and declared before it runs. A lone underscore stays what
 * it is in Java where that has a meaning: for variables and parts of patterns that nobody needs. The results are held softly:
 * where memory is short they go. One that a cell has named stays, as a variable would.
 */
final class Results {
    /** In the text of a cell the last result is called so, since an underscore is no name; it is as long. */
    static final String LAST = "\u203f";

    private static final int KEPT = 64;
    private static final Pattern NUMBERED = Pattern.compile("_([1-9]\\d{0,5})");
    private static final Pattern OUT = Pattern.compile("\\bOut\\[\\s*([1-9]\\d{0,5})\\s*\\]");
    private static final Set<String> BEFORE = Set.of(
            "(", ",", "=", "+", "-", "*", "/", "%", "!", "&", "|", "&&", "||", "?", ":", "return", ";", "{", "}", "==",
            "!=", "<", "<=", ">=", "+=", "-=", "[", "->");
    private static final Set<String> TYPES =
            Set.of("var", "int", "long", "double", "float", "boolean", "char", "byte", "short");
    private static final Set<String> NOT_BEHIND = Set.of("->", ":", "=", "(");

    private final TreeMap<Integer, SoftReference<Object>> values = new TreeMap<>();

    /** What a cell needs: its text, in which every result has a name, and the results by these names. */
    record Named(String code, Map<String, Object> values) {}

    /** A cell has given this. */
    void add(int cell, Object value) {
        values.put(cell, new SoftReference<>(value));
        if (values.size() > KEPT) {
            values.pollFirstEntry();
        }
    }

    void clear() {
        values.clear();
    }

    /** May this text speak of a result at all? Most do not, and need no closer look. */
    static boolean mayBeIn(String code) {
        return code.contains("_") || code.contains("Out[");
    }

    /** Finds the results that a cell speaks of; {@code taken} are names that cells have declared themselves. */
    Named in(String code, Set<String> taken) {
        boolean own = !code.contains("Out[") || taken.contains("Out") || isDeclared(Lexer.tokens(code), "Out");
        var text = new StringBuilder(own ? code : outs(code));
        Map<String, Object> found = new LinkedHashMap<>();
        var tokens = Lexer.tokens(text.toString());
        for (int i = 0; i < tokens.size(); i++) {
            var token = tokens.get(i);
            var numbered = NUMBERED.matcher(token.text());
            if (!token.text().startsWith("_") || taken.contains(token.text()) || isDeclared(tokens, token.text())) {
                continue;
            }
            if (token.is("_") && isValue(tokens, i)) {
                text.setCharAt(token.start(), LAST.charAt(0));
                found.put(LAST, last(0));
            } else if (token.is("__")) {
                found.put("__", last(1));
            } else if (numbered.matches()) {
                found.put(token.text(), of(Integer.parseInt(numbered.group(1))));
            }
        }
        return new Named(text.toString(), found);
    }

    /** {@code Out[3]} as {@code _3}, with blanks to the same length; not in texts and remarks. */
    private static String outs(String code) {
        var tokens = Lexer.tokens(code);
        var text = new StringBuilder(code);
        var out = OUT.matcher(code);
        while (out.find()) {
            int at = out.start();
            if (tokens.stream().anyMatch(token -> token.start() == at && token.is("Out"))) {
                var name = "_" + out.group(1);
                text.replace(at, out.end(), name + " ".repeat(out.end() - at - name.length()));
            }
        }
        return text.toString();
    }

    /** Does the cell declare this name itself? */
    private static boolean isDeclared(List<Token> tokens, String name) {
        for (int i = 1; i < tokens.size(); i++) {
            var before = tokens.get(i - 1);
            boolean type = before.isWord() || TYPES.contains(before.text()) || before.is(">") || before.is("]");
            if (!name.equals("_") && type && tokens.get(i).is(name)) {
                return true;
            }
        }
        return false;
    }

    /** Is this underscore a value, and not the name of something that nobody needs? */
    private static boolean isValue(List<Token> tokens, int at) {
        boolean begins = at == 0 || BEFORE.contains(tokens.get(at - 1).text());
        boolean ends = at + 1 == tokens.size()
                || !NOT_BEHIND.contains(tokens.get(at + 1).text());
        if (!begins || !ends) {
            return false;
        }
        int open = at - 1;
        for (int depth = 0; open >= 0; open--) {
            depth += tokens.get(open).is(")") ? 1 : tokens.get(open).is("(") ? -1 : 0;
            if (depth < 0) {
                break;
            }
        }
        return open < 0 || !isLambda(tokens, open) && !isPattern(tokens, open);
    }

    /** Do these brackets hold the parameters of a lambda, or a pattern in front of an arrow? */
    private static boolean isLambda(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                return i + 1 < tokens.size() && tokens.get(i + 1).is("->");
            }
        }
        return false;
    }

    private static boolean isPattern(List<Token> tokens, int open) {
        for (int i = open;
                i >= 0
                        && !tokens.get(i).is(";")
                        && !tokens.get(i).is("{")
                        && !tokens.get(i).is("}");
                i--) {
            if (tokens.get(i).is("case")
                    || tokens.get(i).is("instanceof")
                    || tokens.get(i).is("catch")) {
                return true;
            }
        }
        return false;
    }

    private Object last(int before) {
        var numbers = List.copyOf(values.descendingKeySet());
        if (numbers.size() <= before) {
            throw new MagicError(
                    before == 0
                            ? "There is no result yet that _ could mean."
                            : "There is no second result yet that __ could mean.");
        }
        return of(numbers.get(before));
    }

    private Object of(int cell) {
        var kept = values.get(cell);
        if (kept == null) {
            throw new MagicError("Cell " + cell + " has given no result"
                    + (values.isEmpty() || cell >= values.firstKey() ? "" : ", or one that is too long ago")
                    + "; there are those of the cells "
                    + (values.isEmpty() ? "–" : values.keySet().toString().replaceAll("[\\[\\]]", "")) + ".");
        }
        var value = kept.get();
        if (value == null) {
            throw new MagicError(
                    "The result of cell " + cell + " was let go when memory became short; run the cell again.");
        }
        return value;
    }

    /** The type under which a value is declared: the nearest one that every cell can name. */
    static String typeOf(Object value) {
        return switch (value) {
            case List<?> list -> "java.util.List<" + elements(list) + ">";
            case Set<?> set -> "java.util.Set<" + elements(set) + ">";
            case Map<?, ?> map -> "java.util.Map<" + elements(map.keySet()) + ", " + elements(map.values()) + ">";
            default -> nameable(value.getClass());
        };
    }

    private static String elements(Collection<?> all) {
        Class<?> type = null;
        for (Object each : all) {
            if (each == null || type != null && type != each.getClass()) {
                return "Object";
            }
            type = each.getClass();
        }
        return type == null ? "Object" : nameable(type);
    }

    private static String nameable(Class<?> type) {
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            if (isNameable(each)) {
                return each.getCanonicalName() + arguments(each);
            }
            for (var face : each.getInterfaces()) {
                if (isNameable(face) && face.getMethods().length > 0) {
                    return face.getCanonicalName() + arguments(face);
                }
            }
        }
        return "Object";
    }

    private static String arguments(Class<?> type) {
        int count = type.getTypeParameters().length;
        return count == 0 ? "" : "<" + String.join(", ", java.util.Collections.nCopies(count, "?")) + ">";
    }

    private static boolean isNameable(Class<?> type) {
        if (type.isArray()) {
            return type.getComponentType().isPrimitive() || isNameable(type.getComponentType());
        }
        return type.getCanonicalName() != null
                && Modifier.isPublic(type.getModifiers())
                && (type.getEnclosingClass() == null || isNameable(type.getEnclosingClass()))
                && type.getModule().isExported(type.getPackageName());
    }
}
