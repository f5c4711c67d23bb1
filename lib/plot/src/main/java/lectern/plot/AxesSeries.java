package lectern.plot;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import lectern.plot.chart.Areas;
import lectern.plot.chart.Bars;
import lectern.plot.chart.Fields;
import lectern.plot.chart.Histograms;
import lectern.plot.chart.Lines;
import lectern.plot.chart.Notes;
import lectern.plot.layer.Style;
import lectern.plot.layer.Verb;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Numbers;

/** The verbs of flat axes for lines, marks, bars, areas, images and texts. */
public abstract class AxesSeries extends AxesFrame {
    AxesSeries(Figure figure, Axis x, Axis y) {
        super(figure, x, y);
    }

    /** Draws a line through values at 0, 1, 2 … */
    public Axes plot(Object y, Option... options) {
        return lines(null, y, Verb.PLOT.style(options));
    }

    /** Draws a labelled line through values at 0, 1, 2 … */
    public Axes plot(Object y, String label, Option... options) {
        return lines(null, y, Verb.PLOT.style(label, options));
    }

    /** Draws a line through points. */
    public Axes plot(Object x, Object y, Option... options) {
        return lines(x, y, Verb.PLOT.style(options));
    }

    /** Draws a labelled line through points. */
    public Axes plot(Object x, Object y, String label, Option... options) {
        return lines(x, y, Verb.PLOT.style(label, options));
    }

    /** Draws a function at the given places. */
    public Axes plot(Object x, DoubleUnaryOperator f, Option... options) {
        return lines(x, Arrays.stream(Numbers.toDoubles(x)).map(f).toArray(), Verb.PLOT.style(options));
    }

    /** Draws a function at the given places, with a label. */
    public Axes plot(Object x, DoubleUnaryOperator f, String label, Option... options) {
        return lines(x, Arrays.stream(Numbers.toDoubles(x)).map(f).toArray(), Verb.PLOT.style(label, options));
    }

    private Axes lines(Object x, Object y, Style style) {
        return set(() -> Lines.plot(sheet, x, y, style));
    }

    /** Draws a line with a logarithmic vertical axis, over 0, 1, 2 … */
    public Axes semilogy(Object y, Option... options) {
        return yscale("log").plot(y, options);
    }

    /** Draws a labelled line with a logarithmic vertical axis, over 0, 1, 2 … */
    public Axes semilogy(Object y, String label, Option... options) {
        return yscale("log").plot(y, label, options);
    }

    /** Draws a line with a logarithmic vertical axis. */
    public Axes semilogy(Object x, Object y, Option... options) {
        return yscale("log").plot(x, y, options);
    }

    /** Draws a labelled line with a logarithmic vertical axis. */
    public Axes semilogy(Object x, Object y, String label, Option... options) {
        return yscale("log").plot(x, y, label, options);
    }

    /** Draws a line with a logarithmic horizontal axis. */
    public Axes semilogx(Object x, Object y, Option... options) {
        return xscale("log").plot(x, y, options);
    }

    /** Draws a labelled line with a logarithmic horizontal axis. */
    public Axes semilogx(Object x, Object y, String label, Option... options) {
        return xscale("log").plot(x, y, label, options);
    }

    /** Draws a line with both axes logarithmic. */
    public Axes loglog(Object x, Object y, Option... options) {
        return xscale("log").yscale("log").plot(x, y, options);
    }

    /** Draws a labelled line with both axes logarithmic. */
    public Axes loglog(Object x, Object y, String label, Option... options) {
        return xscale("log").yscale("log").plot(x, y, label, options);
    }

    /** Draws marks at points; {@code colorBy(values)} colours them, {@code sizes(areas)} sizes them. */
    public Axes scatter(Object x, Object y, Option... options) {
        return scatter(x, y, null, options);
    }

    /** Draws labelled marks at points. */
    public Axes scatter(Object x, Object y, String label, Option... options) {
        return set(() -> Lines.scatter(sheet, x, y, Verb.SCATTER.style(label, options)));
    }

    /** Draws upright bars of given heights at places or categories. */
    public Axes bar(Object x, Object heights, Option... options) {
        return set(() -> Bars.bars(sheet, x, heights, Verb.BAR.style(options), false));
    }

    /** Draws labelled upright bars. */
    public Axes bar(Object x, Object heights, String label, Option... options) {
        return set(() -> Bars.bars(sheet, x, heights, Verb.BAR.style(label, options), false));
    }

    /** Draws bars from left to right, of given lengths, at places or categories. */
    public Axes barh(Object y, Object lengths, Option... options) {
        return set(() -> Bars.bars(sheet, y, lengths, Verb.BARH.style(options), true));
    }

