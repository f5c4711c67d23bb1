package lectern.plot.space;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.Arrow;

/** Faces, strokes, marks and texts of spatial axes, drawn from the farthest to the nearest. */
public final class Scene {
    /** One thing to draw, with its nearness to the viewer: a face, or anything else within a box. */
    private record Item(double near, Mosaic.Face face, Box box, Runnable drawing) {}

    private final Canvas canvas;
    private final List<Item> items = new ArrayList<>();

    public Scene(Canvas canvas) {
        this.canvas = canvas;
    }

    /** A filled polygon. */
    void face(double[] x, double[] y, double near, int fill, Pen pen) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i] + y[i])) {
                return;
            }
        }
        items.add(new Item(near, Mosaic.Face.of(x, y, fill, pen), null, null));
    }

    private void add(double near, Box box, Runnable drawing) {
        items.add(new Item(near, null, box, drawing));
    }

    private static Box around(double[] p, double[] q, double rim) {
        return new Box(Math.min(p[0], q[0]), Math.min(p[1], q[1]), Math.abs(p[0] - q[0]), Math.abs(p[1] - q[1]))
                .grow(rim);
    }

    /** A stroke between two projected points. */
    void stroke(double[] p, double[] q, Pen pen) {
        if (Double.isFinite(p[0] + p[1] + q[0] + q[1])) {
            add(
                    (p[2] + q[2]) / 2 + 1e-3,
                    around(p, q, pen.width()),
                    () -> canvas.polyline(new double[] {p[0], q[0]}, new double[] {p[1], q[1]}, 2, pen));
        }
    }

    /** A line through projected points, as nearness of its middle point says. */
    void line(double[] x, double[] y, double near, Pen pen) {
        Box box = null;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(x[i] + y[i])) {
                box = Box.union(box, new Box(x[i], y[i], 0, 0));
            }
        }
        if (box != null) {
            add(near, box.grow(pen.width()), () -> canvas.polyline(x, y, x.length, pen));
        }
    }

    void shape(java.awt.Shape shape, double near, int fill) {
        var b = shape.getBounds2D();
        add(near, new Box(b.getX(), b.getY(), b.getWidth(), b.getHeight()), () -> canvas.shape(shape, fill, Pen.NONE));
    }

    void mark(Marker marker, double[] p, double size, int fill, Pen edge) {
        if (Double.isFinite(p[0] + p[1])) {
            add(
                    p[2] + 2e-3,
                    around(p, p, size),
                    () -> canvas.marks(new Canvas.Marks(
                            marker, new double[] {p[0]}, new double[] {p[1]}, size, null, fill, null, edge)));
        }
    }

    void arrow(double[] p, double[] q, int color, double width) {
        double head = 5 + 2 * width;
        add(
                (p[2] + q[2]) / 2 + 3e-3,
                Double.isFinite(p[0] + p[1] + q[0] + q[1]) ? around(p, q, head) : null,
                () -> Arrow.paint(canvas, p[0], p[1], q[0], q[1], null, color, width, head));
    }

    public void text(String text, double[] p, double size, int color) {
        add(1e6, null, () -> Label.of(text, size).draw(canvas, p[0], p[1], color, 0.5, 0.5, 0));
    }

    /** Draws everything; faces of one colour share a path where nothing between them hides any. */
    public void draw() {
        items.sort(Comparator.comparingDouble(Item::near));
        var mosaic = new Mosaic();
        for (Item item : items) {
            if (item.face != null) {
                mosaic.add(item.face);
            } else {
                mosaic.add(item.box, item.drawing);
            }
        }
        mosaic.draw(canvas);
    }
}
