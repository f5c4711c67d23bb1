package lectern.plot;

import static lectern.plot.Plots.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lectern.notebook.widget.Widgets;
import lectern.plot.layer.LineLayer;
import lectern.plot.learning.LearningPlots;
import org.junit.jupiter.api.Test;

/** Data that figures once drew wrongly without a word, each with others of its kind. */
class KindsTest {
    private static final double[] X =
            IntStream.range(0, 200).mapToDouble(i -> i / 16.0).toArray();

    private static double width(Figure figure) {
        return Recorder.of(figure).outside.isEmpty() ? new Page(figure).extent().w() : Double.NaN;
    }

    @Test
    void aFigureOfTwoNumbersIsInInches() {
        assertEquals(8 * 72, width(figure(8, 6)));
        assertEquals(8 * 72, width(figure(8.0, 6)));
        assertEquals(4, subplots(2, 2).at(3).figure().rows * subplots(2, 2).cols);
        var fault =
                assertThrows(IllegalArgumentException.class, () -> figure(1, 3).at(1));
        assertTrue(fault.getMessage().contains("subplots(rows, columns)"), fault.getMessage());
    }

    private static int pixel(Object image) {
        var raster = imshow(image).figure().toRaster(72);
        return raster.argb()[raster.height() / 2 * raster.width() + raster.width() / 2] & 0xffffff;
    }

    @Test
    void channelsAreReadByTheirTypeAndClipped() {
        for (double top : new double[] {1, 1.0001, 1.5, 3}) {
            assertEquals(0xff8000, pixel(new double[][][] {{{top, 0.5, -0.2}}}), "channels up to " + top);
        }
        assertEquals(0xff8001, pixel(new int[][][] {{{255, 128, 1}}}));
        assertEquals(0x010101, pixel(new int[][][] {{{1, 1, 1}}}), "integers are bytes, however small");
        assertEquals(0xff8001, pixel(new double[][][] {{{255, 128, 1}}}), "bytes in floats");
        assertTrue(imshow(new double[][][] {{{2.5, 0, 0}}}).figure().describe().contains("clipped"));
        var fault = assertThrows(IllegalArgumentException.class, () -> imshow(new double[3][12][12]));
        assertTrue(fault.getMessage().contains("channels come first"), fault.getMessage());
    }

    @Test
    void thePageMakesRoomForTexts() {
        double plain = width(plot(X, Math::sin).figure());
        double[][] places = {{12, 0.5}, {-3, 0}, {6, 1.2}, {6, -1.4}, {0, 1.05}, {13, 1}};
        for (double[] p : places) {
            for (double turn : new double[] {0, 30, 90}) {
                var figure = plot(X, Math::sin)
                        .text(p[0], p[1], "a text of some length", rotated(turn))
                        .figure();
                assertTrue(figure.toSvg().contains(">a text of some length<"));
                assertEquals(List.of(), Recorder.of(figure).outside);
            }
        }
        assertEquals(plain, width(plot(X, Math::sin).text(6, 0, "inside").figure()), 1e-9);
        var far = plot(X, Math::sin).text(1e6, 1e6, "far").figure();
        assertEquals(plain, width(far), 1e-9);
        assertTrue(far.describe().contains("outside of the figure"), far.describe());
        assertTrue(plot(X, Math::sin)
                .annotate("maximum", Math.PI / 2, 1, 5, 1.2)
                .figure()
                .toSvg()
                .contains(">maximum<"));
    }

    @Test
    void marksOfStairsStandOnTheData() {
        double[] p = {0, 1, 2, 3, 4, 5};
        for (String where : new String[] {"pre", "post", "mid"}) {
            var axes = step(p, p, where(where), marker("o"));
            assertEquals(6, Recorder.of(axes.figure()).marks, where);
            assertEquals(
                    3,
                    Recorder.of(step(p, p, where(where), marker("o"), every(2)).figure()).marks,
                    where);
            assertTrue(axes.figure().describe().contains("of 6 points"), where);
        }
    }

