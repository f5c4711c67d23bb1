package lectern.kernel.cell.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lectern.kernel.cell.compile.LoadedCells;
import lectern.kernel.cell.compile.Units;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.UnitSource;
import lectern.kernel.language.Interpreter.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told of an exception, by stacks that are written down. */
class RuntimeErrorsTest {
    private static final String CELL = "notebook.Cell7_1";
    private final LoadedCells cells = new LoadedCells();
    private final RuntimeErrors errors = new RuntimeErrors(new Units(cells));
    private Object held;

    /** The cell that the stacks speak of: its line n is line n of the unit. */
    @BeforeEach
    void load() {
        var text = new CellText(7, "first();\n  second();\n" + "x".repeat(200) + "\n");
        var unit = new UnitSource("Cell7_1").copy(text, 0, text.code().length());
        held = cells.load(getClass().getClassLoader(), unit, Map.of(), true);
    }

    private List<String> lines(Throwable thrown, StackTraceElement... trace) {
        thrown.setStackTrace(trace);
        return errors.lines(thrown).stream()
                .flatMap(String::lines)
                .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
                .toList();
    }

    private static StackTraceElement at(String type, String method, int line) {
        return new StackTraceElement(type, method, type.startsWith("notebook.") ? null : "File.java", line);
    }

    private static StackTraceElement cell(String method, int line) {
        return at(CELL, method, line);
    }

    @Test
    void theLineOfTheCell() {
        assertTrue(held != null);
        assertEquals(
                List.of("IllegalCallerException: no", "  Cell In[7], line 2", "    → 2 │ second();"),
                lines(new IllegalCallerException("no"), cell("run$0", 2), at("lectern.kernel.K", "run", 1)));
        assertEquals(
                List.of("IllegalCallerException", "  Cell In[7], line 1", "    → 1 │ first();"),
                lines(new IllegalCallerException(), cell("lambda$f$0", 1)));
    }

    @Test
    void whereInTheCell() {
        var lines = lines(
                new IllegalCallerException("no"), cell("twice", 1), at(CELL + "$Point", "<init>", 2), cell("run$", 2));
        assertEquals("  Cell In[7], line 1, in twice", lines.get(1));
        assertEquals("  Cell In[7], line 2, in new Point", lines.get(3));
        assertEquals("  Cell In[7], line 2", lines.get(5));
    }

    @Test
    void longLinesAreClipped() {
        var line = lines(new IllegalCallerException("no"), cell("run$0", 3)).get(2);
        assertEquals("    → 3 │ " + "x".repeat(160) + "…", line);
    }

    @Test
    void ofLibrariesTheFramesAboveTheCellAndNoneBelow() {
        assertEquals(
                List.of(
                        "IllegalCallerException: no",
                        "  at org.example.Deep.down(File.java:3)",
                        "  at org.example.Tool.use(File.java:2)",
                        "  Cell In[7], line 1",
                        "    → 1 │ first();"),
                lines(
                        new IllegalCallerException("no"),
                        at("org.example.Deep", "down", 3),
                        at("org.example.Tool", "use", 2),
                        cell("run$0", 1),
                        at("org.example.Below", "run", 1)));
    }

    @Test
    void ofJavaOnlyWhatTheCellHasCalled() {
        for (var inside : List.of("java.util.A", "javax.b.A", "jdk.c.A", "sun.d.A", "com.sun.e.A")) {
            assertEquals(
                    List.of(
                            "IllegalCallerException: no",
                            "  at java.util.List.of(File.java:9)",
                            "  Cell In[7], line 1"),
                    lines(
                                    new IllegalCallerException("no"),
                                    at(inside, "deep", 3),
                                    at("java.util.List", "of", 9),
                                    cell("run$0", 1))
                            .subList(0, 3));
        }
    }

    @Test
    void ofWrongUseOnlyWhatTheCellHasCalled() {
        for (var wrong : List.of(
                new IllegalArgumentException("no"),
                new IllegalStateException("no"),
                new IndexOutOfBoundsException("no"),
                new UnsupportedOperationException("no"),
                new ArithmeticException("no"),
                new NullPointerException("no"))) {
            var lines = lines(
                    wrong, at("org.example.Deep", "check", 3), at("org.example.Tool", "use", 2), cell("run$0", 1));
            assertEquals("  at org.example.Tool.use(File.java:2)", lines.get(1));
            assertEquals(4, lines.size());
        }
    }

