package lectern.data;

import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
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

    @Test
    void onlyZeroIsEverShownAsZero() {
        var random = new java.util.Random(4);
        for (int k = 0; k < 20_000; k++) {
            var values = new double[1 + random.nextInt(6)];
            for (int i = 0; i < values.length; i++) {
                double x = random.nextGaussian() * Math.pow(10, random.nextInt(random.nextBoolean() ? 30 : 9) - 6);
                values[i] = random.nextInt(6) == 0 ? 0 : random.nextInt(4) == 0 ? Math.rint(x) : x;
            }
            NumberFormatter formatter = NumberFormatter.forValues(values);
            for (double value : values) {
                String text = formatter.format(value);
                double shown = Double.parseDouble(text);
                assertEquals(value == 0, shown == 0, () -> value + " is shown as " + text);
                assertTrue(Math.abs(shown - value) <= 0.055 * Math.abs(value), () -> value + " is shown as " + text);
                assertTrue(text.length() <= 16, () -> value + " is shown as " + text);
            }
        }
    }

    @Test
    void columnsOfUnlikeQuantitiesAreLegible() {
        Table scales = Csv.readCsvText("E,nu,alpha\n210000,0.3,1.2e-5\n70000,0.33,2.3e-5\n334000,0.27,8e-6\n");
        String described = TableView.of(Tables.describe(scales)).toString();
        assertTrue(described.contains("204666.7") && described.contains("1.43333e-05"), described);
        assertFalse(described.matches("(?s).* 0\\.0 .*"), described);
        String mixed =
                TableView.of(DoubleColumn.create("v", 210000, 0.3, 1.2e-5)).toString();
        assertTrue(mixed.contains("210000") && mixed.contains(" 0.3\n") && mixed.contains("1.2e-05"), mixed);
        String small = TableView.of(DoubleColumn.create("v", 0.3, 1.2e-5)).toString();
        assertTrue(small.contains("0.300000") && small.contains("0.000012"), small);
    }

    @Test
    void wholeNumbersHaveAllTheirDigits() {
        String text =
                TableView.of(Csv.readCsvText("id\n9007199254740993\n\n1\n")).toString();
        assertTrue(text.contains("9007199254740993") && text.contains(" 1\n"), text);
    }

    @Test
    void longTextIsCutAndStaysOnItsLine() {
        Table table = Table.create(
                "t",
                StringColumn.create("s", "x".repeat(300), "two\nlines", "漢字", "é"),
                IntColumn.create("n", 1, 2, 3, 4));
        String text = TableView.of(table).toString();
        assertTrue(text.contains("x".repeat(49) + "…") && !text.contains("x".repeat(50)), text);
        assertTrue(text.contains("two↵lines"), text);
        assertEquals(6, text.lines().count());
        List<String> lines = text.lines().toList();
        assertEquals(CellText.width(lines.get(1)), CellText.width(lines.get(3)), "signs of two places");
        assertTrue(part(TableView.of(table), MimeBundle.HTML).contains("…"));
        assertTrue(part(TableView.of(table), MimeBundle.LATEX).contains("two lines"));
    }

    @Test
    void countsAreWrittenInWords() {
        var one = new Dataset(new double[][] {{1}, {2}}, new int[] {0, 1}, List.of("x"), List.of("a", "b"));
        assertEquals("Dataset of 2 samples, 1 feature, classes [a, b]", one.toString());
        String split = Datasets.trainTestSplit(Datasets.iris(), 0.3, 1).toString();
        assertTrue(split.startsWith("Split of 150 samples: 105 to learn from, 45 to judge by; 4 features"), split);
    }
}