    @Test
    void timesKeepTheirNanosecondsAndStandOnAClock() {
        for (long step : new long[] {1_000_000L, 100_000_000L, 1_000_000_000L, 60_000_000_000L}) {
            var start = LocalDateTime.of(2024, 3, 30, 23, 59, 30);
            var times = IntStream.range(0, 20)
                    .mapToObj(i -> start.plusNanos(step * i))
                    .toList();
            var instants = times.stream().map(t -> t.toInstant(ZoneOffset.UTC)).toList();
            double[] y = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
            for (Object data : new Object[] {times, instants}) {
                double[] x = ((LineLayer) plot(data, y).layers.getFirst()).points()[0];
                for (int i = 1; i < x.length; i++) {
                    assertEquals(step / 86_400e9, x[i] - x[i - 1], 2e-11, "steps of " + step + " ns");
                }
            }
            assertTrue(plot(times, y).figure().describe().contains("x from 2024-03-30 23:5"), "dates as dates");
        }
        var hours = IntStream.range(0, 8).mapToObj(i -> LocalTime.of(9 + i, 30)).toList();
        String svg = plot(hours, new double[8]).figure().toSvg();
        assertTrue(svg.contains(">12:00<") && !svg.contains("1970"), svg);
        var fault = assertThrows(IllegalArgumentException.class, () -> plot(List.of(new Object() {})));
        assertTrue(fault.getMessage().contains("Instant"), fault.getMessage());
    }

    @Test
    void wordsOfAllKindsAreCategories() {
        double[] one = {1, 2};
        Object[] kinds = {
            List.of(TimeUnit.DAYS, TimeUnit.HOURS),
            new String[] {"DAYS", "HOURS"},
            List.of('D', 'H'),
            new char[] {'D', 'H'}
        };
        for (Object kind : kinds) {
            assertTrue(bar(kind, one).figure().describe().contains("x with 2 categories"));
        }
        var missing = bar(Arrays.asList("a", null, "b"), new double[] {1, 2, 3});
        assertTrue(missing.figure().describe().contains("x with 2 categories"));
    }

    @Test
    void stackedPartsOfBothSignsHideNothing() {
        var r = new Random(3);
        for (int round = 0; round < 30; round++) {
            var parts = new double[4][3];
            double most = 0;
            double least = 0;
            for (double[] row : parts) {
                double up = 0;
                double down = 0;
                for (int s = 0; s < 3; s++) {
                    row[s] = r.nextInt(9) - 4;
                    up += Math.max(0, row[s]);
                    down += Math.min(0, row[s]);
                }
                most = Math.max(most, up);
                least = Math.min(least, down);
            }
            var bounds = new lectern.plot.scale.Bounds();
            bar(List.of("a", "b", "c", "d"), parts, stacked()).layers.forEach(layer -> layer.bounds(bounds));
            assertEquals(most, bounds.yhi, 1e-12);
            assertEquals(least, bounds.ylo, 1e-12);
        }
    }

    @Test
    void barsAreAsWideAsTheirPlacesAreApart() {
        double[][] places = {{0.1, 0.2, 0.3}, {0, 100, 250}, {1, 2, 3}};
        double[] wide = {0.08, 80, 0.8};
        for (int i = 0; i < places.length; i++) {
            var bounds = new lectern.plot.scale.Bounds();
            bar(places[i], new double[] {1, 1, 1}).layers.getFirst().bounds(bounds);
            assertEquals(places[i][0] - wide[i] / 2, bounds.xlo, 1e-12);
        }
        var months = IntStream.range(0, 12)
                .mapToObj(i -> LocalDate.of(2024, 1, 1).plusMonths(i))
                .toList();
        var bounds = new lectern.plot.scale.Bounds();
        bar(months, new double[12]).layers.getFirst().bounds(bounds);
        assertEquals(0.8 * 29 / 2, LocalDate.of(2024, 1, 1).toEpochDay() - bounds.xlo, 1e-9);
    }

    @Test
    void denseCloudsAreOnePicture() {
        var r = new Random(1);
        for (int n : new int[] {30_000, 200_000}) {
            double[] x = r.doubles(n).toArray();
            double[] y = r.doubles(n).toArray();
            for (Option[] o : new Option[][] {{alpha(0.1), size(2)}, {marker("x")}, {colorBy(x)}}) {
                String svg = scatter(x, y, o).figure().toSvg();
                assertTrue(svg.contains("<image") && svg.length() < 1_200_000, "bytes: " + svg.length());
                assertTrue(svg.contains("<text"), "axes stay vectors");
            }
        }
        assertFalse(scatter(X, X).figure().toSvg().contains("<image"));
    }

    @Test
    void aBandHasTheColourOfItsLine() {
        double[] low = Arrays.stream(X).map(v -> v - 1).toArray();
        var after = plot(X, X, "a")
                .fillBetween(X, low, X)
                .plot(X, low, "b")
                .figure()
                .toSvg();
        var before = fillBetween(X, low, X)
                .plot(X, X, "a")
                .plot(X, low, "b")
                .figure()
                .toSvg();
        for (String svg : List.of(after, before)) {
            assertTrue(Pattern.compile("fill=\"#1f77b4\"").matcher(svg).find(), "the band is blue");
            assertFalse(Pattern.compile("#2ca02c").matcher(svg).find(), "two colours are enough");
        }
        String two = fillBetween(X, 0, X).fillBetween(X, X, 20).figure().toSvg();
        assertTrue(two.contains("fill=\"#1f77b4\"") && two.contains("fill=\"#ff7f0e\""), "bands without lines differ");
    }