    @Test
    void linkageAndTheKernelAreNotTold() {
        for (var inner : List.of("java.lang.invoke.Form", "jdk.internal.reflect.X", "lectern.kernel.Y")) {
            assertEquals(
                    3,
                    lines(new IllegalCallerException("no"), at(inner, "f", 1), cell("run$0", 1))
                            .size(),
                    inner);
        }
    }

    @Test
    void aFrameWithoutAFileHasNone() {
        assertEquals(
                "  at org.example.A.f",
                lines(
                                new IllegalCallerException("no"),
                                new StackTraceElement("org.example.A", "f", null, -1),
                                cell("run$0", 1))
                        .get(1));
    }

    @Test
    void whatRepeatsIsCounted() {
        var trace = new StackTraceElement[12];
        java.util.Arrays.fill(trace, cell("deep", 1));
        trace[11] = cell("run$0", 2);
        assertEquals(
                List.of(
                        "StackOverflowError: a method calls itself without end (or too deep); the variables are kept",
                        "  Cell In[7], line 1, in deep",
                        "    → 1 │ first();",
                        "  … 10 times the same",
                        "  Cell In[7], line 2",
                        "    → 2 │ second();"),
                lines(new StackOverflowError(), trace));
        trace[11] = cell("deep", 1);
        assertEquals(
                "  … 11 times the same", lines(new StackOverflowError(), trace).getLast());
    }

    @Test
    void longTracesAreCut() {
        var trace = new StackTraceElement[40];
        java.util.Arrays.setAll(trace, i -> at("org.example.A", "f" + i, i + 1));
        trace[39] = cell("run$0", 1);
        var lines = lines(new IllegalCallerException("no"), trace);
        assertEquals(26, lines.size());
        assertEquals("  …", lines.getLast());
    }

    @Test
    void causesAndHiddenOnesAreToldOnce() {
        var inner = new IllegalStateException("inner");
        inner.setStackTrace(new StackTraceElement[] {cell("run$0", 2)});
        var outer = new RuntimeException("outer", inner);
        inner.initCause(outer);
        outer.addSuppressed(new IllegalCallerException("hidden"));
        assertEquals(
                List.of(
                        "RuntimeException: outer",
                        "  Cell In[7], line 1",
                        "    → 1 │ first();",
                        "  Suppressed: IllegalCallerException: hidden",
                        "Caused by: IllegalStateException: inner",
                        "  Cell In[7], line 2",
                        "    → 2 │ second();"),
                lines(outer, cell("run$0", 1)));
    }

    @Test
    void namesAndMessagesInTheWordsOfTheCell() {
        assertEquals("", RuntimeErrors.message(new RuntimeException()));
        assertEquals("Point is wrong", RuntimeErrors.message(new RuntimeException("notebook.Cell3_1$Point is wrong")));
        assertEquals(
                "class A cannot be cast to class B",
                RuntimeErrors.message(new ClassCastException(
                        "class A cannot be cast to class B (A and B are in unnamed module of loader 'app')")));
        assertTrue(
                RuntimeErrors.message(new OutOfMemoryError("Java heap space")).contains("MiB"));
        assertTrue(
                RuntimeErrors.message(new OutOfMemoryError("Java heap space")).endsWith("(Java heap space)"));
        assertEquals("RuntimeException", RuntimeErrors.name(new RuntimeException()));
        assertTrue(RuntimeErrors.name(new RuntimeException() {}).contains("RuntimeErrorsTest"));
    }

    @Test
    void theOutcomeHasAllOfIt() {
        var thrown = new IllegalCallerException("no");
        thrown.setStackTrace(new StackTraceElement[] {cell("run$0", 1)});
        var failure = (Outcome.Failure) errors.failure(thrown);
        assertEquals("IllegalCallerException", failure.name());
        assertEquals("no", failure.message());
        assertEquals(errors.lines(thrown), failure.traceback());
    }

    @Test
    void anInterruptTellsWhereAndWhetherTheCellWasLeftBehind() {
        var where = new StackTraceElement[] {at("org.example.A", "f", 1), cell("run$0", 2)};
        var stopped = errors.interrupted(where, false);
        assertTrue(stopped.getFirst().contains("the cell was stopped"));
        assertEquals("  at org.example.A.f(File.java:1)", stopped.get(1));
        assertEquals(3, stopped.size());
        assertTrue(errors.interrupted(where, true).getFirst().contains("left behind"));
        var deep = new StackTraceElement[20];
        java.util.Arrays.setAll(deep, i -> at("org.example.A", "f" + i, 1));
        deep[19] = cell("run$0", 2);
        assertEquals(7, errors.interrupted(deep, false).size());
        assertFalse(errors.interrupted(deep, false).contains("  …"));
    }
}
