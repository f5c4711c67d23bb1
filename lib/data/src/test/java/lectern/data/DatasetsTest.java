package lectern.data;

import static lectern.data.Datasets.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The bundled tables against figures of scikit-learn's copies, splits and encodings against their definitions. */
class DatasetsTest {
    private static double sum(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum();
    }

    @Test
    void breastCancerIsTheKnownTable() {
        var data = breastCancer();
        assertEquals(569, data.size());
        assertEquals(30, data.featureCount());
        assertEquals(List.of("malignant", "benign"), data.classNames());
        assertArrayEquals(new int[] {212, 357}, data.classSizes());
        assertEquals("worst fractal dimension", data.featureNames().getLast());
        assertEquals(
                14.127292, Arrays.stream(data.feature("mean radius")).average().orElseThrow(), 5e-7);
        assertEquals(0, data.labels()[0]);
        assertEquals(17.99, data.features()[0][0]);
    }

    @Test
    void irisWineAndDigitsAreTheKnownTables() {
        assertArrayEquals(new int[] {50, 50, 50}, iris().classSizes());
        assertEquals(876.5, Arrays.stream(iris().feature("sepal length")).sum(), 1e-9);
        assertArrayEquals(new int[] {59, 71, 48}, wine().classSizes());
        assertEquals(159975.295999, sum(wine().features()), 1e-5);
        var digits = digits();
        assertArrayEquals(new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180}, digits.classSizes());
        assertEquals(561718, sum(digits.features()));
        assertEquals(64, digits.featureCount());
    }

    @Test
    void tableKeepsNamesValuesAndClasses() {
        Table table = iris().table();
        assertEquals(
                List.of("sepal length", "sepal width", "petal length", "petal width", "class"), table.columnNames());
        assertEquals("virginica", table.stringColumn("class").get(149));
        assertArrayEquals(iris().features(), matrix(table));
        assertArrayEquals(iris().labels(), dataset(table, "class").labels());
        assertArrayEquals(new double[] {1.4, 0.2}, matrix(table, "petal length", "petal width")[0]);
    }

    @Test
    void describeCountsLikePandas() {
        Table summary = describe(breastCancer());
        assertEquals(30, summary.rowCount());
        assertEquals("mean texture", summary.stringColumn("column").get(1));
        assertEquals(569, summary.intColumn("count").get(1));
        double[] pandas = {19.289649, 4.301036, 9.71, 16.17, 18.84, 21.80, 39.28};
        for (int k = 0; k < pandas.length; k++) {
            assertEquals(
                    pandas[k],
                    summary.doubleColumn(2 + k).get(1),
                    5e-7,
                    summary.column(2 + k).name());
        }
    }

    @Test
    void describeLeavesOutWhatIsMissing() {
        var table = Table.create(DoubleColumn.create("x", 1, Double.NaN, 3), StringColumn.create("s", "a", "b", "c"));
        Table summary = Tables.describe(table);
        assertEquals(1, summary.rowCount());
        assertEquals(2, summary.intColumn("count").get(0));
        assertEquals(2.0, summary.doubleColumn("mean").get(0));
    }

    @Test
    void splitIsStratifiedCompleteAndSeeded() {
        var data = breastCancer();
        var split = trainTestSplit(data, 0.25, 7);
        assertEquals(142, split.test().size());
        assertEquals(427, split.train().size());
        assertArrayEquals(new int[] {53, 89}, split.test().classSizes());
        assertEquals(
                sum(data.features()),
                sum(split.train().features()) + sum(split.test().features()),
                1e-6);
        assertArrayEquals(
                split.test().features(), trainTestSplit(data, 0.25, 7).test().features());
        assertFalse(Arrays.deepEquals(
                split.test().features(), trainTestSplit(data, 0.25, 8).test().features()));
        assertFalse(Arrays.equals(sorted(split.test().labels()), split.test().labels()), "labels come in random order");
    }

    private static int[] sorted(int[] values) {
        var copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    @Test
    void everyClassKeepsItsShareUpToOneSample() {
        var test = trainTestSplit(digits(), 0.2, 3).test();
        int[] all = digits().classSizes();
        assertEquals(359, test.size());
        for (int k = 0; k < 10; k++) {
            assertEquals(0.2 * all[k], test.classSizes()[k], 1.0);
        }
    }

    @Test
    void wrongInputIsNamed() {
        var share = assertThrows(IllegalArgumentException.class, () -> trainTestSplit(iris(), 25, 1));
        assertTrue(share.getMessage().contains("25.0") && share.getMessage().contains("0.25"), share.getMessage());
        var name = assertThrows(IllegalArgumentException.class, () -> iris().feature("radius"));
        assertTrue(name.getMessage().contains("petal width"), name.getMessage());
        var label = assertThrows(IllegalArgumentException.class, () -> oneHot(new int[] {0, 3}, 3));
        assertTrue(label.getMessage().contains("0 to 2"), label.getMessage());
        var type = assertThrows(IllegalArgumentException.class, () -> matrix(iris().table(), "class"));
        assertTrue(type.getMessage().contains("STRING"), type.getMessage());
        var row = assertThrows(
                IllegalArgumentException.class,
                () -> new Dataset(new double[][] {{1, 2}}, new int[] {0}, List.of("a"), List.of("k")));
        assertTrue(row.getMessage().contains("Row 0 has 2"), row.getMessage());
    }

    @Test
    void oneHotHasASingleOne() {
        assertArrayEquals(new double[][] {{0, 0, 1}, {1, 0, 0}}, oneHot(new int[] {2, 0}));
        assertArrayEquals(new double[][] {{0, 1, 0}}, oneHot(new int[] {1}, 3));
    }

    @Test
    void noticeTravelsWithTheTables() throws Exception {
        try (var in = Datasets.class.getResourceAsStream("NOTICE")) {
            String notice = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            for (String needed : List.of("BSD 3-Clause", "Wolberg", "Fisher", "Forina", "Alpaydin", "Kaynak")) {
                assertTrue(notice.contains(needed), needed);
            }
        }
    }
}
