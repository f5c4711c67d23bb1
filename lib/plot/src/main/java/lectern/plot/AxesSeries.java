package lectern.plot;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The verbs of flat axes for lines, marks, bars, areas, images and texts. */
public abstract class AxesSeries extends AxesFrame {
    AxesSeries(Figure figure, Axis x, Axis y) {
        super(figure, x, y);
    }

    Theme theme() {
        return figure.theme;
    }

    /** Values along an axis; texts and dates set the axis up. */
    double[] values(Axis axis, Object data) {
        if (Numbers.isText(data)) {
            return Numbers.toTexts(data).stream().mapToDouble(axis::category).toArray();
        }
        axis.date |= Numbers.isDate(data);
        return Numbers.toDoubles(data);
    }

    /** Draws a line through values at 0, 1, 2 … */
    public Axes plot(Object y, Option... options) {
        return lines(null, y, Style.of(options));
    }

    /** Draws a labelled line through values at 0, 1, 2 … */
    public Axes plot(Object y, String label, Option... options) {
        return lines(null, y, labelled(label, options));
    }

    /** Draws a line through points. */
    public Axes plot(Object x, Object y, Option... options) {
        return lines(x, y, Style.of(options));
    }

    /** Draws a labelled line through points. */
    public Axes plot(Object x, Object y, String label, Option... options) {
        return lines(x, y, labelled(label, options));
    }

    /** Draws a function at the given places. */
    public Axes plot(Object x, DoubleUnaryOperator f, Option... options) {
        return lines(x, Arrays.stream(Numbers.toDoubles(x)).map(f).toArray(), Style.of(options));
    }

    /** Draws a function at the given places, with a label. */
    public Axes plot(Object x, DoubleUnaryOperator f, String label, Option... options) {
        return lines(x, Arrays.stream(Numbers.toDoubles(x)).map(f).toArray(), labelled(label, options));
    }

    static Style labelled(String label, Option... options) {
        var style = Style.of(options);
        if (label != null) {
            style.labels = new String[] {label};
        }
        return style;
    }

    private Axes lines(Object x, Object y, Style style) {
        synchronized (figure) {
            double[][] ys = Numbers.isText(y) ? new double[][] {values(this.y, y)} : Numbers.toSeries(y);
            this.y.date |= Numbers.isDate(y);
            double[][] xs = x == null
                    ? new double[][] {Numbers.index(ys.length == 0 ? 0 : ys[0].length)}
                    : Numbers.isText(x) || !Numbers.isMatrix(x)
                            ? new double[][] {values(this.x, x)}
                            : Numbers.toSeries(x);
            for (int i = 0; i < ys.length; i++) {
                int number = nextColor();
                int color = style.colorOr(theme(), theme().color(number));
                double[] dash = style.dash == null && !style.noLine ? theme().dash(number) : style.dash;
                var pen = style.noLine
                        ? Pen.NONE
                        : new Pen(color, style.widthOr(1.5), scaled(dash, style.widthOr(1.5)), dash == null);
                layers.add(new LineLayer(
                        xs[Math.min(i, xs.length - 1)], ys[i], style.label(i), pen, style, theme(), color));
            }
            return self();
        }
    }

    /** Dashes are given for a width of one point. */
    static double[] scaled(double[] dash, double width) {
        return dash == null
                ? null
                : Arrays.stream(dash).map(d -> d * Math.max(width, 0.8)).toArray();
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
        synchronized (figure) {
            var style = labelled(label, options);
            boolean plain = style.values == null && style.colors == null && style.color == null;
            int number = plain ? nextColor() : 0;
            style.marker = style.marker == null ? theme().marker(number) : style.marker;
            int color = style.colorOr(theme(), theme().color(number));
            layers.add(new ScatterLayer(values(this.x, x), values(this.y, y), style, theme(), color));
            return self();
        }
    }

    /** Draws upright bars of given heights at places or categories. */
    public Axes bar(Object x, Object heights, Option... options) {
        return set(() -> Bars.bars(self(), x, heights, Style.of(options), false));
    }

