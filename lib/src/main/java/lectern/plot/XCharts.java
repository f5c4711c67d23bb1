package lectern.plot;

import java.awt.Color;
import java.awt.Font;
import lectern.notebook.MimeBundle;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The one place that knows XChart: its charts show themselves in a notebook in the look of our figures, and our axes
 * become its charts.
 */
public final class XCharts {
    /** XChart counts pixels of which 96 make an inch; pages count points. */
    private static final double POINTS = 0.75;

    private XCharts() {}

    /** Gives a chart of XChart's own the colours and fonts of our figures. */
    public static <C extends Chart<?, ?>> C themed(C chart) {
        return themed(chart, Theme.DEFAULT);
    }

    static <C extends Chart<?, ?>> C themed(C chart, Theme theme) {
        Styler styler = chart.getStyler();
        var page = new Color(theme.page(), true);
        var ink = new Color(theme.ink(), true);
        styler.setChartBackgroundColor(page);
        styler.setPlotBackgroundColor(new Color(theme.face(), true));
        styler.setChartFontColor(ink);
        styler.setLegendBackgroundColor(page);
        styler.setLegendBorderColor(new Color(Colors.mix(theme.face(), theme.ink(), 0.2), true));
        styler.setChartTitleBoxVisible(false);
        styler.setPlotBorderColor(ink);
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 16));
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
        var colors = new Color[theme.cycle().length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = new Color(theme.color(i), true);
        }
        styler.setSeriesColors(colors);
        if (styler instanceof AxesChartStyler axes) {
            axes.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            axes.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
            axes.setAxisTickLabelsColor(ink);
            axes.setAxisTickMarksColor(ink);
            axes.setAxisTicksLineVisible(false);
            axes.setPlotMargin(0);
            axes.setPlotGridLinesColor(new Color(theme.grid(), true));
        }
        return chart;
    }

    /** A chart of XChart's own as SVG. */
    public static String toSvg(Chart<?, ?> chart) {
        var canvas = new SvgCanvas(page(chart), chart.getTitle() == null ? "" : chart.getTitle(), describe(chart));
        draw(chart, canvas);
        return canvas.finish();
    }

    /** A chart of XChart's own as PDF. */
    public static byte[] toPdf(Chart<?, ?> chart) {
        var canvas = new PdfCanvas(page(chart), chart.getTitle() == null ? "" : chart.getTitle());
        draw(chart, canvas);
        return canvas.finish();
    }

    private static Box page(Chart<?, ?> chart) {
        return new Box(0, 0, chart.getWidth() * POINTS, chart.getHeight() * POINTS);
    }

    private static void draw(Chart<?, ?> chart, Canvas canvas) {
        synchronized (chart) {
            var graphics = new CanvasGraphics(canvas);
            graphics.scale(POINTS, POINTS);
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
        }
    }

    private static String describe(Chart<?, ?> chart) {
        return chart.getClass().getSimpleName() + (chart.getTitle() == null || chart.getTitle().isEmpty() ? ""
                : " \"" + chart.getTitle() + "\"")
                + " with " + chart.getSeriesCollection().size() + " series.";
    }

    /** What a notebook shows for a chart of XChart's own: SVG, a sentence, and PDF when the environment asks for it. */
    public static MimeBundle bundle(Chart<?, ?> chart) {
        themed(chart);
        var bundle = MimeBundle.text(describe(chart)).with(MimeBundle.SVG, toSvg(chart));
        return Figure.pdfWanted() ? bundle.with(MimeBundle.PDF, toPdf(chart)) : bundle;
    }

    /** The lines and marks of our axes as a chart of XChart's, to go on with its own API. */
    public static XYChart of(Axes axes) {
        synchronized (axes.figure) {
            var chart = new XYChartBuilder().width(614).height(461).title(Label.plain(axes.title))
                    .xAxisTitle(Label.plain(axes.x.label))
                    .yAxisTitle(Label.plain(axes.y.label)).build();
            chart.getStyler().setXAxisLogarithmic(axes.x.scale == Scale.LOG);
            chart.getStyler().setYAxisLogarithmic(axes.y.scale == Scale.LOG);
            int n = 0;
            for (Layer layer : axes.layers) {
                double[][] points = layer instanceof LineLayer line ? line.points()
                        : layer instanceof ScatterLayer marks ? marks.points()
                        : null;
                if (points != null && points[0].length > 0) {
                    var handle = layer.handle();
                    n++;
                    XYSeries series = chart.addSeries(handle.label().isEmpty() ? "series " + n
                            : Label.plain(handle.label()), points[0],
                            points[1]);
                    boolean marked = handle.marker() != null;
                    series.setMarker(marked ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
                    series.setXYSeriesRenderStyle(handle.line().visible() ? XYSeries.XYSeriesRenderStyle.Line
                            : XYSeries.XYSeriesRenderStyle.Scatter);
                }
            }
            return themed(chart, axes.figure.theme);
        }
    }
}
