package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lectern.kernel.language.Interpreter.Outcome;
import lectern.notebook.MimeBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that steer the notebook: surroundings, files, libraries, help. */
class MagicsTest {
    @TempDir
    private Path folder;

    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = Notebook.fresh();
    }

    @AfterEach
    void goHome() {
        notebook.run("%cd " + Path.of("").toAbsolutePath());
    }

    @Test
    void variablesOfTheEnvironment() {
        assertNull(notebook.run("%env LECTERN_TEST=one two").error());
        assertEquals("one two", notebook.run("%env LECTERN_TEST").value());
        assertEquals("one two\n", notebook.run("!echo $LECTERN_TEST").out());
        assertEquals("one two\n", notebook.run("%%bash\necho $LECTERN_TEST").out());
        assertTrue(notebook.run("%env").value().contains("LECTERN_TEST=one two"));
        assertEquals(
                "LECTERN_NOT_SET is not set",
                notebook.run("%env LECTERN_NOT_SET").value());
        assertTrue(notebook.run("%help env").value().contains("System.getenv keeps"));
    }

    @Test
    void folders() throws IOException {
        var real = folder.toRealPath();
        assertTrue(notebook.run("%cd " + real)
                .value()
                .startsWith(real + "  (for magics and commands; relative paths in Java code"));
        assertEquals(real + "\n", notebook.run("!pwd").out());
        notebook.run("%%writefile note.txt\nhello");
        assertEquals("hello", Files.readString(real.resolve("note.txt")));
        var loaded = (Outcome.Success) notebook.run("%load note.txt").outcome();
        assertEquals(
                Map.of("source", "set_next_input", "text", "// %load note.txt\nhello", "replace", true),
                loaded.payload().getFirst());
        assertTrue(notebook.run("%cd nowhere").error().contains("There is no folder " + real.resolve("nowhere")));
        assertTrue(notebook.run("%%writefile nowhere/x\n1").error().contains("there is no such folder"));
    }

    @Test
    void runsFiles() throws IOException {
        Files.writeString(folder.resolve("Tools.java"), "package tools;\nint twice(int n) { return 2 * n; }\n");
        assertEquals(
                "8",
                notebook.all("%run " + folder.resolve("Tools.java"), "twice(4)").value());
        Files.writeString(folder.resolve("book.ipynb"), """
                {"cells": [{"cell_type": "markdown", "source": ["int no;"]},
                           {"cell_type": "code", "source": ["int first = 1;\\n", "int second = 2;"]},
                           {"cell_type": "code", "source": "int third = first + second;"}]}
                """);
        assertEquals(
                "3",
                notebook.all("%run " + folder.resolve("book.ipynb"), "third").value());
        assertTrue(notebook.run("%run nothing.ipynb").error().contains("there is no such file"));
        Files.writeString(folder.resolve("broken.ipynb"), "no notebook");
        assertTrue(
                notebook.run("%run " + folder.resolve("broken.ipynb")).error().startsWith("MagicError"));
    }

    @Test
    void runsWhatJShellHasSaved() throws IOException {
        Files.writeString(folder.resolve("saved.jsh"), """
                /set feedback verbose
                import java.util.concurrent.atomic.AtomicInteger
                int w1 = 3
                int twice(int n) {
                    return 2 * n;
                }
                var long1 = w1
                    + 4
                record P(int x) { }
                /list
                if (w1 > 2)
                    w1 = 5;
                else
                    w1 = 6;
                w1
                /exit
                """);
        assertEquals(
                "[5, 14, P[x=1]]",
                notebook.all(
                                "%run " + folder.resolve("saved.jsh"),
                                "List.of(w1, twice(long1), new P(1).toString()).toString()")
                        .value());
    }

    @Test
    void filesAreReadAsPeopleWriteThem() throws IOException {
        Files.writeString(folder.resolve("mark.java"), "\ufeffint marked = 4;\n");
        assertEquals(
                "4",
                notebook.all("%run " + folder.resolve("mark.java"), "marked").value());
        Files.write(folder.resolve("latin.java"), "String s = \"ü\";".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(notebook.run("%run " + folder.resolve("latin.java")).error().contains("is not UTF-8"));
        var spaced = Files.createDirectories(folder.resolve("a b"));
        Files.writeString(spaced.resolve("two words.java"), "int spaced = 9;");
        assertEquals(
                "9",
                notebook.all("%run " + spaced.resolve("two words.java"), "spaced")
                        .value());
        assertTrue(notebook.run("%jars \"" + spaced + "/none.jar\"").error().contains("a b/none.jar"));
        for (var magic : List.of("%run https://example.org/a.java", "%load http://example.org/a.java")) {
            assertTrue(notebook.run(magic).error().contains("Code is not run from the network"), magic);
        }
    }

    @Test
    void linesAreLoaded() throws IOException {
        var file = Files.writeString(folder.resolve("four.txt"), "a\nb\nc\nd\n");
        var loaded = (Outcome.Success) notebook.run("%load -r 2-3 " + file).outcome();
        assertTrue(loaded.payload().getFirst().get("text").toString().endsWith("\nb\nc"));
        assertTrue(notebook.run("%load -r 9-10 " + file).error().contains("no lines 9-10 in a file of 4"));
        assertTrue(notebook.run("%load -r x " + file).error().contains("-r 3-12"));
        assertTrue(notebook.run("%load").error().contains("Which file?"));
    }

    @Test
    void timingKnowsItsOptions() {
        assertTrue(notebook.run("%timeit -n 10 -r 3 Math.sin(1)").out().contains("of 3 runs, 10 loops each"));
        assertTrue(notebook.run("%%timeit -n 2 -r 1\nMath.sin(1);").out().contains("of 1 run, 2 loops each"));
        assertTrue(notebook.run("%timeit -r2 Math.sin(1)").out().contains("of 2 runs"));
        assertTrue(notebook.run("int x = 2;\n%timeit -n 1 -r 1 -(x + 1)").out().contains("per loop"));
        for (var wrong : List.of("%timeit -n 0 1", "%timeit -q 3 1", "%timeit -n x 1")) {
            assertTrue(notebook.run(wrong).error().contains("%timeit knows -n loops"), wrong);
        }
    }

    @Test
    void whatPythonHasIsToldItsWay() {
        assertTrue(notebook.run("%matplotlib inline").error().contains("plot(x, y)"));
        assertTrue(notebook.run("%pip install x").error().contains("%maven"));
        assertFalse(notebook.run("%zebra").error().contains("meant"));
    }

    @Test
    void wrongLibrariesAreNamed() {
        assertTrue(notebook.run("%maven").error().contains("Which library?"));
        assertTrue(notebook.run("%maven a:b").error().contains("group:artifact:version, not a:b"));
        assertTrue(notebook.run("%jars no.jar").error().contains("There is no"));
        assertTrue(notebook.run("%loadFromPOM no.xml").error().contains("Cannot read"));
    }

    @Test
    void everyMagicHasHelpAndIsCompleted() {
        for (var name : notebook.run("%lsmagic").value().split("\\s+")) {
            var plain = name.replace("%", "");
            assertTrue(notebook.run("%help " + plain).value().contains(" – "), name);
            assertNotNull(notebook.interpreter.inspect(name, name.length(), 0), name);
            var completed = notebook.interpreter.complete(name.substring(0, name.length() - 1), name.length() - 1);
            assertTrue(
                    completed.suggestions().stream()
                            .anyMatch(suggestion -> suggestion.text().equals(name)),
                    name);
        }
    }

    @Test
    void richTextOfCells() {
        Stream.of("html", "markdown", "latex", "javascript", "svg")
                .forEach(kind -> assertTrue(
                        notebook.run("%%" + kind + "\n<b>x</b>").bundle().data().containsValue("<b>x</b>"), kind));
        assertEquals(
                "<b>x</b>", notebook.run("%%html\n<b>x</b>").bundle().data().get(MimeBundle.HTML));
    }

    @Test
    void unknownMagicsAreNamed() {
        assertTrue(notebook.run("%mavn a:b:c").error().contains("Is %maven meant?"));
        assertTrue(notebook.run("%html x").error().contains("cell magic"));
        assertTrue(notebook.run("%%who\nx").error().contains("line magic"));
        assertFalse(notebook.run("%%bash\nexit 3").error().isEmpty());
    }

    @Test
    void timesAndVariables() {
        assertTrue(notebook.run("%time Thread.sleep(1)").out().contains("wall time"));
        notebook.run("int seen = 41;");
        assertEquals("seen", notebook.run("%who").value());
        assertTrue(notebook.run("%whos").value().contains("41"));
        assertTrue(notebook.run("%history 2").value().contains("%who"));
    }
}
