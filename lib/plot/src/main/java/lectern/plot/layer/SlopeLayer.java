package lectern.plot.layer;

import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** The line {@code y = y₀ + slope·(x − x₀)} across the whole box, bent where an axis is not linear. */
public final class SlopeLayer implements Layer {
    private static final int POINTS = 200;
    private static final double FAR = 2000;

    private final double x;
    private final double y;
    private final double slope;
    private final Pen pen;
    private final String label;
    private final double zorder;

    public SlopeLayer(double x, double y, double slope, Pen pen, String label, double zorder) {
        this.x = x;
        this.y = y;
        this.slope = slope;
        this.pen = pen;
        this.label = label;
        this.zorder = zorder;
    }

    @Override
    public void bounds(Bounds b) {
        b.point(x, y);
    }

    private void follow(Transform t, Occupied places) {
        Box box = t.box();
        for (int i = 0; i < POINTS; i++) {
            double px = box.x() + box.w() * i / (POINTS - 1);
            places.add(px, t.y(y + slope * (t.dataX(px) - x)));
        }
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        if (t.linear()) {
            straight(canvas, t);
            return;
        }
        var px = new double[POINTS];
        var py = new double[POINTS];
        int[] n = {0};
        Box far = t.box().grow(FAR);
        follow(t, (a, b) -> {
            px[n[0]] = a;
            py[n[0]++] = Math.clamp(b, far.y(), far.bottom());
        });
        canvas.polyline(px, py, POINTS, pen);
    }

    /** From rim to rim; a steep line ends where it leaves the surroundings of the box. */
    private void straight(Canvas canvas, Transform t) {
        Box far = t.box().grow(FAR);
        double x0 = t.box().x();
        double x1 = t.box().right();
        double y0 = t.y(y + slope * (t.dataX(x0) - x));
        double y1 = t.y(y + slope * (t.dataX(x1) - x));
        double rise = y1 - y0;
        double first = rise == 0 ? 0 : (far.y() - y0) / rise;
        double last = rise == 0 ? 1 : (far.bottom() - y0) / rise;
        double from = Math.max(0, Math.min(first, last));
        double to = Math.min(1, Math.max(first, last));
        if (Double.isFinite(rise) && from < to) {
            canvas.polyline(
                    new double[] {x0 + from * (x1 - x0), x0 + to * (x1 - x0)},
                    new double[] {y0 + from * rise, y0 + to * rise},
                    2,
                    pen);
        }
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public Handle handle() {
        return Handle.line(label, pen);
    }

    @Override
    public void occupy(Transform t, Occupied places) {
        follow(t, places);
    }

    @Override
    public String describe() {
        return "Line" + (label.isEmpty() ? "" : " \"" + Label.plain(label) + "\"") + " of slope " + Ticks.plain(slope)
                + " through (" + Ticks.plain(x) + ", " + Ticks.plain(y) + ").";
    }
}
