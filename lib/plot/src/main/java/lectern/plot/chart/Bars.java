package lectern.plot.chart;

import java.util.Arrays;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.layer.BarLayer;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.ErrorLayer;
import lectern.plot.layer.Layer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** Makes bars with errors and with their values beside them. */
public final class Bars {
    private static final int MOST_VALUES = 1000;

    private Bars() {}

    /** Upright bars, or bars from left to right, one series for each column of the lengths. */
    public static void bars(Sheet sheet, Object places, Object lengths, Style style, boolean horizontal) {
        Axis across = horizontal ? sheet.y() : sheet.x();
        double[] at = across.values(places);
        (horizontal ? sheet.x() : sheet.y()).kind(lengths);
        double[][] series = Numbers.toSeries(lengths);
        boolean stacked = style.bars().stacked();
        double width = style.bars().width() == null
                ? 0.8 * spacing(across, at)
                : style.bars().width();
        int n = at.length;
        double[] up = style.bars().base() == null
                ? new double[n]
                : Numbers.spread(style.bars().base(), n).clone();
        double[] down = up.clone();
        for (int s = 0; s < series.length; s++) {
            Numbers.sameLength("A bar chart", at, series[s]);
            double w = stacked ? width : width / series.length;
            var lo = new double[n];
            var hi = new double[n];
            var from = new double[n];
            var to = new double[n];
            for (int i = 0; i < n; i++) {
                lo[i] = stacked ? at[i] - w / 2 : at[i] - width / 2 + s * w;
                hi[i] = lo[i] + w;
                from[i] = series[s][i] < 0 ? down[i] : up[i];
                to[i] = from[i] + series[s][i];
            }
            if (stacked) {
                pile(up, down, to, series[s]);
            }
            int number = style.color() == null
                            && style.colouring().names() == null
                            && style.colouring().values() == null
                    ? sheet.nextColor()
                    : 0;
            sheet.add(BarLayer.standing(
                    "Bar chart",
                    new double[][] {lo, hi},
                    new double[][] {from, to},
                    horizontal,
                    fills(sheet, style, number, n),
                    sheet.edge(style),
                    sheet.hatch(style, number),
                    style.label(s),
                    style.zorderOr(1),
                    stacked && s > 0));
            errors(sheet, style, lo, hi, to, horizontal);
            if (style.words().annotated()) {
                annotate(sheet, lo, hi, to, style, horizontal);
            }
        }
    }

    /** The smallest distance between two places; one for categories, and where there are not two places. */
    private static double spacing(Axis axis, double[] at) {
        double[] sorted =
                Arrays.stream(at).filter(Double::isFinite).distinct().sorted().toArray();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 1; i < sorted.length; i++) {
            least = Math.min(least, sorted[i] - sorted[i - 1]);
        }
        return axis.categories.isEmpty() && least > 0 && Double.isFinite(least) ? least : 1;
    }

    /** Positive parts grow upwards and negative ones downwards, so that none covers another. */
    private static void pile(double[] up, double[] down, double[] to, double[] values) {
        for (int i = 0; i < to.length; i++) {
            if (values[i] < 0) {
                down[i] = to[i];
            } else if (values[i] > 0) {
                up[i] = to[i];
            }
        }
    }

    private static int[] fills(Sheet sheet, Style style, int number, int n) {
        Theme theme = sheet.theme();
        if (style.colouring().names() != null) {
            return style.colouring().names().stream()
                    .mapToInt(c -> Colors.fade(Colors.parse(c, theme.cycle()), style.alphaOr(1)))
                    .toArray();
        }
        if (style.colouring().values() != null) {
            double[] values = Numbers.spread(style.colouring().values(), n);
            var scale = ColorScale.of(style, values, "viridis");
            return Arrays.stream(values)
                    .mapToInt(v -> Colors.fade(scale.color(v), style.alphaOr(1)))
                    .toArray();
        }
        return new int[] {style.colorOr(theme, theme.fill(number))};
    }

    private static void errors(Sheet sheet, Style style, double[] lo, double[] hi, double[] ends, boolean horizontal) {
        double[][] e =
                Numbers.errors(horizontal ? style.errors().x() : style.errors().y(), ends.length);
        if (e[0] == null) {
            return;
        }
        var middle = new double[lo.length];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = (lo[i] + hi[i]) / 2;
        }
        int ink = sheet.theme().ink();
        double cap = style.errors().cap() == null ? 3 : style.errors().cap();
        double order = style.zorderOr(1) + 0.7;
        sheet.add(
                horizontal
                        ? new ErrorLayer(ends, middle, e[0], e[1], null, null, ink, 1.2, cap, order)
                        : new ErrorLayer(middle, ends, null, null, e[0], e[1], ink, 1.2, cap, order));
    }

    private static void annotate(
            Sheet sheet, double[] lo, double[] hi, double[] ends, Style style, boolean horizontal) {
        if (ends.length > MOST_VALUES) {
            throw new IllegalArgumentException("The option annotated writes the values of up to " + MOST_VALUES
                    + " bars but got " + ends.length + "; nobody could read them.");
        }
        Axis along = horizontal ? sheet.x() : sheet.y();
        along.margin = Math.max(along.margin, horizontal ? 0.15 : 0.1);
        double[][] errors =
                Numbers.errors(horizontal ? style.errors().x() : style.errors().y(), ends.length);
        double size = style.words().size() == null ? 9 : style.words().size();
        for (int i = 0; i < ends.length; i++) {
            if (!Double.isFinite(ends[i])) {
                continue;
            }
            String text = style.words().format() == null
                    ? Ticks.plain(ends[i])
                    : Ticks.formatted(style.words().format(), ends[i]);
            double middle = (lo[i] + hi[i]) / 2;
            boolean negative = ends[i] < 0;
            double[] error = errors[negative ? 0 : 1];
            double reach = error == null ? 0 : Math.copySign(error[i], ends[i]);
            double tip = ends[i] + (Double.isFinite(reach) ? reach : 0);
            sheet.add(new BarLabel(
                    text, horizontal ? tip : middle, horizontal ? middle : tip, horizontal, negative, size));
        }
    }

    /** The value beside the end of a bar. */
    private record BarLabel(String text, double x, double y, boolean horizontal, boolean negative, double size)
            implements Layer {
        @Override
        public void bounds(Bounds b) {
            // The bar itself counts; its label may use the margin.
        }

        @Override
        public void paint(Canvas canvas, Transform t, Theme theme) {
            double px = t.x(x);
            double py = t.y(y);
            if (t.box().grow(1).contains(px, py)) {
                double gap = negative ? -3 : 3;
                Label.of(text, size)
                        .draw(
                                canvas,
                                horizontal ? px + gap : px,
                                horizontal ? py : py - gap,
                                theme.ink(),
                                horizontal ? (negative ? 1 : 0) : 0.5,
                                horizontal ? 0.5 : negative ? 0 : 1,
                                0);
            }
        }

        @Override
        public Box covers(Transform t) {
            double px = t.x(x);
            double py = t.y(y);
            var label = Label.of(text, size);
            double w = label.width();
            double h = label.height();
            return !t.box().grow(1).contains(px, py)
                    ? null
                    : horizontal
                            ? new Box(negative ? px - 3 - w : px + 3, py - h / 2, w, h)
                            : new Box(px - w / 2, negative ? py + 3 : py - 3 - h, w, h);
        }

        @Override
        public boolean clipped() {
            return false;
        }

        @Override
        public double zorder() {
            return 3;
        }

        @Override
        public String describe() {
            return "";
        }
    }
}
