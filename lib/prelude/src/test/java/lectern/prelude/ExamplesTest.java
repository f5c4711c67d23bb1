package lectern.prelude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import lectern.prelude.Examples.Example;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Examples run, and show what they say. */
class ExamplesTest {
    private static final Pattern SHOWN = Pattern.compile("^(.*?)\\s*//\\s*→\\s*(.*)$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Names that examples may use without making them. */
    private static final String GIVEN = """
            seed(0);
            Tensor x = linspace(-1, 1, 20);
            Tensor y = x.square();
            Fn f = t -> t.square().sum();
            Tensor a = of(new double[][] {{4, 1, 0}, {1, 3, 1}, {0, 1, 2}});
            Tensor b = of(1.0, 2, 3);
            """;

    private static final String TABLES = """
            var t = readCsvText("id,r,c,a,b,x,y\\n1,p,a,1,2,2.5,1\\n2,q,b,3,4,0.5,2\\n3,p,b,5,6,1.5,4\\n");
            var other = readCsvText("id,w\\n1,10\\n2,20\\n");
            var a = t;
            var b = t;
            """;

    /** What a row of the README needs before its code, and what the code shows; null where it shows nothing by itself. */
    private record Row(String before, String... shows) {}

    private static final Map<String, Row> ROWS = rows();

    /** One for all examples: each declares anew what it needs. */
    private static final JShell SHELL =
            JShell.builder().executionEngine("local").build();

    @BeforeAll
    static void asANotebookBegins() {
        new LecternExtension().imports().forEach(ExamplesTest::run);
    }

    @AfterAll
    static void closed() {
        SHELL.close();
    }

    private static Map<String, Row> rows() {
        var rows = new LinkedHashMap<String, Row>();
        rows.put("`x = 3` · `x = [1, 2, 3]`", new Row("", "3", "[1, 2, 3]"));
        rows.put("`f\"{a:.2f}\"`", new Row("double a = 2.345;", "\"2.35\""));
        rows.put("`lambda t: t ** 2`", new Row("DoubleUnaryOperator lambda =", (String) null));
        rows.put(
                "`[f(v) for v in xs if v > 0]`",
                new Row("var xs = List.of(-1, 2, 3); int f(int v) { return v * v; }", "[4, 9]"));
        rows.put("`for i, v in enumerate(xs):`", new Row("var xs = List.of(1, 2);", (String) null));
        rows.put("`a, b = pair()`", new Row("", null, null, "1.0"));
        rows.put("`{\"a\": 1}[\"a\"]`", new Row("", "1"));
        rows.put("`if x is None`", new Row("", (String) null));
        rows.put("`print(x)` · last line of a cell", new Row("", (String) null));
        rows.put("`import numpy as np; np.linspace(0, 1, 5)`", new Row("", "[0.   0.25 0.5  0.75 1.  ]"));
        rows.put("`a @ b`, `a * b`, `a + b`", new Row("", "[6.  10.   8.]", null, null));
        rows.put("`autograd.grad(f)`, `elementwise_grad(f)`", new Row("", null, null));
        rows.put("`plt.plot(x, y); plt.legend()`", new Row("", (String) null));
        rows.put("`autograd` through a training loop, `jax.jit`", new Row("Fn loss = f; Tensor net = x;", null, null));
        rows.put("`nn.Sequential(Linear(1, 50), Tanh(), …)`", new Row("", (String) null));
        rows.put("`np.linalg.svd(a)`, `np.linalg.solve(a, b)`", new Row("", null, null));
        rows.put("`x // 0` of whole numbers: 0 and a warning", new Row("Tensor x = of(4, 5);", "[0 0]", "[0 0]"));
        rows.put(
                "`mask + mask` of booleans: or",
                new Row("Tensor a = of(true, false); Tensor b = of(false, false);", "[2]", "[True False]"));
        rows.put("`a == b` of arrays: element by element", new Row("", (String) null));
        rows.put("`a[1:3, ::-1]`, `a[mask]`", new Row("Tensor m = a.gt(1);", null, "[4. 3. 2.]"));
        for (var tables : List.of(
                "`df.head()`, `df.describe()`, `df[\"c\"].value_counts()`",
                "`df.query(\"x > 1 and c == 'a'\")`, `df.eval(\"x / y\")`",
                "`df.groupby(\"c\").agg({\"x\": [\"mean\", \"std\"]})`",
                "`df.sort_values([\"a\", \"b\"], ascending=[True, False])`",
                "`df.merge(other, how=\"left\", on=\"id\")`, `pd.concat([a, b])`",
                "`df.pivot(index=\"r\", columns=\"c\", values=\"x\")`, `df.melt(\"id\")`",
                "`df[\"x\"].fillna(0)`, `df.dropna()`, `df[\"x\"].astype(str)`",
                "`df[\"x\"].rolling(7).mean()`, `df[\"x\"].cumsum()`",
                "`df[\"x\"].quantile(0.9)`, `df[[\"x\", \"y\"]].to_numpy()`")) {
            // What these answer is compared with pandas in the tests of the tables.
            int codes = tables.contains("dropna") ? 3 : tables.contains("head()") ? 3 : tables.contains("`, `") ? 2 : 1;
            // Melting stacks columns of one kind only.
            String given = tables.contains("melt")
                    ? TABLES.replace(",p,a,", ",7,8,").replace(",q,b,", ",9,9,").replace(",p,b,", ",7,9,")
                    : TABLES;
            rows.put(tables, new Row(given, new String[codes]));
        }
        return rows;
    }

    /** Rows that name a key, a button, a magic or a file; those have tests of their own. */
    private static final List<String> NOT_JAVA = List.of(
            "`pd.read_csv(\"a.csv\", sep=\";\", decimal=\",\")`",
            "`df.to_csv(\"a.csv\", index=False)`",
            "`%timeit f()` · `%%time` · `%prun f()`",
            "`_`, `__`, `_3`, `Out[3]`",
            "`files = !ls`, `!wc -l {name}`, `%%capture out`",
            "`~/.ipython/profile_default/startup/`",
            "`pip install` in a cell",
            "`Tab`, `Shift-Tab`, interrupt button",
            "debugger (the bug button): breakpoints, steps, variables");

    @TestFactory
    List<DynamicTest> examplesInCommentsRun() throws Exception {
        var examples = Examples.inComments();
        assertTrue(examples.size() >= 8, "examples found: " + examples.size());
        return tests(examples, GIVEN);
    }

    @TestFactory
    List<DynamicTest> blocksOfTheReadmeRun() throws Exception {
        var examples = Examples.inPage("README.md");
        assertFalse(examples.isEmpty());
        return tests(examples, "");
    }

    private static List<DynamicTest> tests(List<Example> examples, String given) {
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.place(), () -> {
                    run(given);
                    runLines(example);
                }))
                .toList();
    }

    @Test
    void everyRowOfTheReadmeIsTested() throws Exception {
        var known = new TreeSet<>(ROWS.keySet());
        known.addAll(NOT_JAVA);
        assertEquals(
                known,
                Examples.table("README.md", "Python", "Java in a Lectern notebook").stream()
                        .map(List::getFirst)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    List<DynamicTest> rowsOfTheReadmeRun() throws Exception {
        var tests = new ArrayList<DynamicTest>();
        for (var cells : Examples.table("README.md", "Python", "Java in a Lectern notebook")) {
            Row row = ROWS.get(cells.getFirst());
            if (row != null) {
                tests.add(DynamicTest.dynamicTest(cells.getFirst(), () -> check(row, cells.get(1))));
            }
        }
        return tests;
    }

    private static void check(Row row, String cell) {
        var codes = CODE.matcher(cell)
                .results()
                .map(match -> match.group(1))
                .filter(code -> !List.of(";", "==").contains(code))
                .toList();
        boolean assigned = row.before().endsWith("=");
        run(GIVEN);
        run(assigned ? "" : row.before());
        assertEquals(row.shows().length, codes.size(), cell);
        for (int i = 0; i < codes.size(); i++) {
            String code = completed(codes.get(i));
            String shown = run(assigned ? row.before() + code + ";" : code);
            if (row.shows()[i] != null) {
                assertEquals(squeezed(row.shows()[i]), squeezed(shown), code);
            }
        }
    }

    /** A head of a statement gets a body, a call of a method that the row declares gets the method. */
    private static String completed(String code) {
        if (code.startsWith("for (") || code.startsWith("if (")) {
            return code + " {}";
        }
        return code.equals("var p = pair();") ? "Pair pair() { return new Pair(1, 2); } " + code : code;
    }

    private static String squeezed(String text) {
        return text == null
                ? ""
                : text.strip().replaceAll("\\s+", " ").replace("[ ", "[").replace(" ]", "]");
    }

    /** Runs lines one by one, so that what each must show can be compared. */
    private static void runLines(Example example) {
        var pending = new StringBuilder();
        for (String line : example.lines()) {
            var shown = SHOWN.matcher(line);
            boolean compare = shown.matches();
            pending.append(compare ? shown.group(1) : line).append('\n');
            if (compare) {
                check(squeezed(shown.group(2)), squeezed(run(pending.toString())), example.place() + ": " + line);
                pending.setLength(0);
            }
        }
        run(pending.toString());
    }

    /** Compares what is shown with what is promised; "…" in the promise leaves words out. */
    private static void check(String promised, String shown, String place) {
        String pattern = Stream.of(promised.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        if (!Pattern.matches(pattern, shown)) {
            assertEquals(promised, shown, place);
        }
    }

    /** Evaluates everything in the text; the value of the last snippet. */
    private static String run(String text) {
        String rest = text.strip();
        String value = null;
        while (!rest.isEmpty()) {
            var info = SHELL.sourceCodeAnalysis().analyzeCompletion(rest);
            String source = info.source() == null ? rest : info.source();
            for (var event : SHELL.eval(source)) {
                if (event.causeSnippet() != null) {
                    continue;
                }
                var problems = SHELL.diagnostics(event.snippet())
                        .map(diagnostic -> diagnostic.getMessage(null))
                        .toList();
                assertTrue(
                        event.status() == Snippet.Status.VALID || event.status() == Snippet.Status.OVERWRITTEN,
                        () -> source + " → " + problems);
                if (event.exception() != null) {
                    throw new AssertionError(source, event.exception());
                }
                value = event.value();
            }
            rest = info.source() == null ? "" : info.remaining().strip();
        }
        return value;
    }
}
