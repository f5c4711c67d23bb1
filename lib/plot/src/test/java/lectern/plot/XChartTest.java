package lectern.plot;

import static org.junit.jupiter.api.Assertions.*;

import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lectern.notebook.MimeBundle;
import lectern.plot.scale.Ticks;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.BoxChartBuilder;
import org.knowm.xchart.BubbleChartBuilder;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.DialChartBuilder;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.OHLCChartBuilder;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.RadarChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;

/** Charts of XChart's own beside our figures. */
class XChartTest {
    private static final double[] TENTHS = Gallery.linspace(0, 1, 50);

    private static XYChart lines() {
        var chart = new XYChartBuilder().width(640).height(400).title("lines").build();
        chart.addSeries("sine", TENTHS, Gallery.map(TENTHS, t -> Math.sin(6 * t)));
        return chart;
    }

    private static Map<String, Chart<?, ?>> charts() {
        var out = new LinkedHashMap<String, Chart<?, ?>>();
        out.put("#1f77b4", lines());
        var bars = new CategoryChartBuilder().build();
        bars.addSeries("a", List.of("x", "y"), List.of(1, 2));
        out.put("#1f77b4 ", bars);
        var pie = new PieChartBuilder().build();
        pie.addSeries("a", 3);
        pie.addSeries("b", 1);
        out.put("#ff7f0e", pie);
        var boxes = new BoxChartBuilder().build();
        boxes.addSeries("a", Gallery.normal(1, 30));
        out.put("#00f", boxes);
        var heat = new HeatMapChartBuilder().build();
        heat.addSeries("a", new int[] {1, 2}, new int[] {1, 2}, new int[][] {{1, 2}, {3, 4}});
        out.put("#440154", heat);
        var radar = new RadarChartBuilder().build();
        radar.setRadiiLabels(new String[] {"a", "b", "c"});
        radar.addSeries("s", new double[] {0.1, 0.5, 0.9});
        out.put("#1f77b4  ", radar);
        var dial = new DialChartBuilder().build();
        dial.addSeries("d", 0.4, "40");
        out.put("#2ca02c", dial);
        var range = new OHLCChartBuilder().build();
        range.addSeries(
                "r", new double[] {1, 2}, new double[] {1, 2}, new double[] {3, 4}, new double[] {0, 1}, new double[] {
                    2, 1.5
                });
        out.put("#b0b0b0", range);
        var bubbles = new BubbleChartBuilder().build();
        bubbles.addSeries("b", new double[] {1, 2}, new double[] {1, 2}, new double[] {10, 20});
        out.put("#1f77b4   ", bubbles);
        return out;
    }

    @Test
    void allNineKindsShowThemselvesInOurThemeAsSvgAndPdf() throws IOException {
        assertEquals(9, charts().size());
        for (var entry : charts().entrySet()) {
            Chart<?, ?> chart = entry.getValue();
            String svg = (String) XCharts.bundle(chart).data().get(MimeBundle.SVG);
            String color = entry.getKey().strip();
            if (!color.equals("#b0b0b0")) {
                assertTrue(svg.contains(color), chart.getClass() + " without " + color);
            }
            assertFalse(svg.contains("NaN"), chart.getClass().toString());
            try (var pdf = Loader.loadPDF(XCharts.toPdf(chart))) {
                var picture = new PDFRenderer(pdf).renderImage(0);
                assertEquals(chart.getWidth() * 0.75, picture.getWidth(), 1.5);
                long inked = Arrays.stream(picture.getRGB(
                                0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                        .filter(argb -> (argb & 0xffffff) != 0xffffff)
                        .count();
                assertTrue(inked > 1000, chart.getClass() + " has ink at " + inked + " pixels");
            }
        }
    }

    @Test
    void whatItsOwnerHasStyledStays() {
        var chart = lines();
        chart.getStyler().setChartBackgroundColor(new Color(0xfff0d0));
        chart.getStyler().setSeriesColors(new Color[] {new Color(0x123456)});
        chart.getStyler().setPlotGridLinesColor(Color.GREEN);
        String svg = (String) XCharts.bundle(chart).data().get(MimeBundle.SVG);
        assertTrue(svg.contains("#fff0d0") && svg.contains("#123456") && svg.contains("#0f0"), svg.substring(0, 900));
        assertFalse(svg.contains("#1f77b4"));

        var other = new XYChartBuilder().theme(Styler.ChartTheme.GGPlot2).build();
        other.addSeries("s", TENTHS, TENTHS);
        Color before = other.getStyler().getPlotBackgroundColor();
        XCharts.themed(other);
        assertEquals(before, other.getStyler().getPlotBackgroundColor());
    }

    @Test
    void ticksOfEquallySpacedDataAreRound() {
        var chart = lines();
        XCharts.toSvg(chart);
        assertEquals(1, chart.getSeriesCollection().size(), "the chart is left as it was");
        var seen = new TreeSet<Double>();
        var ruled = lines();
        ruled.getStyler().setXAxisTickLabelsFormattingFunction(v -> {
            seen.add(v);
            return Ticks.plain(v);
        });
        XCharts.toSvg(ruled);
        assertTrue(seen.size() >= 3, seen.toString());
        for (double v : seen) {
            assertEquals(Math.rint(v * 100) / 100, v, 1e-9, "a tick at " + v);
        }
    }

    @Test
    void darkStyleReachesCharts() {
        Plots.style("dark");
        try {
            String svg = (String) XCharts.bundle(lines()).data().get(MimeBundle.SVG);
            assertTrue(Pattern.compile("fill=\"#111\"").matcher(svg).find(), svg.substring(0, 600));
        } finally {
            Plots.style("default");
        }
    }
}
