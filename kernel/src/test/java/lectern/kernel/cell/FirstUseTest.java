package lectern.kernel.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries that are fetched when a cell first needs them. */
class FirstUseTest {
    private static final String LOCAL = "maven.repo.local";

    @TempDir
    private static Path folder;

    private static Notebook notebook;
    private static String before;

    @BeforeAll
    static void publish() throws IOException {
        HeavyExtension.publish(folder.resolve("remote"));
        before = System.getProperty(LOCAL);
        System.setProperty(LOCAL, folder.resolve("local").toString());
        notebook = Notebook.fresh();
        notebook.run("%mavenRepo here " + folder.resolve("remote").toUri());
    }

    @AfterAll
    static void restore() {
        if (before == null) {
            System.clearProperty(LOCAL);
        } else {
            System.setProperty(LOCAL, before);
        }
    }

    @Test
    void aCellThatNeedsALibraryHasItFetched() {
        assertTrue(notebook.run("%fetch").value().contains("heavy"));
        var first = notebook.run("import heavy.stone.*;\nint weigh() { return Thing.weight(); }\nweigh()");
        assertNull(first.error());
        assertEquals("7", first.value());
        assertTrue(first.out().startsWith("Fetching Library heavy"), first.out());
        assertEquals("", notebook.run("heavy.stone.Thing.weight();").out());
        assertEquals(
                "Library heavy is there already.\n",
                notebook.run("%fetch heavy").out());
    }

    @Test
    void otherBytesThanExpectedAreRefused() {
        for (var code : new String[] {"spoilt.milk.Thing.weight()", "%fetch spoilt", "import spoilt.milk.Thing;"}) {
            var error = notebook.run(code).error();
            assertTrue(error.contains("is not the file that Lectern knows"), error);
            assertTrue(error.contains("expected is " + "0".repeat(64)), error);
        }
    }

    @Test
    void whatDoesNotComeForThisMachineSaysSo() {
        var error = notebook.run("foreign.land.Thing.weight()").error();
        assertTrue(error.contains("Foreign does not come for " + System.getProperty("os.name")), error);
    }

    @Test
    void anUnknownNameIsToldTheKnownOnes() {
        var error = notebook.run("%fetch nothing").error();
        assertTrue(error.contains("There is no library \"nothing\" to fetch; there are:"), error);
        assertTrue(error.contains("heavy"), error);
    }
}
