package lectern.plot;

import static lectern.plot.Plots.*;
import static org.junit.jupiter.api.Assertions.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lectern.notebook.MimeBundle;
import lectern.notebook.Numeric;
import lectern.plot.canvas.Fonts;
import lectern.plot.layer.Contours;
import lectern.plot.scale.Colormap;
import lectern.plot.scale.Grids;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Ticks;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What figures contain, whatever they look like. */
class FigureTest {
    private static final double[] X = Gallery.linspace(0, 10, 60);
    private static final double[] SIN = Gallery.map(X, Math::sin);

    private static List<String> texts(String svg) {
        return Pattern.compile("<text[^>]*>([^<]*)</text>")
                .matcher(svg)
                .results()
                .map(r -> r.group(1))
                .toList();
    }

    private static long count(String svg, String regex) {
        return Pattern.compile(regex).matcher(svg).results().count();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|10|0 2 4 6 8 10",
                "-1.1|1.1|−1.0 −0.5 0.0 0.5 1.0",
                "0|1|0.0 0.2 0.4 0.6 0.8 1.0",
                "-0.5|9.5|0 2 4 6 8",
                "0.0003|0.0007|0.0003 0.0004 0.0005 0.0006 0.0007",
                "1000000|3000000|1.0 1.5 2.0 2.5 3.0",
                "100000|100003.5|0.0 0.5 1.0 1.5 2.0 2.5 3.0 3.5",
                "-2000|2000|−2000 −1000 0 1000 2000"
            })
    void linearAxesHaveNiceTicks(double lo, double hi, String labels) {
        assertEquals(
                labels,
                String.join(
                        " ",
                        Ticks.linear(lo, hi, labels.split(" ").length == 8 ? 8 : 6)
                                .labels()));
    }

    @Test
    void sharedOffsetsAndPowersStandAtTheAxisOnce() {
        assertEquals("×$10^{6}$", Ticks.linear(1e6, 3e6, 6).offset());
        assertEquals("+100000", Ticks.linear(100000, 100003.5, 8).offset());
        assertEquals("", Ticks.linear(0, 10, 6).offset());
    }

    @Test
    void logarithmicAxesShowPowersOfTen() {
        Ticks ticks = Ticks.log(0.5, 2e4, 9);
        assertEquals(List.of("$10^{0}$", "$10^{1}$", "$10^{2}$", "$10^{3}$", "$10^{4}$"), List.of(ticks.labels()));
        assertTrue(ticks.minor().length > 30);
        assertTrue(Ticks.log(1e-300, 1e300, 9).major().length <= 10);
    }

    @Test
    void aLogarithmicAxisWithoutPlacesForItsDataSaysSo() {
        var zeros = new double[] {0, -1, -2};
        assertTrue(texts(semilogy(zeros).figure().toSvg())
                .contains("no y above 0: nothing to show on a logarithmic axis"));
        assertTrue(texts(semilogx(zeros, new double[] {1, 2, 3}).figure().toSvg())
                .contains("no x above 0: nothing to show on a logarithmic axis"));
        for (var figure :
                List.of(semilogy(new double[] {0, 1, 2}).figure(), plot(zeros).figure(), axes().figure())) {
            assertTrue(texts(figure.toSvg()).stream().noneMatch(text -> text.contains("nothing to show")));
        }
    }

    @Test
    void theLegendOfErrorBarsShowsABar() {
        double[] y = {1, 2, 3};
        String bars = errorbar(y, y, "measured", yerr(0.2), color("#102030"))
                .legend()
                .figure()
                .toSvg();
        String line = plot(y, y, "measured", color("#102030")).legend().figure().toSvg();
        assertEquals(2, count(line, "<path [^>]*stroke=\"#102030\""), "line and its sample");
        assertEquals(4, count(bars, "<path [^>]*stroke=\"#102030\""), "line, bars and a sample of both");
    }

    @Test
    void aLineFigureHasItsTextsAndPathsAndNoMore() {
        String svg = plot(X, SIN, "exact")
                .plot(X, SIN, "network", dashed())
                .labels("place", "value")
                .title("A title")
                .legend()
                .figure()
                .toSvg();
        assertTrue(texts(svg)
                .containsAll(
                        List.of("exact", "network", "place", "value", "A title", "0", "2", "10", "−1.00", "1.00")));
        assertEquals(2, count(svg, "<path [^>]*stroke=\"#1f77b4\""), "line and legend sample");
        assertEquals(2, count(svg, "<path [^>]*stroke=\"#ff7f0e\"[^>]*stroke-dasharray"), "line and legend sample");
        assertEquals(1, count(svg, "<clipPath"));
        assertTrue(svg.contains(">A title</title>") && svg.contains("aria-labelledby"), svg);
        assertTrue(svg.contains("Line \"exact\" of 60 points, values from"));
        assertTrue(svg.length() < 6500, "compact, not " + svg.length());
    }

    @Test
    void mathematicsBecomesOutlinesAndWordsStayText() {
        String svg = plot(X, SIN).title("loss $\\|\\nabla f\\|^2$").figure().toSvg();
        assertTrue(texts(svg).stream().anyMatch(t -> t.equals("loss")));
        assertTrue(count(svg, "<path d=\"M[^\"]{300,}\" fill=\"#000\"") >= 1);
        assertFalse(texts(svg).stream().anyMatch(t -> t.contains("nabla")));
    }

    @Test
    void barsAndHistogramsDrawOneRectangleEach() {
        assertEquals(
                3,
                count(bar(List.of("a", "b", "c"), new int[] {1, 2, 3}).figure().toSvg(), "fill=\"#1f77b4\""));
        assertEquals(
                20, count(hist(Gallery.linspace(0, 1, 200), bins(20)).figure().toSvg(), "fill=\"#1f77b4\""));
    }

    @Test
    void boxesOfOneColumnAreAligned() {
        String svg = subplots(2, 1)
                .at(0)
                .plot(X, SIN)
                .ylabel("narrow")
                .at(1)
                .plot(X, Gallery.map(X, t -> 12345 * t))
                .figure()
                .toSvg();
        List<String> left = Pattern.compile("<clipPath[^>]*><rect x=\"([^\"]*)\"[^>]*width=\"([^\"]*)\"")
                .matcher(svg)
                .results()
                .map(r -> r.group(1) + " " + r.group(2))
                .toList();
        assertEquals(2, left.size());
        assertEquals(left.getFirst(), left.getLast());
    }

    @Test
    void noTextSticksOutOfThePage() {
        for (var entry : Gallery.figures().entrySet()) {
            String svg = entry.getValue().get().toSvg();
            var view = Pattern.compile("viewBox=\"([-.\\d]+) ([-.\\d]+) ([-.\\d]+) ([-.\\d]+)\"")
                    .matcher(svg)
                    .results()
                    .findFirst()
                    .orElseThrow();
            double left = Double.parseDouble(view.group(1));
            double right = left + Double.parseDouble(view.group(3));
            var texts = Pattern.compile("<text x=\"([-.\\d]+)\" y=\"[-.\\d]+\"( text-anchor=\"(middle|end)\")?"
                            + "( font-size=\"([.\\d]+)\")?[^>]*>([^<]*)<")
                    .matcher(svg)
                    .results()
                    .toList();
            for (MatchResult text : texts) {
                double size = text.group(5) == null ? 10 : Double.parseDouble(text.group(5));
                double w = Fonts.width(text.group(6), size);
                double x = Double.parseDouble(text.group(1))
                        - (text.group(3) == null ? 0 : text.group(3).equals("middle") ? w / 2 : w);
                assertTrue(
                        x >= left - 0.5 && x + w <= right + 0.5,
                        entry.getKey() + ": \"" + text.group(6) + "\" is cut off");
            }
        }
    }

    @Test
    void panelsThatShareAnAxisWriteItsNumbersOnce() {
        var shared = subplots(2, 2).shareX().shareY();
        var own = subplots(2, 2);
        for (var figure : List.of(shared, own)) {
            for (int i = 0; i < 4; i++) {
                figure.at(i).plot(X, SIN);
            }
            figure.at(1).ylabel("of its own");
        }
        assertEquals(4, count(own.toSvg(), ">10</text>"));
        assertEquals(2, count(shared.toSvg(), ">10</text>"), "below the columns");
        assertEquals(4, count(own.toSvg(), ">−1[.0]*</text>"));
        assertEquals(3, count(shared.toSvg(), ">−1[.0]*</text>"), "beside the rows, and where the axis has a name");
    }

    @Test
    void aMillionPointsStaySmallAndKeepTheirExtremes() {
        var y = new double[1_000_000];
        for (int i = 0; i < y.length; i++) {
            y[i] = Math.sin(i * 1e-4) + (i % 97) * 1e-3;
        }
        y[123_456] = 40;
        var figure = plot(y).figure();
        String svg = figure.toSvg();
        assertTrue(svg.length() < 200_000, "bytes: " + svg.length());
        assertTrue(texts(svg).contains("40"));
    }

    @Test
    void bundlesHoldSvgAndTextAndPdfOnRequest() {
        var axes = plot(X, SIN).title("t");
        MimeBundle plain = axes.toMimeBundle();
        assertTrue(plain.data().keySet().containsAll(List.of(MimeBundle.SVG, MimeBundle.TEXT)));
        assertTrue(plain.toString().contains("Line of 60 points"));
        System.setProperty("lectern.pdf", "1");
        try {
            assertTrue(axes.toMimeBundle().data().get(MimeBundle.PDF) instanceof byte[]);
        } finally {
            System.clearProperty("lectern.pdf");
        }
    }

    @Test
    void pdfHoldsSelectableTextAndItsFont() throws IOException {
        byte[] pdf = plot(X, SIN, "série").title("A title").legend().figure().toPdf();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("A title") && text.contains("série") && text.contains("−1.0"), text);
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertTrue(document.getPage(0).getResources().getFont(name).isEmbedded());
            }
        }
    }

    @Test
    void fourThreadsDrawWhatOneThreadDraws() throws Exception {
        var figures = new ArrayList<>(Gallery.figures().values());
        var expected = figures.stream().map(f -> f.get().toSvg()).toList();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var tasks = new ArrayList<Callable<String>>();
            for (int round = 0; round < 3; round++) {
                figures.forEach(f -> tasks.add(() -> f.get().toSvg()));
            }
            List<Future<String>> drawn = pool.invokeAll(tasks);
            for (int i = 0; i < drawn.size(); i++) {
                assertEquals(expected.get(i % expected.size()), drawn.get(i).get());
            }
        }
    }

    @Test
    void dataMayBeArraysListsTensorsAndMatrices() {
        record Vector(double... v) implements Numeric {
            @Override
            public int[] shape() {
                return new int[] {v.length, 1};
            }

            @Override
            public double[] toDoubleArray() {
                return v.clone();
            }
        }
        double[] expected = {1, 2, 3};
        for (Object data : new Object[] {
            new int[] {1, 2, 3},
            new float[] {1, 2, 3},
            List.of(1, 2.0, 3L),
            new Integer[] {1, 2, 3},
            new Vector(1, 2, 3)
        }) {
            assertArrayEquals(expected, Numbers.toDoubles(data));
        }
        assertEquals(1, Numbers.toSeries(new Vector(1, 2, 3)).length);
        assertArrayEquals(new double[] {1, 3}, Numbers.toSeries(new int[][] {{1, 2}, {3, 4}})[0]);
    }

    @Test
    void mistakesAreExplained() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> plot(new double[3], new double[4]))
                .getMessage()
                .contains("3 x and 4 y"));
        assertTrue(assertThrows(
                        IllegalArgumentException.class, () -> subplots(2, 2).at(4))
                .getMessage()
                .contains("4 panels"));
        assertTrue(
                assertThrows(IllegalArgumentException.class, () -> plot(X, SIN).colorbar())
                        .getMessage()
                        .contains("colours first"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> plot(X, SIN, color("blu")))
                .getMessage()
                .contains("\"blu\""));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> imshow(SIN, cmap("virids")))
                .getMessage()
                .contains("viridis"));
    }

    @Test
    void contoursOfAPlaneAreStraightLines() {
        double[] g = Gallery.linspace(0, 1, 11);
        var lines = new Contours(g, g, Grids.evaluate(g, g, (a, b) -> a), false).trace(0.55);
        assertEquals(1, lines.size());
        for (double x : lines.getFirst()[0]) {
            assertEquals(0.55, x, 1e-12);
        }
        var areas = new Contours(g, g, Grids.evaluate(g, g, (a, b) -> a), true).trace(0.55);
        assertEquals(1, areas.size());
        assertEquals(0.45, area(areas.getFirst()), 1e-9);
    }

    private static double area(double[][] line) {
        double sum = 0;
        int n = line[0].length;
        for (int i = 0; i < n; i++) {
            int k = (i + 1) % n;
            sum += line[0][i] * line[1][k] - line[0][k] * line[1][i];
        }
        return Math.abs(sum) / 2;
    }

    @Test
    void colourMapsMeetPublishedColours() {
        assertEquals(0xff440154, Colormap.of("viridis").at(0));
        assertEquals(0xfffde725, Colormap.of("viridis").at(1));
        assertEquals(0xfffde725, Colormap.of("viridis_r").at(0));
        assertEquals(0xff1f77b4, Colormap.of("tab10").at(0));
        int middle = Colormap.of("viridis").at(0.5);
        for (int shift = 0; shift < 24; shift += 8) {
            assertEquals(0x21918c >> shift & 255, middle >> shift & 255, 4);
        }
    }
}
