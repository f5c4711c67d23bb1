package lectern.plot.chart;

import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.Layer;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** Short strokes at the lower or at the left rim of the box, one for each value. */
record RugLayer(double[] values, boolean left, Pen pen, double zorder) implements Layer {
    private static final double PART = 0.035;

    @Override
    public void bounds(Bounds b) {
        if (left) {
            b.y(values);
        } else {
            b.x(values);
        }
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        Box box = t.box();
        double length = PART * Math.min(box.w(), box.h());
        var x = new double[3 * values.length];
        var y = new double[x.length];
        for (int i = 0; i < values.length; i++) {
            double at = left ? t.y(values[i]) : t.x(values[i]);
            x[3 * i] = left ? box.x() : at;
            x[3 * i + 1] = left ? box.x() + length : at;
            y[3 * i] = left ? at : box.bottom();
            y[3 * i + 1] = left ? at : box.bottom() - length;
            x[3 * i + 2] = Double.NaN;
            y[3 * i + 2] = Double.NaN;
        }
        canvas.polyline(x, y, x.length, pen);
    }

    @Override
    public String describe() {
        return "Rug of " + values.length + " values.";
    }
}
