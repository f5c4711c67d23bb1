package lectern.plot.canvas;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** A rectangle on the page in points, y downwards. */
public record Box(double x, double y, double w, double h) {
    public double right() {
        return x + w;
    }

    public double bottom() {
        return y + h;
    }

    public double centerX() {
        return x + w / 2;
    }

    public double centerY() {
        return y + h / 2;
    }

    public boolean contains(double px, double py) {
        return px >= x && px <= x + w && py >= y && py <= y + h;
    }

    public boolean meets(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    public Box grow(double d) {
        return new Box(x - d, y - d, w + 2 * d, h + 2 * d);
    }

    /** The upright box around this one turned by degrees, counter-clockwise around a point. */
    public Box turned(double px, double py, double degrees) {
        var turn = AffineTransform.getRotateInstance(-Math.toRadians(degrees), px, py);
        Rectangle2D r = turn.createTransformedShape(rectangle()).getBounds2D();
        return degrees == 0 ? this : new Box(r.getX(), r.getY(), r.getWidth(), r.getHeight());
    }

    /** The smallest box around both; null stands for nothing. */
    public static Box union(Box a, Box b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        double x = Math.min(a.x, b.x);
        double y = Math.min(a.y, b.y);
        return new Box(x, y, Math.max(a.right(), b.right()) - x, Math.max(a.bottom(), b.bottom()) - y);
    }

    public Rectangle2D.Double rectangle() {
        return new Rectangle2D.Double(x, y, w, h);
    }
}
