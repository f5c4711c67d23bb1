package lectern.plot;

import lectern.notebook.MimeBundle;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.CanvasGraphics;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.PdfCanvas;
import lectern.plot.canvas.SvgCanvas;
import lectern.plot.layer.Layer;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.ScatterLayer;
import lectern.plot.scale.Scale;
import lectern.plot.scale.Theme;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The one place that knows how XChart draws: its charts show themselves in a notebook in the look of our figures, and
 * our axes become its charts.
 */
public final class XCharts {
    /** XChart counts pixels of which 96 make an inch; pages count points. */
    private static final double POINTS = 0.75;

    private static final String RULER = "_ticks";

    static {
        Figure.withoutWindows();
    }

    private XCharts() {}

    /**
     * Gives a chart of XChart's own the colours and fonts of the current style. What its owner has styled already stays
     * as it is, and so does a chart with a theme of its own.
     */
    public static <C extends Chart<?, ?>> C themed(C chart) {
        return themed(chart, Theme.current());
    }

    static <C extends Chart<?, ?>> C themed(C chart, Theme theme) {
        synchronized (chart) {
            new XChartLook(theme).apply(chart);
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
            boolean ruled = chart instanceof XYChart xy && rule(xy);
            try {
                var graphics = new CanvasGraphics(canvas);
                graphics.scale(POINTS, POINTS);
                chart.paint(graphics, chart.getWidth(), chart.getHeight());
            } finally {
                if (ruled) {
                    ((XYChart) chart).removeSeries(RULER);
                }
            }
        }
    }

    /**
     * XChart puts the ticks of equally spaced data onto the data (0, 0.0204, 0.0408 …). A series without any value,
     * there while it draws, makes it look for round numbers instead.
     */
    private static boolean rule(XYChart chart) {
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        boolean whole = true;
        for (XYSeries series : chart.getSeriesCollection()) {
            if (series.getXData() == null
                    || chart.getStyler().isXAxisLogarithmic()
                    || series.getxAxisDataType() != org.knowm.xchart.internal.series.Series.DataType.Number) {
                return false;
            }
            for (double x : series.getXData()) {
                lo = Math.min(lo, x);
                hi = Math.max(hi, x);
                whole &= x == Math.rint(x);
            }
        }
        if (!(lo < hi) || whole || chart.getSeries(RULER) != null) {
            return false;
        }
        double golden = lo + 0.381966 * (hi - lo);
        chart.addSeries(RULER, new double[] {lo, golden, hi}, new double[] {Double.NaN, Double.NaN, Double.NaN})
                .setShowInLegend(false);
        return true;
    }

    private static String describe(Chart<?, ?> chart) {
        return chart.getClass().getSimpleName()
                + (chart.getTitle() == null || chart.getTitle().isEmpty() ? "" : " \"" + chart.getTitle() + "\"")
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
            var chart = new XYChartBuilder()
                    .width(614)
                    .height(461)
                    .title(Label.plain(axes.title))
                    .xAxisTitle(Label.plain(axes.x.label))
                    .yAxisTitle(Label.plain(axes.y.label))
                    .build();
            chart.getStyler().setXAxisLogarithmic(axes.x.scale == Scale.LOG);
            chart.getStyler().setYAxisLogarithmic(axes.y.scale == Scale.LOG);
            int n = 0;
            for (Layer layer : axes.layers) {
                double[][] points = layer instanceof LineLayer line
                        ? line.points()
                        : layer instanceof ScatterLayer marks ? marks.points() : null;
                if (points != null && points[0].length > 0) {
                    var handle = layer.handle();
                    n++;
                    XYSeries series = chart.addSeries(
                            handle.label().isEmpty() ? "series " + n : Label.plain(handle.label()),
                            points[0],
                            points[1]);
                    boolean marked = handle.marker() != null;
                    series.setMarker(marked ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
                    series.setXYSeriesRenderStyle(
                            handle.line().visible()
                                    ? XYSeries.XYSeriesRenderStyle.Line
                                    : XYSeries.XYSeriesRenderStyle.Scatter);
                }
            }
            return themed(chart, axes.figure.theme);
        }
    }
}
