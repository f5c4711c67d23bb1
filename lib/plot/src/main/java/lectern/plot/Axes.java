package lectern.plot;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Flat axes: every verb adds a layer and returns the axes, so that calls are chained.
 *
 * <p>Data may be an array of any primitive type, a list, a table column or a tensor; texts on an axis make it
 * categorical, dates make it a calendar. A matrix stands for its columns.
 */
public final class Axes extends AxesSeries {
    Axes(Figure figure) {
        super(figure, new Axis(true), new Axis(false));
    }

    Axes(Figure figure, Axis x, Axis y) {
        super(figure, x, y);
    }

    @Override
    Axes self() {
        return this;
    }

    /**
     * Level lines of a matrix; {@code levels(n)}, {@code annotated()} for their values on them, {@code cmap}, {@code
     * color}.
     */
    public Axes contour(Object values, Option... options) {
        return contours(null, null, values, false, options);
    }

    /** Level lines over a grid: places of columns, places of rows, a value for each pair (rows by columns). */
    public Axes contour(Object x, Object y, Object values, Option... options) {
        return contours(x, y, values, false, options);
    }

    /** Level lines of a function over a grid. */
    public Axes contour(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return contours(x, y, evaluate(x, y, f), false, options);
    }

    /** Bands between the levels of a matrix in colours. */
    public Axes contourf(Object values, Option... options) {
        return contours(null, null, values, true, options);
    }

    /** Bands between levels over a grid: places of columns, places of rows, a value for each pair (rows by columns). */
    public Axes contourf(Object x, Object y, Object values, Option... options) {
        return contours(x, y, values, true, options);
    }

    /** Bands between the levels of a function over a grid. */
    public Axes contourf(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return contours(x, y, evaluate(x, y, f), true, options);
    }

    private Axes contours(Object x, Object y, Object values, boolean filled, Option... options) {
        return set(() -> layers.add(ContourLayer.of(this, x, y, values, filled, Style.of(options))));
    }

    /** The values of a function over a grid, row by row. */
    static double[][] evaluate(Object x, Object y, DoubleBinaryOperator f) {
        double[] gx = Numbers.toDoubles(x);
        double[] gy = Numbers.toDoubles(y);
        return Arrays.stream(gy)
                .mapToObj(b -> Arrays.stream(gx).map(a -> f.applyAsDouble(a, b)).toArray())
                .toArray(double[][]::new);
    }

    /**
     * Arrows (u, v) at points; {@code cmap} colours them by length, {@code colorBy} by values, {@code perWidth} sets
     * their scale.
     */
    public Axes quiver(Object x, Object y, Object u, Object v, Option... options) {
        return set(() -> VectorField.quiver(this, x, y, u, v, Style.of(options)));
    }

    /**
     * Stream lines of the field (u, v) over a grid; {@code lineDensity(2)} for twice as many, {@code cmap} to colour
     * them by speed.
     */
    public Axes streamplot(Object x, Object y, Object u, Object v, Option... options) {
        return set(() -> VectorField.streamplot(this, x, y, u, v, Style.of(options)));
    }

    /** Box plots of samples side by side; {@code label(...)} names them. */
    public Axes boxplot(Object samples, Option... options) {
        return set(() -> BoxPlots.boxplot(this, samples, Style.of(options)));
    }

    /** Violins of samples side by side; {@code label(...)} names them. */
    public Axes violin(Object samples, Option... options) {
        return set(() -> BoxPlots.violin(this, samples, Style.of(options)));
    }

    /** A line with error bars; {@code yerr} and {@code xerr} say how long they are. */
    public Axes errorbar(Object x, Object y, Option... options) {
        return errorbar(x, y, null, options);
    }

