package lectern.plot.chart;

import java.util.Arrays;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.AreaLayer;
import lectern.plot.layer.BarLayer;
import lectern.plot.layer.Layer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Numbers;

/** Makes histograms: how many values lie in each bin. */
public final class Histograms {
    private Histograms() {}

    /** Histograms of one or several samples; texts are counted one by one. */
    public static void hist(Sheet sheet, Object data, Style style) {
        if (Numbers.isText(data)) {
            categories(sheet, Numbers.toTexts(data), style);
            return;
        }
        (style.bars().horizontal() ? sheet.y() : sheet.x()).kind(data);
        double[][] series = Samples.of(data);
        double[][] weights = weights(series, style);
        double[] edges = Bins.edges(sheet, series, style.bins());
        sheet.edges(edges);
        double[] base = new double[edges.length - 1];
        double[] left = Arrays.copyOf(edges, edges.length - 1);
        double[] right = Arrays.copyOfRange(edges, 1, edges.length);
        boolean stacked = style.bars().stacked();
        for (int s = 0; s < series.length; s++) {
            double[] counts = count(series[s], weights == null ? null : weights[s], edges, style.bins());
            var from = base.clone();
            var to = new double[counts.length];
            for (int i = 0; i < to.length; i++) {
                to[i] = from[i] + counts[i];
            }
            if (stacked) {
                base = to.clone();
            }
            int number = style.color() == null ? sheet.nextColor() : 0;
            if (style.bins().outlined()) {
                int color = style.colorOr(sheet.theme(), sheet.theme().color(number));
                sheet.add(outline(edges, to, color, style, s));
                smooth(sheet, series[s], edges, style, number);
                continue;
            }
            int color = style.colorOr(sheet.theme(), sheet.theme().fill(number));
            boolean veiled = (series.length > 1 && !stacked || style.bins().kde()) && style.alpha() == null;
            sheet.add(BarLayer.standing(
                    "Histogram",
                    new double[][] {left, right},
                    new double[][] {from, to},
                    style.bars().horizontal(),
                    new int[] {veiled ? Colors.fade(color, 0.6) : color},
                    sheet.edge(style),
                    sheet.hatch(style, number),
                    style.label(s),
                    style.zorderOr(1),
                    stacked && s > 0));
            smooth(sheet, series[s], edges, style, number);
        }
    }

    /** Weights, one for each value of each sample; null where every value counts once. */
    private static double[][] weights(double[][] series, Style style) {
        if (style.bins().weights() == null) {
            return null;
        }
        double[][] weights = Samples.of(style.bins().weights());
        for (int s = 0; s < series.length; s++) {
            int given = s < weights.length ? weights[s].length : 0;
            if (weights.length != series.length || given != series[s].length) {
                throw new IllegalArgumentException("Weights need one number for each value but got " + given + " for "
                        + series[s].length + " values.");
            }
        }
        return weights;
    }

    /** The density that the bars are a rough picture of, on their scale. */
    private static void smooth(Sheet sheet, double[] sample, double[] edges, Style style, int number) {
        if (!style.bins().kde()) {
            return;
        }
        if (style.bars().stacked() || style.bins().cumulative() || style.bins().weights() != null) {
            throw new IllegalArgumentException(
                    "The option kde draws the density of plain histograms, neither stacked nor cumulative nor weighted.");
        }
        double first = edges[1] - edges[0];
        for (int i = 1; i < edges.length && !style.bins().density(); i++) {
            if (Math.abs(edges[i] - edges[i - 1] - first) > 1e-6 * first) {
                throw new IllegalArgumentException(
                        "A density over counts needs bins of one width; add density() or give a number of bins.");
            }
        }
        double[] inside = Arrays.stream(sample).filter(Double::isFinite).toArray();
        double unit = style.bins().density() ? 1 : inside.length * first;
        Densities.curve(sheet, inside, unit, style.bars().horizontal(), style, number);
    }

    /** Counts how often every text occurs, in the order of first appearance. */
    private static void categories(Sheet sheet, java.util.List<String> texts, Style style) {
        var counts = new java.util.LinkedHashMap<String, Integer>();
        texts.forEach(text -> counts.merge(text, 1, Integer::sum));
        double unit = style.bins().density() ? 1.0 / texts.size() : 1;
        Bars.bars(
                sheet,
                counts.keySet().toArray(String[]::new),
                counts.values().stream().mapToDouble(n -> n * unit).toArray(),
                style,
                style.bars().horizontal());
    }

    private static Layer outline(double[] edges, double[] tops, int color, Style style, int s) {
        int n = tops.length;
        var across = new double[2 * n + 2];
        var along = new double[2 * n + 2];
        for (int i = 0; i <= n; i++) {
            across[2 * i] = edges[i];
            across[2 * i + 1] = edges[i];
            along[2 * i] = i == 0 ? 0 : tops[i - 1];
            along[2 * i + 1] = i == n ? 0 : tops[i];
        }
        double width = style.widthOr(1.5);
        boolean horizontal = style.bars().horizontal();
        return new AreaLayer(
                "Histogram",
                horizontal ? along : across,
                horizontal ? across : along,
                0,
                new Pen(color, width, Pen.dashes(style.stroke().dash(), width), false),
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

    /** The bin that holds a value, the last one with its right edge too; −1 for none. */
    static int bin(double v, double[] edges) {
        int n = edges.length - 1;
        if (!(v >= edges[0] && v <= edges[n])) {
            return -1;
        }
        int at = Arrays.binarySearch(edges, v);
        return at >= 0 ? Math.min(at, n - 1) : -at - 2;
    }

    /** How many values lie in each bin; the last bin holds its right edge too. */
    private static double[] count(double[] values, double[] weights, double[] edges, Style.Bins asked) {
        boolean density = asked.density();
        boolean cumulative = asked.cumulative();
        int n = edges.length - 1;
        var counts = new double[n];
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            int bin = bin(values[i], edges);
            if (bin >= 0) {
                double weight = weights == null ? 1 : weights[i];
                counts[bin] += weight;
                total += weight;
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
