package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a declaration promises: final stays final, and one's own type comes before a constant of the library. */
class DeclarationsTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n = 4;",
                "n++;",
                "--n;",
                "n += 2;",
                "(n) = 4;",
                "for (int i = 0; i < 3; i++) { n = i; }",
                "for (int i = 0; i < 3; i++) n += i;",
                "Runnable r = () -> n = 5;",
                "void set() { n = 6; }",
                "class Setter { void set() { n++; } }",
                "int n2 = n = 3;",
            })
    void aFinalVariableIsNotAssigned(String code) {
        notebook.run("final int n = 3;");
        var result = notebook.run(code);
        assertNotNull(result.error(), code);
        assertTrue(result.error().contains("n is final"), result.error());
        assertEquals("3", notebook.run("n").value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"final int n = 3;\nn = 4;", "final var n = 3;\nn++;", "final int m = 1, n = 3;\nm = n;"})
    void norInItsOwnCell(String code) {
        assertTrue(notebook.run(code).error().contains("is final"));
    }

    @Test
    void theErrorPointsAtTheAssignment() {
        var traceback = notebook.run("final int speed = 3;\n  speed = 4;").traceback();
        assertTrue(traceback.contains("line 2") && traceback.contains("2 │   speed = 4;\n      │   ^"), traceback);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "final int n = 3;~final int n = 3;~n                                # 3",
                "final int n = 3; int f() { return n; }~final int n = 4;~f()        # 4",
                "final int n = 3;~final String n = \"text\";~n                      # text",
                "final int n = 3;~int n = 4;~n++;~n                                 # 5",
                "final var list = new ArrayList<Integer>();~list.add(1);~list       # [1]",
                "final int n = 3;~int f(int n) { n++; return n; }~f(7)              # 8",
                "final int n = 3;~for (int n = 0; n < 3; n++) {}~n                  # 3",
                "final int n = 3;~class A { int n; void set() { n = 9; } }~var a = new A(); a.set(); a.n # 9",
                "final int n;~n                                                     # 0",
                "final int n; n = 5;~n                                              # 5",
            })
    void whatIsAllowed(String cells, String expected) {
        var result = notebook.all(cells.split("~"));
        assertEquals(expected, result.value(), result::traceback);
    }

    @Test
    void resetForgetsWhatWasFinal() {
        notebook.all("final int n = 3;", "%reset", "int n = 1;");
        assertEquals("2", notebook.run("n++;\nn").value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "import static java.lang.Math.*; sqrt(2.25)                          # 1.5",
                "import static java.lang.Math.*;~sqrt(2.25) + floor(PI)              # 4.5",
                "import static java.lang.Math.*~max(3, 4) + hypot(3, 4)              # 9.0",
                "import static java.lang.Math.*;~sqrt(of(4.0, 9)).sum().item()       # 5.0",
                "import static java.lang.Math.*;~double sqrt(double x) { return -x; }~sqrt(4.0) # -4.0",
                "import static java.lang.StrictMath.*;~sin(0.0)                      # 0.0",
                "import static java.lang.Math.*;~int i = abs(-3); i                  # 3",
                "import static java.lang.Math.*;~long r = round(2.6); r              # 3",
                "import static java.lang.Math.*; abs(-3) + floorMod(-1, 3)           # 5",
                "import static java.lang.Math.*; min(3L, 4L) + abs(-2L)              # 5",
                "import static java.lang.Math.*;~abs(of(-4.0, 9)).sum().item()       # 13.0",
                "import static java.lang.Math.*;~enum E { A }~abs(-3) + abs(of(-4.0)).item() # 7.0",
                "import static java.lang.Math.*;~int abs(int n) { return 70; }~abs(-3)  # 70",
            })
    void anImportOfEverythingStandsBesideTheLibrary(String cells, String expected) {
        var result = notebook.all(cells.split("~"));
        assertEquals(expected, result.value(), result::traceback);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "import static java.lang.Math.*;~enum E { A, B }~E.A                                # A",
                "import static java.lang.Math.*; enum E { A, B }~E.values().length                  # 2",
                "import static java.lang.Math.*;~class PI { static int digits = 3; }~PI.digits      # 3",
                "import static java.lang.Math.*;~enum E { A }~var max = 4;~max(max, 7)              # 7",
                "import static java.lang.Math.*;~double sin(int n) { return n; }~enum E { A }~sin(2) # 2.0",
                "import static java.lang.Math.*;~enum E { A }~floorMod(7, 4)                         # 3",
                "enum TANH { A }~TANH.A                                                             # A",
                "import static java.lang.Math.*;~enum E { A }~int f(E e) { return switch (e) { case A -> 1; }; }~f(E.A) # 1",
                "import static java.util.Map.Entry.*;~enum E { A }~E.A                              # A",
                "import static java.lang.Math.*; enum E { A, B } E.B                                # B",
            })
    void ownTypesComeBeforeConstants(String cells, String expected) {
        var result = notebook.all(cells.split("~"));
        assertEquals(expected, result.value(), result::traceback);
    }

    @Test
    void ofTwoImportsOfOneNameTheLaterCounts() {
        notebook.run("import java.awt.List;");
        assertEquals(
                "[1]",
                notebook.run("import java.util.List;\nList<Integer> xs = List.of(1); xs")
                        .value());
        assertEquals("[2]", notebook.run("List<Integer> ys = List.of(2); ys").value());
        notebook.run("import java.util.Date;");
        notebook.run("import java.sql.Date");
        assertEquals("2020-01-02", notebook.run("Date.valueOf(\"2020-01-02\")").value());
        notebook.run("import static java.lang.Math.max; import java.util.Date;");
        assertEquals("3", notebook.run("new Date(0).getTime() + max(2, 3)").value());
    }

    @Test
    void anImportThatDoesNotCompileReplacesNothing() {
        notebook.run("import java.util.Date;");
        assertTrue(notebook.run("import no.such.Date;").error().contains("no.such"));
        assertEquals("0", notebook.run("new Date(0).getTime()").value());
    }

    @Test
    void staticImportsOfOneNameStandBesideEachOther() {
        notebook.run("import static java.lang.Math.max;");
        notebook.run("import static java.util.Collections.max;");
        assertEquals(
                "8", notebook.run("max(2, 3) + max(java.util.List.of(1, 5))").value());
    }
}
