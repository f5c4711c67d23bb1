package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells give values, write output, and remember. A table row is: cells, separated by {@code ~}, and the text of the last result. */
class CellsTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "1 + 1                                                                   # 2",
                "int x = 5; x * 2                                                        # 10",
                "var x = 5;~x = x + 1;~x                                                 # 6",
                "int a = 1, b[] = {4, 5}, c;~a + b[1] + c                                # 6",
                "int[] a = {1, 2, 3}; a.length                                           # 3",
                "int[][] a = {{1}, {2, 3}}; a[1][1]                                      # 3",
                "\"a\" + 1                                                               # a1",
                "'c'                                                                     # c",
                "true && !false                                                          # true",
                "3 > 2 ? \"yes\" : \"no\"                                                # yes",
                "7 / 2                                                                   # 3",
                "1e3                                                                     # 1000.0",
                "0x1F                                                                    # 31",
                "1_000L                                                                  # 1000",
                "(int) 3.7                                                               # 3",
                "List.of(1, 2, 3)                                                        # [1, 2, 3]",
                "var l = new ArrayList<String>(); l.add(\"a\"); l                        # [a]",
                "Map<String, List<Integer>> m = new HashMap<>(); m.put(\"k\", List.of(1)); m # {k=[1]}",
                "int f(int n) { return n * n; }~f(7)                                     # 49",
                "int f(int n) { return n * n; } f(7)                                     # 49",
                "f(3)~int f(int n) { return n; }~f(4)                                    # 4",
                "int f() { return 1; } int f() { return 2; } f()                         # 2",
                "int f() { return 1; }~int f() { return 2; } int f() { return 3; }~f()   # 3",
                "record R(int n) { R { if (n < 0) n = 0; } }~new R(-1).n()               # 0",
                "record R(int n) { int twice() { return 2 * n; } R(int n) { this.n = n + 1; } }~new R(1).twice() # 4",
                "record R(int n) { private static int made; public R { made++; } R() { this(made); } }~new R(5); new R().n() # 1",
                "f(3) + 1; int f(int n) { return n; }~f(2)                               # 2",
                "int even(int n) { return n == 0 ? 1 : odd(n - 1); } int odd(int n) { return n == 0 ? 0 : even(n - 1); }~even(10) # 1",
                "<T extends Comparable<T>> T top(T a, T b) { return a.compareTo(b) > 0 ? a : b; }~top(\"a\", \"b\") # b",
                "int sum(int... xs) { int s = 0; for (int x : xs) s += x; return s; }~sum(1, 2, 3) # 6",
                "double f(double x) { return x; } int f(String s) { return 1; }~f(2.0) + f(\"\") # 3.0",
                "double f(double x) { return x; }~int f(String s) { return f(3.0) > 2 ? 1 : 0; }~f(\"\") # 1",
                "record P(double x, double y) { double norm() { return Math.hypot(x, y); } }~new P(3, 4).norm() # 5.0",
                "record P(int x) {}~new P(3)                                             # P[x=3]",
                "class A { int v = 3; int get() { return v; } }~new A().get()            # 3",
                "class A { B b; } class B { A a; }~new A().b                             # ",
                "interface S { int n(); }~S s = () -> 4;~s.n()                           # 4",
                "enum Color { RED, GREEN }~Color.valueOf(\"RED\").ordinal()              # 0",
                "sealed interface S permits A, B {} record A(int n) implements S {} record B() implements S {}~int f(S s) { return switch (s) { case A a -> a.n(); case B b -> 0; }; }~f(new A(9)) # 9",
                "Object o = 5; o instanceof Integer i && i > 3                           # true",
                "record P(int x, int y) {} Object o = new P(1, 2);~o instanceof P(int x, int y) ? x + y : 0 # 3",
                "switch (3) { case 1 -> \"one\"; default -> \"many\"; }                  # many",
                "int d = 3; switch (d) { case 3: d = 9; break; default: d = 0; }~d       # 9",
                "Function<Integer, Integer> twice = x -> 2 * x;~twice.apply(4)           # 8",
                "int n = 0; Runnable r = () -> n++; r.run(); r.run();~n                  # 2",
                "IntStream.rangeClosed(1, 4).map(i -> i * i).sum()                       # 30",
                "Stream.of(\"b\", \"a\").sorted().toList()                               # [a, b]",
                "int s = 0; for (int i = 0; i < 10; i++) s += i;~s                       # 45",
                "int s = 0; for (int i = 0; i < 3; i++) { for (int j = 0; j < 3; j++) s++; } s # 9",
                "int i = 0; while (i < 5) i++;~i                                         # 5",
                "int i = 0; do i += 2; while (i < 5);~i                                  # 6",
                "int i = 3; if (i > 2) i = 10; else i = 20;~i                            # 10",
                "int i = 0; try { i = 1 / 0; } catch (ArithmeticException e) { i = -1; } finally { i *= 2; }~i # -2",
                "outer: for (int i = 0; ; i++) for (int j = 0; ; j++) if (j > 2) break outer;~1 # 1",
                "int x = 1; { int y = 2; x += y; }~x                                     # 3",
                "var x = 3;~var x = x + 1;~x                                             # 4",
                "double x = 3;~String x = \"s\" + x;~x                                   # s3.0",
                "int g() { return 1; }~var v = g();~int g() { return 2; }~v + \"\" + g() # 12",
                "int g() { return 1; } int h() { return g() * 10; }~int g() { return 2; }~h() # 20",
                "int g() { return 1; }~Supplier<Integer> s = () -> g();~int g() { return 7; }~s.get() # 7",
                "record P(int x) {} P p = new P(3);~record P(int x) {}~P q = p; q.x()    # 3",
                "record P(int x) {} P p = new P(3);~record P(int x, int y) {}~p.x()      # 3",
                "record P(int x) {} int f(P p) { return 1; }~record P(int x, int y) {}~f(new P(1, 2)) # 1",
                "import java.util.concurrent.atomic.*;~new AtomicInteger(7)              # 7",
                "import java.util.concurrent.atomic.AtomicLong~new AtomicLong(8)         # 8",
                "import static java.lang.Math.hypot;~hypot(3, 4)                         # 5.0",
                "var o = new Object() { int hidden = 3; };~o != null                     # true",
                "var l = List.of(1, \"a\");~l.size()                                     # 2",
                "long big = 1L << 40; big                                                # 1099511627776",
                "final int K = 3;~K * 2                                                  # 6",
                "static int s = 3;~s                                                     # 3",
                "public void hello() { }~hello();~1                                      # 1",
                "String t = \"a;b}\"; t.length()                                         # 4",
                "char c = ';'; c == ';'                                                  # true",
                "/* a; { */ 5 // end                                                     # 5",
                "int a = 7;~int b = a;~a = 8;~b                                          # 7",
                "List<int[]> l = new ArrayList<>(); l.add(new int[] {1});~l.get(0)[0]    # 1",
                "int[] a = new int[3]; a[1] = 5; a[1]++; a                               # [0, 6, 0]",
                "StringBuilder b = new StringBuilder(); for (var w : List.of(\"x\", \"y\")) b.append(w);~b.toString() # xy",
                "boolean b = 1 < 2; b                                                    # true",
                "int a = 1; int b = 2; a < b                                             # true",
                "class Hello { void main() { System.out.print(\"\"); } int n() { return 1; } }~new Hello().n() # 1",
                "Thread.sleep(1); 3                                                      # 3",
                "Files.exists(Path.of(\"/\"))                                            # true",
                "new Object[] {1, \"a\", null}                                           # [1, a, null]",
                "Optional.of(3)                                                          # Optional[3]",
                "Math.max(1, 2); 5                                                       # 5",
            })
    void theLastExpressionIsTheResult(String cells, String expected) {
        var result = notebook.all(cells.split("~"));
        if (expected != null) {
            assertEquals(expected, result.value(), result::traceback);
        } else {
            assertNull(result.error(), result::traceback);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "int x = 5;",
                "int x = 5",
                "1 + 1;",
                "System.out.println(3)",
                "void f() {}",
                "class A {}",
                "import java.util.List;",
                "for (int i = 0; i < 3; i++) { }",
                "if (true) { }",
                ";",
                "// nothing",
                "\"text\";"
            })
    void thisShowsNothing(String cell) {
        var result = notebook.run(cell);
        assertNull(result.error(), result::traceback);
        assertNull(result.value());
    }

    @Test
    void textBlocks() {
        assertEquals("a\n b", notebook.run("\"\"\"\n   a\n    b\"\"\"").value());
    }

    @Test
    void checkedExceptionsNeedNoTry() {
        var result =
                notebook.all("String read(String f) { return Files.readString(Path.of(f)); }", "read(\"/no/such\")");
        assertTrue(result.error().startsWith("NoSuchFileException"), result.error());
        assertNull(notebook.run("List.of(\"/no\").forEach(f -> { if (f.isEmpty()) Files.readString(Path.of(f)); });")
                .error());
    }

    @Test
    void variablesOfAFailedCellAreThoseBeforeTheFailure() {
        notebook.run("int before = 1; int zero = 0; int broken = 1 / zero; int after = 2;");
        assertEquals("1", notebook.run("before").value());
        assertNotNull(notebook.run("broken").error());
        assertNotNull(notebook.run("after").error());
    }

    @Test
    void aFailedCellLeavesOldValuesAlone() {
        notebook.all("int kept = 7;", "int z = 0; int w = 1 / z; int kept = 8;");
        assertEquals("7", notebook.run("kept").value());
    }

    @Test
    void aLoopThatFailsKeepsItsProgress() {
        notebook.run("int i = 0; while (true) { i++; if (i == 5) throw new IllegalStateException(\"five\"); }");
        assertEquals("5", notebook.run("i").value());
    }

    @Test
    void resetForgets() {
        notebook.all("int gone = 1;", "%reset");
        assertNotNull(notebook.run("gone").error());
    }

    @Test
    void manyStatementsGoIntoOneCell() {
        var cell = new StringBuilder("int n = 0;\n");
        for (int i = 0; i < 3000; i++) {
            cell.append("n += ").append(i).append(" % 7; System.out.print(\"\");\n");
        }
        assertNull(notebook.run(cell.toString()).error());
        assertEquals("8994", notebook.run("n").value());
    }

    @Test
    void windowsLineEnds() {
        assertEquals("3", notebook.run("int a = 1;\r\nint b = 2;\r\na + b").value());
    }

    @Test
    void evaluateLeavesNoTrace() {
        notebook.run("int x = 3;");
        var outcome = notebook.interpreter.evaluate("x + 1", new Notebook.Recorder());
        assertEquals(
                "4",
                ((lectern.kernel.language.Interpreter.Outcome.Success) outcome)
                        .value()
                        .toString());
    }
}
