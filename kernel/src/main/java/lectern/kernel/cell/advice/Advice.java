package lectern.kernel.cell.advice;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import lectern.kernel.cell.compile.Units;

/** Says in plain words what the compiler means, and what may help. */
public final class Advice {
    /** Errors of a line that does not have the form of Java. */
    private static final List<String> OF_FORM = List.of(
            "compiler.err.expected",
            "compiler.err.illegal",
            "compiler.err.not.stmt",
            "compiler.err.else.without.if",
            "compiler.err.invalid",
            "compiler.err.premature.eof",
            "compiler.err.restricted",
            "compiler.err.class.public",
            "compiler.err.orphaned",
            "compiler.err.catch.without",
            "compiler.err.unclosed");

    private static final Pattern REQUIRED =
            Pattern.compile("required: *(.*)\\n\\s*found: *(.*)\\n\\s*reason: *([\\s\\S]*)");
    private static final Pattern OPERANDS =
            Pattern.compile("operator '(.+)'\\n\\s*first type: *(.+)\\n\\s*second type: *(.+)");
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+) (\\w+)");
    private static final Pattern LOCATION = Pattern.compile("location:\\s+(?:variable (\\w+) of type (.+)|\\w+ (.+))");

    private final Supplier<Collection<String>> names;

    public Advice(Supplier<Collection<String>> names) {
        this.names = names;
    }

    /** The message of an error; {@code line} is the text of the line in which it is. */
    String words(Diagnostic<?> error, String line) {
        var message = Units.plain(error.getMessage(Locale.ENGLISH)).replaceAll("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)", "$1");
        var code = error.getCode();
        if (code.startsWith("compiler.err.cant.resolve")) {
            return unknown(message, line);
        }
        var habit = OF_FORM.stream().anyMatch(code::startsWith) ? PythonHabits.ofForm(line) : null;
        return habit == null ? words(code, message) : words(code, message) + "; " + habit;
    }

    private static String words(String code, String message) {
        return switch (code) {
            case "compiler.err.expected",
                    "compiler.err.expected2",
                    "compiler.err.expected3",
                    "compiler.err.expected4" -> message.startsWith("';'") ? "a semicolon is missing here" : message;
            case "compiler.err.premature.eof" -> "the cell ends too early: a bracket or brace is still open";
            case "compiler.err.not.stmt" -> "this is no statement: an expression alone does nothing here";
            case "compiler.err.unclosed.str.lit" -> "this string has no closing quote";
            case "compiler.err.unclosed.char.lit" ->
                "a char stands between single quotes and is one character; text wants double quotes";
            case "compiler.err.var.might.not.have.been.initialized" -> message + "; give it a value first";
            case "compiler.err.missing.ret.stmt" -> "this method must return a value on every way to its end";
            case "compiler.err.prob.found.req" -> types(message);
            case "compiler.err.already.defined" ->
                message.replaceAll(" in class\\s*$", " in this cell")
                        + "; choose another name, or assign without the type in front";
            case "compiler.err.cant.apply.symbol" -> arguments(message);
            case "compiler.err.cant.infer.local.var.type" -> noType(message);
            case "compiler.err.type.found.req" -> message.contains("required: reference") ? boxed(message) : message;
            case "compiler.err.array.req.but.found" ->
                message.replaceFirst(
                        "array required, but (.+) found",
                        "only arrays have elements in [ ], and this is $1; write get(i)");
            case "compiler.err.operator.cant.be.applied.1" -> operator(message);
            case "compiler.err.int.number.too.large" ->
                "this number is too large for an int; with L behind it, it is a long";
            case "compiler.err.doesnt.exist" -> message + "; is the import spelled right, is a %maven line missing?";
            case "compiler.err.illegal.esc.char" ->
                message + ": a backslash in text is written \\\\; Java has no string templates "
                        + "(\\{x}), write \"x = \" + x or \"x = %s\".formatted(x)";
            case "compiler.err.incomparable.types" -> incomparable(message);
            case "compiler.err.limit.string" ->
                "this text is too long for a constant of Java, which has 65,535 bytes at most; put it into a file and "
                        + "read that: Files.readString(Path.of(\"file.txt\"))";
            case "compiler.err.preview.feature.disabled",
                    "compiler.err.preview.feature.disabled.plural",
                    "compiler.err.is.preview" ->
                message.lines().findFirst().orElse(message).replaceFirst("\\.$", "")
                        + "; start the kernel with LECTERN_PREVIEW=1 to use it";
            case "compiler.err.illegal.char" -> illegalCharacter(message);
            case "compiler.err.non-static.cant.be.ref" ->
                message.contains(" this ") || message.contains(" super ")
                        ? "there is no object here: this and super mean something inside of classes only"
                        : message;
            case "compiler.err.limit.code" ->
                "this piece of code is too large for the Java virtual machine: split it up";
            default -> message;
        };
    }

    /** Characters that word processors and web pages put in the place of those on the keyboard. */
    private static String illegalCharacter(String message) {
        var found = Pattern.compile("\\\\u([0-9a-f]{4})").matcher(message);
        if (!found.find()) {
            return message;
        }
        char c = (char) Integer.parseInt(found.group(1), 16);
        return switch (c) {
            case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' ->
                "this quote " + c + " is a typographic one; text stands in \"straight\" quotes";
            case '\u2018', '\u2019', '\u201a' ->
                "this quote " + c + " is a typographic one; a character stands in 'straight' quotes";
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' ->
                "this dash " + c + " is a typographic one; minus is written -";
            case '\u00d7', '\u22c5', '\u00b7' -> "times is written *, not " + c;
            case '\u2264', '\u2265', '\u2260' -> "comparisons are written <=, >= and !=, not " + c;
            default -> message;
        };
    }

    private String unknown(String message, String line) {
        var symbol = SYMBOL.matcher(message);
        if (!symbol.find()) {
            return message;
        }
        var kind = symbol.group(1);
        var name = symbol.group(2);
        var text = new StringBuilder(
                switch (kind) {
                    case "variable" -> "there is no variable " + name;
                    case "method" -> "there is no method " + name + symbolArguments(message);
                    case "class" -> "there is no type " + name;
                    default -> "unknown: " + name;
                });
        var location = LOCATION.matcher(message);
        if (location.find() && location.group(2) != null) {
            text.append(" in ")
                    .append(location.group(1))
                    .append(", which is ")
                    .append(article(location.group(2).strip()));
        } else if (location.find(0)
                && location.group(3) != null
                && !location.group(3).strip().isEmpty()
                && !location.group(3).strip().equals("Cell")) {
            text.append(" in ").append(location.group(3).strip());
        }
        var near = nearest(name);
        var habit = kind.equals("method") ? ofLibraries(name, text.toString()) : PythonHabits.ofName(name);
        habit = habit == null ? PythonHabits.ofName(name) : habit;
        var form = PythonHabits.ofForm(line);
        if (habit != null || form != null && !line.strip().endsWith(";")) {
            text.append("; ").append(habit != null ? habit : form);
        } else if (kind.equals("method") && names.get().contains(name)) {
            text.append("; ")
                    .append(name)
                    .append(" is no method; a function in a variable is called by its own method, as in ")
                    .append(name)
                    .append(".apply(…)");
        } else if (near != null) {
            text.append("; did you mean ").append(near).append("?");
        } else if (kind.equals("variable") && text.indexOf(" in ") > 0) {
            text.append("; if it is a method, call it with brackets: ")
                    .append(name)
                    .append("()");
        } else if (kind.equals("variable") && line.matches(".*(?<![.\\w])" + name + "\\s*=[^=].*")) {
            text.append("; a new one is declared with its type or with var: var ")
                    .append(name)
                    .append(" = …");
        }
        return text.toString();
    }

    /** What a method of NumPy is called here: one of a tensor, or one that stands alone. */
    private static String ofLibraries(String name, String place) {
        return place.endsWith("a Tensor") || place.endsWith(" in Tensor")
                ? NumpyNames.ofMethod(name)
                : place.contains(" in ") ? null : NumpyNames.ofFunction(name);
    }

    /** {@code linspace wants (double, double, int) and is given (int, int)}. */
    private static String arguments(String message) {
        var called = Pattern.compile("(method|constructor) (\\S+) in ").matcher(message);
        var types = REQUIRED.matcher(message);
        if (!called.find() || !types.find()) {
            return message;
        }
        var reason = types.group(3).strip();
        return (called.group(1).equals("method") ? "" : "new ") + called.group(2) + " wants " + list(types.group(1))
                + " and is given " + list(types.group(2))
                + (reason.startsWith("actual and formal")
                        ? ""
                        : "; " + reason.replaceFirst("^argument mismatch; ", ""));
    }

    private static String list(String types) {
        var text = types.strip();
        return text.startsWith("no arguments") ? "nothing" : "(" + text.replaceAll(",(?! )", ", ") + ")";
    }

    private static String noType(String message) {
        var name = Pattern.compile("local variable (\\w+)").matcher(message);
        var v = name.find() ? name.group(1) : "it";
        return "var cannot tell the type of " + v
                + (message.contains("array initializer")
                        ? "; write var " + v + " = new int[] {1, 2};"
                        : message.contains("without initializer")
                                ? " without a value; give it one, or name the type: double " + v + ";"
                                : message.contains("'null'")
                                        ? " from null; name the type: String " + v + " = null;"
                                        : message.contains("lambda") || message.contains("method reference")
                                                ? " from a function; name the type: Function<Double, Double> " + v
                                                        + " = …, or Fn for tensors"
                                                : message.contains("'void'")
                                                        ? ": the method that is called gives nothing back"
                                                        : ": "
                                                                + message.lines()
                                                                        .skip(1)
                                                                        .map(String::strip)
                                                                        .findFirst()
                                                                        .orElse(message));
    }

    private static String boxed(String message) {
        var found = Pattern.compile("found: *(\\w+)").matcher(message);
        var type = found.find() ? found.group(1) : "int";
        var box = switch (type) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> Character.toUpperCase(type.charAt(0)) + type.substring(1);
        };
        return "between < and > stands a class: " + box + ", not " + type;
    }

    private static String operator(String message) {
        var found = OPERANDS.matcher(message);
        if (!found.find()) {
            return message;
        }
        var text = "there is no " + found.group(1) + " for " + found.group(2).strip() + " and "
                + found.group(3).strip();
        boolean tensor = message.contains("Tensor");
        var verb = !tensor
                ? null
                : switch (found.group(1)) {
                    case "+" -> "plus";
                    case "-" -> "minus";
                    case "*" -> "times";
                    case "/" -> "div";
                    default -> null;
                };
        return verb == null ? text : text + "; write a." + verb + "(b)";
    }

    private static String symbolArguments(String message) {
        var found = Pattern.compile("symbol:\\s+method \\w+(\\([^)\\n]*\\))").matcher(message);
        return found.find() ? found.group(1) : "";
    }

    private static String types(String message) {
        if (message.contains("is not a functional interface")) {
            return "a function needs a type: Function<Double, Double> f = x -> x + 1; or Fn f = x -> x.plus(1); for tensors";
        }
        if (message.contains("unexpected return value")) {
            return "a cell returns nothing: its last line, without a semicolon, is its result";
        }
        var found = Pattern.compile("incompatible types: (.+) cannot be converted to (.+)")
                .matcher(message);
        if (found.matches()) {
            var given = found.group(1);
            var wanted = found.group(2);
            return article(wanted) + " is wanted here, but this is " + article(given)
                    + (given.equals(wanted)
                            ? "; it was made by an older " + given + ": run the cell that makes it again"
                            : wanted.equals("char") && given.equals("String")
                                    ? "; a character stands between single quotes"
                                    : wanted.equals("boolean") && given.equals("int")
                                            ? "; == compares, = assigns"
                                            : wanted.equals("Tensor") ? "; of(…) makes a tensor of numbers" : "");
        }
        var lossy = Pattern.compile("incompatible types: possible lossy conversion from (\\w+) to (\\w+)")
                .matcher(message);
        if (lossy.matches()) {
            return article(lossy.group(1)) + " does not fit into " + article(lossy.group(2)) + " without loss; "
                    + (lossy.group(2).equals("float")
                            ? "write f behind the number, as in 0.1f, or (float) in front"
                            : "write (" + lossy.group(2) + ") in front if that is meant");
        }
        return message;
    }

    /** Two types of one name are an older and a newer class. */
    private static String incomparable(String message) {
        var found = Pattern.compile("incomparable types: (.+) and (.+)").matcher(message);
        if (!found.matches()) {
            return message;
        }
        var type = Pattern.compile("(?:Class<)?(?:capture#\\d+ of )?(?:\\? extends )?([\\w.]+)>?");
        var one = type.matcher(found.group(1));
        var other = type.matcher(found.group(2));
        return one.matches() && other.matches() && one.group(1).equals(other.group(1))
                ? message.replaceFirst(
                                "incomparable types: .*",
                                "an older " + one.group(1) + " is not comparable with the new one")
                        + ": run the cell that makes it again"
                : message;
    }

    private static String article(String type) {
        return ("aeiouAEIO".indexOf(type.charAt(0)) >= 0 ? "an " : "a ") + type;
    }

    String nearest(String name) {
        if (name.length() < 3) {
            return null;
        }
        int limit = Math.max(1, name.length() / 3);
        return names.get().stream()
                .filter(other -> !other.equals(name))
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .filter(other -> distance(name, other) <= limit)
                .orElse(null);
    }

    /** Letters to insert, remove, replace or swap to come from one word to the other; a change of case counts nothing. */
    static int distance(String a, String b) {
        if (a.equalsIgnoreCase(b)) {
            return 0;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
