package lectern.plot.chart;

import java.awt.geom.Path2D;
import java.util.Arrays;
import java.util.TreeMap;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.Layer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Scale;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** Counts points of the plane in hexagons. */
public final class Hexagons {
    private static final int ACROSS = 25;

    private Hexagons() {}

    /** Hexagons, so many across as {@code bins} asks, in the colour of their count; empty ones are left out. */
    public static void count(Sheet sheet, Object x, Object y, Style style) {
        double[] px = sheet.x().values(x);
        double[] py = sheet.y().values(y);
        Numbers.sameLength("A hexbin", px, py);
        if (style.bins().edges() != null || style.bins().rule() != null) {
            throw new IllegalArgumentException("A hexbin takes a number of hexagons across, such as bins(30).");
        }
        if (sheet.x().scale != Scale.LINEAR || sheet.y().scale != Scale.LINEAR) {
            throw new IllegalArgumentException("A hexbin counts on linear axes; take logarithms of the data instead.");
        }
        int n = style.bins().count() == null ? ACROSS : style.bins().count();
        var box = new Bounds();
        if (box.points(px, py) == 0) {
            throw new IllegalArgumentException("A hexbin needs at least one point with finite coordinates.");
        }
        double w = box.xhi > box.xlo ? (box.xhi - box.xlo) / n : 1;
        int rows = Math.max(1, (int) Math.round(n / Math.sqrt(3)));
        double h = box.yhi > box.ylo ? (box.yhi - box.ylo) / rows : 1;
        var counts = new TreeMap<Long, Integer>();
        for (int i = 0; i < px.length; i++) {
            if (Double.isFinite(px[i] + py[i])) {
                counts.merge(cell((px[i] - box.xlo) / w, (py[i] - box.ylo) / h), 1, Integer::sum);
            }
        }
        var cx = new double[counts.size()];
        var cy = new double[cx.length];
        var number = new double[cx.length];
        int k = 0;
        for (var entry : counts.entrySet()) {
            long key = entry.getKey();
            cx[k] = box.xlo + w * (key >> 32) / 2.0;
            cy[k] = box.ylo + h * (int) key / 2.0;
            number[k++] = entry.getValue();
        }
        sheet.add(new Cells(
                cx, cy, w, h, number, ColorScale.of(style, number, "viridis"), style.alphaOr(1), style.zorderOr(1)));
    }

    /**
     * The hexagon of a point in units of columns and of pairs of rows: centres are the whole points and those half way
     * between; the nearer one counts. Twice the centre's coordinates in one number.
     */
    private static long cell(double u, double v) {
        double a = Math.rint(u);
        double b = Math.rint(v);
        double c = Math.floor(u) + 0.5;
        double d = Math.floor(v) + 0.5;
        double whole = (u - a) * (u - a) + 3 * (v - b) * (v - b);
        double half = (u - c) * (u - c) + 3 * (v - d) * (v - d);
        boolean first = whole <= half;
        return (long) (2 * (first ? a : c)) << 32 | (long) (2 * (first ? b : d)) & 0xffffffffL;
    }

    private record Cells(
            double[] x,
            double[] y,
            double w,
            double h,
            double[] counts,
            ColorScale colorScale,
            double alpha,
            double zorder)
            implements Layer {
        @Override
        public void bounds(Bounds b) {
            for (int i = 0; i < x.length; i++) {
                b.x(x[i] - w / 2, x[i] + w / 2);
                b.y(y[i] - h / 3, y[i] + h / 3);
            }
        }

        @Override
        public void paint(Canvas canvas, Transform t, Theme theme) {
            double[] right = {0, 0.5, 0.5, 0, -0.5, -0.5};
            double[] up = {1 / 3.0, 1 / 6.0, -1 / 6.0, -1 / 3.0, -1 / 6.0, 1 / 6.0};
            for (int i = 0; i < x.length; i++) {
                var path = new Path2D.Double();
                for (int k = 0; k < 6; k++) {
                    double px = Math.clamp(t.edgeX(x[i] + right[k] * w), -1e4, 1e4);
                    double py = Math.clamp(t.edgeY(y[i] + up[k] * h), -1e4, 1e4);
                    if (Double.isNaN(px + py)) {
                        // Numbers beyond the range of doubles have no place on the page.
                        path.reset();
                        break;
                    }
                    if (k == 0) {
                        path.moveTo(px, py);
                    } else {
                        path.lineTo(px, py);
                    }
                }
                if (path.getCurrentPoint() == null) {
                    continue;
                }
                path.closePath();
                int color = Colors.fade(colorScale.color(counts[i]), alpha);
                // A hairline of the same colour closes the gaps that smoothing of edges leaves.
                canvas.shape(path, color, alpha < 1 ? Pen.NONE : Pen.solid(color, 0.3));
            }
        }

        @Override
        public String describe() {
            return "Points counted in " + x.length + " hexagons, up to "
                    + Ticks.plain(Arrays.stream(counts).max().orElse(0)) + " in one.";
        }
    }
}
