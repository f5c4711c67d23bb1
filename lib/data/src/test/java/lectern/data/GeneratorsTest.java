package lectern.data;

import static lectern.data.Datasets.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class GeneratorsTest {
    @Test
    void sameSeedSameData() {
        for (LongFunction<Dataset> make : java.util.List.<LongFunction<Dataset>>of(
                s -> makeBlobs(50, 3, 1, s),
                s -> makeMoons(50, 0.1, s),
                s -> makeCircles(50, 0.1, 0.5, s),
                s -> makeClassification(50, 5, 3, 2, s))) {
            assertArrayEquals(make.apply(1).features(), make.apply(1).features());
            assertArrayEquals(make.apply(1).labels(), make.apply(1).labels());
            assertFalse(
                    Arrays.deepEquals(make.apply(1).features(), make.apply(2).features()));
        }
        assertArrayEquals(
                makeSwissRoll(9, 0, 4).targets(), makeSwissRoll(9, 0, 4).targets());
    }

    @Test
    void moonsLieOnTheirHalfCircles() {
        var data = makeMoons(101, 0, 1);
        assertArrayEquals(new int[] {50, 51}, data.classSizes());
        for (int i = 0; i < data.size(); i++) {
            double[] p = data.features()[i];
            boolean upper = data.labels()[i] == 0;
            assertEquals(1, upper ? Math.hypot(p[0], p[1]) : Math.hypot(p[0] - 1, p[1] - 0.5), 1e-12);
            assertTrue(upper ? p[1] > -1e-12 : p[1] < 0.5 + 1e-12);
        }
    }

    @Test
    void circlesHaveTheirRadii() {
        var data = makeCircles(60, 0, 0.3, 5);
        for (int i = 0; i < data.size(); i++) {
            assertEquals(
                    data.labels()[i] == 0 ? 1 : 0.3, Math.hypot(data.features()[i][0], data.features()[i][1]), 1e-12);
        }
    }

    @Test
    void noiseHasTheSpreadAskedFor() {
        var data = makeCircles(20_000, 0.1, 0.5, 5);
        double squares = 0;
        for (int i = 0; i < data.size(); i++) {
            double off = Math.hypot(data.features()[i][0], data.features()[i][1]) - (data.labels()[i] == 0 ? 1 : 0.5);
            squares += off * off;
        }
        assertEquals(0.1, Math.sqrt(squares / data.size()), 0.005);
    }

    @Test
    void blobsHaveTheirSizesAndSpread() {
        var data = makeBlobs(3000, 3, 4, 2.0, 9);
        assertArrayEquals(new int[] {1000, 1000, 1000}, data.classSizes());
        assertEquals(4, data.featureCount());
        double[] first = java.util.stream.IntStream.range(0, data.size())
                .filter(i -> data.labels()[i] == 1)
                .mapToDouble(i -> data.features()[i][2])
                .toArray();
        double mean = Arrays.stream(first).average().orElseThrow();
        double variance =
                Arrays.stream(first).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertEquals(2.0, Math.sqrt(variance), 0.2);
    }

    @Test
    void swissRollIsASpiralOverItsTarget() {
        var roll = makeSwissRoll(200, 0, 2);
        for (int i = 0; i < roll.size(); i++) {
            double t = roll.targets()[i];
            assertEquals(t, Math.hypot(roll.features()[i][0], roll.features()[i][2]), 1e-9);
            assertTrue(t >= 1.5 * Math.PI && t <= 4.5 * Math.PI);
        }
    }

    @Test
    void classificationTellsSomethingOnlyInItsInformativeFeatures() {
        var data = makeClassification(4000, 6, 2, 2, 11);
        double strongest = 0;
        for (int j = 0; j < 6; j++) {
            double[] column = data.feature("x" + j);
            double inside = 0;
            double squares = 0;
            for (int i = 0; i < column.length; i++) {
                inside += (data.labels()[i] == 0 ? 1 : -1) * column[i] / column.length;
                squares += column[i] * column[i] / column.length;
            }
            if (j < 2) {
                strongest = Math.max(strongest, squares);
            } else {
                assertEquals(0, inside, 0.06);
                assertEquals(1, squares, 0.1);
            }
        }
        assertEquals(1 + 1.5 * 1.5, strongest, 0.2);
    }

    @Test
    void impossibleWishesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> makeMoons(0, 0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> makeMoons(10, -0.1, 1));
        assertThrows(IllegalArgumentException.class, () -> makeCircles(10, 0.1, 1.5, 1));
        assertThrows(IllegalArgumentException.class, () -> makeClassification(10, 2, 1, 5, 1));
    }

    @Test
    void glyphsAreSeededDigitsThatANearestMeanTellsApart() {
        var glyphs = glyphs(1500, 300, 5);
        assertEquals(28, glyphs.train().rows());
        assertArrayEquals(glyphs.train().flat(), glyphs(1500, 10, 5).train().flat());
        assertArrayEquals(
                glyphs.train().head(7).labels(), Arrays.copyOf(glyphs.train().labels(), 7));
        Dataset train = glyphs.train().dataset();
        Dataset test = glyphs.test().dataset();
        assertEquals(10, Arrays.stream(train.labels()).distinct().count());
        var mean = new double[10][784];
        for (int i = 0; i < train.size(); i++) {
            for (int k = 0; k < 784; k++) {
                mean[train.labels()[i]][k] += train.features()[i][k] / train.classSizes()[train.labels()[i]];
            }
        }
        var predicted = new int[test.size()];
        for (int i = 0; i < predicted.length; i++) {
            double best = Double.POSITIVE_INFINITY;
            for (int digit = 0; digit < 10; digit++) {
                double distance = 0;
                for (int k = 0; k < 784; k++) {
                    distance += Math.pow(mean[digit][k] - test.features()[i][k], 2);
                }
                if (distance < best) {
                    best = distance;
                    predicted[i] = digit;
                }
            }
        }
        double accuracy = Metrics.accuracy(test.labels(), predicted);
        assertTrue(accuracy > 0.7 && accuracy < 0.999, "learnable, yet not trivial: " + accuracy);
    }
}
