package lectern.kernel.cell.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import lectern.kernel.cell.source.CellSplitter;
import lectern.kernel.cell.source.CellText;
import lectern.kernel.cell.source.Lexer;
import lectern.kernel.cell.source.Memory;
import org.junit.jupiter.api.Test;

/** Which imports of the library a unit keeps. */
class ImportFilterTest {
    private static final List<String> LINES = List.of(
            "import java.util.*; import java.io.*;", "import static java.lang.Math.*;", "import java.util.List;");

    private final ImportFilter filter = new ImportFilter();

    private void look() {
        filter.look(
                LINES, type -> Set.of("sqrt", "PI"), pack -> pack.equals("java.util") ? Set.of("List", "Map") : null);
    }

    @Test
    void asLongAsNobodyHasLookedOnlyWordsCanNeedThem() {
        assertEquals(LINES, filter.needed(LINES, Set.of("x")));
        assertEquals(List.of("import java.util.List;"), filter.needed(LINES, Set.of()));
    }

    @Test
    void keepsWhatOffersAWordAndWhatIsUnknown() {
        look();
        assertEquals(
                List.of("import java.util.*;", "import java.io.*;", "import java.util.List;"),
                filter.needed(LINES, Set.of("Map")));
        assertEquals(
                List.of("import java.io.*;", "import static java.lang.Math.*;", "import java.util.List;"),
                filter.needed(LINES, Set.of("x", "PI")));
    }

    @Test
    void keepsAllWhereNamesAreAskedFor() {
        look();
        assertEquals(LINES, filter.needed(LINES, Set.of(Lexer.HOLE)));
        filter.forget();
        assertEquals(LINES, filter.needed(LINES, Set.of("Map")));
    }

    @Test
    void wordsOfTypesThatAreWrittenForVariablesCount() {
        var memory = new Memory();
        var cell = new CellText(1, "for (;;) total += 1;");
        memory.variables.put(
                "total", new Memory.Variable("total", "java.util.List<Optional<String>>", "", "Cell1_1", cell));
        var words = ImportFilter.words(CellSplitter.split(cell), List.of("BigDecimal"), memory);
        assertEquals(Set.of("total", "java", "util", "List", "Optional", "String", "BigDecimal"), words);
    }

    @Test
    void aHoleBehindADotAsksForMembersOnly() {
        var member = CellSplitter.split(new CellText(1, "Math." + Lexer.HOLE));
        assertEquals(Set.of("Math"), ImportFilter.words(member, List.of(), new Memory()));
        var name = CellSplitter.split(new CellText(1, "li + " + Lexer.HOLE));
        assertEquals(Set.of("li", Lexer.HOLE), ImportFilter.words(name, List.of(), new Memory()));
        var escaped = CellSplitter.split(new CellText(1, "\\u0061 + 1"));
        assertTrue(ImportFilter.words(escaped, List.of(), new Memory()).contains(Lexer.HOLE));
    }
}
