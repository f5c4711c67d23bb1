package lectern.plot.chart;

import java.util.Arrays;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.AreaLayer;
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

/** Makes bars and histograms. */
public final class Bars {
    private Bars() {}

    public static void bars(Sheet sheet, Object places, Object lengths, Style style, boolean horizontal) {
        Axis across = horizontal ? sheet.y() : sheet.x();
        double[] at = sheet.values(across, places);
        double[][] series = Numbers.toSeries(lengths);
        double width = style.bars().width() == null ? 0.8 : style.bars().width();
        double[] base = style.bars().base() == null
                ? new double[at.length]
                : Numbers.spread(style.bars().base(), at.length).clone();
        for (int s = 0; s < series.length; s++) {
            Numbers.sameLength("A bar chart", at, series[s]);
            double w = style.bars().stacked() ? width : width / series.length;
            int n = at.length;
            var lo = new double[n];
            var hi = new double[n];
            var from = base.clone();
            var to = new double[n];
            for (int i = 0; i < n; i++) {
                lo[i] = style.bars().stacked() ? at[i] - w / 2 : at[i] - width / 2 + s * w;
                hi[i] = lo[i] + w;
                to[i] = from[i] + series[s][i];
            }
            if (style.bars().stacked()) {
                base = to.clone();
            }
            int number = style.color() == null
                            && style.colouring().names() == null
                            && style.colouring().values() == null
                    ? sheet.nextColor()
                    : 0;
            int[] fills = fills(sheet, style, number, n);
            String hatch = sheet.hatch(style, number);
            sheet.add(
                    horizontal
                            ? new BarLayer(
                                    "Bar chart",
                                    from,
                                    to,
                                    lo,
                                    hi,
                                    true,
                                    fills,
                                    sheet.edge(style),
                                    hatch,
                                    style.label(s),
                                    style.zorderOr(1))
                            : new BarLayer(
                                    "Bar chart",
                                    lo,
                                    hi,
                                    from,
                                    to,
                                    false,
                                    fills,
                                    sheet.edge(style),
                                    hatch,
                                    style.label(s),
                                    style.zorderOr(1)));
            errors(sheet, style, lo, hi, to, horizontal);
            if (style.words().annotated()) {
                annotate(sheet, lo, hi, to, style, horizontal);
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
            double[] values = Numbers.toDoubles(style.colouring().values());
            var scale = ColorScale.of(style, values, "viridis");
            return Arrays.stream(values)
                    .mapToInt(v -> Colors.fade(scale.color(v), style.alphaOr(1)))
                    .toArray();
        }
        return new int[] {style.colorOr(theme, theme.fill(number))};
    }

    private static void errors(Sheet sheet, Style style, double[] lo, double[] hi, double[] ends, boolean horizontal) {
        Object error = horizontal ? style.errors().x() : style.errors().y();
        if (error == null) {
            return;
        }
        var middle = new double[lo.length];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = (lo[i] + hi[i]) / 2;
        }
        double[] e = Numbers.spread(error, middle.length);
        int ink = sheet.theme().ink();
        sheet.add(
                horizontal
                        ? new ErrorLayer(ends, middle, e, e, null, null, ink, 1.2, 3, style.zorderOr(1) + 0.7)
                        : new ErrorLayer(middle, ends, null, null, e, e, ink, 1.2, 3, style.zorderOr(1) + 0.7));
    }

    private static void annotate(
            Sheet sheet, double[] lo, double[] hi, double[] ends, Style style, boolean horizontal) {
        for (int i = 0; i < ends.length; i++) {
            if (!Double.isFinite(ends[i])) {
                continue;
            }
            String text = style.words().format() == null
                    ? Ticks.plain(ends[i])
                    : Ticks.formatted(style.words().format(), ends[i]);
            double middle = (lo[i] + hi[i]) / 2;
            Object error = horizontal ? style.errors().x() : style.errors().y();
            double reach = error == null ? 0 : Math.copySign(Numbers.spread(error, ends.length)[i], ends[i]);
            double tip = ends[i] + (Double.isFinite(reach) ? reach : 0);
            sheet.add(
                    new BarLabel(text, horizontal ? tip : middle, horizontal ? middle : tip, horizontal, ends[i] < 0));
        }
    }

    /** The value beside the end of a bar. */
    private record BarLabel(String text, double x, double y, boolean horizontal, boolean negative) implements Layer {
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
                Label.of(text, 9)
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

