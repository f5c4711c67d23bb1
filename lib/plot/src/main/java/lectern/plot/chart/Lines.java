package lectern.plot.chart;

import java.util.Arrays;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.ErrorLayer;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.ScatterLayer;
import lectern.plot.layer.Steps;
import lectern.plot.layer.Style;
import lectern.plot.scale.Numbers;

/** Makes lines, staircases, stalks, error bars and marks. */
public final class Lines {
    private Lines() {}

    /** Lines through points, one for each column of a matrix; {@code x} may be null for 0, 1, 2 … */
    public static void plot(Sheet sheet, Object x, Object y, Style style) {
        lines(sheet, x, y, Steps.NONE, style);
    }

    private static void lines(Sheet sheet, Object x, Object y, Steps steps, Style style) {
        double[][] ys = Numbers.isText(y) ? new double[][] {sheet.y().values(y)} : Numbers.toSeries(y);
        sheet.y().kind(y);
        double[][] xs = x == null
                ? new double[][] {Numbers.index(ys.length == 0 ? 0 : ys[0].length)}
                : Numbers.isText(x) || !Numbers.isMatrix(x)
                        ? new double[][] {sheet.x().values(x)}
                        : Numbers.toSeries(x);
        for (int i = 0; i < ys.length; i++) {
            line(sheet, xs[Math.min(i, xs.length - 1)], ys[i], steps, style, i);
        }
    }

    /** Draws the i-th line of a call, in the next colour. */
    static LineLayer line(Sheet sheet, double[] x, double[] y, Steps steps, Style style, int i) {
        int number = sheet.nextLine(style.color());
        int color = style.colorOr(sheet.theme(), sheet.theme().color(number));
        double[] dash = style.stroke().dash() == null && !style.stroke().none()
                ? sheet.theme().dash(number)
                : style.stroke().dash();
        double width = style.widthOr(1.5);
        var pen = style.stroke().none() ? Pen.NONE : new Pen(color, width, Pen.dashes(dash, width), dash == null);
        var line = new LineLayer(x, y, style.label(i), pen, style, sheet.theme(), color).stepped(steps);
        sheet.add(line);
        return line;
    }

    /** Marks at points; texts by which they are coloured are classes. */
    public static void scatter(Sheet sheet, Object x, Object y, Style style) {
        if (style.colouring().values() != null
                && Numbers.isText(style.colouring().values())) {
            Classes.scatter(sheet, sheet.x().values(x), sheet.y().values(y), style);
            return;
        }
        boolean plain =
                style.colouring().values() == null && style.colouring().names() == null && style.color() == null;
        int number = plain ? sheet.nextColor() : 0;
        int color = style.colorOr(sheet.theme(), sheet.theme().color(number));
        Marker marker = style.marks().marker() == null
                ? sheet.theme().marker(number)
                : style.marks().marker();
        sheet.add(new ScatterLayer(sheet.x().values(x), sheet.y().values(y), marker, style, sheet.theme(), color));
    }

    /** A line with error bars. */
    public static void errorbar(Sheet sheet, Object x, Object y, Style style) {
        double[] px = sheet.x().values(x);
        double[] py = sheet.y().values(y);
        int number = sheet.nextLine(style.color());
        int color = style.colorOr(sheet.theme(), sheet.theme().color(number));
        double[] dash = style.stroke().dash() == null
                ? sheet.theme().dash(number)
                : style.stroke().dash();
        double[][] ex = Numbers.errors(style.errors().x(), px.length);
        double[][] ey = Numbers.errors(style.errors().y(), px.length);
        Numbers.sameLength("Error bars", px, py);
        double cap = style.errors().cap() == null ? 3 : style.errors().cap();
        double width = style.widthOr(1.5);
        sheet.add(new ErrorLayer(px, py, ex[0], ex[1], ey[0], ey[1], color, width, cap, style.zorderOr(2)));
        var pen = style.stroke().none() ? Pen.NONE : new Pen(color, width, Pen.dashes(dash, width), false);
        var line = new LineLayer(px, py, style.label(0), pen, style, sheet.theme(), color);
        if (ey[0] != null) {
            line.sampleBar(Pen.solid(color, width), cap);
        }
        sheet.add(line);
    }

    /** Stalks from zero to the values, with a mark on each. */
    public static void stem(Sheet sheet, Object x, Object y, Style style) {
        double[] px = sheet.x().values(x);
        double[] py = sheet.y().values(y);
        Numbers.sameLength("A stem plot", px, py);
        var theme = sheet.theme();
        int color = style.colorOr(theme, theme.color(sheet.nextColor()));
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
        sheet.add(new LineLayer(sx, sy, "", Pen.solid(color, style.widthOr(1.5)), Style.PLAIN, theme, color).silent());
        Marker marker =
                style.marks().marker() == null ? Marker.CIRCLE : style.marks().marker();
        sheet.add(new LineLayer(px, py, style.label(0), Pen.NONE, marker, style, theme, color));
        double[] ends = Arrays.stream(px).filter(Double::isFinite).sorted().toArray();
        if (ends.length > 0) {
            sheet.add(new LineLayer(
                            new double[] {ends[0], ends[ends.length - 1]},
                            new double[2],
                            "",
                            Pen.solid(theme.dashed() ? theme.ink() : theme.color(3), 1.2),
                            Style.PLAIN,
                            theme,
                            color)
                    .silent());
        }
    }

    /** A staircase through points: the line has corners, its marks stand on the points. */
    public static void step(Sheet sheet, Object x, Object y, Style style) {
        Steps steps =
                Steps.of(style.stroke().steps() == null ? "pre" : style.stroke().steps());
        lines(sheet, x, y, steps, style);
    }
}
