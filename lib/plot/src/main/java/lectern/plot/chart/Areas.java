package lectern.plot.chart;

import java.util.List;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.AreaLayer;
import lectern.plot.layer.RuleLayer;
import lectern.plot.layer.SlopeLayer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Numbers;

/** Makes bands, polygons, ellipses, and rules and strips across the whole box. */
public final class Areas {
    private static final int CORNERS = 121;

    private Areas() {}

    /** The band between two curves, either of which may be a single number. */
    public static void between(Sheet sheet, Object x, Object low, Object high, Style style) {
        double[] places = sheet.x().values(x);
        int number = style.color() == null ? sheet.nextBand() : 0;
        String given = style.color() == null ? sheet.bandColor() : style.color();
        int fill = given == null
                ? sheet.theme().fill(number)
                : Colors.parse(given, sheet.theme().cycle());
        double alpha = style.alphaOr(style.color() == null ? 0.3 : 1);
        int color = alpha == 1 ? fill : Colors.fade(fill, alpha);
        sheet.add(AreaLayer.between(
                places,
                Numbers.spread(low, places.length),
                Numbers.spread(high, places.length),
                color,
                sheet.edge(style),
                sheet.hatch(style, number),
                style.label(0),
                style.zorderOr(1)));
    }

    /** Series on top of one another as areas; values are 0 or more. */
    public static void stack(Sheet sheet, Object x, Object values, Style style) {
        double[] places = sheet.x().values(x);
        double[][] series = stacked(values, places.length);
        var foot = new double[places.length];
        for (int s = 0; s < series.length; s++) {
            Numbers.sameLength("A stackplot", places, series[s]);
            var top = new double[foot.length];
            for (int i = 0; i < top.length; i++) {
                if (series[s][i] < 0) {
                    throw new IllegalArgumentException("A stackplot piles amounts of 0 or more but got " + series[s][i]
                            + " in series " + s + "; lines show values of both signs.");
                }
                top[i] = foot[i] + series[s][i];
            }
            int number = sheet.nextColor();
            List<String> names = style.colouring().names();
            int fill = names == null
                    ? sheet.theme().fill(number)
                    : Colors.parse(names.get(s % names.size()), sheet.theme().cycle());
            var area = AreaLayer.between(
                    places,
                    foot,
                    top,
                    Colors.fade(fill, style.alphaOr(1)),
                    sheet.edge(style),
                    sheet.hatch(style, number),
                    style.label(s),
                    style.zorderOr(1));
            sheet.add(s == 0 ? area.resting() : area);
            foot = top;
        }
        sheet.x().margin = 0;
    }

    /** Series as rows or as columns: whichever are as long as there are places, rows first. */
    private static double[][] stacked(Object values, int n) {
        double[][] rows = Numbers.toMatrix(values);
        return rows.length > 0 && rows[0].length == n ? rows : Numbers.toSeries(values);
    }

    /** A line of a slope through a point, across the whole box. */
    public static void slope(Sheet sheet, double x, double y, double slope, Style style) {
        if (!Double.isFinite(x + y + slope)) {
            throw new IllegalArgumentException("An axline needs a point and a finite slope but got (" + x + ", " + y
                    + ") and " + slope + "; an upright line is axvline(x).");
        }
        int color = style.colorOr(sheet.theme(), sheet.theme().color(0));
        double width = style.widthOr(1.5);
        var pen = new Pen(color, width, Pen.dashes(style.stroke().dash(), width), false);
        sheet.add(new SlopeLayer(x, y, slope, pen, style.label(0), style.zorderOr(2)));
    }

    /** A filled polygon through corners. */
    public static void polygon(Sheet sheet, Object x, Object y, Style style) {
        int number = style.color() == null ? sheet.nextColor() : 0;
        int color = style.marks().hollow()
                ? 0
                : style.colorOr(sheet.theme(), sheet.theme().fill(number));
        sheet.add(new AreaLayer(
                "Polygon",
                sheet.x().values(x),
                sheet.y().values(y),
                color,
                sheet.edge(style),
                sheet.hatch(style, number),
                style.label(0),
                style.zorderOr(1)));
    }

    /** An ellipse of a width and height around a centre. */
    public static void ellipse(Sheet sheet, double x, double y, double width, double height, Style style) {
        double turn = Math.toRadians(
                style.words().rotation() == null ? 0 : style.words().rotation());
        var px = new double[CORNERS];
        var py = new double[CORNERS];
        for (int i = 0; i < CORNERS; i++) {
            double a = 2 * Math.PI * i / (CORNERS - 1);
            double u = width / 2 * Math.cos(a);
            double v = height / 2 * Math.sin(a);
            px[i] = x + u * Math.cos(turn) - v * Math.sin(turn);
            py[i] = y + u * Math.sin(turn) + v * Math.cos(turn);
        }
        polygon(sheet, px, py, style);
    }

    /** A line across the box where one axis has a value, or a strip between two values. */
    public static void rule(Sheet sheet, double from, double to, boolean upright, Style style) {
        boolean strip = from != to;
        int first = sheet.theme().color(0);
        int color = style.colorOr(sheet.theme(), strip ? Colors.fade(first, style.alpha() == null ? 0.2 : 1) : first);
        double width = style.widthOr(1.5);
        var pen = strip
                ? Pen.NONE
                : new Pen(color, width, Pen.dashes(style.stroke().dash(), width), false);
        sheet.add(new RuleLayer(
                from, to, upright, pen, strip ? color : 0, style.label(0), style.zorderOr(strip ? 1 : 2)));
    }
}
