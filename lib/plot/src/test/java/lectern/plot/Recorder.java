package lectern.plot;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Fonts;
import lectern.plot.canvas.Pen;
import lectern.plot.canvas.Raster;

/** A page that only remembers what lies outside of it, and how many marks it got. */
final class Recorder implements Canvas {
    private static final double SLACK = 2;

    private final Box page;
    private final Deque<Box> clips = new ArrayDeque<>();
    private boolean sheet;
    final List<String> outside = new ArrayList<>();
    int marks;

    private Recorder(Box page) {
        this.page = page.grow(SLACK);
    }

    /** What a figure puts on its page. */
    static Recorder of(Figure figure) {
        synchronized (figure) {
            var laid = new Page(figure);
            var recorder = new Recorder(laid.extent());
            laid.paint(recorder);
            return recorder;
        }
    }

    private void see(String what, Box box) {
        Box seen = box;
        for (Box clip : clips) {
            seen = cut(seen, clip);
        }
        boolean empty = seen == null || !Double.isFinite(seen.x() + seen.y() + seen.w() + seen.h());
        if (!empty
                && (seen.x() < page.x()
                        || seen.y() < page.y()
                        || seen.right() > page.right()
                        || seen.bottom() > page.bottom())) {
            outside.add(what + " at " + seen + " outside " + page);
        }
    }

    private static Box cut(Box a, Box b) {
        if (a == null || !a.meets(b.grow(1e-9))) {
            return null;
        }
        double x = Math.max(a.x(), b.x());
        double y = Math.max(a.y(), b.y());
        return new Box(x, y, Math.min(a.right(), b.right()) - x, Math.min(a.bottom(), b.bottom()) - y);
    }

    private static Box box(Rectangle2D r) {
        return new Box(r.getX(), r.getY(), r.getWidth(), r.getHeight());
    }

    @Override
    public void push(Shape clip) {
        clips.push(clip == null ? page.grow(1e6) : box(new Area(clip).getBounds2D()));
    }

    @Override
    public void pop() {
        clips.pop();
    }

    @Override
    public void polyline(double[] x, double[] y, int n, Pen pen) {
        if (pen.visible()) {
            Box all = null;
            for (int i = 0; i < n; i++) {
                if (!Double.isNaN(x[i] + y[i])) {
                    all = Box.union(all, new Box(x[i], y[i], 0, 0));
                }
            }
            see("line", all);
        }
    }

    @Override
    public void shape(Shape shape, int fill, Pen pen) {
        if (fill >>> 24 != 0 || pen.visible()) {
            see("shape", box(shape.getBounds2D()));
        }
    }

    @Override
    public void rect(double x, double y, double w, double h, int fill, Pen pen) {
        if (sheet) {
            see("rectangle", new Box(x, y, w, h));
        }
        sheet = true;
    }

    @Override
    public void marks(Marks m) {
        for (int i = 0; i < m.x().length; i++) {
            if (!Double.isNaN(m.x()[i]) && !Double.isNaN(m.y()[i])) {
                marks++;
                see("mark", new Box(m.x()[i], m.y()[i], 0, 0));
            }
        }
    }

    @Override
    public void text(String text, double x, double y, double size, int color, double anchor, double angle) {
        double w = Fonts.width(text, size);
        see("text \"" + text + "\"", new Box(x - anchor * w, y - 0.6 * size, w, 0.6 * size).turned(x, y, angle));
    }

    @Override
    public void image(Raster raster, double x, double y, double w, double h, boolean smooth) {
        see("image", new Box(x, y, w, h));
    }
}
