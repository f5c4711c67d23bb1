package lectern.notebook;

import static lectern.notebook.Pairs.ordered;
import static lectern.notebook.Tabular.table;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of records and of named values. */
class TabularTest {
    private record Row(String loss, @Column("MSE of $f$") double mse, int steps) {}

    private record Own(
            @Column(value = "share & more", format = "%.0f %%")
            double share,

            double rest) {}

    private static final List<Row> ROWS = List.of(new Row("values", 3.14e-9, 10), new Row("both", 0.0808338, 2000));

    @Test
    void oneFormatForAllNumbersAndHeadingsOfTheColumns() {
        assertEquals(
                "loss    MSE of $f$  steps\nvalues     3.1e-09     10\nboth       8.1e-02   2000",
                table(ROWS, "%.1e").toString());
        assertEquals(List.of("values", "3.14e-09", "10"), table(ROWS).cells().getFirst());
        assertEquals(
                List.of("values", "0.00", "10"),
                table(ROWS, "", "%.2f", "").cells().getFirst());
    }

    @Test
    void aColumnMayHaveAFormatOfItsOwn() {
        assertEquals(
                List.of("50 %", "1.5"),
                table(List.of(new Own(50, 1.5)), "%.1f").cells().getFirst());
    }

    @Test
    void namesMakeTheFirstColumn() {
        assertEquals(
                "     value\nXOR   0.75\nOR    1.00",
                table(ordered("XOR", 0.75, "OR", 1.0), "%.2f").toString());
        assertEquals(
                List.of("", "loss", "MSE of $f$", "steps"),
                table(Map.of("a", ROWS.getFirst())).heads());
    }

    @Test
    void everyFrontEndGetsIt() {
        var data = table(List.of(new Own(5, Double.NaN), new Own(6, Double.NEGATIVE_INFINITY)))
                .heads("$a$ & b", "c_d")
                .toMimeBundle()
                .data();
        assertTrue(data.get(MimeBundle.HTML).toString().contains("<th style=\"text-align:right\">$a$ &amp; b</th>"));
        assertTrue(
                data.get(MimeBundle.LATEX).toString().contains("$a$ \\& b & c\\_d \\\\\n\\midrule\n5 \\% & NaN \\\\"));
        assertTrue(data.get(MimeBundle.TEXT).toString().endsWith("6 %   −∞"));
    }

    @Test
    void whatMakesNoTableIsSaid() {
        says("no rows", () -> table(List.of()));
        says("ordered(\"plain\", 0.03", () -> table(List.of(1.0, 2.0)));
        says(
                "of one class; the first is a Row, another one a Own",
                () -> table(List.of(ROWS.getFirst(), new Own(1, 2))));
        says("3 columns wants one format for all or 3", () -> table(ROWS, "%.1e", "%.2f"));
        says("\"%d\" is no format for a number", () -> table(ROWS, "%d").toString());
        says("2 headings [a, b] got a row of 1 values", () -> Tabular.of(List.of("a", "b"), List.of(List.of(1))));
        says("3 columns", () -> table(ROWS).heads("a"));
    }

    @Test
    void aColumnHasOneFormat() {
        assertEquals("%.2f", Tabular.formatOf(0.25, 1, 0));
        assertEquals("%.3f", Tabular.formatOf(0.123456, 10));
        assertEquals("%.0f", Tabular.formatOf(10, 123456, -7));
        assertEquals("%.0f", Tabular.formatOf(100, 999999));
        assertEquals("%.2e", Tabular.formatOf(0.0808338, 1.09848e-05));
        assertEquals("%.2e", Tabular.formatOf(2e9, 0.5));
        assertEquals("%.0f", Tabular.formatOf());
        assertEquals("%.1f", Tabular.formatOf(Double.NaN, Double.POSITIVE_INFINITY, 0.5));
    }

    @Test
    void pairsKeepTheirOrder() {
        assertEquals(
                List.of("h", "g", "f", "e", "d", "c", "b", "a"),
                List.copyOf(ordered("h", 1, "g", 2, "f", 3, "e", 4, "d", 5, "c", 6, "b", 7, "a", 8)
                        .keySet()));
        assertEquals("{b=1, a=2, c=3}", ordered("b", 1, "a", 2, "c", 3).toString());
        says("\"a\" stands there twice", () -> ordered("a", 1, "a", 2));
    }

    private static void says(String part, org.junit.jupiter.api.function.Executable wrong) {
        var message = assertThrows(IllegalArgumentException.class, wrong).getMessage();
        assertTrue(message.contains(part), message);
    }
}
