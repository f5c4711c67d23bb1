package lectern.plot.canvas;

import java.awt.GradientPaint;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * Colours that run from one point to another, drawn as narrow strips because a canvas fills with one colour at a
 * time.
 */
final class GradientStrips {
    private static final int STRIPS = 64;

    private final Point2D from;
    private final Point2D to;
    private final float[] fractions;
    private final int[] colors;

    private GradientStrips(Point2D from, Point2D to, float[] fractions, int... colors) {
        this.from = from;
        this.to = to;
        this.fractions = fractions;
        this.colors = colors;
    }

    /** The strips of a paint, or null when it is none that runs along a line. */
    static GradientStrips of(Paint paint) {
        var strips = switch (paint) {
            case LinearGradientPaint p ->
                new GradientStrips(
                        p.getStartPoint(),
                        p.getEndPoint(),
                        p.getFractions(),
                        java.util.Arrays.stream(p.getColors())
                                .mapToInt(java.awt.Color::getRGB)
                                .toArray());
            case GradientPaint p ->
                new GradientStrips(
                        p.getPoint1(),
                        p.getPoint2(),
                        new float[] {0, 1},
                        p.getColor1().getRGB(),
                        p.getColor2().getRGB());
            case null, default -> null;
        };
        return strips == null || strips.from.distance(strips.to) == 0 ? null : strips;
    }

    /** Fills a shape; both it and the paint are in the units of the transform. */
    void fill(Canvas canvas, Shape shape, AffineTransform transform) {
        double dx = to.getX() - from.getX();
        double dy = to.getY() - from.getY();
        Rectangle bounds = shape.getBounds();
        double reach = 2
                * (Math.hypot(bounds.width, bounds.height) + from.distance(bounds.getCenterX(), bounds.getCenterY()))
                / Math.hypot(dx, dy);
        canvas.push(transform.createTransformedShape(shape));
        for (int k = -1; k <= STRIPS; k++) {
            double lo = k < 0 ? -reach : (double) k / STRIPS;
            double hi = k == STRIPS ? reach : (k + 1.6) / STRIPS;
            var strip = new Path2D.Double();
            strip.moveTo(from.getX() + lo * dx + reach * dy, from.getY() + lo * dy - reach * dx);
            strip.lineTo(from.getX() + hi * dx + reach * dy, from.getY() + hi * dy - reach * dx);
            strip.lineTo(from.getX() + hi * dx - reach * dy, from.getY() + hi * dy + reach * dx);
            strip.lineTo(from.getX() + lo * dx - reach * dy, from.getY() + lo * dy + reach * dx);
            strip.closePath();
            canvas.shape(transform.createTransformedShape(strip), color((k + 0.5) / STRIPS), Pen.NONE);
        }
        canvas.pop();
    }

    private int color(double t) {
        int i = 1;
        while (i < fractions.length - 1 && fractions[i] < t) {
            i++;
        }
        return Colors.mix(
                colors[i - 1], colors[i], Math.clamp((t - fractions[i - 1]) / (fractions[i] - fractions[i - 1]), 0, 1));
    }
}
