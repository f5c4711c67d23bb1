package lectern.kernel.cell.advice;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What fingers used to another language type, and how Java says it. Asked only where the compiler has found an error, so a guess
 * costs nothing when it is wrong.
 */
final class PythonHabits {
    /** A form that is no Java, and what to write. */
    private record Form(Pattern pattern, String advice) {
        static Form of(String regex, String advice) {
            return new Form(Pattern.compile(regex), advice);
        }
    }

    /** Looked for from the first on, in the line of an error of form. */
    private static final List<Form> FORMS = List.of(
            Form.of(
                    "^for\\s+\\w+\\s+in\\s+range\\b",
                    "a loop that counts is written for (int i = 0; i < n; i++) { … }"),
            Form.of("^for\\s+[\\w, ]+\\s+in\\b", "a loop over elements is written for (var x : list) { … }"),
            Form.of("^elif\\b", "write } else if (…) {"),
            Form.of("^else\\b", "else stands in the same cell as its if, right behind the closing brace"),
            Form.of(
                    "^(?:if|while)\\b.*:\\s*$",
                    "the condition stands in parentheses and the body in braces: while (…) { … }"),
            Form.of("^(?:try|with\\b.*|finally|else|except\\b.*)\\s*:\\s*$", "bodies stand in braces { … }"),
            Form.of("^class\\s+\\w+.*:\\s*$", "the body of a class stands in braces { … }"),
            Form.of("^def\\s+\\w+", "a method names its types: double f(double x) { return 2 * x; }"),
            Form.of(
                    "^from\\s+[\\w.]+\\s+import\\b|^import\\s+\\w+(?:\\.\\w+)*\\s+as\\b",
                    "there are no Python modules here; what the notebook offers is imported already"),
            Form.of("^import\\s+\\w+\\s*;?\\s*$", "an import names a package: import java.util.*;"),
            Form.of(
                    "^(?:const|let)\\b",
                    "a variable is declared with its type or with var, a constant with final in front"),
            Form.of("\\blambda\\b", "a function is written x -> x + 1"),
            Form.of("\\*\\*", "powers are written pow(x, 2)"),
            Form.of("(?<![\\w\"])(?:and|or|not)(?![\\w\"])", "and, or, not are written &&, ||, !"),
            Form.of("(?<!\\w)f\"", "values come into text by \"x = \" + x or \"x = %.2f\".formatted(x)"),
            Form.of(
                    "[=(,]\\s*\\{\\s*(?:\"\"|'[^']*'|[\\w.]+)\\s*:",
                    "there are no braces for maps: write Map.of(\"a\", 1, \"b\", 2)"),
            Form.of(
                    "[=(,]\\s*\\[",
                    "there are no brackets for lists: write List.of(1, 2), new double[] {1, 2} or, for a tensor, of(1, 2)"),
            Form.of("^(?:double|float|int|long|var)\\s+\\w+\\s*=\\s*\\d+,\\d+\\s*;?$", "decimals have a point: 1.5"),
            Form.of("^\\w+\\s+\\d+[a-zA-Z_]\\w*\\s*[=;]", "a name does not begin with a digit"),
            Form.of("#", "remarks begin with //"),
            Form.of(
                    "^[\\w<>\\[\\]]+\\s+\\w+\\s*\\(\\s*\\w+\\s*(?:,\\s*\\w+\\s*)*\\)\\s*\\{",
                    "every parameter has a type: int f(int n) { … }"));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("None", "null"),
            Map.entry("True", "true"),
            Map.entry("False", "false"),
            Map.entry("self", "this"),
            Map.entry("nil", "null"),
            Map.entry("undefined", "null"),
            Map.entry("elif", "else if"),
            Map.entry("len", "list.size(), array.length or text.length()"),
            Map.entry("str", "String.valueOf(x)"),
            Map.entry("range", "for (int i = 0; i < n; i++), or IntStream.range(0, n)"),
            Map.entry("printf", "System.out.printf(…)"),
            Map.entry("list", "List.of(…) or new ArrayList<>()"),
            Map.entry("dict", "Map.of(…) or new HashMap<>()"),
            Map.entry("np", "what numpy does without a prefix, such as linspace(0, 1, 5)"),
            Map.entry("plt", "the figure's verbs without a prefix, such as plot(x, y)"),
            Map.entry("axis", "the number of the axis alone: x.sum(1), concat(1, a, b)"),
            Map.entry("dim", "the number of the axis alone: x.sum(1), concat(1, a, b)"),
            Map.entry("keepdims", "true behind the axis: x.sum(1, true)"),
            Map.entry("keepdim", "true behind the axis: x.sum(1, true)"),
            Map.entry("dtype", "a cast of the result: x.cast(FLOAT32)"),
            Map.entry("torch", "what PyTorch does without a prefix, such as zeros(2, 3)"),
            Map.entry("jnp", "what JAX does without a prefix, such as linspace(0, 1, 5)"),
            Map.entry("jax", "grad(f), hessian(f) and compile(f) without a prefix"),
            Map.entry("pd", "what pandas does without a prefix, such as readCsv(\"file.csv\")"),
            Map.entry("sns", "the figure's verbs without a prefix, such as kdeplot(x)"),
            Map.entry("enumerate", "for (int i = 0; i < list.size(); i++)"),
            Map.entry("require", "import some.package.*;"),
            Map.entry("bool", "boolean"),
            Map.entry("auto", "var"),
            Map.entry("let", "var"),
            Map.entry("const", "final"));

    private PythonHabits() {}

    /** What to write in place of this line, in which the compiler found an error of form; null when nothing is known. */
    static String ofForm(String line) {
        var text = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"")
                .matcher(line.strip())
                .replaceAll("\"\"");
        return FORMS.stream()
                .filter(form -> form.pattern().matcher(text).find())
                .map(Form::advice)
                .findFirst()
                .orElse(null);
    }

    /** What a name of another language is here; null when it is none. */
    static String ofName(String name) {
        var java = NAMES.get(name);
        return java == null ? null : "in Java that is " + java;
    }
}
