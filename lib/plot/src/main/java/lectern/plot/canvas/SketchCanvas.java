package lectern.plot.canvas;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/**
 * Draws on another canvas as if by hand: everything straight is slightly bent, every letter is written anew.
 *
 * <p>The page is warped by a smooth field, so that what touches still touches; each stroke adds an unsteadiness of its
 * own. The same figure always looks the same.
 */
public final class SketchCanvas implements Canvas {
    private static final double STEP = 3;
    private static final int MOST_MARKS = 300;
    private static final int MOST_STEPS = 200;

    private final Canvas paper;

    public SketchCanvas(Canvas paper) {
        this.paper = paper;
    }

    /** How far the hand strays to the right at a place, for a stroke with its own phase. */
    private static double strayX(double x, double y, double phase) {
        return 0.8 * Math.sin(y / 11.3 + 1.7 * Math.sin(x / 37)) + 0.45 * Math.sin((x + 2 * y) / 13 + phase);
    }

    private static double strayY(double x, double y, double phase) {
        return 0.8 * Math.sin(x / 12.7 + 1.3 * Math.sin(y / 41) + 2) + 0.45 * Math.sin((2 * x - y) / 14 + 1.7 * phase);
    }

    /** The path as a hand would draw it: the same corners, joined by unsteady strokes. */
    static Path2D.Double byHand(Shape shape, double phase) {
        PathIterator it = shape.getPathIterator(null, 0.2);
        var out = new Path2D.Double(it.getWindingRule());
        var c = new double[6];
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        for (; !it.isDone(); it.next()) {
            int type = it.currentSegment(c);
            if (type == PathIterator.SEG_MOVETO) {
                x = c[0];
                y = c[1];
                startX = x;
                startY = y;
                out.moveTo(x + strayX(x, y, phase), y + strayY(x, y, phase));
                continue;
            }
            double tx = type == PathIterator.SEG_CLOSE ? startX : c[0];
            double ty = type == PathIterator.SEG_CLOSE ? startY : c[1];
            int steps = (int) Math.clamp(Math.hypot(tx - x, ty - y) / STEP, 1, MOST_STEPS);
            for (int k = 1; k <= steps; k++) {
                double px = x + (tx - x) * k / steps;
                double py = y + (ty - y) * k / steps;
                out.lineTo(px + strayX(px, py, phase), py + strayY(px, py, phase));
            }
            x = tx;
            y = ty;
            if (type == PathIterator.SEG_CLOSE) {
                out.closePath();
            }
        }
        return out;
    }

    private static double phase(double x, double y) {
        double phase = 0.37 * x + 0.73 * y;
        return Double.isFinite(phase) ? phase : 0;
    }

    private static Pen round(Pen pen) {
        return pen.visible() ? new Pen(pen.color(), 1.1 * pen.width(), pen.dash(), true) : pen;
    }

    @Override
    public void push(Shape clip) {
        paper.push(clip == null ? null : byHand(clip, 0));
    }

    @Override
    public void pop() {
        paper.pop();
    }

    @Override
    public void title(String text) {
        paper.title(text);
    }

    @Override
    public void polyline(double[] x, double[] y, int n, Pen pen) {
        if (n > 0 && pen.visible()) {
            var line = byHand(PixelCanvas.line(x, y, n), phase(x[0], y[0]));
            paper.shape(line, 0, round(pen));
        }
    }

    @Override
    public void shape(Shape shape, int fill, Pen pen) {
        var bounds = shape.getBounds2D();
        double phase = pen.visible() ? phase(bounds.getX(), bounds.getMaxY()) : 0;
        paper.shape(byHand(shape, phase), fill, round(pen));
    }

    @Override
    public void rect(double x, double y, double w, double h, int fill, Pen pen) {
        shape(new Box(Math.min(x, x + w), Math.min(y, y + h), Math.abs(w), Math.abs(h)).rectangle(), fill, pen);
    }

    @Override
    public void marks(Marks m) {
        if (m.x().length > MOST_MARKS) {
            paper.marks(m);
            return;
        }
        for (int i = 0; i < m.x().length; i++) {
            if (m.visible(i)) {
                var pen = m.marker().filled() || m.fills() == null
                        ? m.edge()
                        : m.edge().withColor(m.fills()[i]);
                paper.shape(
                        byHand(m.marker().at(m.x()[i], m.y()[i], m.sizeOf(i)), phase(m.x()[i], m.y()[i])),
                        m.marker().filled() ? m.fillOf(i) : 0,
                        round(pen));
            }
        }
    }

    /** The text is drawn letter by letter; an invisible one lies below, to be selected and searched. */
    @Override
    public void text(String text, double x, double y, double size, int color, double anchor, double angle) {
        paper.text(text, x, y, size, color & 0xffffff, anchor, angle);
        var place = AffineTransform.getTranslateInstance(x + strayX(x, y, 0), y + strayY(x, y, 0));
        place.rotate(Math.toRadians(-angle));
        place.translate(-anchor * Fonts.width(text, size), 0);
        var hand = Handwriting.write(text, size);
        paper.shape(place.createTransformedShape(hand.strokes()), 0, new Pen(color, 0.09 * size, null, true));
        if (hand.filled() != null) {
            paper.shape(place.createTransformedShape(hand.filled()), color, Pen.NONE);
        }
    }

    @Override
    public void image(Raster raster, double x, double y, double w, double h, boolean smooth) {
        paper.image(raster, x, y, w, h, smooth);
    }
}
