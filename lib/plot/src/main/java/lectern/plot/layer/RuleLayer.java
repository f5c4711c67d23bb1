package lectern.plot.layer;

import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** A line or a strip across the whole box at a value of one axis. */
public final class RuleLayer implements Layer {
    private final double from;
    private final double to;
    private final boolean upright;
    private final Pen pen;
    private final int fill;
    private final String label;
    private final double zorder;

    /** A strip between two values when they differ, a line otherwise; upright for values of the horizontal axis. */
    public RuleLayer(double from, double to, boolean upright, Pen pen, int fill, String label, double zorder) {
        this.from = from;
        this.to = to;
        this.upright = upright;
        this.pen = pen;
        this.fill = fill;
        this.label = label;
        this.zorder = zorder;
    }

    @Override
    public void bounds(Bounds b) {
        if (upright) {
            b.x(from, to);
        } else {
            b.y(from, to);
        }
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        Box box = t.box();
        double a = upright ? t.edgeX(from) : t.edgeY(from);
        double z = upright ? t.edgeX(to) : t.edgeY(to);
        if (Double.isNaN(a) || Double.isNaN(z)) {
            return;
        }
        if (from != to) {
            a = Math.clamp(a, -1e4, 1e4);
            z = Math.clamp(z, -1e4, 1e4);
            canvas.rect(
                    upright ? Math.min(a, z) : box.x(),
                    upright ? box.y() : Math.min(a, z),
                    upright ? Math.abs(z - a) : box.w(),
                    upright ? box.h() : Math.abs(z - a),
                    fill,
                    pen);
        } else if (upright) {
            canvas.polyline(new double[] {a, a}, new double[] {box.bottom(), box.y()}, 2, pen);
        } else {
            canvas.polyline(new double[] {box.x(), box.right()}, new double[] {a, a}, 2, pen);
        }
    }

    @Override
    public void occupy(Transform t, Occupied places) {
        double at = upright ? t.edgeX(from) : t.edgeY(from);
        if (from != to || Double.isNaN(at)) {
            return;
        }
        Box box = t.box();
        for (int k = 0; k <= 40; k++) {
            places.add(upright ? at : box.x() + box.w() * k / 40, upright ? box.y() + box.h() * k / 40 : at);
        }
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public Handle handle() {
        return from != to ? Handle.patch(label, fill, pen, "") : Handle.line(label, pen);
    }

    @Override
    public String describe() {
        return label.isEmpty() ? "" : "Rule \"" + Label.plain(label) + "\" at " + Ticks.plain(from) + ".";
    }
}
