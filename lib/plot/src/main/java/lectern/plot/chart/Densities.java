package lectern.plot.chart;

import java.util.Arrays;
import java.util.stream.IntStream;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.Steps;
import lectern.plot.layer.Style;
import lectern.plot.scale.Numbers;

/** Makes pictures of distributions without bins: densities, rugs, distribution functions. */
public final class Densities {
    private static final int POINTS = 200;
    private static final int CELLS = 60;
    /** Kernels reach so many bandwidths beyond the data. */
    private static final double REACH = 3;

    private Densities() {}

    /** The density of each sample, a line of its own. */
    public static void lines(Sheet sheet, Object data, Style style) {
        (style.bars().horizontal() ? sheet.y() : sheet.x()).kind(data);
        double[][] samples = Samples.of(data);
        for (int s = 0; s < samples.length; s++) {
            int number = style.color() == null ? sheet.nextColor() : 0;
            Style named = style.ofClass(style.label(s), null);
            curve(sheet, Samples.sorted(samples[s]), 1, style.bars().horizontal(), named, number);
        }
    }

    /** The density of one sample of finite values, so many times as high. */
    static void curve(Sheet sheet, double[] sample, double times, boolean horizontal, Style style, int number) {
        if (sample.length < 2) {
            throw new IllegalArgumentException(
                    "A density needs a sample of two finite values or more but got " + sample.length + ".");
        }
        double h = Samples.bandwidth(sample, 1);
        double lo = Arrays.stream(sample).min().orElse(0) - REACH * h;
        double hi = Arrays.stream(sample).max().orElse(0) + REACH * h;
        double[] at = Histograms.edges(lo, hi, POINTS - 1);
        double[] density =
                Arrays.stream(Samples.density(sample, at)).map(v -> v * times).toArray();
        boolean own = !style.bins().kde();
        int color = own
                ? style.colorOr(sheet.theme(), sheet.theme().color(number))
                : style.color() == null ? sheet.theme().color(number) : style.colorOr(sheet.theme(), 0);
        double[] dash = style.stroke().dash() == null
                ? sheet.theme().dash(number)
                : style.stroke().dash();
        double width = own ? style.widthOr(1.5) : 1.5;
        var pen = new Pen(color, width, own ? Pen.dashes(dash, width) : null, true);
        var line = new LineLayer(
                horizontal ? density : at,
                horizontal ? at : density,
                own ? style.label(0) : "",
                pen,
                own ? style : Style.PLAIN,
                sheet.theme(),
                color);
        sheet.add(line.named("Kernel density estimate", sample.length));
    }

    /** The level lines of the density of points of the plane. */
    public static void plane(Sheet sheet, Object x, Object y, Style style) {
        double[] px = sheet.x().values(x);
        double[] py = sheet.y().values(y);
        Numbers.sameLength("A density of the plane", px, py);
        int[] finite = IntStream.range(0, px.length)
                .filter(i -> Double.isFinite(px[i] + py[i]))
                .toArray();
        if (finite.length < 3) {
            throw new IllegalArgumentException(
                    "A density of the plane needs three points or more but got " + finite.length + ".");
        }
        double[] sx = Arrays.stream(finite).mapToDouble(i -> px[i]).toArray();
        double[] sy = Arrays.stream(finite).mapToDouble(i -> py[i]).toArray();
        double hx = Samples.bandwidth(sx, 2);
        double hy = Samples.bandwidth(sy, 2);
        double[] gx = grid(sx, hx);
        double[] gy = grid(sy, hy);
        double[][] kx = kernels(sx, gx, hx);
        double[][] ky = kernels(sy, gy, hy);
        var z = new double[gy.length][gx.length];
        double unit = 1 / (2 * Math.PI * hx * hy * sx.length);
        for (int i = 0; i < gy.length; i++) {
            for (int j = 0; j < gx.length; j++) {
                double sum = 0;
                for (int k = 0; k < sx.length; k++) {
                    sum += kx[j][k] * ky[i][k];
                }
                z[i][j] = sum * unit;
            }
        }
        Levels.contour(sheet, gx, gy, z, false, style);
    }

    private static double[] grid(double[] sample, double h) {
        double lo = Arrays.stream(sample).min().orElse(0);
        double hi = Arrays.stream(sample).max().orElse(1);
        return Histograms.edges(lo - REACH * h, hi + REACH * h, CELLS);
    }

    private static double[][] kernels(double[] sample, double[] grid, double h) {
        return Arrays.stream(grid)
                .mapToObj(g -> Arrays.stream(sample)
                        .map(v -> Math.exp(-0.5 * (g - v) * (g - v) / (h * h)))
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A short stroke at the rim for every value, in the colour of what was drawn last. */
    public static void rug(Sheet sheet, Object data, Style style) {
        boolean left = style.bars().horizontal();
        double[] values = (left ? sheet.y() : sheet.x()).values(data);
        int color = style.colorOr(sheet.theme(), sheet.theme().color(sheet.lastColor()));
        sheet.add(new RugLayer(
                Arrays.stream(values).filter(Double::isFinite).toArray(),
                left,
                Pen.solid(color, style.widthOr(1)),
                style.zorderOr(2)));
    }

    /** How large a part of each sample is at most as large as a value: a staircase from 0 to 1. */
    public static void distribution(Sheet sheet, Object data, Style style) {
        sheet.x().kind(data);
        double[][] samples = Samples.of(data);
        for (int s = 0; s < samples.length; s++) {
            double[] sorted = Samples.sorted(samples[s]);
            if (sorted.length == 0) {
                throw new IllegalArgumentException("A distribution function needs values but the sample has none.");
            }
            double[] at = Arrays.stream(sorted).distinct().toArray();
            var x = new double[at.length + 1];
            var y = new double[at.length + 1];
            x[0] = at[0];
            for (int i = 0, k = 0; i < at.length; i++) {
                while (k < sorted.length && sorted[k] == at[i]) {
                    k++;
                }
                x[i + 1] = at[i];
                y[i + 1] = k / (double) sorted.length;
            }
            int number = style.color() == null ? sheet.nextColor() : 0;
            int color = style.colorOr(sheet.theme(), sheet.theme().color(number));
            double[] dash = style.stroke().dash() == null
                    ? sheet.theme().dash(number)
                    : style.stroke().dash();
            double width = style.widthOr(1.5);
            var pen = new Pen(color, width, Pen.dashes(dash, width), false);
            sheet.add(new LineLayer(x, y, style.label(s), pen, style, sheet.theme(), color)
                    .stepped(Steps.POST)
                    .named("Distribution function", sorted.length));
        }
    }
}
