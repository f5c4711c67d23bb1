package lectern.data;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.api.Test;

class ScalerTest {
    private static final double[][] ROWS = {{1, 10, 5}, {3, 20, 5}, {5, 60, 5}};

    @Test
    void standardScalerGivesMeanZeroAndDeviationOne() {
        var scaler = new StandardScaler().fit(ROWS);
        double[][] z = scaler.transform(ROWS);
        for (int j = 0; j < 2; j++) {
            assertEquals(0, z[0][j] + z[1][j] + z[2][j], 1e-12);
            assertEquals(3, z[0][j] * z[0][j] + z[1][j] * z[1][j] + z[2][j] * z[2][j], 1e-12);
        }
        assertArrayEquals(new double[] {3, 30, 5}, scaler.mean(), 1e-12);
        assertEquals(Math.sqrt(8 / 3.0), scaler.std()[0], 1e-12);
        assertEquals(0, z[1][2], "a constant column becomes zero, not NaN");
    }

    @Test
    void minMaxScalerFillsTheUnitInterval() {
        var scaler = new MinMaxScaler();
        assertArrayEquals(new double[][] {{0, 0, 0}, {0.5, 0.2, 0}, {1, 1, 0}}, scaler.fitTransform(ROWS));
        assertArrayEquals(new double[] {2, -0.2, 1}, scaler.transform(new double[][] {{9, 0, 6}})[0], 1e-12);
    }

    @Test
    void inverseGoesBack() {
        for (Scaler<?> scaler : new Scaler<?>[] {new StandardScaler(), new MinMaxScaler(), new RobustScaler()}) {
            double[][] back = scaler.inverseTransform(scaler.fitTransform(ROWS));
            for (int i = 0; i < ROWS.length; i++) {
                assertArrayEquals(ROWS[i], back[i], 1e-12);
            }
        }
    }

    @Test
    void aDataSetKeepsLabelsAndNames() {
        var data = Datasets.iris();
        var scaled = new StandardScaler().fit(data.features()).transform(data);
        assertSame(data.labels(), scaled.labels());
        assertEquals(data.featureNames(), scaled.featureNames());
        assertEquals(
                0,
                java.util.Arrays.stream(scaled.feature("petal width")).average().orElseThrow(),
                1e-12);
    }

    @Test
    void missingValuesAreLeftOutAndStayMissing() {
        double[][] rows = {{1, Double.NaN}, {3, 4}, {5, 6}};
        double[][] z = new StandardScaler().fitTransform(rows);
        assertArrayEquals(new double[] {Double.NaN, -1, 1}, new double[] {z[0][1], z[1][1], z[2][1]}, 1e-12);
        double[][] unit = new MinMaxScaler().fitTransform(rows);
        assertArrayEquals(new double[] {Double.NaN, 0, 1}, new double[] {unit[0][1], unit[1][1], unit[2][1]});
    }

    @Test
    void aConstantColumnWhoseMeanIsRoundedBecomesZero() {
        var rows = new double[7][1];
        java.util.Arrays.setAll(rows, i -> new double[] {0.1});
        assertEquals(0, new StandardScaler().fitTransform(rows)[3][0]);
    }

    @Test
    void columnsWithNothingToLearnFromAreRefused() {
        for (Scaler<?> scaler : new Scaler<?>[] {new StandardScaler(), new MinMaxScaler()}) {
            var empty = assertThrows(
                    IllegalArgumentException.class,
                    () -> scaler.fit(new double[][] {{1, Double.NaN}, {2, Double.NaN}}));
            assertTrue(empty.getMessage().contains("Column 1"), empty.getMessage());
            var infinite = assertThrows(
                    IllegalArgumentException.class, () -> scaler.fit(new double[][] {{1}, {Double.POSITIVE_INFINITY}}));
            assertTrue(infinite.getMessage().contains("Row 1"), infinite.getMessage());
            var ragged = assertThrows(IllegalArgumentException.class, () -> scaler.fit(new double[][] {{1, 2}, {1}}));
            assertTrue(ragged.getMessage().contains("row 1 has 1"), ragged.getMessage());
        }
    }

    @Test
    void misuseIsNamed() {
        var early = assertThrows(IllegalStateException.class, () -> new StandardScaler().transform(ROWS));
        assertTrue(early.getMessage().contains("fit"), early.getMessage());
        var narrow = assertThrows(
                IllegalArgumentException.class,
                () -> new MinMaxScaler().fit(ROWS).transform(new double[][] {{1, 2}}));
        assertTrue(
                narrow.getMessage().contains("3 columns") && narrow.getMessage().contains("has 2"),
                narrow.getMessage());
    }

    @Test
    void tensorsAreScaledAsRowsAre() {
        var rows = lectern.tensor.Tensors.of(ROWS);
        for (Scaler<?> scaler : new Scaler<?>[] {new StandardScaler(), new MinMaxScaler(), new RobustScaler()}) {
            var scaled = scaler.fitTransform(rows);
            double[][] expected = scaler.fitTransform(ROWS);
            assertArrayEquals(new int[] {3, 3}, scaled.shape());
            assertEquals(expected[2][1], scaled.get(2, 1).item());
            assertArrayEquals(
                    rows.toDoubleArray(), scaler.inverseTransform(scaled).toDoubleArray(), 1e-12);
            assertTrue(assertThrows(IllegalArgumentException.class, () -> scaler.fit(rows.col(0)))
                    .getMessage()
                    .contains("reshape(-1, 1)"));
        }
    }
}
