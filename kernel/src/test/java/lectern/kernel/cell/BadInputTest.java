package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that no one should write: each gets an answer, and the next cell works. */
class BadInputTest {
    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
        notebook.run("int kept = 7;");
    }

    @AfterEach
    void theNextCellWorks() {
        assertEquals("8", notebook.run("kept + 1").value());
    }

    @Test
    void aMegabyteOfStatements() {
        var cell = new StringBuilder("int n = 0;\n");
        while (cell.length() < 1 << 20) {
            cell.append(
                    "n++; // one statement of many, with a comment that is long enough to fill the cell soon, and then some more\n");
        }
        long count = cell.chars().filter(c -> c == '\n').count() - 1;
        assertEquals(String.valueOf(count), notebook.run(cell + "n").value());
    }

    @Test
    void aMegabyteOfText() {
        assertTrue(notebook.run("String s = \"" + "y".repeat(1 << 20) + "\";")
                .error()
                .contains("too long for a constant"));
        assertTrue(notebook.run("String s = \"" + "é".repeat(60_000) + "\";")
                .error()
                .contains("too long"));
        assertNull(notebook.run("// " + "z".repeat(1 << 20)).error());
    }

    @Test
    void linesOfErrorsAreCut() {
        var text = notebook.run("int a = \"" + "y".repeat(30_000) + "\"; unknown();")
                .traceback();
        assertTrue(text.length() < 2_000, () -> "" + text.length());
    }

    @Test
    void aMethodThatIsTooLarge() {
        assertTrue(notebook.run("void big() { int i = 0; " + "i = i * 31 + 7; ".repeat(20_000) + "}")
                .error()
                .contains("too large"));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 30_000})
    void deepBrackets(int depth) {
        var result = notebook.run("int deep = " + "(".repeat(depth) + "1" + ")".repeat(depth) + ";");
        assertTrue(result.error() == null || result.error().contains("nested too deeply"), result.error());
    }

    @Test
    void deepBlocks() {
        assertEquals(
                "d",
                notebook.run("{".repeat(200) + "System.out.print(\"d\");" + "}".repeat(200))
                        .out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "\uFEFFint v = 3; v#3", "int v = 3;\u00A0v#3", "int\u2003v = 3;\u200Bv#3",
                        "int gr\u00f6\u00dfe = 3; gr\u00f6\u00dfe#3",
                "\tint\tv\t=\t3;\tv#3", "\"a\u00A0b\".length()#3", "\"\uD83D\uDE00\".length()#2",
                        "int \u03b1 = 1, \u5909 = 2; \u03b1 + \u5909#3"
            })
    void unseenAndForeignCharacters(String cell, String expected) {
        assertEquals(expected, notebook.run(cell).value());
    }

    @Test
    void lineEndsOfOtherSystems() {
        assertEquals("3", notebook.run("int a = 1;\rint b = 2;\r\na +\r\n\r\nb").value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "String s = \u201Ccurly\u201D;     # typographic",
                "int v = 3 \u2013 1;               # minus is written -",
                "int v = 3 \u00D7 1;               # times is written *",
                "this.toString()                   # there is no object here",
                "var x = null;                     # var cannot tell the type of x",
                "int a, a;                         # already defined in this cell",
                "%maven no.such.group:nothing      # group:artifact:version",
            })
    void wordsThatHelp(String cell, String words) {
        var result = notebook.run(cell);
        assertTrue(result.error() != null && result.error().contains(words), result::traceback);
    }

    @Test
    void castsAreToldWithoutModules() {
        assertEquals(
                "ClassCastException: class java.lang.String cannot be cast to class java.lang.Integer",
                notebook.run("Object o = \"s\"; Integer i = (Integer) o;").error());
    }

    @Test
    void wrongUseOfALibraryTellsTheCallOnly() {
        var text =
                notebook.run("List<Integer> none = Collections.nCopies(-1, 3);").traceback();
        assertEquals(1, text.lines().filter(line -> line.startsWith("  at ")).count(), text);
        var shapes = notebook.run("zeros(2, 3).plus(zeros(4))").traceback();
        assertTrue(shapes.contains("ShapeException: shapes (2, 3) and (4,)"), shapes);
        assertEquals(
                1,
                shapes.lines()
                        .filter(line -> line.startsWith("  at lectern.tensor."))
                        .count(),
                shapes);
    }
}
