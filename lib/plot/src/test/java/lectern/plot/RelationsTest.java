package lectern.plot;

import static lectern.plot.Plots.*;
import static lectern.plot.learning.LearningPlots.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import lectern.plot.layer.LineLayer;
import org.junit.jupiter.api.Test;

/** Points by class, hexagons, stacks, polar coordinates, lines across the box, evaluations of models and layouts. */
class RelationsTest {
    private static String fault(Supplier<Axes> cell) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> cell.get().figure().toSvg())
                .getMessage();
    }

    @Test
    void textsColourTheirPointsAndTheLegendNamesThem() {
        double[] x = {1, 2, 3, 4};
        var kinds = List.of("cat", "dog", "cat", "owl");
        String svg = scatter(x, x, colorBy(kinds), sizes(new double[] {9, 16, 25, 36}))
                .scatter(x, new double[] {4, 3, 2, 1}, colorBy(kinds), marker("x"))
                .legend()
                .figure()
                .toSvg();
        for (String name : kinds) {
            assertTrue(svg.contains(">" + name + "</text>"), name);
        }
        // The second call gives the same classes the same colours.
        assertFalse(svg.contains("#d62728"), svg);
        assertTrue(
                scatter(x, x, colorBy(kinds), cmap("viridis")).figure().toSvg().contains("#440154"));
        assertTrue(fault(() -> scatter(x, x, colorBy(List.of("a")))).contains("1 texts for 4 x"));
        assertTrue(fault(() -> scatter(x, x, colorBy(kinds), clim(0, 1))).contains("clim"));
    }

    @Test
    void everyPointIsInOneHexagon() {
        String words = hexbin(Gallery.normal(1, 777), Gallery.normal(2, 777), bins(9))
                .figure()
                .describe();
        assertTrue(words.contains("Points counted in"), words);
        assertTrue(hexbin(new double[] {1, 1, 1}, new double[] {2, 2, 2})
                .figure()
                .describe()
                .contains("in 1 hexagons, up to 3"));
        assertTrue(fault(() -> hexbin(new double[0], new double[0])).contains("at least one point"));
        assertTrue(fault(() -> axes().xscale("log").hexbin(new double[] {1}, new double[] {1}))
                .contains("linear"));
        assertTrue(fault(() -> hexbin(new double[] {1}, new double[] {1}, bins("auto")))
                .contains("number of hexagons"));
    }

    @Test
    void stacksTakeRowsOrColumnsAndNoNegativeAmounts() {
        double[] x = {0, 1, 2};
        String rows =
                stackplot(x, new double[][] {{1, 2, 3}, {1, 1, 1}}).figure().toSvg();
        assertEquals(
                rows,
                stackplot(x, new double[][] {{1, 1}, {2, 1}, {3, 1}}).figure().toSvg());
        assertTrue(stackplot(x, new double[][] {{1, 2, 3}, {1, 1, 1}})
                .figure()
                .describe()
                .contains("y from 0 to 4.2"));
        assertTrue(fault(() -> stackplot(x, new double[][] {{1, -2, 3}})).contains("0 or more but got -2.0"));
        assertTrue(fault(() -> stackplot(x, new double[][] {{1, 2}})).contains("3 x and 2 y"));
    }

    @Test
    void linesAcrossTheBoxReachItsRims() {
        String words = plot(new double[] {0, 10}, new double[] {0, 1})
                .axline(0, 0, 5, 1, label("half"))
                .figure()
                .describe();
        assertTrue(words.contains("Line \"half\" of slope 0.2 through (0, 0)"), words);
        assertTrue(fault(() -> axline(1, 2, 1, 5)).contains("axvline(1.0)"));
        assertTrue(fault(() -> axline(0, 0, Double.NaN)).contains("finite slope"));
    }

    @Test
    void polarCoordinatesLieInADisc() {
        Axes axes = polar(new double[] {0, Math.PI / 2}, new double[] {1, 2}, "way")
                .polar(new double[] {0}, new double[] {7}, marker("o"));
        double[][] way = ((LineLayer) axes.layers.get(1)).points();
        assertArrayEquals(new double[] {1, 0}, way[0], 1e-12);
        assertArrayEquals(new double[] {0, 2}, way[1], 1e-12);
        String words = axes.figure().describe();
        assertTrue(words.contains("radii from 0 to 7") && words.contains("\"way\" of 2 points, radii up to 2"), words);
        for (String degrees : List.of("0°", "45°", "315°")) {
            assertTrue(axes.figure().toSvg().contains(">" + degrees + "<"), degrees);
        }
        assertTrue(fault(() -> polar(new double[] {0}, new double[] {-1})).contains("at the angle plus π"));
        assertTrue(fault(() -> plot(new double[] {1}).polar(new double[] {0}, new double[] {1}))
                .contains("panel of its own"));
    }

    @Test
    void evaluationsRefuseWhatIsNoProbabilityAndWhatDoesNotFit() {
        assertTrue(fault(() -> precisionRecallCurve(new double[] {0, 1.2}, new double[] {1, 0.5}, "a"))
                .contains("between 0 and 1"));
        assertTrue(fault(() -> calibrationCurve(new double[] {-0.1}, new double[] {1}, "a"))
                .contains("between 0 and 1"));
        assertTrue(fault(() -> learningCurve(new double[] {1, 2}, new double[][] {{1, 2}}, null))
                .contains("each of 2 sizes"));
        assertTrue(fault(() -> featureImportance(List.of("a"), new double[] {1, 2}))
                .contains("1 names and 2"));
        assertTrue(fault(() -> residualPlot(new double[] {1}, new double[] {1, 2}))
                .contains("1 x and 2 y"));
        String flat = learningCurve(new double[] {1, 2}, new double[] {0.5, 0.75}, null)
                .figure()
                .describe();
        assertTrue(flat.contains("\"training\" of 2 points, values from 0.5 to 0.75"), flat);
        assertFalse(flat.contains("Band"), flat);
    }

    @Test
    void theMostImportantFeatureStandsOnTopWithItsOwnError() {
        Axes axes = featureImportance(List.of("small", "large"), new double[] {1, 9}, xerr(new double[] {0.5, 3}));
        assertEquals(List.of("small", "large"), axes.y.categories);
        Axes turned = featureImportance(List.of("large", "small"), new double[] {9, 1}, xerr(new double[] {3, 0.5}));
        assertEquals(axes.figure().toSvg(), turned.figure().toSvg());
    }

    @Test
    void springsKeepNeighboursNearAndNodesApart() {
        int[][] ring = {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}};
        double[][] at = springLayout(6, ring);
        double across = distance(at, 0, 3);
        for (int[] edge : ring) {
            assertTrue(distance(at, edge[0], edge[1]) < 0.7 * across, Arrays.deepToString(at));
        }
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                assertTrue(distance(at, i, j) > 0.2, Arrays.deepToString(at));
            }
        }
        assertArrayEquals(at, springLayout(6, ring));
        assertTrue(springLayout(3, new int[0][])[2].length == 2);
        assertTrue(fault(() -> graphPlot(List.of("a", "b"), new int[][] {{0, 2}}))
                .contains("node 2"));
        assertThrows(IllegalArgumentException.class, () -> springLayout(0, ring));
        assertThrows(IllegalArgumentException.class, () -> springLayout(9, new int[][] {{1}}));
    }

    private static double distance(double[][] at, int i, int j) {
        return Math.hypot(at[i][0] - at[j][0], at[i][1] - at[j][1]);
    }

    @Test
    void aTransparentFigureHasNoPage() {
        assertEquals(
                0, plot(new double[] {1, 2}).figure().transparent().toRaster(40).argb()[0]);
        assertEquals(-1, plot(new double[] {1, 2}).figure().toRaster(40).argb()[0]);
        assertThrows(IllegalArgumentException.class, () -> style("ggplot"));
    }
}
