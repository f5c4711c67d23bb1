package lectern.plot;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Level lines of a matrix over a grid, with their values on them where asked, or the bands between the levels. */
final class ContourLayer implements Layer {
    private final double[] x;
    private final double[] y;
    private final double[][] z;
    private final double[] levels;
    private final ColorScale scale;
    private final boolean filled;
    private final int single;
    private final double width;
    private final double[] dash;
    private final boolean labelled;
    private final String format;
    private final double alpha;
    private final double zorder;
    private final String label;

    private ContourLayer(
            double[] x,
            double[] y,
            double[][] z,
            double[] levels,
            ColorScale scale,
            boolean filled,
            int single,
            Style style) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.levels = levels;
        this.scale = scale;
        this.filled = filled;
        this.single = single;
        this.width = style.widthOr(1.5);
        this.dash = Axes.scaled(style.dash, width);
        this.labelled = style.annotated;
        this.format = style.format;
        this.alpha = style.alphaOr(1);
        this.zorder = style.zorderOr(filled ? 1 : 1.6);
        this.label = style.label(0);
    }

    static ContourLayer of(Axes axes, Object x, Object y, Object values, boolean filled, Style style) {
        double[][] z = Numbers.toMatrix(values);
        int rows = z.length;
        int cols = rows == 0 ? 0 : z[0].length;
        if (rows < 2 || cols < 2) {
            throw new IllegalArgumentException(
                    "Contours need at least 2 x 2 values but got " + rows + " x " + cols + ".");
        }
        double[] gx = x == null ? Numbers.index(cols) : Fields.line(x, cols, true);
        double[] gy = y == null ? Numbers.index(rows) : Fields.line(y, rows, false);
        if (gx.length != cols || gy.length != rows) {
            throw new IllegalArgumentException("Contours of " + rows + " x " + cols + " values need " + cols
                    + " places along x and "
                    + rows + " along y but got " + gx.length + " and " + gy.length + ".");
        }
        double[] flat = Arrays.stream(z)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .map(v -> Math.clamp(v, -1e300, 1e300))
                .toArray();
        double lo = Arrays.stream(flat).min().orElse(0);
        double hi = Arrays.stream(flat).max().orElse(1);
        double[] levels = levels(style, lo, hi, filled);
        ColorScale scale = scale(style, levels, filled);
        int single = style.color == null ? 0 : style.colorOr(axes.theme(), 0);
        return new ContourLayer(gx, gy, z, levels, scale, filled, single, style);
    }

    /**
     * Colours from the middle of the first band to that of the last, or from the first line to the last, unless asked
     * otherwise.
     */
    private static ColorScale scale(Style style, double[] levels, boolean filled) {
        int n = levels.length;
        boolean bands = filled && n > 2;
        double from =
                !bands ? levels[0] : style.logNorm ? Math.sqrt(levels[0] * levels[1]) : (levels[0] + levels[1]) / 2;
        double to = !bands
                ? levels[n - 1]
                : style.logNorm ? Math.sqrt(levels[n - 2] * levels[n - 1]) : (levels[n - 2] + levels[n - 1]) / 2;
        if (style.center != null) {
            double reach = Math.max(Math.abs(to - style.center), Math.abs(from - style.center));
            from = style.center - reach;
            to = style.center + reach;
        }
        return new ColorScale(
                style.cmapOr("viridis"),
                style.vmin == null ? from : style.vmin,
                style.vmax == null ? to : style.vmax,
                Double.NaN,
                style.logNorm,
                filled ? levels : null);
    }

    private static double[] levels(Style style, double lo, double hi, boolean filled) {
        if (style.levels == null || style.levels instanceof Integer) {
            int n = style.levels == null ? 7 : (Integer) style.levels;
            if (style.logNorm && hi > 0) {
                return decades(Math.max(lo, hi * 1e-12), hi);
            }
            return Contours.levels(lo, hi, n + 1, filled);
        }
        double[] given = Numbers.toDoubles(style.levels);
        Arrays.sort(given);
        if (given.length < (filled ? 2 : 1)) {
            throw new IllegalArgumentException(
                    "Filled contours need at least two levels but got " + given.length + ".");
        }
        return given;
    }

    private static double[] decades(double lo, double hi) {
        int a = (int) Math.floor(Math.log10(lo));
        int b = (int) Math.ceil(Math.log10(hi));
        var out = new double[b - a + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.pow(10, a + i);
        }
        return out;
    }

    @Override
    public void bounds(Bounds b) {
        double[] ends = Arrays.stream(x).filter(Double::isFinite).sorted().toArray();
        if (ends.length > 0) {
            b.stickyX(ends[0], ends[ends.length - 1]);
        }
        ends = Arrays.stream(y).filter(Double::isFinite).sorted().toArray();
        if (ends.length > 0) {
            b.stickyY(ends[0], ends[ends.length - 1]);
        }
    }

    /** Colour of the band above a level (areas) or of the level itself (lines). */
    private int color(int k) {
        if (single != 0) {
            return single;
        }
        double value = filled ? (levels[k] + levels[k + 1]) / 2 : levels[k];
        return Colors.fade(scale.color(value), alpha);
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        double[] px = bounded(t.xs(x));
        double[] py = bounded(t.ys(y));
        var contours = new Contours(px, py, z, filled);
        if (filled) {
            areas(canvas, contours);
        } else {
            lines(canvas, contours, theme);
        }
    }

    private static double[] bounded(double[] places) {
        for (int i = 0; i < places.length; i++) {
            places[i] = Math.clamp(places[i], -1e4, 1e4);
        }
        return places;
    }

    private void areas(Canvas canvas, Contours contours) {
        int bands = levels.length - 1;
        double top = Arrays.stream(z)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        boolean nested = alpha == 1 && top <= levels[bands] && single == 0;
        List<double[][]> lower = contours.trace(levels[0]);
        for (int k = 0; k < bands; k++) {
            List<double[][]> upper = contours.trace(levels[k + 1]);
            var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            append(path, lower);
            if (!nested) {
                append(path, k + 1 == bands ? contours.trace(Math.nextUp(levels[bands])) : upper);
            }
            canvas.shape(path, color(k), Pen.NONE);
            lower = upper;
        }
    }

    private static void append(Path2D.Double path, List<double[][]> lines) {
        for (double[][] line : lines) {
            if (line[0].length < 3) {
                continue;
            }
            var thin = new Polyline(line[0], line[1], line[0].length).straightened(0.05);
            path.moveTo(thin.x()[0], thin.y()[0]);
            for (int i = 1; i < thin.n(); i++) {
                path.lineTo(thin.x()[i], thin.y()[i]);
            }
            path.closePath();
        }
    }

    private void lines(Canvas canvas, Contours contours, Theme theme) {
        var labels = new ArrayList<ContourLabel>();
        for (int k = 0; k < levels.length; k++) {
            List<double[][]> lines = contours.trace(levels[k]);
            if (labelled) {
                String text = format == null ? Ticks.plain(levels[k]) : Ticks.formatted(format, levels[k]);
                lines = ContourLabel.place(lines, text, color(k), labels);
            }
            int n = 0;
            for (double[][] line : lines) {
                n += line[0].length + 1;
            }
            var px = new double[n];
            var py = new double[n];
            int m = 0;
            for (double[][] line : lines) {
                System.arraycopy(line[0], 0, px, m, line[0].length);
                System.arraycopy(line[1], 0, py, m, line[0].length);
                m += line[0].length;
                px[m] = Double.NaN;
                py[m++] = Double.NaN;
            }
            double[] dashes =
                    dash != null ? dash : single != 0 && levels[k] < 0 ? new double[] {3.7 * width, 1.6 * width} : null;
            var thin = new Polyline(px, py, m).straightened(0.05);
            canvas.polyline(thin.x(), thin.y(), thin.n(), new Pen(color(k), width, dashes, dashes == null));
        }
        for (ContourLabel each : labels) {
            each.paint(canvas);
        }
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public ColorScale colorScale() {
        return single != 0 ? null : scale;
    }

    @Override
    public Handle handle() {
        return Handle.line(label, new Pen(color(Math.max(0, (levels.length - 1) / 2)), width, dash, false));
    }

    @Override
    public String describe() {
        return (filled ? "Filled contours" : "Contour lines") + " of " + z.length + " x " + z[0].length + " values at "
                + levels.length
                + " levels from " + Ticks.plain(levels[0]) + " to " + Ticks.plain(levels[levels.length - 1]) + ".";
    }
}
