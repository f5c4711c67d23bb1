package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.notebook.MimeBundle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What beginners run into, and what they are told. */
class SlipsTest {
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
                "\"%d items\".formatted(\"x\")          # %d wants a whole number, and this is a text (String)",
                "\"%d\".formatted(2.5)                  # %d wants a whole number, and this is a Double",
                "\"%.2f\".formatted(3)                  # %f wants a number with a point, such as a double, and this is an Integer",
                "\"%s and %s\".formatted(1)             # fewer values than places",
                "\"%.2d\".formatted(3)                  # digits behind the point are for %f",
                "\"100%\".formatted()                   # %% is the sign itself",
                "List.of(1, 2).add(3)                   # this collection cannot be changed; a copy of it can: new ArrayList<>(list)",
                "Arrays.asList(1, 2).add(3)             # this list cannot be changed",
                "Collections.unmodifiableList(new ArrayList<Integer>()).add(1) # this collection cannot be changed",
                "Set.of(1).add(2)                       # or new HashSet<>(set)",
                "Map.of(1, 2).put(3, 4)                 # this map cannot be changed; a copy of it can: new HashMap<>(map)",
                "new ArrayList<>(List.of(1)).iterator().remove(); # call next() first",
                "var xs = new ArrayList<>(List.of(1, 2, 3)); for (int x : xs) xs.remove(0); # removeIf(...)",
                "new javax.swing.JFrame()               # a notebook has no windows",
                "javax.swing.JOptionPane.showMessageDialog(null, 1); # a notebook has no windows",
                "new Scanner(System.in).nextLine()      # nobody is there to type",
                "enum C { RED }~var c = C.RED;~enum C { RED, BLUE }~c == C.RED # an older C is not comparable with the new one",
                "class A {}~A a = new A();~class A { int h; }~a.getClass() == A.class # an older A is not comparable",
                "new StructuredTaskScope<Integer>()     # LECTERN_PREVIEW=1",
            })
    void isToldInWords(String cells, String words) {
        var result = notebook.all(cells.split("~"));
        assertTrue(result.traceback().contains(words), result::traceback);
    }

    @Test
    void whoKeepsAnOlderObjectIsTold() {
        notebook.run("class A { int f() { return 2; } }");
        notebook.run("A keep = new A(); int other = 1;");
        var again = notebook.run("class A { int f() { return 7; } int h; }");
        assertTrue(again.io().text("err").contains("keep holds what the A of"), again.io()::toString);
        assertEquals("", notebook.run("A keep = new A();").io().text("err"));
        assertEquals("7", notebook.run("keep.f()").value());
        notebook.run("A a = new A();");
        assertEquals(
                "",
                notebook.run("class A { int f() { return 8; } }\nA a = new A(), keep = a;")
                        .io()
                        .text("err"));
    }

    @Test
    void aTextThatIsTooLongIsToldInALine() {
        var result = notebook.run("String s = \"" + "x".repeat(70_000) + "\";");
        assertTrue(result.error().contains("put it into a file"), result::error);
        assertTrue(result.traceback().length() < 1000, result::traceback);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "System.out.printf(\"%5.2f%n\", 2.5)",
                "System.out.append('x')",
                "System.out.format(\"x\")",
                "System.err.printf(\"x\")"
            })
    void theStreamThatWasPrintedToIsNoResult(String cell) {
        assertNull(notebook.run(cell).value());
    }

    @Test
    void whatWasAppendedToIsAResult() {
        assertEquals(
                "ab", notebook.run("new StringBuilder(\"a\").append(\"b\")").value());
    }

    @Test
    void anObjectShowsItsFields() {
        assertEquals(
                "Dog[name=Rex, friend=Dog, age=3]",
                notebook.run(
                                "class Pet { int age = 3; }\nclass Dog extends Pet { String name = \"Rex\"; Dog friend = this; "
                                        + "static int count = 1; }\nnew Dog()")
                        .value());
        assertEquals(
                "me",
                notebook.run("class Own { public String toString() { return \"me\"; } }\nnew Own()")
                        .value());
        assertTrue(notebook.run("List.of(1, 2).iterator()").value().contains("using it up"));
    }

    @Test
    void aMissingRecordIsARowOfATable() {
        var cell = "record P(String name, int n) {}\n";
        for (var value : List.of(
                "Arrays.asList(new P(\"a\", 1), null)",
                "Arrays.asList(null, new P(\"a\", 1))",
                "new P[] {null, new P(\"a\", 1)}",
                "new HashMap<>(Map.of(1, new P(\"a\", 1))) {{ put(2, null); }}")) {
            var html = notebook.run(cell + value).bundle().data().get(MimeBundle.HTML);
            assertTrue(String.valueOf(html).contains("null"), () -> value + " " + html);
        }
    }

    @Test
    void aStreamThatAFailedCellHasLeftBehindGoes() {
        notebook.run("System.setOut(new PrintStream(OutputStream.nullOutputStream()));\nthrow new IOException();");
        assertEquals("seen\n", notebook.run("System.out.println(\"seen\");").out());
        notebook.run("var kept = new ByteArrayOutputStream(); System.setOut(new PrintStream(kept));");
        assertEquals("", notebook.run("System.out.print(\"not seen\");").out());
        notebook.run("throw new IOException();");
        assertEquals("not seen", notebook.run("kept.toString()").value());
    }
}
