package lectern.plot.canvas;

import java.awt.Shape;
import java.awt.geom.Rectangle2D;

/** Strokes over an area, so that areas differ without colour: {@code / \ | - + x .}, doubled for a denser pattern. */
public final class Hatch {
    private Hatch() {}

    public static void paint(Canvas canvas, Shape area, String pattern, int color) {
        if (pattern == null || pattern.isEmpty()) {
            return;
        }
        Rectangle2D b = area.getBounds2D();
        if (b.isEmpty() || b.getWidth() > 5000 || b.getHeight() > 5000) {
            return;
        }
        double step = 9.0 / Math.min(pattern.length(), 4);
        var pen = Pen.solid(color, 0.7);
        canvas.push(area);
        char kind = pattern.charAt(0);
        if (kind == '/' || kind == 'x') {
            slanted(canvas, b, step * 1.3, 1, pen);
        }
        if (kind == '\\' || kind == 'x') {
            slanted(canvas, b, step * 1.3, -1, pen);
        }
        if (kind == '-' || kind == '+') {
            for (double y = Math.ceil(b.getMinY() / step) * step; y < b.getMaxY(); y += step) {
                canvas.polyline(new double[] {b.getMinX(), b.getMaxX()}, new double[] {y, y}, 2, pen);
            }
        }
        if (kind == '|' || kind == '+') {
            for (double x = Math.ceil(b.getMinX() / step) * step; x < b.getMaxX(); x += step) {
                canvas.polyline(new double[] {x, x}, new double[] {b.getMinY(), b.getMaxY()}, 2, pen);
            }
        }
        if (kind == '.' || kind == 'o') {
            for (double y = Math.ceil(b.getMinY() / step) * step; y < b.getMaxY(); y += step) {
                for (double x = Math.ceil(b.getMinX() / step) * step; x < b.getMaxX(); x += step) {
                    canvas.rect(x - 0.6, y - 0.6, 1.2, 1.2, color, Pen.NONE);
                }
            }
        }
        canvas.pop();
    }

    private static void slanted(Canvas canvas, Rectangle2D b, double step, int direction, Pen pen) {
        double reach = b.getHeight();
        double start = Math.floor((b.getMinX() - reach) / step) * step;
        int n = (int) Math.ceil((b.getMaxX() + reach - start) / step);
        var x = new double[3 * n];
        var y = new double[3 * n];
        for (int i = 0; i < n; i++) {
            double foot = start + i * step;
            x[3 * i] = foot;
            y[3 * i] = direction > 0 ? b.getMaxY() : b.getMinY();
            x[3 * i + 1] = foot + reach;
            y[3 * i + 1] = direction > 0 ? b.getMinY() : b.getMaxY();
            x[3 * i + 2] = Double.NaN;
            y[3 * i + 2] = Double.NaN;
        }
        canvas.polyline(x, y, x.length, pen);
    }
}