    /** Draws labelled upright bars. */
    public Axes bar(Object x, Object heights, String label, Option... options) {
        return set(() -> Bars.bars(self(), x, heights, labelled(label, options), false));
    }

    /** Draws bars from left to right, of given lengths, at places or categories. */
    public Axes barh(Object y, Object lengths, Option... options) {
        return set(() -> Bars.bars(self(), y, lengths, Style.of(options), true));
    }

    /** Draws labelled bars from left to right. */
    public Axes barh(Object y, Object lengths, String label, Option... options) {
        return set(() -> Bars.bars(self(), y, lengths, labelled(label, options), true));
    }

    /** Draws a histogram; {@code bins(n)}, {@code density()}, {@code cumulative()}, {@code outlined()}. */
    public Axes hist(Object data, Option... options) {
        return set(() -> Bars.hist(self(), data, Style.of(options)));
    }

    /** Draws a labelled histogram. */
    public Axes hist(Object data, String label, Option... options) {
        return set(() -> Bars.hist(self(), data, labelled(label, options)));
    }

    /** Shows a matrix as cells of colour, row 0 at the top; three- and four-valued cells (…, 3) are RGB and RGBA. */
    public Axes imshow(Object image, Option... options) {
        return set(() -> Fields.imshow(self(), image, Style.of(options)));
    }

    /** Shows a matrix as a heat map; {@code annotated()} writes the numbers into the cells. */
    public Axes heatmap(Object matrix, Option... options) {
        return set(() -> Fields.heatmap(self(), matrix, null, null, Style.of(options)));
    }

    /** Shows a matrix as a heat map with names of rows and columns. */
    public Axes heatmap(Object matrix, Object rowNames, Object columnNames, Option... options) {
        return set(() -> Fields.heatmap(self(), matrix, rowNames, columnNames, Style.of(options)));
    }

    /** Shows values over a grid of x and y, which may be centres (as many as columns and rows) or edges (one more). */
    public Axes pcolormesh(Object x, Object y, Object values, Option... options) {
        return set(() -> Fields.mesh(self(), x, y, values, Style.of(options)));
    }

    /** Counts points in cells of the plane; {@code bins(n)} cells each way. */
    public Axes hist2d(Object x, Object y, Option... options) {
        return set(() -> Fields.hist2d(self(), Numbers.toDoubles(x), Numbers.toDoubles(y), Style.of(options)));
    }

    /** Fills the band between two curves, either of which may be a single number. */
    public Axes fillBetween(Object x, Object low, Object high, Option... options) {
        return fillBetween(x, low, high, null, options);
    }

    /** Fills the labelled band between two curves, either of which may be a single number. */
    public Axes fillBetween(Object x, Object low, Object high, String label, Option... options) {
        synchronized (figure) {
            var style = labelled(label, options);
            double[] places = values(this.x, x);
            int number = style.color == null ? nextColor() : 0;
            int color = style.color == null && style.alpha == null
                    ? Colors.fade(theme().fill(number), 0.3)
                    : style.colorOr(theme(), theme().fill(number));
            layers.add(AreaLayer.between(
                    places,
                    spread(low, places.length),
                    spread(high, places.length),
                    color,
                    edge(style),
                    hatch(style, number),
                    style.label(0),
                    style.zorderOr(1)));
            return self();
        }
    }

    static double[] spread(Object data, int n) {
        double[] values = Numbers.toDoubles(data);
        if (values.length == 1 && n != 1) {
            var out = new double[n];
            Arrays.fill(out, values[0]);
            return out;
        }
        if (values.length != n) {
            throw new IllegalArgumentException("A curve over " + n
                    + " places needs as many values or a single one but got "
                    + values.length + ".");
        }
        return values;
    }

    Pen edge(Style style) {
        return style.edgeColor == null
                ? theme().rim()
                : new Pen(
                        style.edgeOr(theme(), theme().ink()),
                        style.edgeWidth == null ? 1 : style.edgeWidth,
                        scaled(style.dash, style.edgeWidth == null ? 1 : style.edgeWidth),
                        false);
    }

    String hatch(Style style, int number) {
        return style.hatch != null ? style.hatch : theme().hatch(number);
    }

