package lectern.plot;

import java.util.Arrays;

/** Makes bars and histograms. */
final class Bars {
    private Bars() {}

    static void bars(Axes axes, Object places, Object lengths, Style style, boolean horizontal) {
        Axis across = horizontal ? axes.y : axes.x;
        double[] at = axes.values(across, places);
        double[][] series = Numbers.toSeries(lengths);
        double width = style.barWidth == null ? 0.8 : style.barWidth;
        double[] base = style.bottom == null
                ? new double[at.length]
                : Axes.spread(style.bottom, at.length).clone();
        for (int s = 0; s < series.length; s++) {
            Numbers.sameLength("A bar chart", at, series[s]);
            double w = style.stacked ? width : width / series.length;
            int n = at.length;
            var lo = new double[n];
            var hi = new double[n];
            var from = base.clone();
            var to = new double[n];
            for (int i = 0; i < n; i++) {
                lo[i] = style.stacked ? at[i] - w / 2 : at[i] - width / 2 + s * w;
                hi[i] = lo[i] + w;
                to[i] = from[i] + series[s][i];
            }
            if (style.stacked) {
                base = to.clone();
            }
            int number = style.color == null && style.colors == null && style.values == null ? axes.nextColor() : 0;
            int[] fills = fills(axes, style, number, n);
            String hatch = axes.hatch(style, number);
            axes.layers.add(
                    horizontal
                            ? new BarLayer(
                                    "Bar chart",
                                    from,
                                    to,
                                    lo,
                                    hi,
                                    true,
                                    fills,
                                    axes.edge(style),
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
                                    axes.edge(style),
                                    hatch,
                                    style.label(s),
                                    style.zorderOr(1)));
            errors(axes, style, lo, hi, to, horizontal);
            if (style.annotated) {
                annotate(axes, lo, hi, to, style, horizontal);
            }
        }
    }

    private static int[] fills(Axes axes, Style style, int number, int n) {
        Theme theme = axes.theme();
        if (style.colors != null) {
            return style.colors.stream()
                    .mapToInt(c -> Colors.fade(Colors.parse(c, theme.cycle()), style.alphaOr(1)))
                    .toArray();
        }
        if (style.values != null) {
            double[] values = Numbers.toDoubles(style.values);
            var scale = ColorScale.of(style, values, "viridis");
            return Arrays.stream(values)
                    .mapToInt(v -> Colors.fade(scale.color(v), style.alphaOr(1)))
                    .toArray();
        }
        return new int[] {style.colorOr(theme, theme.fill(number))};
    }

    private static void errors(Axes axes, Style style, double[] lo, double[] hi, double[] ends, boolean horizontal) {
        Object error = horizontal ? style.errorX : style.errorY;
        if (error == null) {
            return;
        }
        var middle = new double[lo.length];
        for (int i = 0; i < middle.length; i++) {
            middle[i] = (lo[i] + hi[i]) / 2;
        }
        double[] e = Axes.spread(error, middle.length);
        int ink = axes.theme().ink();
        axes.layers.add(
                horizontal
                        ? new ErrorLayer(ends, middle, e, e, null, null, ink, 1.2, 3, style.zorderOr(1) + 0.7)
                        : new ErrorLayer(middle, ends, null, null, e, e, ink, 1.2, 3, style.zorderOr(1) + 0.7));
    }

    private static void annotate(Axes axes, double[] lo, double[] hi, double[] ends, Style style, boolean horizontal) {
        for (int i = 0; i < ends.length; i++) {
            if (!Double.isFinite(ends[i])) {
                continue;
            }
            String text = style.format == null ? Ticks.plain(ends[i]) : Ticks.formatted(style.format, ends[i]);
            double middle = (lo[i] + hi[i]) / 2;
            Object error = horizontal ? style.errorX : style.errorY;
            double reach = error == null ? 0 : Math.copySign(Axes.spread(error, ends.length)[i], ends[i]);
            double tip = ends[i] + (Double.isFinite(reach) ? reach : 0);
            axes.layers.add(
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

    static void hist(Axes axes, Object data, Style style) {
        if (Numbers.isText(data)) {
            categories(axes, Numbers.toTexts(data), style);
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
        double[] edges = style.binEdges != null ? style.binEdges : edges(lo, hi, style.bins == null ? 10 : style.bins);
        double[] base = new double[edges.length - 1];
        for (int s = 0; s < series.length; s++) {
            double[] counts = count(series[s], edges, style.density, style.cumulative);
            int number = style.color == null ? axes.nextColor() : 0;
            int color = style.colorOr(
                    axes.theme(),
                    style.outlined ? axes.theme().color(number) : axes.theme().fill(number));
            if (style.outlined) {
                axes.layers.add(outline(axes, edges, counts, color, style, s));
                continue;
            }
            var from = base.clone();
            var to = new double[counts.length];
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i] + counts[i];
            }
            if (style.stacked) {
                base = to.clone();
            }
            int fill = series.length > 1 && !style.stacked && style.alpha == null ? Colors.fade(color, 0.6) : color;
            double[] left = Arrays.copyOf(edges, edges.length - 1);
            double[] right = Arrays.copyOfRange(edges, 1, edges.length);
            axes.layers.add(
                    style.horizontal
                            ? new BarLayer(
                                    "Histogram",
                                    from,
                                    to,
                                    left,
                                    right,
                                    true,
                                    new int[] {fill},
                                    axes.edge(style),
                                    axes.hatch(style, number),
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
                                    axes.edge(style),
                                    axes.hatch(style, number),
                                    style.label(s),
                                    style.zorderOr(1)));
        }
    }

    /** Counts how often every text occurs, in the order of first appearance. */
    private static void categories(Axes axes, java.util.List<String> texts, Style style) {
        var counts = new java.util.LinkedHashMap<String, Integer>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        double unit = style.density ? 1.0 / texts.size() : 1;
        bars(
                axes,
                counts.keySet().toArray(String[]::new),
                counts.values().stream().mapToDouble(n -> n * unit).toArray(),
                style,
                style.horizontal);
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

    private static Layer outline(Axes axes, double[] edges, double[] counts, int color, Style style, int s) {
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
    static double[] edges(double lo, double hi, int n) {
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
