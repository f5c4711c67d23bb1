package lectern.plot;

import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashSet;
import lectern.notebook.MimeBundle;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.CanvasGraphics;
import lectern.plot.canvas.PdfCanvas;
import lectern.plot.canvas.SvgCanvas;
import lectern.plot.layer.AreaLayer;
import lectern.plot.layer.BarLayer;
import lectern.plot.layer.ContourLayer;
import lectern.plot.layer.ErrorLayer;
import lectern.plot.layer.FieldLayer;
import lectern.plot.layer.Layer;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.PieLayer;
import lectern.plot.layer.RuleLayer;
import lectern.plot.layer.ScatterLayer;
import lectern.plot.layer.TextLayer;
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

    /** Milliseconds of a day. */
    private static final double DAY = 86_400_000;

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

    /**
     * The lines and marks of our axes as a chart of XChart's, with title, labels, limits and logarithmic axes, to go on
     * with its own API.
     *
     * @throws IllegalArgumentException when the axes hold anything that an XY chart of XChart's cannot show
     */
    static XYChart of(AxesFrame axes) {
        synchronized (axes.figure) {
            refuse(axes);
            var chart = new XYChartBuilder()
                    .width(614)
                    .height(461)
                    .title(axes.title)
                    .xAxisTitle(axes.x.title())
                    .yAxisTitle(axes.y.title())
                    .build();
            var styler = chart.getStyler();
            styler.setXAxisLogarithmic(axes.x.scale == Scale.LOG);
            styler.setYAxisLogarithmic(axes.y.scale == Scale.LOG);
            styler.setXAxisMin(axes.x.lo);
            styler.setXAxisMax(axes.x.hi);
            styler.setYAxisMin(axes.y.lo);
            styler.setYAxisMax(axes.y.hi);
            styler.setLegendVisible(axes.legend != null);
            for (Layer layer : axes.layers) {
                series(chart, layer, axes.x.date);
            }
            return themed(chart, axes.figure.theme);
        }
    }

    private static void series(XYChart chart, Layer layer, boolean dates) {
        double[][] points = layer instanceof LineLayer line ? line.points() : ((ScatterLayer) layer).points();
        if (points[0].length == 0) {
            return;
        }
        var handle = layer.handle();
        String name = handle.label().isEmpty()
                ? "series " + (chart.getSeriesCollection().size() + 1)
                : handle.label();
        XYSeries series = dates
                ? chart.addSeries(
                        name,
                        Arrays.stream(points[0])
                                .mapToObj(day -> new Date(Math.round(day * DAY)))
                                .toList(),
                        Arrays.stream(points[1]).boxed().toList())
                : chart.addSeries(name, points[0], points[1]);
        series.setMarker(handle.marker() != null ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
        series.setXYSeriesRenderStyle(
                handle.line().visible() ? XYSeries.XYSeriesRenderStyle.Line : XYSeries.XYSeriesRenderStyle.Scatter);
    }

    /** Says what of the axes an XY chart of XChart's cannot show. */
    private static void refuse(AxesFrame axes) {
        var left = new LinkedHashSet<String>();
        for (Layer layer : axes.layers) {
            switch (layer) {
                case LineLayer line when line.isPlain() -> {}
                case ScatterLayer marks when marks.isPlain() -> {}
                case LineLayer _ -> left.add("steps");
                case ScatterLayer _ -> left.add("marks with colours or sizes of their own");
                case BarLayer _ -> left.add("bars (see XChart's CategoryChart)");
                case FieldLayer _ -> left.add("images (see XChart's HeatMapChart)");
                case PieLayer _ -> left.add("pies (see XChart's PieChart)");
                case AreaLayer _ -> left.add("areas");
                case RuleLayer _ -> left.add("rules across the axes");
                case ErrorLayer _ -> left.add("error bars");
                case TextLayer _ -> left.add("texts");
                case ContourLayer _ -> left.add("contours");
                default -> left.add("what says \"" + layer.describe() + "\"");
            }
        }
        if (!axes.twins.isEmpty() || axes.twinOf != null) {
            left.add("twin axes");
        }
        if (!axes.insets.isEmpty()) {
            left.add("insets");
        }
        if (!axes.x.categories.isEmpty() || !axes.y.categories.isEmpty()) {
            left.add("categories");
        }
        if (axes.x.scale instanceof Scale.SymLog || axes.y.scale instanceof Scale.SymLog) {
            left.add("symmetric logarithmic axes");
        }
        if (axes.y.date || axes.x.clock || axes.y.clock) {
            left.add("times other than dates along x");
        }
        if (axes.x.inverted || axes.y.inverted) {
            left.add("axes that run backwards");
        }
        if (axes.layers.isEmpty()) {
            throw new IllegalArgumentException("These axes are empty; an XY chart of XChart's shows lines and marks.");
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    "An XY chart of XChart's shows lines and marks; from these axes it cannot" + " take "
                            + String.join(", ", left) + ".");
        }
    }
}
