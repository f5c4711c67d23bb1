package lectern.plot.layer;

import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** Strokes with caps that show how far values may be off. */
public final class ErrorLayer implements Layer {
    private final double[] x;
    private final double[] y;
    private final double[] left;
    private final double[] right;
    private final double[] down;
    private final double[] up;
    private final int color;
    private final double width;
    private final double cap;
    private final double zorder;

    /** Lengths to the left, right, down and up; null for none. */
    public ErrorLayer(
            double[] x,
            double[] y,
            double[] left,
            double[] right,
            double[] down,
            double[] up,
            int color,
            double width,
            double cap,
            double zorder) {
        this.x = x;
        this.y = y;
        this.left = left;
        this.right = right;
        this.down = down;
        this.up = up;
        this.color = color;
        this.width = width;
        this.cap = cap;
        this.zorder = zorder;
    }

    @Override
    public void bounds(Bounds b) {
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                b.x(x[i] - (left == null ? 0 : left[i]), x[i] + (right == null ? 0 : right[i]));
                b.y(y[i] - (down == null ? 0 : down[i]), y[i] + (up == null ? 0 : up[i]));
            }
        }
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        int n = x.length;
        var px = new double[18 * n];
        var py = new double[18 * n];
        int m = 0;
        for (int i = 0; i < n; i++) {
            double cx = t.x(x[i]);
            double cy = t.y(y[i]);
            if (down != null) {
                double a = Math.clamp(t.edgeY(y[i] - down[i]), -1e4, 1e4);
                double z = Math.clamp(t.edgeY(y[i] + up[i]), -1e4, 1e4);
                m = stroke(px, py, m, cx, a, cx, z);
                m = stroke(px, py, m, cx - cap, a, cx + cap, a);
                m = stroke(px, py, m, cx - cap, z, cx + cap, z);
            }
            if (left != null) {
                double a = Math.clamp(t.edgeX(x[i] - left[i]), -1e4, 1e4);
                double z = Math.clamp(t.edgeX(x[i] + right[i]), -1e4, 1e4);
                m = stroke(px, py, m, a, cy, z, cy);
                m = stroke(px, py, m, a, cy - cap, a, cy + cap);
                m = stroke(px, py, m, z, cy - cap, z, cy + cap);
            }
        }
        canvas.polyline(px, py, m, Pen.solid(color, width));
    }

    private int stroke(double[] px, double[] py, int m, double ax, double ay, double bx, double by) {
        if (Double.isNaN(ax + ay + bx + by) || cap == 0 && ax != bx && ay == by && left == null) {
            return m;
        }
        px[m] = ax;
        py[m] = ay;
        px[m + 1] = bx;
        py[m + 1] = by;
        px[m + 2] = Double.NaN;
        py[m + 2] = Double.NaN;
        return m + 3;
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public void occupy(Transform t, Occupied places) {
        for (int i = 0; i < x.length; i++) {
            places.add(t.x(x[i]), t.y(y[i]));
        }
    }

    @Override
    public String describe() {
        return "Error bars.";
    }
}
