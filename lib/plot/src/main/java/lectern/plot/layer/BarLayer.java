package lectern.plot.layer;

import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Hatch;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** Rectangles between two values on each axis: bars, columns, histograms. */
public final class BarLayer implements Layer {
    private final double[] x0;
    private final double[] x1;
    private final double[] y0;
    private final double[] y1;
    private final int[] fills;
    private final Pen edge;
    private final String hatch;
    private final String label;
    private final String what;
    private final boolean horizontal;
    private final double zorder;
    private final boolean floating;

    /**
     * Bars between places on one axis and from values to values on the other, upright or from left to right.
     *
     * @param floating bars that stand on others: their feet are not where the axis should end
     */
    public static BarLayer standing(
            String what,
            double[][] places,
            double[][] values,
            boolean horizontal,
            int[] fills,
            Pen edge,
            String hatch,
            String label,
            double zorder,
            boolean floating) {
        double[][] x = horizontal ? values : places;
        double[][] y = horizontal ? places : values;
        return new BarLayer(what, x[0], x[1], y[0], y[1], horizontal, fills, edge, hatch, label, zorder, floating);
    }

    /** Bars that end the axis at their feet. */
    public BarLayer(
            String what,
            double[] x0,
            double[] x1,
            double[] y0,
            double[] y1,
            boolean horizontal,
            int[] fills,
            Pen edge,
            String hatch,
            String label,
            double zorder) {
        this(what, x0, x1, y0, y1, horizontal, fills, edge, hatch, label, zorder, false);
    }

    private BarLayer(
            String what,
            double[] x0,
            double[] x1,
            double[] y0,
            double[] y1,
            boolean horizontal,
            int[] fills,
            Pen edge,
            String hatch,
            String label,
            double zorder,
            boolean floating) {
        this.floating = floating;
        this.what = what;
        this.x0 = x0;
        this.x1 = x1;
        this.y0 = y0;
        this.y1 = y1;
        this.horizontal = horizontal;
        this.fills = fills;
        this.edge = edge;
        this.hatch = hatch;
        this.label = label;
        this.zorder = zorder;
    }

    @Override
    public void bounds(Bounds b) {
        for (int i = 0; i < x0.length; i++) {
            if (Double.isFinite(x0[i] + x1[i]) && Double.isFinite(y0[i] + y1[i])) {
                b.point(x0[i], y0[i]);
                b.point(x1[i], y1[i]);
                if (horizontal && !floating) {
                    b.stickyX(x0[i], x0[i]);
                } else if (!floating) {
                    b.stickyY(y0[i], y0[i]);
                }
            }
        }
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        for (int i = 0; i < x0.length; i++) {
            double l = bound(t.edgeX(x0[i]));
            double r = bound(t.edgeX(x1[i]));
            double b = bound(t.edgeY(y0[i]));
            double a = bound(t.edgeY(y1[i]));
            if (Double.isNaN(l + r + a + b)) {
                continue;
            }
            double x = Math.min(l, r);
            double y = Math.min(a, b);
            double w = Math.abs(r - l);
            double h = Math.abs(b - a);
            if (w * h == 0 && !edge.visible()) {
                continue;
            }
            canvas.rect(x, y, w, h, fills[i % fills.length], edge);
            // Strokes within hairlines are not seen, but thousands of them make a document large.
            if (w > 2 && h > 2) {
                Hatch.paint(canvas, new Box(x, y, w, h).rectangle(), hatch, theme.ink());
            }
        }
    }

    private static double bound(double v) {
        return Math.clamp(v, -5000, 10_000);
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public Handle handle() {
        return Handle.patch(label, fills.length == 0 ? 0 : fills[0], edge, hatch);
    }

    @Override
    public void occupy(Transform t, Occupied places) {
        for (int i = 0; i < x0.length; i++) {
            double l = t.edgeX(x0[i]);
            double r = t.edgeX(x1[i]);
            double b = t.edgeY(y0[i]);
            double a = t.edgeY(y1[i]);
            int nx = (int) Math.clamp(Math.abs(r - l) / 12, 1, 60);
            int ny = (int) Math.clamp(Math.abs(a - b) / 12, 1, 60);
            for (int u = 0; u <= nx; u++) {
                for (int v = 0; v <= ny; v++) {
                    places.add(l + (r - l) * u / nx, b + (a - b) * v / ny);
                }
            }
        }
    }

    private int count() {
        int n = 0;
        for (int i = 0; i < x0.length; i++) {
            n += Double.isFinite(x0[i] + x1[i]) && Double.isFinite(y0[i] + y1[i]) ? 1 : 0;
        }
        return n;
    }

    @Override
    public String describe() {
        return what + (label.isEmpty() ? "" : " \"" + Label.plain(label) + "\"") + " of " + count() + " bars.";
    }
}
