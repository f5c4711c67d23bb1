package lectern.plot.learning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import lectern.plot.Axes;
import lectern.plot.Figure;
import lectern.plot.Option;
import lectern.plot.Options;
import lectern.plot.Plots;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Pen;
import lectern.plot.chart.Histograms;
import lectern.plot.layer.BarLayer;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.FieldLayer;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.Style;
import lectern.plot.layer.Verb;
import lectern.plot.scale.Grids;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Ticks;

/** Makes figures of points with classes. */
final class ClassPlots {
    private static final int CELLS = 200;

    private ClassPlots() {}

    /**
     * Class numbers and names: texts get numbers in the order of their first appearance, numbers keep their rising
     * order.
     */
    private record Classes(int[] of, List<String> names) {
        static Classes read(Object data, Object names, int n) {
            List<String> texts = Numbers.isText(data)
                    ? Numbers.toTexts(data)
                    : Arrays.stream(Numbers.toDoubles(data))
                            .mapToObj(Ticks::plain)
                            .toList();
            if (texts.size() != n) {
                throw new IllegalArgumentException(
                        "There are " + n + " points but " + texts.size() + " classes; give one for each point.");
            }
            List<String> distinct = new ArrayList<>(texts.stream().distinct().toList());
            if (!Numbers.isText(data)) {
                distinct = new ArrayList<>(Arrays.stream(Numbers.toDoubles(data))
                        .distinct()
                        .sorted()
                        .mapToObj(Ticks::plain)
                        .toList());
            }
            var of = new int[n];
            for (int i = 0; i < n; i++) {
                of[i] = distinct.indexOf(texts.get(i));
            }
            List<String> shown = names == null ? distinct : Numbers.toTexts(names);
            if (shown.size() < distinct.size()) {
                throw new IllegalArgumentException(
                        "There are " + distinct.size() + " classes but " + shown.size() + " names.");
            }
            return new Classes(of, shown);
        }

        int count() {
            return names.size();
        }

        double[] column(double[][] points, int column, int k) {
            var out = new double[points.length];
            int m = 0;
            for (int i = 0; i < points.length; i++) {
                if (of[i] == k) {
                    out[m++] = points[i][column];
                }
            }
            return Arrays.copyOf(out, m);
        }
    }

    private static void planar(double[][] points) {
        if (points.length == 0 || points[0].length < 2) {
            throw new IllegalArgumentException("Points of the plane need two columns but got "
                    + (points.length == 0 ? "no rows" : points[0].length + " column") + ".");
        }
    }

    static void scatter(Axes axes, double[][] points, Object classes, Object names, Option... options) {
        planar(points);
        var groups = Classes.read(classes, names, points.length);
        for (int k = 0; k < groups.count(); k++) {
            int color = axes.figure().theme().color(k);
            var all = Arrays.copyOf(
                    new Option[] {Options.color(String.format("#%06x", color & 0xffffff))}, 1 + options.length);
            System.arraycopy(options, 0, all, 1, options.length);
            axes.scatter(
                    groups.column(points, 0, k),
                    groups.column(points, 1, k),
                    groups.names().get(k),
                    all);
        }
    }

    static void boundary(Axes axes, double[][] points, Object classes, DoubleBinaryOperator rule, Option... options) {
        planar(points);
        double[] x = range(points, 0);
        double[] y = range(points, 1);
        double[][] field = Grids.evaluate(centres(x), centres(y), rule);
        var colors = new int[CELLS * CELLS];
        var groups = Classes.read(classes, null, points.length);
        double[] kinds = Arrays.stream(field)
                .flatMapToDouble(Arrays::stream)
                .distinct()
                .limit(64)
                .sorted()
                .toArray();
        boolean numbered = Arrays.stream(kinds).allMatch(v -> v == Math.rint(v));
        for (int i = 0; i < CELLS; i++) {
            for (int j = 0; j < CELLS; j++) {
                double v = field[i][j];
                int k = groups.names().indexOf(Ticks.plain(v));
                int color = numbered
                        ? axes.figure().theme().color(k >= 0 ? k : Math.floorMod((int) v, 10))
                        : Colors.mix(
                                axes.figure().theme().color(0),
                                axes.figure().theme().color(1),
                                Math.clamp(Double.isNaN(v) ? 0.5 : v, 0, 1));
                colors[i * CELLS + j] = Colors.mix(axes.figure().theme().face(), color, 0.3);
            }
        }
        axes.add(new FieldLayer(null, edges(x), edges(y), null, colors, Style.PLAIN));
        var edged = Arrays.copyOf(new Option[] {Options.edge("w", 0.6)}, 1 + options.length);
        System.arraycopy(options, 0, edged, 1, options.length);
        scatter(axes, points, classes, null, edged);
    }

    private static double[] range(double[][] points, int column) {
        double lo = Arrays.stream(points)
                .mapToDouble(p -> p[column])
                .filter(Double::isFinite)
                .min()
                .orElse(0);
        double hi = Arrays.stream(points)
                .mapToDouble(p -> p[column])
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double pad = hi > lo ? 0.08 * (hi - lo) : 0.5;
        return new double[] {lo - pad, hi + pad};
    }

    private static double[] edges(double[] range) {
        return Histograms.edges(range[0], range[1], CELLS);
    }

    private static double[] centres(double[] range) {
        double half = (range[1] - range[0]) / (2 * CELLS);
        return Histograms.edges(range[0] + half, range[1] - half, CELLS - 1);
    }

