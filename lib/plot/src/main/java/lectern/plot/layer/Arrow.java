package lectern.plot.layer;

import java.awt.geom.Path2D;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Pen;

/** Arrows on the page. */
public final class Arrow {
    private Arrow() {}

    /** A straight arrow that begins at the rim of a box (null for none) and ends with a filled head. */
    public static void paint(
            Canvas canvas, double x0, double y0, double x1, double y1, Box from, int color, double width, double head) {
        if (!Double.isFinite(x0 + y0 + x1 + y1) || Math.abs(x1) > 1e5 || Math.abs(y1) > 1e5) {
            return;
        }
        double dx = x1 - x0;
        double dy = y1 - y0;
        double length = Math.hypot(dx, dy);
        if (length < 1e-9) {
            return;
        }
        double start = 0;
        if (from != null) {
            double tx = dx == 0 ? 1 : ((dx > 0 ? from.right() : from.x()) - x0) / dx;
            double ty = dy == 0 ? 1 : ((dy > 0 ? from.bottom() : from.y()) - y0) / dy;
            start = Math.min(Math.min(tx, ty), 1);
        }
        double ux = dx / length;
        double uy = dy / length;
        double h = Math.min(head, length);
        double bx = x1 - ux * h;
        double by = y1 - uy * h;
        canvas.polyline(
                new double[] {x0 + start * dx, bx}, new double[] {y0 + start * dy, by}, 2, Pen.solid(color, width));
        canvas.shape(head(x1, y1, ux, uy, h, 0.4 * h), color, Pen.NONE);
    }

    /** A triangle with its tip at (x, y), pointing along (ux, uy). */
    static Path2D.Double head(double x, double y, double ux, double uy, double length, double half) {
        var path = new Path2D.Double();
        path.moveTo(x, y);
        path.lineTo(x - ux * length - uy * half, y - uy * length + ux * half);
        path.lineTo(x - ux * length + uy * half, y - uy * length - ux * half);
        path.closePath();
        return path;
    }
}
