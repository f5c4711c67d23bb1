package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads when something is wrong. */
class ErrorsTest {
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
                "int a = 1⏎int b = 2;              # a semicolon is missing here                                  # 9",
                "int x = \"text\";                  # an int is wanted here, but this is a String                  # 8",
                "int x = 3.5;                       # a double does not fit into an int without loss               # 8",
                "var lists = 1; liste + 1           # there is no variable liste; did you mean lists?              # 15",
                "System.out.printn(\"x\")           # there is no method printn(String) in out, which is a PrintStream; did you mean println? # 10",
                "Sting s;                           # there is no type Sting; did you mean String?                 # 0",
                "String s = \"abc                   # this string has no closing quote                             # 11",
                "int f() { }                        # this method must return a value on every way to its end      # 10",
                "char c = 'ab';                     # a char stands between single quotes                          # 9",
                "println(undefinedName);            # undefinedName                                                # 8",
                "import no.such.Thing;              # package no.such does not exist                               # 14",
                "if (true) {                        # the cell ends too early                                      # 10",
                "sum(later); int later = 3;         # later is used before it is declared                          # 4",
                "final int k = 1; k.foo();          # cannot be dereferenced                                       # 18",
                "new Missing()                      # there is no type Missing                                     # 4",
                "\"a\".lenght()                     # there is no method lenght()                                  # 3",
            })
    void compileErrorsPointAtThePlace(String cell, String words, int column) {
        var result = notebook.run(cell.replace('⏎', '\n'));
        assertTrue(result.error() != null && result.traceback().contains(words), () -> result.traceback());
        var lines = result.traceback().lines().toList();
        var source =
                lines.stream().filter(line -> line.contains("│")).findFirst().orElseThrow();
        var caret =
                lines.stream().filter(line -> line.contains("^")).findFirst().orElseThrow();
        assertEquals(column, caret.indexOf('^') - source.indexOf("│") - 2, () -> result.traceback());
    }

    @Test
    void runtimeErrorsNameCellAndLine() {
        notebook.run("int quotient(int n) {\n    return 10 / n;\n}");
        int declared = notebook.number();
        var result = notebook.run("int zero = 0;\nquotient(zero)");
        assertEquals("ArithmeticException: / by zero", result.error());
        assertTrue(result.traceback().contains("Cell In[" + declared + "], line 2, in quotient"), result::traceback);
        assertTrue(result.traceback().contains("Cell In[" + notebook.number() + "], line 2"), result::traceback);
        assertTrue(result.traceback().contains("return 10 / n;"), result::traceback);
    }

    @Test
    void linesBelowAMagicCountFromTheTopOfTheCell() {
        var result = notebook.run("%%time\nint zero = 0;\nint one = 1 / zero;");
        assertTrue(result.traceback().contains("Cell In[" + notebook.number() + "], line 3"), result::traceback);
        assertTrue(result.traceback().contains("int one = 1 / zero;"), result::traceback);
        result = notebook.run("%time 1 / 0");
        assertTrue(result.traceback().contains("Cell In[" + notebook.number() + "], line 1"), result::traceback);
        result = notebook.run("%%time\n\nint n = \"text\";");
        assertTrue(result.traceback().contains("Cell In[" + notebook.number() + "], line 3"), result::traceback);
    }

    @Test
    void noFramesOfTheKernel() {
        var text = notebook.run("List.of(1).forEach(x -> { throw new IllegalStateException(\"deep\"); })")
                .traceback();
        assertFalse(text.contains("lectern.kernel") || text.contains("reflect") || text.contains("FutureTask"), text);
    }

    @Test
    void causesAreTold() {
        var text = notebook.run("throw new RuntimeException(\"outer\", new IllegalArgumentException(\"inner\"));")
                .traceback();
        assertTrue(
                text.contains("RuntimeException: outer") && text.contains("Caused by: IllegalArgumentException: inner"),
                text);
    }

    @Test
    void stackOverflowIsSurvived() {
        var result = notebook.run("int down(int n) { return down(n + 1) + 1; }\ndown(0)");
        assertTrue(result.error().startsWith("StackOverflowError"), result.error());
        assertTrue(result.traceback().lines().count() < 40, result::traceback);
        assertEquals("2", notebook.run("1 + 1").value());
    }

    @Test
    void outOfMemoryIsSurvived() {
        var result =
                notebook.run("long[] huge = new long[Integer.MAX_VALUE];\nlong[] more = new long[Integer.MAX_VALUE];");
        assertTrue(result.error().contains("memory of the kernel"), result.error());
        assertEquals("2", notebook.run("1 + 1").value());
    }

    @ParameterizedTest
    @CsvSource({"System.exit(3)", "Runtime.getRuntime().exit(1)", "Runtime.getRuntime().halt(1)"})
    void exitIsRefused(String exit) {
        notebook.run("int kept = 4;");
        assertTrue(notebook.run(exit + ";").error().contains("would end the kernel"));
        assertEquals("4", notebook.run("kept").value());
    }

    @Test
    void anOldObjectMeetsANewClass() {
        var result = notebook.all("record P(int x) {} P p = new P(1);", "record P(int x, int y) {}", "P q = p;");
        assertTrue(result.error().contains("made by an older P"), result.error());
    }

    @Test
    void messagesNameNoGeneratedClass() {
        var result = notebook.all("class Mine extends RuntimeException {}", "throw new Mine();");
        assertTrue(result.error().startsWith("Mine"), result.error());
        assertFalse(result.traceback().contains("notebook.Cell"), result::traceback);
    }
}
