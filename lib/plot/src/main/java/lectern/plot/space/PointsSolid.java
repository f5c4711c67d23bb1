package lectern.plot.space;

import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.ColorScale;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;

/** Points in space as a line, as marks, or as the beginnings of arrows. */
public final class PointsSolid implements Solid {
    private final double[] x;
    private final double[] y;
    private final double[] z;
    private final double[][] arrows;
    private final Pen pen;
    private final Marker marker;
    private final double[] sizes;
    private final int[] colors;
    private final Pen edge;
    private final ColorScale scale;
    private final String label;
    private final boolean depth;

    /** A line where the pen is visible, marks where there is a marker; arrows by (dx, dy, dz) where these are given. */
    public PointsSolid(
            double[] x,
            double[] y,
            double[] z,
            double[][] arrows,
            Pen pen,
            Marker marker,
            double[] sizes,
            int[] colors,
            Pen edge,
            ColorScale scale,
            String label,
            boolean depth) {
        Numbers.sameLength("Points in space (x, y)", x, y);
        Numbers.sameLength("Points in space (x, z)", x, z);
        this.x = x;
        this.y = y;
        this.z = z;
        this.arrows = arrows;
        this.pen = pen;
        this.marker = marker;
        this.sizes = sizes;
        this.colors = colors;
        this.edge = edge;
        this.scale = scale;
        this.label = label;
        this.depth = depth;
    }

    @Override
    public void extent(double[] lo, double[] hi) {
        Solid.widen(lo, hi, 0, x);
        Solid.widen(lo, hi, 1, y);
        Solid.widen(lo, hi, 2, z);
        if (arrows != null) {
            for (int i = 0; i < x.length; i++) {
                Solid.widen(lo, hi, 0, x[i] + arrows[0][i]);
                Solid.widen(lo, hi, 1, y[i] + arrows[1][i]);
                Solid.widen(lo, hi, 2, z[i] + arrows[2][i]);
            }
        }
    }

    @Override
    public void build(Scene scene, Space space, Theme theme) {
        double[] last = null;
        for (int i = 0; i < x.length; i++) {
            double[] p = space.project(x[i], y[i], z[i]);
            int color = colors[i % colors.length];
            if (Double.isNaN(p[0] + p[1])) {
                last = null;
                continue;
            }
            if (arrows != null) {
                double[] q = space.project(x[i] + arrows[0][i], y[i] + arrows[1][i], z[i] + arrows[2][i]);
                scene.arrow(p, q, color, pen.width());
                continue;
            }
            if (pen.visible() && last != null) {
                scene.stroke(last, p, pen);
            }
            if (marker != null) {
                double fade = depth ? Math.clamp(0.75 + 0.35 * p[2], 0.35, 1) : 1;
                scene.mark(
                        marker,
                        p,
                        sizes[i % sizes.length],
                        marker.filled() ? Colors.fade(color, fade) : 0,
                        marker.filled() ? edge : Pen.solid(Colors.fade(color, fade), 1.2));
            }
            last = p;
        }
    }

    @Override
    public ColorScale colorScale() {
        return scale;
    }

    @Override
    public Handle handle() {
        int sample = colors.length == 0 ? 0 : colors[colors.length / 2];
        return arrows != null
                ? Handle.line(label, Pen.solid(sample, pen.width()))
                : Handle.mark(label, pen, marker, sizes.length == 0 ? 6 : sizes[0], sample, edge);
    }

    @Override
    public String describe() {
        String what = arrows != null ? "Arrows at " : pen.visible() ? "Line through " : "Scatter of ";
        return what + x.length + " points in space" + (label.isEmpty() ? "." : " \"" + Label.plain(label) + "\".");
    }
}
