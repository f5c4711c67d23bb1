package lectern.plot.layer;

import java.awt.geom.Path2D;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** A field of arrows whose lengths show magnitudes; without a scale the mean arrow fits the spacing of the field. */
public final class QuiverLayer implements Layer {
    private final double[] x;
    private final double[] y;
    private final double[] u;
    private final double[] v;
    private final int[] colors;
    private final ColorScale scale;
    private final Double perUnit;
    private final boolean centred;
    private final String label;
    private final double zorder;

    public QuiverLayer(
            double[] x,
            double[] y,
            double[] u,
            double[] v,
            int[] colors,
            ColorScale scale,
            Double perUnit,
            boolean centred,
            String label,
            double zorder) {
        this.x = x;
        this.y = y;
        this.u = u;
        this.v = v;
        this.colors = colors;
        this.scale = scale;
        this.perUnit = perUnit;
        this.centred = centred;
        this.label = label;
        this.zorder = zorder;
    }

    @Override
    public void bounds(Bounds b) {
        b.x(x);
        b.y(y);
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < u.length; i++) {
            double m = Math.hypot(u[i], v[i]);
            if (Double.isFinite(m)) {
                sum += m;
                n++;
            }
        }
        if (n == 0 || sum == 0) {
            return;
        }
        double root = Math.max(10, Math.sqrt(n));
        double width = t.box().w();
        double points = perUnit != null ? width / perUnit : width / (1.8 * sum / n * root);
        double shaft = 0.06 * width / Math.clamp(Math.sqrt(n), 8, 25);
        Path2D.Double all = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (int i = 0; i < u.length; i++) {
            double px = t.x(x[i]);
            double py = t.y(y[i]);
            double length = Math.hypot(u[i], v[i]) * points;
            if (!t.box().grow(50).contains(px, py) || !Double.isFinite(length)) {
                continue;
            }
            double angle = Math.atan2(-v[i], u[i]);
            double reach = Math.min(length, 3000);
            double back = centred ? reach / 2 : 0;
            var arrow = arrow(px - back * Math.cos(angle), py - back * Math.sin(angle), angle, reach, shaft);
            if (colors.length == 1) {
                all.append(arrow, false);
            } else {
                canvas.shape(arrow, colors[i], Pen.NONE);
            }
        }
        if (colors.length == 1) {
            canvas.shape(all, colors[0], Pen.NONE);
        }
    }

    /** An arrow as one outline; short ones shrink as a whole. */
    private static Path2D.Double arrow(double px, double py, double angle, double length, double width) {
        double shaft = width;
        double head = 5 * width;
        if (length < head * 1.2) {
            double shrink = Math.max(length / (head * 1.2), 0.05);
            shaft *= shrink;
            head *= shrink;
        }
        double neck = length - 0.9 * head;
        double back = length - head;
        double half = shaft / 2;
        double[] along = {0, neck, back, length, back, neck, 0};
        double[] across = {half, half, 3 * half, 0, -3 * half, -half, -half};
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        var path = new Path2D.Double();
        for (int k = 0; k < along.length; k++) {
            double a = px + along[k] * cos - across[k] * sin;
            double b = py + along[k] * sin + across[k] * cos;
            if (k == 0) {
                path.moveTo(a, b);
            } else {
                path.lineTo(a, b);
            }
        }
        path.closePath();
        return path;
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
    public Handle handle() {
        return Handle.line(label, Pen.solid(colors.length == 0 ? 0 : colors[0], 1.5));
    }

    @Override
    public String describe() {
        return "Field of " + x.length + " arrows.";
    }
}