    /** Draws a filled polygon through corners. */
    public Axes polygon(Object x, Object y, Option... options) {
        synchronized (figure) {
            var style = Style.of(options);
            int number = style.color == null ? nextColor() : 0;
            int color = Boolean.FALSE.equals(style.filled) ? 0 : style.colorOr(theme(), theme().fill(number));
            layers.add(new AreaLayer(
                    "Polygon",
                    values(this.x, x),
                    values(this.y, y),
                    color,
                    edge(style),
                    hatch(style, number),
                    style.label(0),
                    style.zorderOr(1)));
            return self();
        }
    }

    /** Draws an ellipse of a width and height around a centre; {@code rotated(degrees)} turns it. */
    public Axes ellipse(double x, double y, double width, double height, Option... options) {
        var style = Style.of(options);
        double turn = Math.toRadians(style.rotation == null ? 0 : style.rotation);
        int n = 121;
        var px = new double[n];
        var py = new double[n];
        for (int i = 0; i < n; i++) {
            double a = 2 * Math.PI * i / (n - 1);
            double u = width / 2 * Math.cos(a);
            double v = height / 2 * Math.sin(a);
            px[i] = x + u * Math.cos(turn) - v * Math.sin(turn);
            py[i] = y + u * Math.sin(turn) + v * Math.cos(turn);
        }
        return polygon(px, py, options);
    }

    /** Draws a line across the box at a height. */
    public Axes axhline(double y, Option... options) {
        return rule(y, y, false, Style.of(options));
    }

    /** Draws a line from bottom to top at a place. */
    public Axes axvline(double x, Option... options) {
        return rule(x, x, true, Style.of(options));
    }

    /** Fills the strip between two heights. */
    public Axes axhspan(double from, double to, Option... options) {
        return rule(from, to, false, Style.of(options));
    }

    /** Fills the strip between two places. */
    public Axes axvspan(double from, double to, Option... options) {
        return rule(from, to, true, Style.of(options));
    }

    private Axes rule(double from, double to, boolean upright, Style style) {
        synchronized (figure) {
            boolean strip = from != to;
            int color = style.colorOr(
                    theme(), strip ? Colors.fade(theme().color(0), style.alpha == null ? 0.2 : 1) : theme().color(0));
            var pen = strip
                    ? Pen.NONE
                    : new Pen(color, style.widthOr(1.5), scaled(style.dash, style.widthOr(1.5)), false);
            layers.add(new RuleLayer(
                    from, to, upright, pen, strip ? color : 0, style.label(0), style.zorderOr(strip ? 1 : 2)));
            return self();
        }
    }

    /**
     * Writes a text whose lower left corner is at a point; {@code anchor("center")}, {@code fontSize(12)}, {@code
     * boxed()}.
     */
    public Axes text(double x, double y, String text, Option... options) {
        return annotation(text, x, y, Double.NaN, Double.NaN, Style.of(options));
    }

    /** Writes a text at (textX, textY) with an arrow to (x, y). */
    public Axes annotate(String text, double x, double y, double textX, double textY, Option... options) {
        var style = Style.of(options);
        style.anchor = style.anchor == null ? "center" : style.anchor;
        return annotation(text, textX, textY, x, y, style);
    }

    private Axes annotation(String text, double x, double y, double tx, double ty, Style style) {
        synchronized (figure) {
            layers.add(new TextLayer(text, x, y, tx, ty, style, style.colorOr(theme(), theme().ink())));
            return self();
        }
    }

    /** Draws an arrow from (x, y) by (dx, dy). */
    public Axes arrow(double x, double y, double dx, double dy, Option... options) {
        synchronized (figure) {
            var style = Style.of(options);
            int color = style.colorOr(theme(), theme().ink());
            layers.add(new ArrowLayer(
                    new double[] {x},
                    new double[] {y},
                    new double[] {x + dx},
                    new double[] {y + dy},
                    new int[] {color},
                    style.widthOr(1.5),
                    style.label(0),
                    style.zorderOr(2),
                    null,
                    "Arrow"));
            return self();
        }
    }
}
