package lectern.plot.layer;

import java.util.List;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Grids;
import lectern.plot.scale.Polyline;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** Stream lines of a vector field with an arrow head in the middle of each. */
public final class StreamLayer implements Layer {
    private final double[] x;
    private final double[] y;
    private final double[][] values;
    private final List<double[][]> lines;
    private final int color;
    private final ColorScale scale;
    private final double alpha;
    private final double width;
    private final double zorder;

    /** Lines in column and row numbers; their colours come from values over the grid where there is a scale. */
    public StreamLayer(
            double[] x,
            double[] y,
            double[][] values,
            List<double[][]> lines,
            int color,
            ColorScale scale,
            double alpha,
            double width,
            double zorder) {
        this.x = x;
        this.y = y;
        this.values = values;
        this.lines = lines;
        this.color = color;
        this.scale = scale;
        this.alpha = alpha;
        this.width = width;
        this.zorder = zorder;
    }

    @Override
    public void bounds(Bounds b) {
        b.x(x);
        b.y(y);
    }

    private static double between(double[] at, double k) {
        int i = Math.clamp((int) k, 0, at.length - 2);
        return at[i] + (k - i) * (at[i + 1] - at[i]);
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        for (double[][] line : lines) {
            int n = line[0].length;
            var px = new double[n];
            var py = new double[n];
            for (int i = 0; i < n; i++) {
                px[i] = t.x(between(x, line[0][i]));
                py[i] = t.y(between(y, line[1][i]));
            }
            int step = scale == null ? n : 6;
            if (scale == null) {
                var thin = new Polyline(px, py, n).straightened(0.05);
                canvas.polyline(thin.x(), thin.y(), thin.n(), new Pen(color, width, null, true));
            }
            for (int i = 0; scale != null && i + 1 < n; i += step) {
                int end = Math.min(i + step, n - 1);
                canvas.polyline(
                        java.util.Arrays.copyOfRange(px, i, end + 1),
                        java.util.Arrays.copyOfRange(py, i, end + 1),
                        end - i + 1,
                        new Pen(color(line, i), width, null, true));
            }
            int m = n / 2;
            double dx = px[Math.min(m + 1, n - 1)] - px[Math.max(m - 1, 0)];
            double dy = py[Math.min(m + 1, n - 1)] - py[Math.max(m - 1, 0)];
            double s = Math.hypot(dx, dy);
            if (s > 0) {
                double head = 5 + width;
                canvas.shape(
                        Arrow.head(
                                px[m] + dx / s * head / 2,
                                py[m] + dy / s * head / 2,
                                dx / s,
                                dy / s,
                                head,
                                0.42 * head),
                        scale == null ? color : color(line, m),
                        Pen.NONE);
            }
        }
    }

    private int color(double[][] line, int i) {
        return Colors.fade(scale.color(Grids.bilinear(values, line[0][i], line[1][i])), alpha);
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public ColorScale colorScale() {
        return scale;
    }

    @Override
    public String describe() {
        return lines.size() + " stream lines.";
    }
}
