package lectern.plot.layer;

import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Polyline;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** A line through points, with marks where asked. Long lines are thinned to what the paper can show. */
public final class LineLayer implements Layer {
    private final double[] x;
    private final double[] y;
    private final String label;
    private final Pen pen;
    private final Marker marker;
    private final double size;
    private final int markColor;
    private final Pen markEdge;
    private final int every;
    private final double zorder;
    private final Bounds extent = new Bounds();
    private final int count;
    private Pen bar = Pen.NONE;
    private double cap;
    private Steps steps = Steps.NONE;
    private boolean silent;
    private String sentence;

    public LineLayer(double[] x, double[] y, String label, Pen pen, Style style, Theme theme, int color) {
        this(x, y, label, pen, style.marks().marker(), style, theme, color);
    }

    /** As above with a marker of its own; null for none. */
    public LineLayer(
            double[] x, double[] y, String label, Pen pen, Marker marker, Style style, Theme theme, int color) {
        Numbers.sameLength("A line", x, y);
        this.x = x;
        this.y = y;
        this.label = label;
        this.pen = pen;
        this.marker = marker;
        this.size = style.sizeOr(6);
        this.markColor = style.marks().hollow() ? 0 : color;
        this.markEdge = marker == null
                ? Pen.NONE
                : style.fill().edgeColor() != null
                        ? Pen.solid(
                                style.edgeOr(theme, color),
                                style.fill().edgeWidth() == null
                                        ? 1
                                        : style.fill().edgeWidth())
                        : marker.filled() && !style.marks().hollow()
                                ? Pen.NONE
                                : Pen.solid(
                                        color,
                                        style.fill().edgeWidth() == null
                                                ? 1.2
                                                : style.fill().edgeWidth());
        this.every = style.marks().every();
        this.zorder = style.zorderOr(2);
        this.count = extent.points(x, y);
    }

    /** Says nothing of itself: a part of something else that does. */
    public LineLayer silent() {
        silent = true;
        return this;
    }

    /** Describes itself in this sentence instead of as a line of points. */
    public LineLayer said(String sentence) {
        this.sentence = sentence;
        return this;
    }

    /** As {@link #said}: what the line shows of how many values. */
    public LineLayer named(String what, int values) {
        return said(what + (label.isEmpty() ? "" : " \"" + Label.plain(label) + "\"") + " of " + values
                + " values, from " + Ticks.plain(extent.xlo) + " to " + Ticks.plain(extent.xhi) + ".");
    }

    /** Joins the points by steps. */
    public LineLayer stepped(Steps steps) {
        this.steps = steps;
        return this;
    }

    /** Shows an upright error bar in the legend's sample. */
    public void sampleBar(Pen pen, double halfCap) {
        bar = pen;
        cap = halfCap;
    }

    /** True without steps and without marks left out. */
    public boolean isPlain() {
        return steps == Steps.NONE && every == 1;
    }

    /** The points, x and y. */
    public double[][] points() {
        return new double[][] {x.clone(), y.clone()};
    }

    @Override
    public void bounds(Bounds b) {
        b.add(extent, true);
        b.add(extent, false);
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        if (pen.visible()) {
            double[][] corners = steps.corners(x, y);
            var path = Polyline.of(t, corners[0], corners[1]);
            canvas.polyline(path.x(), path.y(), path.n(), pen);
        }
        if (marker != null) {
            int n = (x.length + every - 1) / every;
            var px = new double[n];
            var py = new double[n];
            Box box = t.box().grow(size);
            for (int i = 0; i < n; i++) {
                px[i] = t.x(x[i * every]);
                py[i] = t.y(y[i * every]);
                if (!box.contains(px[i], py[i])) {
                    px[i] = Double.NaN;
                }
            }
            canvas.marks(new Canvas.Marks(marker, px, py, size, null, markColor, null, markEdge));
        }
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public Handle handle() {
        return Handle.mark(label, pen, marker, size, markColor, markEdge).withBar(bar, cap);
    }

    @Override
    public void occupy(Transform t, Occupied places) {
        int stride = Math.max(1, x.length / 2000);
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < x.length; i += stride) {
            double px = t.x(x[i]);
            double py = t.y(y[i]);
            double far = Math.hypot(px - lastX, py - lastY);
            int steps = pen.visible() && far > 6 ? (int) Math.min(100, far / 6) : 0;
            for (int k = 1; k < steps; k++) {
                places.add(lastX + (px - lastX) * k / steps, lastY + (py - lastY) * k / steps);
            }
            places.add(px, py);
            lastX = px;
            lastY = py;
        }
    }

    @Override
    public String describe() {
        if (silent || sentence != null) {
            return silent ? "" : sentence;
        }
        String name = label.isEmpty() || label.startsWith("_") ? "" : " \"" + Label.plain(label) + "\"";
        if (count == 0) {
            return "Line" + name + " without points.";
        }
        return (pen.visible() ? "Line" : "Marks") + name + " of " + count + " points, values from "
                + Ticks.apart(extent.ylo, extent.yhi - extent.ylo)
                + " to " + Ticks.apart(extent.yhi, extent.yhi - extent.ylo) + ".";
    }
}
