package lectern.plot.layer;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Polyline;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** Level lines of a matrix over a grid, with their values on them where asked, or the bands between the levels. */
public final class ContourLayer implements Layer {
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

    /** Level lines, or bands between levels where filled; in one colour unless that is 0. */
    public ContourLayer(
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
        this.dash = Pen.dashes(style.stroke().dash(), width);
        this.labelled = style.words().annotated();
        this.format = style.words().format();
        this.alpha = style.alphaOr(1);
        this.zorder = style.zorderOr(filled ? 1 : 1.6);
        this.label = style.label(0);
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
            lines(canvas, contours);
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

    private void lines(Canvas canvas, Contours contours) {
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