    public static void hist(Sheet sheet, Object data, Style style) {
        if (Numbers.isText(data)) {
            categories(sheet, Numbers.toTexts(data), style);
            return;
        }
        double[][] series = data instanceof Object[] || Numbers.isMatrix(data)
                ? ragged(data)
                : new double[][] {Numbers.toDoubles(data)};
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        int longest = 0;
        for (double[] values : series) {
            for (double v : values) {
                if (Double.isFinite(v)) {
                    lo = Math.min(lo, v);
                    hi = Math.max(hi, v);
                }
            }
            longest = Math.max(longest, values.length);
        }
        double[] edges = style.bins().edges() != null
                ? style.bins().edges()
                : edges(lo, hi, style.bins().count() == null ? 10 : style.bins().count());
        double[] base = new double[edges.length - 1];
        for (int s = 0; s < series.length; s++) {
            double[] counts =
                    count(series[s], edges, style.bins().density(), style.bins().cumulative());
            int number = style.color() == null ? sheet.nextColor() : 0;
            int color = style.colorOr(
                    sheet.theme(),
                    style.bins().outlined()
                            ? sheet.theme().color(number)
                            : sheet.theme().fill(number));
            if (style.bins().outlined()) {
                sheet.add(outline(sheet, edges, counts, color, style, s));
                continue;
            }
            var from = base.clone();
            var to = new double[counts.length];
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i] + counts[i];
            }
            if (style.bars().stacked()) {
                base = to.clone();
            }
            int fill = series.length > 1 && !style.bars().stacked() && style.alpha() == null
                    ? Colors.fade(color, 0.6)
                    : color;
            double[] left = Arrays.copyOf(edges, edges.length - 1);
            double[] right = Arrays.copyOfRange(edges, 1, edges.length);
            sheet.add(
                    style.bars().horizontal()
                            ? new BarLayer(
                                    "Histogram",
                                    from,
                                    to,
                                    left,
                                    right,
                                    true,
                                    new int[] {fill},
                                    sheet.edge(style),
                                    sheet.hatch(style, number),
                                    style.label(s),
                                    style.zorderOr(1))
                            : new BarLayer(
                                    "Histogram",
                                    left,
                                    right,
                                    from,
                                    to,
                                    false,
                                    new int[] {fill},
                                    sheet.edge(style),
                                    sheet.hatch(style, number),
                                    style.label(s),
                                    style.zorderOr(1)));
        }
    }

    /** Counts how often every text occurs, in the order of first appearance. */
    private static void categories(Sheet sheet, java.util.List<String> texts, Style style) {
        var counts = new java.util.LinkedHashMap<String, Integer>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        double unit = style.bins().density() ? 1.0 / texts.size() : 1;
        bars(
                sheet,
                counts.keySet().toArray(String[]::new),
                counts.values().stream().mapToDouble(n -> n * unit).toArray(),
                style,
                style.bars().horizontal());
    }

    private static double[][] ragged(Object data) {
        if (data instanceof Object[] items
                && items.length > 0
                && (items[0].getClass().isArray()
                        || items[0] instanceof Iterable
                        || items[0] instanceof lectern.notebook.Numeric)) {
            return Arrays.stream(items).map(Numbers::toDoubles).toArray(double[][]::new);
        }
        return data instanceof java.util.List<?> list && Numbers.isMatrix(data)
                ? list.stream().map(Numbers::toDoubles).toArray(double[][]::new)
                : Numbers.isMatrix(data) ? Numbers.toSeries(data) : new double[][] {Numbers.toDoubles(data)};
    }

    private static Layer outline(Sheet sheet, double[] edges, double[] counts, int color, Style style, int s) {
        int n = counts.length;
        var x = new double[2 * n + 2];
        var y = new double[2 * n + 2];
        for (int i = 0; i <= n; i++) {
            x[2 * i] = edges[i];
            x[2 * i + 1] = edges[i];
            y[2 * i] = i == 0 ? 0 : counts[i - 1];
            y[2 * i + 1] = i == n ? 0 : counts[i];
        }
        return new AreaLayer(
                "Histogram",
                x,
                y,
                0,
                new Pen(color, style.widthOr(1.5), null, false),
                "",
                style.label(s),
                style.zorderOr(2));
    }

    /** n equal bins between the extremes; constant data gets a unit range around it. */
    public static double[] edges(double lo, double hi, int n) {
        if (n < 1 || n > 100_000) {
            throw new IllegalArgumentException("A histogram needs between 1 and 100000 bins but got " + n + ".");
        }
        double a = lo <= hi ? lo : 0;
        double z = lo <= hi ? hi : 1;
        if (a == z) {
            double half = Math.max(0.5, Math.abs(a) * 1e-6);
            a -= half;
            z += half;
        }
        var edges = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            edges[i] = a * (1 - i / (double) n) + z * (i / (double) n);
        }
        return edges;
    }

    /** How many values lie in each bin; the last bin holds its right edge too. */
    static double[] count(double[] values, double[] edges, boolean density, boolean cumulative) {
        int n = edges.length - 1;
        var counts = new double[n];
        double total = 0;
        for (double v : values) {
            if (v >= edges[0] && v <= edges[n]) {
                int at = Arrays.binarySearch(edges, v);
                int bin = at >= 0 ? Math.min(at, n - 1) : -at - 2;
                counts[bin]++;
                total++;
            }
        }
        if (cumulative) {
            for (int i = 1; i < n; i++) {
                counts[i] += counts[i - 1];
            }
        }
        if (density && total > 0) {
            for (int i = 0; i < n; i++) {
                counts[i] /= cumulative ? total : total * (edges[i + 1] - edges[i]);
            }
        }
        return counts;
    }
}