    static Figure pairs(double[][] table, List<String> names, Object classes) {
        int d = names.size();
        if (table.length == 0 || table[0].length != d || d > 12) {
            throw new IllegalArgumentException("A pair plot needs a name for each of at most 12 columns but got " + d
                    + " names for "
                    + (table.length == 0 ? 0 : table[0].length) + " columns.");
        }
        var groups = Classes.read(classes == null ? new double[table.length] : classes, null, table.length);
        var figure = Plots.subplots(d, d).size(Math.min(10, 2.0 * d), Math.min(10, 1.8 * d));
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                var axes = figure.at(i, j).fontSize(8);
                for (int k = 0; k < groups.count(); k++) {
                    double[] x = groups.column(table, j, k);
                    // The legend of the corner explains the classes of all panels.
                    String name = classes != null && i == 0 && j == d - 1
                            ? groups.names().get(k)
                            : null;
                    if (i == j) {
                        axes.hist(x, name, Options.bins(15), Options.alpha(groups.count() > 1 ? 0.6 : 1));
                    } else {
                        axes.scatter(x, groups.column(table, i, k), name, Options.size(2.5));
                    }
                }
                outer(axes, i, j, names);
            }
        }
        if (classes != null && d > 1) {
            figure.at(0, d - 1).legend("outside");
        }
        return figure;
    }

    /** Names and numbers stand at the outer edge only; counts of the diagonal have nothing to do with either. */
    private static void outer(Axes axes, int i, int j, List<String> names) {
        int last = names.size() - 1;
        if (i == j) {
            axes.yticks(new double[0]);
        }
        if (i == last) {
            axes.xlabel(names.get(j));
        } else {
            axes.hideTickLabels("x");
        }
        if (j == 0) {
            axes.ylabel(names.get(i));
        } else {
            axes.hideTickLabels("y");
        }
    }

    static Axes parallel(double[][] table, List<String> names, double[] values, Option... options) {
        var axes = Plots.axes();
        var style = Verb.PARALLEL.style(options);
        int d = names.size();
        if (table.length != values.length || table.length > 0 && table[0].length != d) {
            throw new IllegalArgumentException("Parallel coordinates need a value for each row and a name for "
                    + "each column "
                    + "but got "
                    + values.length + " values and " + d + " names for " + table.length + " x "
                    + (table.length == 0 ? 0 : table[0].length)
                    + " numbers.");
        }
        var scale = ColorScale.of(style, values, "viridis");
        double[] place = Numbers.index(d);
        double[] lo = new double[d];
        double[] hi = new double[d];
        for (int j = 0; j < d; j++) {
            int c = j;
            lo[j] = Arrays.stream(table)
                    .mapToDouble(row -> row[c])
                    .filter(Double::isFinite)
                    .min()
                    .orElse(0);
            hi[j] = Arrays.stream(table)
                    .mapToDouble(row -> row[c])
                    .filter(Double::isFinite)
                    .max()
                    .orElse(1);
        }
        var empty = new double[0];
        axes.scatter(
                empty, empty, Options.colorBy(empty), Options.cmap(scale.map()), Options.clim(scale.lo(), scale.hi()));
        for (int i = 0; i < table.length; i++) {
            var y = new double[d];
            for (int j = 0; j < d; j++) {
                y[j] = hi[j] > lo[j] ? (table[i][j] - lo[j]) / (hi[j] - lo[j]) : 0.5;
            }
            int color = Colors.fade(scale.color(values[i]), style.alphaOr(0.8));
            axes.add(new LineLayer(
                    place,
                    y,
                    "",
                    new Pen(color, style.widthOr(1), null, true),
                    Style.PLAIN,
                    axes.figure().theme(),
                    color));
        }
        for (int j = 0; j < d; j++) {
            axes.axvline(j, Options.color("0.3"), Options.width(0.8));
            axes.text(j, -0.02, brief(lo[j]), Options.anchor("center"), Options.valign("top"), Options.fontSize(8));
            axes.text(j, 1.02, brief(hi[j]), Options.anchor("center"), Options.valign("bottom"), Options.fontSize(8));
        }
        axes.despine("left", "top", "right", "bottom");
        return axes.xticks(place, names)
                .yticks(new double[0])
                .ylim(-0.1, 1.1)
                .xlim(-0.3, d - 0.7)
                .colorbar();
    }

    private static String brief(double v) {
        return Ticks.plain(new BigDecimal(v).round(new MathContext(3)).doubleValue());
    }

    static Axes silhouette(double[] values, double[] clusters) {
        Numbers.sameLength("A silhouette plot", values, clusters);
        var axes = Plots.axes();
        double[] kinds = Arrays.stream(clusters).distinct().sorted().toArray();
        double foot = 0;
        for (int k = 0; k < kinds.length; k++) {
            double kind = kinds[k];
            double[] own = java.util.stream.IntStream.range(0, values.length)
                    .filter(i -> clusters[i] == kind)
                    .mapToDouble(i -> values[i])
                    .sorted()
                    .toArray();
            double[] y = Histograms.edges(foot, foot + own.length, own.length);
            axes.add(new BarLayer(
                    "Silhouette",
                    new double[own.length],
                    own,
                    Arrays.copyOf(y, own.length),
                    Arrays.copyOfRange(y, 1, own.length + 1),
                    true,
                    new int[] {axes.figure().theme().color(k)},
                    Pen.NONE,
                    "",
                    "cluster " + Ticks.plain(kind),
                    1));
            foot += own.length + Math.max(2, values.length / 40.0);
        }
        double mean = Arrays.stream(values).average().orElse(0);
        return axes.axvline(mean, Options.dashed(), Options.color("k"), Options.label("mean " + Ticks.number(mean, 2)))
                .labels("silhouette value", "points by cluster")
                .yticks(new double[0])
                .legend();
    }
}
