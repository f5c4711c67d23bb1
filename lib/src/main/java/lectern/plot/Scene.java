package lectern.plot;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Faces, strokes, marks and texts of spatial axes, drawn from the farthest to the nearest. */
final class Scene {
    /** One thing to draw, with its nearness to the viewer. */
    private record Item(double near, Runnable drawing) {}

    private final Canvas canvas;
    private final List<Item> items = new ArrayList<>();

    Scene(Canvas canvas) {
        this.canvas = canvas;
    }

    /** A filled polygon; opaque ones without a rim grow by a hair so that no seams show. */
    void face(double[] x, double[] y, double near, int fill, Pen pen) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i] + y[i])) {
                return;
            }
        }
        boolean grown = !pen.visible() && fill >>> 24 == 255;
        items.add(new Item(near, () -> canvas.shape(polygon(x, y, grown ? 0.2 : 0), fill, pen)));
    }

    private static Path2D.Double polygon(double[] x, double[] y, double grow) {
        double cx = 0;
        double cy = 0;
        for (int i = 0; i < x.length; i++) {
            cx += x[i] / x.length;
            cy += y[i] / x.length;
        }
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, x.length + 2);
        for (int i = 0; i < x.length; i++) {
            double d = Math.hypot(x[i] - cx, y[i] - cy);
            double f = d > 0 ? 1 + grow / d : 1;
            double px = Math.rint(10 * (cx + f * (x[i] - cx))) / 10;
            double py = Math.rint(10 * (cy + f * (y[i] - cy))) / 10;
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        return path;
    }

    /** A stroke between two projected points. */
    void stroke(double[] p, double[] q, Pen pen) {
        if (Double.isFinite(p[0] + p[1] + q[0] + q[1])) {
            items.add(new Item((p[2] + q[2]) / 2 + 1e-3,
                    () -> canvas.polyline(new double[] {p[0], q[0]}, new double[] {p[1], q[1]}, 2, pen)));
        }
    }

    /** A line through projected points, as nearness of its middle point says. */
    void line(double[] x, double[] y, double near, Pen pen) {
        items.add(new Item(near, () -> canvas.polyline(x, y, x.length, pen)));
    }

    void shape(java.awt.Shape shape, double near, int fill) {
        items.add(new Item(near, () -> canvas.shape(shape, fill, Pen.NONE)));
    }

    void mark(Marker marker, double[] p, double size, int fill, Pen edge) {
        if (Double.isFinite(p[0] + p[1])) {
            items.add(new Item(p[2] + 2e-3,
                    () -> canvas.marks(new Canvas.Marks(marker, new double[] {p[0]}, new double[] {p[1]}, size, null,
                    fill, null, edge))));
        }
    }

    void arrow(double[] p, double[] q, int color, double width) {
        items.add(new Item((p[2] + q[2]) / 2 + 3e-3, () -> Arrow.paint(canvas, p[0], p[1], q[0], q[1], null, color,
                width, 5 + 2 * width)));
    }

    void text(String text, double[] p, double size, int color) {
        items.add(new Item(1e6, () -> Label.of(text, size).draw(canvas, p[0], p[1], color, 0.5, 0.5, 0)));
    }

    void draw() {
        items.sort(Comparator.comparingDouble(Item::near));
        items.forEach(item -> item.drawing.run());
    }
}
