package lectern.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The gallery has a figure for every kind of figure that the course needs. */
class GalleryNotebookTest {
    private static final Path NOTEBOOKS = Path.of("..", "..", "notebooks");
    private static final Pattern FIGURE = Pattern.compile("\\b[A-Z]?\\d+-F\\d+\\b");

    private static Set<String> figures(String text) {
        var out = new TreeSet<String>();
        FIGURE.matcher(text).results().forEach(m -> out.add(m.group()));
        return out;
    }

    @Test
    void everyFigureOfTheInventoriesHasItsKindInTheGallery() throws IOException {
        var wanted = figures(Files.readString(NOTEBOOKS.resolve("ids.txt")).replaceAll("(?m)^#.*$", ""));
        String gallery = Files.readString(NOTEBOOKS.resolve(Path.of("start", "gallery.ipynb")));
        assertTrue(wanted.size() > 250, "ids: " + wanted.size());
        assertEquals(wanted, figures(gallery));
        assertTrue(Pattern.compile("\"cell_type\": \"code\"")
                        .matcher(gallery)
                        .results()
                        .count()
                > 60);
    }
}
