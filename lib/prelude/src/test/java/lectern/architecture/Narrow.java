package lectern.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes the loops over float32: every file {@code …64.java} of the library has a twin {@code …32.java}, which is the
 * same text with the narrower type.
 *
 * <p>Where the two differ, a comment at the end of the line says so: {@code // f32: VALUE} replaces what is assigned or
 * declared in that line, {@code // f32: => TEXT} the whole line, {@code // f32: -} drops it, {@code // f32: keep}
 * leaves it as it is. A line {@code // f32: long => int} makes all long integers of the file short ones.
 *
 * <p>A file {@code ….loops} is a table of operations and expressions, from which a file of loops, one for each
 * operation, is written first; that is then the template of its twin.
 *
 * <p>The results are kept in the repository, and {@link TwinsTest} compares them. To write them anew, from the root:
 *
 * <pre>java lib/prelude/src/test/java/lectern/architecture/Narrow.java</pre>
 */
final class Narrow {
    private static final String COMMAND = "java lib/prelude/src/test/java/lectern/architecture/Narrow.java";
    private static final List<String> ROOMS = List.of("lib/tensor/src/main/java", "lib/grad/src/main/java");
    private static final Pattern DEVIATION = Pattern.compile("^(\\s*)(.*?)\\s*// f32: (.*)$");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\w.])(0[xX][\\da-fA-F.]+[pP][+-]?\\d+|\\d+\\.\\d*(?:[eE][+-]?\\d+)?|\\d+[eE][+-]?\\d+)(?![\\w.])");
    private static final Map<Pattern, String> WORDS = words(
            "DoubleVector", "FloatVector",
            "LongVector", "IntVector",
            "double", "float",
            "Double", "Float",
            "reinterpretAsLongs", "reinterpretAsInts",
            "reinterpretAsDoubles", "reinterpretAsFloats",
            "doubleToRawLongBits", "floatToRawIntBits",
            "longBitsToDouble", "intBitsToFloat",
            "([A-Za-z]\\w*)64", "$132");
    private static final Map<Pattern, String> INTEGERS = words(
            "long", "int",
            "Long", "Integer",
            "(0x[\\da-f]+|\\d+)L", "$1");

    private Narrow() {}

    /** Writes all files that are made from others. */
    public static void main(String... args) {
        all(Path.of("")).forEach((file, text) -> {
            try {
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The text that every file made from another one has to have. */
    static Map<Path, String> all(Path root) {
        Map<Path, String> made = new TreeMap<>();
        for (Path table : files(root, ".loops")) {
            made.put(beside(table, ".loops", "64.java"), expand(table));
        }
        List<Path> templates = new ArrayList<>(files(root, "64.java"));
        templates.removeAll(made.keySet());
        Map<Path, String> twins = new TreeMap<>();
        made.forEach((file, text) -> twins.put(beside(file, "64.java", "32.java"), narrow(text)));
        templates.forEach(file -> twins.put(
                beside(file, "64.java", "32.java"), header(file.getFileName().toString()) + narrow(read(file))));
        made.putAll(twins);
        return made;
    }

    /** The files of the library whose name ends so. */
    static List<Path> files(Path root, String end) {
        List<Path> found = new ArrayList<>();
        for (String room : ROOMS) {
            try (Stream<Path> tree = Files.walk(root.resolve(room))) {
                tree.filter(file -> file.toString().endsWith(end)).sorted().forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static Path beside(Path file, String end, String other) {
        String name = file.getFileName().toString();
        return file.resolveSibling(name.substring(0, name.length() - end.length()) + other);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(String source) {
        return "// Generated from " + source + "; after a change there run\n//   " + COMMAND + "\n";
    }

    /** The float32 form of a text about float64. */
    static String narrow(String text) {
        boolean integers = text.contains("// f32: long => int\n");
        StringBuilder out = new StringBuilder();
        for (String line : text.lines().toList()) {
            Matcher deviation = DEVIATION.matcher(line);
            if (!deviation.matches()) {
                out.append(word(line, integers)).append('\n');
                continue;
            }
            String indent = deviation.group(1);
            String code = deviation.group(2);
            String change = deviation.group(3);
            if (change.equals("-") || code.isEmpty()) {
                continue;
            }
            out.append(indent);
            if (change.equals("keep")) {
                out.append(code);
            } else if (change.startsWith("=> ")) {
                out.append(change.substring(3));
            } else {
                int value = code.indexOf(" = ") + 3;
                if (value < 3 || !code.endsWith(";")) {
                    throw new IllegalArgumentException("no value to replace in: " + line);
                }
                out.append(word(code.substring(0, value), integers))
                        .append(change)
                        .append(';');
            }
            out.append('\n');
        }
        return out.toString();
    }

    private static String word(String line, boolean integers) {
        String text = replace(line, WORDS);
        if (integers) {
            text = replace(text, INTEGERS);
        }
        String start = text.strip();
        boolean prose = start.startsWith("*") || start.startsWith("/*") || start.startsWith("//");
        return prose ? text : NUMBER.matcher(text).replaceAll("$1f");
    }

    private static String replace(String line, Map<Pattern, String> words) {
        String text = line;
        for (Map.Entry<Pattern, String> word : words.entrySet()) {
            text = word.getKey().matcher(text).replaceAll(word.getValue());
        }
        return text;
    }

    private static Map<Pattern, String> words(String... pairs) {
        Map<Pattern, String> words = new java.util.LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(Pattern.compile("(?<!\\w)" + pairs[i] + "(?!\\w)"), pairs[i + 1]);
        }
        return words;
    }

    /** The loops of a table over float64: lines {@code unary NAME expression of x} and {@code binary NAME … x and y}. */
    private static String expand(Path table) {
        String name = table.getFileName().toString().replace(".loops", "64");
        StringBuilder comment = new StringBuilder();
        StringBuilder unary = new StringBuilder();
        StringBuilder binary = new StringBuilder();
        StringBuilder loops = new StringBuilder();
        String room = "";
        for (String line : read(table).lines().toList()) {
            String[] word = line.split(" +", 3);
            switch (word[0]) {
                case "" -> {}
                case "package" -> room = word[1];
                case "#" -> comment.append(" *").append(line.substring(1)).append('\n');
                case "unary" -> entry(unary, loops, word, false);
                case "binary" -> entry(binary, loops, word, true);
                default -> throw new IllegalArgumentException(table + ": " + line);
            }
        }
        return header(table.getFileName().toString())
                + FRAME.replace("ROOM", room)
                        .replace("NAME", name)
                        .replace("COMMENT\n", comment)
                        .replace("UNARY\n", unary)
                        .replace("BINARY\n", binary)
                        .replace("LOOPS\n", loops);
    }

    private static void entry(StringBuilder cases, StringBuilder loops, String[] word, boolean two) {
        StringBuilder name = new StringBuilder();
        for (String part : word[1].toLowerCase(Locale.ROOT).split("_")) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        String second = two ? "b, j, " : "";
        cases.append("            case " + word[1] + " -> " + name + "(a, i, " + second + "r, k, n);\n");
        loops.append("\n    private static void " + name + "(double[] a, int i, " + (two ? "double[] b, int j, " : "")
                + "double[] r, int k, int n) {\n"
                + "        for (int at = 0; at < n; at += STEP) {\n"
                + "            DoubleVector x = DoubleVector.fromArray(S, a, i + at);\n"
                + (two ? "            DoubleVector y = DoubleVector.fromArray(S, b, j + at);\n" : "")
                + "            " + word[2] + ".intoArray(r, k + at);\n"
                + "        }\n    }\n");
    }

    private static final String FRAME = """
            package ROOM;

            import static jdk.incubator.vector.VectorOperators.*;

            import jdk.incubator.vector.DoubleVector;
            import jdk.incubator.vector.VectorMask;
            import jdk.incubator.vector.VectorSpecies;
            import lectern.tensor.Binary;
            import lectern.tensor.Unary;

            /**
            COMMENT
             */
            final class NAME {
                private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
                private static final int STEP = S.length();
                private static final DoubleVector ONE = DoubleVector.broadcast(S, 1);
                private static final DoubleVector ZERO = DoubleVector.zero(S);

                private NAME() {}

                private static DoubleVector flag(VectorMask<Double> mask) {
                    return ZERO.blend(ONE, mask);
                }

                /** One operation of one argument; false when there is no loop for it. */
                static boolean unary(Unary op, double[] a, int i, double[] r, int k, int n) {
                    switch (op) {
            UNARY
                        default -> {
                            return false;
                        }
                    }
                    return true;
                }

                /** One operation of two arguments; false when there is no loop for it. */
                static boolean binary(Binary op, double[] a, int i, double[] b, int j, double[] r, int k, int n) {
                    switch (op) {
            BINARY
                        default -> {
                            return false;
                        }
                    }
                    return true;
                }
            LOOPS
            }
            """;
}
