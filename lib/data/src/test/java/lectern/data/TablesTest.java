package lectern.data;

import static lectern.data.Csv.readCsvText;
import static lectern.data.Tables.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesTest {
    private static final long BIG = 9_007_199_254_740_993L;

    private final Table table =
            readCsvText("id,name,x,day\n" + BIG + ",ann,1.5,2024-01-31\n1,bob,,2023-05-01\n2,,2.5,\n");

    private static String refusal(Runnable work) {
        return assertThrows(IllegalArgumentException.class, work::run).getMessage();
    }

    @Test
    void theTableGivenStaysAsItIs() {
        String before = Csv.csvText(table);
        sortBy(table, "-x");
        fillna(table, "x", 0);
        assign(table, "x", "x + 1");
        astype(table, "id", "text");
        rolling(table, "x", 2).mean().set(0, 99.0);
        cumsum(table, "x");
        assertEquals(before, Csv.csvText(table));
    }

    @Test
    void wholeNumbersAreComparedAndCountedInFull() {
        assertEquals(1, where(table, "id == 9007199254740993").rowCount());
        assertEquals(0, where(table, "id == 9007199254740992").rowCount());
        assertEquals(0, where(table, "id == 9007199254740992.0").rowCount());
        assertEquals(1, where(table, "id > 9007199254740992.0").rowCount());
        assertEquals(BIG + 1, assign(table, "n", "id + 1").longColumn("n").get(0));
        assertEquals(BIG + 3, cumsum(table, "id").get(2));
        assertEquals(
                BIG + 3,
                ((LongColumn) groupBy(assign(table, "g", "1 // 1"), "g")
                                .agg("id", "sum")
                                .column("id"))
                        .get(0));
        Table huge = readCsvText("x\n9223372036854775807\n1\n");
        assertTrue(refusal(() -> cumsum(huge, "x")).contains("64 bits"));
        assertTrue(refusal(() -> assign(huge, "y", "x * 2")).contains("64 bits"));
        assertTrue(refusal(() -> groupBy(assign(huge, "g", "1 // 1"), "g").sum())
                .contains("64 bits"));
    }

    @Test
    void whatWouldLoseDigitsIsRefused() {
        Table half = Table.create("h", DoubleColumn.create("id", 0.5));
        for (Runnable work : List.<Runnable>of(
                () -> concat(table, half),
                () -> merge(table, half, "inner", "id"),
                () -> fillna(readCsvText("id,y\n" + BIG + ",1\n,2\n"), "id", 0.5),
                () -> astype(table, "id", "double"))) {
            assertTrue(refusal(work).contains(Long.toString(BIG)), refusal(work));
        }
        assertTrue(refusal(() -> astype(table, "x", "int")).contains("Row 0"));
        assertTrue(refusal(() -> astype(table, "name", "double")).contains("'ann'"));
        assertTrue(refusal(() -> astype(table, "name", "date")).contains("'ann'"));
    }

    @Test
    void typesChangeWhenNothingIsLost() {
        Table text = readCsvText(
                "a,b,c\n 1,1.50,true\nx,2.5,\n".replace("x", "7"), CsvOptions.types(Map.of("a", "text", "b", "text")));
        assertEquals(7, astype(text, "a", "int").intColumn("a").get(1));
        assertEquals(1.5, astype(text, "b", "double").doubleColumn("b").get(0));
        assertEquals(
                "1.5",
                astype(astype(text, "b", "double"), "b", "text")
                        .stringColumn("b")
                        .get(0));
        assertEquals(1, astype(text, "c", "int").intColumn("c").get(0));
        assertTrue(astype(text, "c", "int").intColumn("c").isMissing(1));
        assertEquals(
                true,
                astype(readCsvText("a\n1\n0\n"), "a", "boolean")
                        .booleanColumn("a")
                        .get(0));
        assertEquals(
                LocalDate.of(2024, 1, 31).atStartOfDay(),
                astype(table, "day", "datetime").dateTimeColumn("day").get(0));
        assertTrue(refusal(() -> astype(table, "x", "complex")).contains("\"text\""));
    }

    @Test
    void datesAreComparedWithText() {
        assertEquals(1, where(table, "day > '2023-12-31'").rowCount());
        assertTrue(refusal(() -> where(table, "day > 'May'")).contains("2024-12-31"));
    }

    @Test
    void expressionsThatCannotBeReadAreShownWithTheirPlace() {
        for (var wrong : Map.of(
                        "x >", "value is missing",
                        "x > 1 name", "operator is missing",
                        "x = 1", "==",
                        "y > 1", "there is no column 'y'",
                        "foo(x)", "no function foo",
                        "(x > 1", "')' is missing",
                        "x > 1 ?", "means nothing",
                        "x + 1", "no condition",
                        "name > 1", "compares text with whole numbers",
                        "x and name == 'a'", "needs a condition")
                .entrySet()) {
            String message = refusal(() -> where(table, wrong.getKey()));
            assertTrue(message.contains(wrong.getValue()), message);
        }
        assertTrue(refusal(() -> where(table, "x > 1 ?")).endsWith("        ^"));
        assertEquals(
                1,
                where(readCsvText("a b,c\n1,2\n3,4\n"), "`a b` < c - 1 or `a b` == 3")
                        .rowCount());
        assertEquals(
                2.0,
                assign(readCsvText("x\n4\n"), "y", "sqrt(x)").doubleColumn("y").get(0));
        assertEquals(
                -4.0,
                assign(readCsvText("x\n2\n"), "y", "-x**2").doubleColumn("y").get(0));
        assertEquals(
                "ab",
                assign(readCsvText("s\na\n"), "y", "s + 'b'").stringColumn("y").get(0));
    }

    @Test
    void columnsThatAreNotThereAreNamedWithThoseThatAre() {
        for (Runnable work : List.<Runnable>of(
                () -> sortBy(table, "z"),
                () -> groupBy(table, "z"),
                () -> groupBy(table, "name").agg("z", "mean"),
                () -> valueCounts(table, "z"),
                () -> pivot(table, "id", "z", "x"),
                () -> melt(table, "z"),
                () -> merge(table, table, "left", "z"),
                () -> fillna(table, "z", 1),
                () -> dropna(table, "z"),
                () -> astype(table, "z", "int"),
                () -> rolling(table, "z", 2),
                () -> cumsum(table, "z"),
                () -> quantile(table, "z", 0.5),
                () -> toTensor(table, "z"))) {
            assertTrue(refusal(work).contains("'z'; the columns are id, name, x, day"), refusal(work));
        }
    }

    @Test
    void typesThatDoNotFitAreRefusedInWords() {
        for (Runnable work : List.<Runnable>of(
                () -> groupBy(table, "id").agg("name", "mean"),
                () -> quantile(table, "name", 0.5),
                () -> rolling(table, "name", 2).mean(),
                () -> cumsum(table, "name"),
                () -> toTensor(table, "name"))) {
            assertTrue(refusal(work).contains("name"), refusal(work));
        }
        assertTrue(refusal(() -> groupBy(table, "id").agg("x", "average")).contains("mean"));
        assertTrue(refusal(() -> merge(table, Table.create("t", StringColumn.create("id", "1")), "inner", "id"))
                .contains("holds whole numbers, 'id' of the right one holds text"));
        assertTrue(refusal(() -> merge(table, table, "id")).contains("\"left\""));
        assertTrue(refusal(() -> merge(table, readCsvText("q\n1\n"))).contains("no column in common"));
        assertTrue(refusal(() -> concat(table, Table.create("t", DoubleColumn.create("name", 1.0))))
                .contains("astype"));
        assertTrue(refusal(() -> melt(table, "id")).contains("astype"));
        assertTrue(refusal(() -> pivot(readCsvText("a,b,c\n1,1,1\n1,1,2\n"), "a", "b", "c"))
                .contains("2 rows"));
        assertTrue(refusal(() -> fillna(table, "x", "none")).contains("\"mean\""));
        assertTrue(refusal(() -> quantile(table, "x", 1.5)).contains("1.5"));
        assertTrue(refusal(() -> rolling(table, "x", 0).mean()).contains("0"));
        assertTrue(refusal(() -> assign(table, "y", 1.0, 2.0)).contains("3 rows"));
        assertTrue(refusal(() -> head(table, -1)).contains("-1"));
    }

    @Test
    void describeTellsOfTextTruthsAndDates() {
        Table text = describe(table.selectColumns("name", "day"));
        assertEquals(List.of("column", "count", "unique", "top", "freq", "min", "max"), text.columnNames());
        assertEquals("2023-05-01", text.stringColumn("min").get(1));
        Table truths = describe(Table.create("t", BooleanColumn.create("b", true, true, false)));
        assertEquals("true", truths.stringColumn("top").get(0));
        assertEquals(2, truths.intColumn("freq").get(0));
        Table all = describe(table, true);
        assertEquals(4, all.rowCount());
        assertEquals(2.0, all.doubleColumn("mean").get(2));
        assertTrue(
                all.doubleColumn("mean").isMissing(1) && all.stringColumn("top").isMissing(2));
    }

    @Test
    void groupsShowTheirSizesAndGiveTheirRows() {
        var groups = groupBy(readCsvText("k,x\nb,1\na,2\nb,3\n"), "k");
        assertTrue(groups.toString().contains("size"), groups.toString());
        assertEquals(
                List.of("k = a", "k = b"),
                groups.tables().stream().map(Table::name).toList());
        assertEquals(2, groups.tables().get(1).rowCount());
    }

    @Test
    void tensorsAreMadeOfColumns() {
        assertArrayEquals(new int[] {3, 2}, toTensor(table, "id", "x").shape());
        assertTrue(Double.isNaN(toTensor(table, "x").toDoubleArray()[1]));
    }

    @Test
    void randomTablesAreSortedStably() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            int n = 1 + random.nextInt(300);
            double[] x = random.doubles(n, -3, 3)
                    .map(v -> v > 2 ? Double.NaN : random.nextBoolean() ? Math.rint(v) : v * Math.pow(10, 5 * v))
                    .toArray();
            long[] k = random.longs(n).map(v -> v >> random.nextInt(64)).toArray();
            Table random2 = Table.create(
                    "r",
                    DoubleColumn.create("x", x),
                    LongColumn.create("k", k),
                    DoubleColumn.create(
                            "row", IntStream.range(0, n).asDoubleStream().toArray()));
            Comparator<Integer> byX = Comparator.comparing((Integer i) -> Double.isNaN(x[i]))
                    .thenComparing(i -> x[i] == 0 ? 0.0 : -x[i])
                    .thenComparing(i -> k[i]);
            double[] expected = IntStream.range(0, n)
                    .boxed()
                    .sorted(byX)
                    .mapToDouble(i -> i)
                    .toArray();
            assertArrayEquals(
                    expected, sortBy(random2, "-x", "k").doubleColumn("row").asDoubleArray(), "seed " + seed);
        }
    }

    @Test
    void randomGroupsAddUp() {
        var random = new Random(5);
        int n = 20_000;
        int[] k = random.ints(n, 0, 700).toArray();
        String[] s = Arrays.stream(k).mapToObj(i -> "s" + i % 13).toArray(String[]::new);
        double[] x = random.doubles(n).toArray();
        Table t = Table.create(
                "t",
                tech.tablesaw.api.IntColumn.create("k", k),
                StringColumn.create("s", s),
                DoubleColumn.create("x", x));
        Table sums = groupBy(t, "s", "k").agg("x", "sum");
        for (int g = 0; g < sums.rowCount(); g++) {
            int key = sums.intColumn("k").get(g);
            double expected = IntStream.range(0, n)
                    .filter(i -> k[i] == key)
                    .mapToDouble(i -> x[i])
                    .sum();
            assertEquals(expected, sums.doubleColumn("x").get(g), 1e-9);
        }
        assertEquals(Arrays.stream(k).distinct().count(), sums.rowCount());
        Table joined = merge(t, sums, "left", "k", "s");
        assertEquals(n, joined.rowCount());
    }
}