    @Test
    void manyLabelsStayInSight() {
        for (int n : new int[] {12, 25, 60}) {
            var axes = axes();
            for (int i = 0; i < n; i++) {
                axes.plot(X, X, "line " + i);
            }
            assertEquals(List.of(), Recorder.of(axes.legend().figure()).outside);
            var pens = new ArrayList<String>();
            for (int i = 0; i < Math.min(n, 50); i++) {
                var line = axes.layers.get(i).handle().line();
                pens.add(line.color() + Arrays.toString(line.dash()));
            }
            assertEquals(pens.size(), pens.stream().distinct().count(), "no two lines look alike");
        }
    }

    @Test
    void logarithmicAxesHaveLabelsFromEndToEnd() {
        double[][] ends = {{4, 60}, {0.45, 5.5}, {1e4, 8.5e4}, {3e-7, 2e-6}, {20, 900}, {0.2, 7}};
        for (double[] y : ends) {
            var axis = semilogy(new double[] {0, 1}, y).y;
            var ticks = axis.ticks(new lectern.plot.scale.Axis.View(y[0], y[1]), 270)
                    .major();
            assertTrue(ticks.length >= 3 && ticks.length <= 9, Arrays.toString(ticks));
            double third = Math.log(y[1] / y[0]) / 3;
            for (int k = 0; k < 3; k++) {
                double from = y[0] * Math.exp(k * third) * 0.999;
                double to = y[0] * Math.exp((k + 1) * third) * 1.001;
                assertTrue(
                        Arrays.stream(ticks).anyMatch(t -> t >= from && t <= to),
                        "third " + k + Arrays.toString(ticks));
            }
        }
    }

    @Test
    void errorsMayDifferDownAndUp() {
        double[] p = {1, 2, 3};
        var bounds = new lectern.plot.scale.Bounds();
        errorbar(p, p, yerr(new double[][] {{0.1, 0.2, 0.3}, {1, 2, 3}})).layers.forEach(l -> l.bounds(bounds));
        assertEquals(0.9, bounds.ylo, 1e-12);
        assertEquals(6, bounds.yhi, 1e-12);
        assertThrows(IllegalArgumentException.class, () -> errorbar(p, p, yerr(new double[][] {{1, 2}, {1, 2}})));
        assertThrows(IllegalArgumentException.class, () -> errorbar(p, p, yerr(-1)));
    }

    @Test
    void whatXChartCannotShowIsNamed() {
        Axes[] refused = {
            hist(X),
            bar(X, X),
            imshow(new double[2][2]),
            plot(X, X).fillBetween(X, 0, 1),
            plot(X, X).axhline(1),
            step(X, X),
            errorbar(X, X, yerr(1)),
            scatter(X, X, colorBy(X)),
            pie(X),
            contour(new double[][] {{1, 2}, {3, 4}}),
            axes()
        };
        for (Axes axes : refused) {
            var fault = assertThrows(IllegalArgumentException.class, axes::toXChart);
            assertTrue(fault.getMessage().contains("An XY chart of XChart's")
                    || fault.getMessage().contains("empty"));
        }
        var chart = plot(X, X, "$\\beta$").title("$\\alpha$ math").xlim(0, 5).toXChart();
        assertEquals("$\\alpha$ math", chart.getTitle());
        assertEquals(5.0, chart.getStyler().getXAxisMax());
    }

    @Test
    void screenReadersGetAName() {
        for (Frame<?> axes : List.of(
                plot(X, X), hist(X), surface(X, X, (a, b) -> a), plot(X, X).title("T"))) {
            String svg = axes.figure().toSvg();
            assertTrue(
                    svg.matches("(?s)<svg[^>]*aria-labelledby=\"(f[^\"]*)\"[^>]*>\\s*<title id=\"\\1\">[^<]{1,}.*"),
                    svg);
        }
        String near =
                plot(new double[] {0, 1}, new double[] {1e9, 1e9 + 3}).figure().describe();
        assertTrue(near.contains("1000000003"), near);
    }

    @Test
    void widgetsAndFiguresShareNoName() {
        var widgets = Arrays.stream(Widgets.class.getDeclaredMethods())
                .map(m -> m.getName())
                .toList();
        for (Class<?> verbs : List.of(Plots.class, LearningPlots.class)) {
            for (var verb : verbs.getMethods()) {
                assertFalse(widgets.contains(verb.getName()), "widget and figure: " + verb.getName());
            }
        }
    }
}
