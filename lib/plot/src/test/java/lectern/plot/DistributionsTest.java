package lectern.plot;

import static lectern.plot.Gallery.normal;
import static lectern.plot.Plots.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import lectern.plot.layer.LineLayer;
import org.junit.jupiter.api.Test;

/** Bins, densities, distribution functions, single values and regressions hold the numbers they should, or say why not. */
class DistributionsTest {
    private static String describe(Axes axes) {
        axes.figure().toSvg();
        return axes.figure().describe();
    }

    private static String fault(Supplier<Axes> cell) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> cell.get().figure().toSvg())
                .getMessage();
    }

    private static double[][] points(Axes axes, int layer) {
        return ((LineLayer) axes.layers.get(layer)).points();
    }

    /** NumPy's histogram_bin_edges of 0, 1, 4, 9 … divided by 7 has so many bins by these rules. */
    @Test
    void rulesFindAsManyBinsAsInNumPy() {
        double[] squares = IntStream.range(0, 100).mapToDouble(i -> i * i / 7.0).toArray();
        for (var expected : List.of(List.of("auto", 8), List.of("sturges", 8), List.of("fd", 5), List.of("sqrt", 10))) {
            assertTrue(
                    describe(hist(squares, bins((String) expected.getFirst())))
                            .contains("of " + expected.getLast() + " bars"),
                    expected + ": " + describe(hist(squares, bins((String) expected.getFirst()))));
        }
        double[] few = {1, 1, 2, 3};
        assertTrue(describe(hist(few, bins("auto"))).contains("of 2 bars"), describe(hist(few, bins("auto"))));
        assertTrue(describe(hist(new double[] {5, 5, 5}, bins("auto"))).contains("of 1 bars"));
        assertTrue(describe(hist(new double[] {0, 1, 1e12, 2, 1, 0, 1.5}, bins("fd")))
                .contains("of 1000 bars"));
        assertTrue(fault(() -> hist(few, bins("scott"))).contains("auto, sturges, fd, sqrt and same"));
        assertTrue(fault(() -> hist(few, bins("same"))).contains("there is none"));
        assertTrue(fault(() -> hist(few, bins("auto"), weights(few))).contains("does not know weights"));
    }

    @Test
    void histogramsOnTheSameAxesMayShareBins() {
        String svg = hist(new double[] {0, 10}, bins(5))
                .hist(new double[] {0, 1}, bins("same"))
                .figure()
                .describe();
        assertEquals(2, svg.split("of 5 bars", -1).length - 1, svg);
    }

    @Test
    void weightsCountInsteadOfOnes() {
        assertTrue(describe(hist(new double[] {1, 2, 2}, bins(0, 1.5, 3), weights(new double[] {5, 0.5, 0.25})))
                .contains("y from 0 to 5.25"));
        assertEquals(
                "Weights need one number for each value but got 2 for 3 values.",
                fault(() -> hist(new double[] {1, 2, 2}, weights(new double[] {1, 2}))));
    }

    @Test
    void densitiesHaveTheAreaOfWhatTheyDescribe() {
        double[] sample = normal(3, 500);
        assertEquals(1, area(points(kdeplot(sample), 0)), 1e-3);
        assertEquals(
                500 * 0.5,
                area(points(
                        hist(
                                sample,
                                bins(DoubleStream.iterate(-5, v -> v + 0.5)
                                        .limit(21)
                                        .toArray()),
                                kde()),
                        1)),
                0.5);
        double[][] lying = points(kdeplot(sample, horizontal()), 0);
        assertEquals(1, area(new double[][] {lying[1], lying[0]}), 1e-3);
        assertTrue(fault(() -> kdeplot(new double[] {1})).contains("two finite values"));
        assertTrue(fault(() -> hist(sample, kde(), cumulative())).contains("cumulative"));
        assertTrue(fault(() -> hist(sample, kde(), bins(0, 1, 5))).contains("one width"));
        assertTrue(fault(() -> kdeplot(new double[] {1, 2}, new double[] {1, 2}))
                .contains("three points"));
        assertTrue(fault(() -> kdeplot(new double[] {1, 2, 3}, new double[] {1, 2}))
                .contains("3 x and 2 y"));
    }

    private static double area(double[][] p) {
        return IntStream.range(1, p[0].length)
                .mapToDouble(i -> (p[0][i] - p[0][i - 1]) * (p[1][i] + p[1][i - 1]) / 2)
                .sum();
    }

    @Test
    void distributionFunctionsRiseAtTheirValues() {
        double[][] p = points(ecdfplot(new double[] {3, 1, Double.NaN, 3, 2}), 0);
        assertArrayEquals(new double[] {1, 1, 2, 3}, p[0]);
        assertArrayEquals(new double[] {0, 0.25, 0.5, 1}, p[1]);
        assertTrue(fault(() -> ecdfplot(new double[] {Double.NaN})).contains("none"));
    }

    /** Draper and Smith's rule of thumb checked by hand: five points, slope 2, residuals of ±1. */
    @Test
    void regressionsAreThoseOfLeastSquaresWithStudentsBand() {
        Axes axes = regplot(new double[] {0, 1, 2, 3, 4}, new double[] {1, 2, 5, 8, 9}, "fit");
        double[][] line = points(axes, 2);
        assertEquals(0.6, line[1][0], 1e-12);
        assertEquals(9.4, line[1][60], 1e-12);
        String words = describe(axes);
        assertTrue(words.contains("\"fit\", y = 0.6 + 2.2 x"), words);
        // t(0.975, 3) = 3.18245, s² = 1.6 / 3, half width at the end √(1/5 + 4/10) · s · t.
        double half = 3.182446 * Math.sqrt(1.6 / 3) * Math.sqrt(0.6);
        assertTrue(words.contains("y from " + brief(0.6 - half - 0.05 * (8.8 + 2 * half))), words + half);
        assertTrue(fault(() -> regplot(new double[] {1, 2}, new double[] {1, 2}))
                .contains("three points"));
        assertTrue(fault(() -> regplot(new double[] {1, 1, 1}, new double[] {1, 2, 3}))
                .contains("at 1 places"));
    }

    private static String brief(double v) {
        return String.format(java.util.Locale.ROOT, "%.3f", v).replace('-', '\u2212');
    }

    @Test
    void noMarkOfASwarmCoversAnother() {
        double[] values =
                IntStream.range(0, 60).mapToDouble(i -> (i % 12) / 12.0).toArray();
        String svg = swarmplot(new double[][] {values}, marker("s")).figure().toSvg();
        var use = java.util.regex.Pattern.compile("<use[^>]* x=\"([-.0-9]+)\" y=\"([-.0-9]+)\"")
                .matcher(svg);
        var places = use.results()
                .map(m -> new double[] {Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2))})
                .toList();
        assertEquals(60, places.size(), svg.substring(0, Math.min(svg.length(), 3000)));
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                double d = Math.hypot(places.get(i)[0] - places.get(j)[0], places.get(i)[1] - places.get(j)[1]);
                assertTrue(d > 4.9, "marks " + i + " and " + j + " are " + d + " apart");
            }
        }
    }

    @Test
    void singleValuesStandAtTheirCategories() {
        assertTrue(describe(stripplot(List.of("a", "b", "a"), new double[] {1, 2, 5}))
                .contains("with 2 categories"));
        assertTrue(fault(() -> stripplot(new double[] {1, 2}, new double[] {1, 2}))
                .contains("are texts"));
        assertTrue(fault(() -> swarmplot(List.of("a"), new double[] {1, 2})).contains("1 x and 2 y"));
        assertTrue(describe(stripplot(List.of(new double[] {1, 3, 2}, new double[0])))
                .contains("Strip of 3 values from 1 to 3, median 2. Sample without values."));
    }

    @Test
    void rugsTakeTheColourOfWhatTheyBelongTo() {
        String svg = kdeplot(new double[] {1, 2, 3})
                .kdeplot(new double[] {2, 3, 4})
                .rugplot(new double[] {2, 3})
                .figure()
                .toSvg();
        assertEquals(3, svg.split("stroke=\"#ff7f0e\"", -1).length, svg);
    }
}
