package lectern.data;

import static org.junit.jupiter.api.Assertions.*;

import lectern.notebook.MimeBundle;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableViewTest {
    private static final Table SMALL = Table.create(
            "t",
            StringColumn.create("na<me", "a & b", "50 %", "$x_1$"),
            IntColumn.create("n", 1, 20, 300),
            DoubleColumn.create("x", 0.5, 1234.25, Double.NaN));

    private static String part(Object view, String type) {
        return (String)
                ((lectern.notebook.Displayable) view).toMimeBundle().data().get(type);
    }

    @Test
    void textAlignsNumbersAndLeavesMissingOnesEmpty() {
        assertEquals("""
                   na<me    n        x
                0  a & b    1     0.50
                1  50 %    20  1234.25
                2  $x_1$  300
                3 rows × 3 columns""", TableView.of(SMALL).toString());
    }

    @Test
    void longTablesShowBothEndsAndSayHowMuch() {
        Table table = Datasets.breastCancer().table();
        String html = part(TableView.of(table), MimeBundle.HTML);
        assertTrue(html.contains("12 of 569 rows × 31 columns"), html);
        assertEquals(14, html.split("<tr>", -1).length - 1, "header, twelve rows and a gap");
        assertTrue(html.contains(">568<") && html.contains(">0<") && !html.contains(">6<"));
        assertTrue(html.contains("mean radius") && html.contains(">class<"));
        String few = part(TableView.of(table, 3), MimeBundle.TEXT);
        assertTrue(few.endsWith("3 of 569 rows × 31 columns"), few);
        assertEquals(6, few.lines().count(), "header, three rows, a gap, the caption");
    }

    @Test
    void headersStayInSightAndTellHowTheRowsAreSorted() {
        String html = part(TableView.of(SMALL.sortDescendingOn("n")), MimeBundle.HTML);
        assertTrue(html.contains("position:sticky") && html.contains("max-height"), html);
        assertTrue(html.contains("title=\"sortOn(&quot;n&quot;)"), html);
        assertTrue(html.contains(">n<span> ▼<"), html);
        assertTrue(
                part(TableView.of(SMALL.sortAscendingOn("n")), MimeBundle.HTML).contains(">n<span> ▲<"));
        assertTrue(part(TableView.of(Datasets.iris().table()), MimeBundle.HTML)
                .contains(">sepal length<span style=\"opacity:.3\"> ⇅<"));
    }

    @Test
    void charactersThatMeanSomethingAreEscaped() {
        String html = part(TableView.of(SMALL), MimeBundle.HTML);
        assertTrue(html.contains("na&lt;me") && html.contains("a &amp; b") && html.contains("&#36;x_1&#36;"), html);
        String latex = part(TableView.of(SMALL), MimeBundle.LATEX);
        assertTrue(latex.contains("a \\& b") && latex.contains("50 \\%") && latex.contains("\\$x\\_1\\$"), latex);
        assertTrue(latex.contains("\\begin{tabular}{rlrr}"), latex);
    }

    @Test
    void columnsAndDataSetsShowThemselvesToo() {
        String column = part(TableView.of(SMALL.intColumn("n")), MimeBundle.TEXT);
        assertTrue(column.endsWith("3 rows × 1 column"), column);
        assertTrue(part(Datasets.iris(), MimeBundle.TEXT).endsWith("12 of 150 rows × 5 columns"));
    }

    @Test
    void emptyTablesDoNotFail() {
        assertEquals(
                "0 rows × 0 columns",
                TableView.of(Table.create("nothing")).toString().strip());
        assertTrue(part(TableView.of(SMALL.emptyCopy()), MimeBundle.HTML).contains("0 rows × 3 columns"));
    }

    @Test
    void numbersOfAColumnAreWrittenAlike() {
        assertEquals("0.07871", NumberFormatter.forValues(0.07871, 0.05667).format(0.07871));
        assertEquals("122.8", NumberFormatter.forValues(122.8, 132.9).format(122.8));
        assertEquals("1", NumberFormatter.forValues(1, 2, 300).format(1));
        assertEquals("0.33333", NumberFormatter.forValues(1 / 3.0).format(1 / 3.0));
        assertEquals("1.0000e-09", NumberFormatter.forValues(1e-9, 1).format(1e-9));
        assertEquals("NaN", NumberFormatter.forValues(1).format(Double.NaN));
    }
}