    /** Draws labelled bars from left to right. */
    public Axes barh(Object y, Object lengths, String label, Option... options) {
        return set(() -> Bars.bars(sheet, y, lengths, Verb.BARH.style(label, options), true));
    }

    /** Draws a histogram; {@code bins(n)}, {@code density()}, {@code cumulative()}, {@code outlined()}. */
    public Axes hist(Object data, Option... options) {
        return set(() -> Histograms.hist(sheet, data, Verb.HIST.style(options)));
    }

    /** Draws a labelled histogram. */
    public Axes hist(Object data, String label, Option... options) {
        return set(() -> Histograms.hist(sheet, data, Verb.HIST.style(label, options)));
    }

    /** Shows a matrix as cells of colour, row 0 at the top; three- and four-valued cells (…, 3) are RGB and RGBA. */
    public Axes imshow(Object image, Option... options) {
        return set(() -> Fields.imshow(sheet, image, Verb.IMSHOW.style(options)));
    }

    /** Shows a matrix as a heat map; {@code annotated()} writes the numbers into the cells. */
    public Axes heatmap(Object matrix, Option... options) {
        return set(() -> Fields.heatmap(sheet, matrix, null, null, Verb.HEATMAP.style(options)));
    }

    /** Shows a matrix as a heat map with names of rows and columns. */
    public Axes heatmap(Object matrix, Object rowNames, Object columnNames, Option... options) {
        return set(() -> Fields.heatmap(sheet, matrix, rowNames, columnNames, Verb.HEATMAP.style(options)));
    }

    /** Shows values over a grid of x and y, which may be centres (as many as columns and rows) or edges (one more). */
    public Axes pcolormesh(Object x, Object y, Object values, Option... options) {
        return set(() -> Fields.mesh(sheet, x, y, values, Verb.PCOLORMESH.style(options)));
    }

    /** Counts points in cells of the plane; {@code bins(n)} cells each way. */
    public Axes hist2d(Object x, Object y, Option... options) {
        return set(() -> Fields.hist2d(sheet, Numbers.toDoubles(x), Numbers.toDoubles(y), Verb.HIST2D.style(options)));
    }

    /** Fills the band between two curves, either of which may be a single number. */
    public Axes fillBetween(Object x, Object low, Object high, Option... options) {
        return fillBetween(x, low, high, null, options);
    }

    /** Fills the labelled band between two curves, either of which may be a single number. */
    public Axes fillBetween(Object x, Object low, Object high, String label, Option... options) {
        return set(() -> Areas.between(sheet, x, low, high, Verb.FILL_BETWEEN.style(label, options)));
    }

    /** Draws a filled polygon through corners. */
    public Axes polygon(Object x, Object y, Option... options) {
        return set(() -> Areas.polygon(sheet, x, y, Verb.POLYGON.style(options)));
    }

    /** Draws an ellipse of a width and height around a centre; {@code rotated(degrees)} turns it. */
    public Axes ellipse(double x, double y, double width, double height, Option... options) {
        return set(() -> Areas.ellipse(sheet, x, y, width, height, Verb.ELLIPSE.style(options)));
    }

    /** Draws a line across the box at a height. */
    public Axes axhline(double y, Option... options) {
        return set(() -> Areas.rule(sheet, y, y, false, Verb.LINE_ACROSS.style(options)));
    }

    /** Draws a line from bottom to top at a place. */
    public Axes axvline(double x, Option... options) {
        return set(() -> Areas.rule(sheet, x, x, true, Verb.LINE_ACROSS.style(options)));
    }

    /** Fills the strip between two heights. */
    public Axes axhspan(double from, double to, Option... options) {
        return set(() -> Areas.rule(sheet, from, to, false, Verb.STRIP_ACROSS.style(options)));
    }

    /** Fills the strip between two places. */
    public Axes axvspan(double from, double to, Option... options) {
        return set(() -> Areas.rule(sheet, from, to, true, Verb.STRIP_ACROSS.style(options)));
    }

    /**
     * Writes a text whose lower left corner is at a point; {@code anchor("center")}, {@code fontSize(12)}, {@code
     * boxed()}.
     */
    public Axes text(double x, double y, String text, Option... options) {
        return set(() -> Notes.text(sheet, text, x, y, Double.NaN, Double.NaN, Verb.TEXT.style(options)));
    }

    /** Writes a text at (textX, textY) with an arrow to (x, y). */
    public Axes annotate(String text, double x, double y, double textX, double textY, Option... options) {
        return set(() -> Notes.text(sheet, text, textX, textY, x, y, Verb.ANNOTATE.style(options)));
    }

    /** Draws an arrow from (x, y) by (dx, dy). */
    public Axes arrow(double x, double y, double dx, double dy, Option... options) {
        return set(() -> Notes.arrow(sheet, x, y, dx, dy, Verb.ARROW.style(options)));
    }
}
