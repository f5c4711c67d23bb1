package lectern.plot.layer;

import java.awt.geom.Path2D;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Hatch;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** A filled outline in data coordinates: the band between two curves, a polygon. */
public final class AreaLayer implements Layer {
    private final double[] x;
    private final double[] y;
    private final int fill;
    private final Pen edge;
    private final String hatch;
    private final String label;
    private final String what;
    private final double zorder;
    private boolean resting;

    /** NaN in the coordinates begins a new outline. */
    public AreaLayer(
            String what, double[] x, double[] y, int fill, Pen edge, String hatch, String label, double zorder) {
        Numbers.sameLength(what, x, y);
        this.what = what;
        this.x = x;
        this.y = y;
        this.fill = fill;
        this.edge = edge;
        this.hatch = hatch;
        this.label = label;
        this.zorder = zorder;
    }

    /** The band between two curves; a gap where one of them has no value. */
    public static AreaLayer between(
            double[] x, double[] low, double[] high, int fill, Pen edge, String hatch, String label, double zorder) {
        int n = x.length;
        var px = new double[2 * n + n + 1];
        var py = new double[px.length];
        int m = 0;
        int start = 0;
        while (start < n) {
            while (start < n && Double.isNaN(x[start] + low[start] + high[start])) {
                start++;
            }
            int end = start;
            while (end < n && !Double.isNaN(x[end] + low[end] + high[end])) {
                end++;
            }
            for (int i = start; i < end; i++) {
                px[m] = x[i];
                py[m++] = high[i];
            }
            for (int i = end - 1; i >= start; i--) {
                px[m] = x[i];
                py[m++] = low[i];
            }
            if (end < n) {
                px[m] = Double.NaN;
                py[m++] = Double.NaN;
            }
            start = end;
        }
        return new AreaLayer(
                "Band",
                java.util.Arrays.copyOf(px, m),
                java.util.Arrays.copyOf(py, m),
                fill,
                edge,
                hatch,
                label,
                zorder);
    }

    /** Ends the vertical axis at the foot of the area, as bars do. */
    public AreaLayer resting() {
        resting = true;
        return this;
    }

    @Override
    public void bounds(Bounds b) {
        double foot = Double.POSITIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i]) && Double.isFinite(y[i])) {
                b.point(x[i], y[i]);
                foot = Math.min(foot, y[i]);
            }
        }
        if (resting && Double.isFinite(foot)) {
            b.stickyY(foot, foot);
        }
    }

    private Path2D.Double path(Transform t) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, x.length + 2);
        boolean open = false;
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < x.length; i++) {
            double px = Math.clamp(t.edgeX(x[i]), -1e4, 1e4);
            double py = Math.clamp(t.edgeY(y[i]), -1e4, 1e4);
            if (Double.isNaN(px) || Double.isNaN(py)) {
                if (open) {
                    path.closePath();
                }
                open = false;
            } else if (!open) {
                path.moveTo(px, py);
                open = true;
            } else if (Math.abs(px - lastX) > 0.05 || Math.abs(py - lastY) > 0.05) {
                path.lineTo(px, py);
            } else {
                continue;
            }
            lastX = px;
            lastY = py;
        }
        if (open) {
            path.closePath();
        }
        return path;
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        if (x.length > 0) {
            var path = path(t);
            canvas.shape(path, fill, edge);
            Hatch.paint(canvas, path, hatch, theme.ink());
        }
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public Handle handle() {
        return Handle.patch(label, fill, edge, hatch);
    }

    @Override
    public void occupy(Transform t, Occupied places) {
        int stride = Math.max(1, x.length / 2000);
        for (int i = 0; i < x.length; i += stride) {
            places.add(t.x(x[i]), t.y(y[i]));
        }
    }

    @Override
    public String describe() {
        return label.isEmpty() ? "" : what + " \"" + Label.plain(label) + "\".";
    }
}