    /** A labelled line with error bars. */
    public Axes errorbar(Object x, Object y, String label, Option... options) {
        synchronized (figure) {
            var style = labelled(label, options);
            double[] px = values(this.x, x);
            double[] py = values(this.y, y);
            int number = nextColor();
            int color = style.colorOr(theme(), theme().color(number));
            double[] dash = style.dash == null ? theme().dash(number) : style.dash;
            double[] ex = style.errorX == null ? null : spread(style.errorX, px.length);
            double[] ey = style.errorY == null ? null : spread(style.errorY, px.length);
            Numbers.sameLength("Error bars", px, py);
            double cap = style.capSize == null ? 3 : style.capSize;
            layers.add(new ErrorLayer(px, py, ex, ex, ey, ey, color, style.widthOr(1.5), cap, style.zorderOr(2)));
            var pen = style.noLine
                    ? Pen.NONE
                    : new Pen(color, style.widthOr(1.5), scaled(dash, style.widthOr(1.5)), false);
            var line = new LineLayer(px, py, style.label(0), pen, style, theme(), color);
            if (ey != null) {
                line.sampleBar(Pen.solid(color, style.widthOr(1.5)), cap);
            }
            layers.add(line);
            return this;
        }
    }

    /** Stalks from zero to the values, with a mark on each. */
    public Axes stem(Object x, Object y, Option... options) {
        synchronized (figure) {
            var style = Style.of(options);
            double[] px = values(this.x, x);
            double[] py = values(this.y, y);
            Numbers.sameLength("A stem plot", px, py);
            int color = style.colorOr(theme(), theme().color(nextColor()));
            int n = px.length;
            var sx = new double[3 * n];
            var sy = new double[3 * n];
            for (int i = 0; i < n; i++) {
                sx[3 * i] = px[i];
                sx[3 * i + 1] = px[i];
                sy[3 * i + 1] = py[i];
                sx[3 * i + 2] = Double.NaN;
                sy[3 * i + 2] = Double.NaN;
            }
            layers.add(new LineLayer(sx, sy, "", Pen.solid(color, style.widthOr(1.5)), Style.of(), theme(), color));
            style.marker = style.marker == null ? Marker.CIRCLE : style.marker;
            layers.add(new LineLayer(px, py, style.label(0), Pen.NONE, style, theme(), color));
            double[] ends = Arrays.stream(px).filter(Double::isFinite).sorted().toArray();
            if (ends.length > 0) {
                layers.add(new LineLayer(
                        new double[] {ends[0], ends[ends.length - 1]},
                        new double[2],
                        "",
                        Pen.solid(theme().dashed() ? theme().ink() : theme().color(3), 1.2),
                        Style.of(),
                        theme(),
                        color));
            }
            return this;
        }
    }

    /** A staircase through points: {@code where("pre")}, {@code "post"} or {@code "mid"} says where the steps are. */
    public Axes step(Object x, Object y, Option... options) {
        var style = Style.of(options);
        double[] px = Numbers.isText(x) ? values(this.x, x) : Numbers.toDoubles(x);
        double[] py = Numbers.toDoubles(y);
        Numbers.sameLength("A staircase", px, py);
        String where = style.where == null ? "pre" : style.where;
        int n = px.length;
        var sx = new double[Math.max(0, 3 * n - 2)];
        var sy = new double[sx.length];
        int m = 0;
        for (int i = 0; i < n; i++) {
            if (i > 0) {
                double at = switch (where) {
                    case "pre" -> px[i - 1];
                    case "post" -> px[i];
                    case "mid" -> px[i - 1] / 2 + px[i] / 2;
                    default -> throw new IllegalArgumentException("Steps are pre, post or mid, not \"" + where + "\".");
                };
                sx[m] = at;
                sy[m++] = py[i - 1];
                sx[m] = at;
                sy[m++] = py[i];
            }
            sx[m] = px[i];
            sy[m++] = py[i];
        }
        return plot(Arrays.copyOf(sx, m), Arrays.copyOf(sy, m), options);
    }

    /** A disc in sectors; {@code label(...)} names them, {@code annotated("%.1f %%")} writes their shares. */
    public Axes pie(Object values, Option... options) {
        return set(() -> PieLayer.add(this, values, Style.of(options)));
    }

    /** Rows of texts or numbers under a header, which may be null. */
    public Axes table(Object rows, Object header) {
        return set(() -> TableLayer.add(this, rows, header));
    }
}
