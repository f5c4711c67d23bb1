package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
        assertEquals("hello", notebook.run("%load note.txt").value());
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
        assertTrue(notebook.run("%mavn a:b:c").error().contains("there are"));
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
