package lectern.plot.canvas;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/** Draws into pixels; texts are outlines, so no font of the machine is needed. */
public final class PixelCanvas implements Canvas {
    /** Pixels a point of clouds of marks within vector graphics. */
    private static final double CLOUD = 1.5;

    private final BufferedImage image;
    /** Shapes with more corners than this do not clip but mask: the intersection of outlines takes time by their square. */
    private static final int CORNERS = 64;

    /** What was drawn on before a clip; a mask has pixels of its own. */
    private record Below(Graphics2D graphics, Shape mask, BufferedImage pixels) {}

    private final Deque<Below> stack = new ArrayDeque<>();
    private Graphics2D g;

    /** A page that shows the given part of the plane with so many pixels a point. */
    public PixelCanvas(Box view, double scale) {
        int w = (int) Math.clamp(Math.ceil(view.w() * scale), 1, 20_000);
        int h = (int) Math.clamp(Math.ceil(view.h() * scale), 1, 20_000);
        image = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(scale, scale);
        g.translate(-view.x(), -view.y());
    }

    /** A cloud of marks as one picture of a box. */
    static Raster marks(Marks marks, Box box) {
        var canvas = new PixelCanvas(box, CLOUD);
        canvas.marks(marks);
        return canvas.finish();
    }

    public Raster finish() {
        g.dispose();
        return Raster.of(image);
    }

    @Override
    public void push(Shape clip) {
        if (clip == null || clip instanceof Rectangle2D || corners(clip) <= CORNERS) {
            stack.push(new Below(g, null, null));
            g = (Graphics2D) g.create();
            if (clip != null) {
                g.clip(clip);
            }
            return;
        }
        var layer = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        stack.push(new Below(g, clip, layer));
        g = like(g, layer);
    }

    @Override
    public void pop() {
        g.dispose();
        var below = stack.pop();
        g = below.graphics;
        if (below.mask != null) {
            var mask = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
            var inside = like(g, mask);
            inside.fill(below.mask);
            inside.dispose();
            var layer = below.pixels.createGraphics();
            layer.setComposite(AlphaComposite.DstIn);
            layer.drawImage(mask, 0, 0, null);
            layer.dispose();
            var onto = (Graphics2D) g.create();
            onto.setTransform(new AffineTransform());
            onto.drawImage(below.pixels, 0, 0, null);
            onto.dispose();
        }
    }

    /** Draws into other pixels as the given graphics would draw into its own. */
    private static Graphics2D like(Graphics2D given, BufferedImage pixels) {
        var other = pixels.createGraphics();
        other.setRenderingHints(given.getRenderingHints());
        other.setTransform(given.getTransform());
        other.setClip(given.getClip());
        return other;
    }

    private static int corners(Shape shape) {
        int n = 0;
        for (var path = shape.getPathIterator(null); !path.isDone() && n <= CORNERS; path.next()) {
            n++;
        }
        return n;
    }

    @Override
    public void polyline(double[] x, double[] y, int n, Pen pen) {
        shape(line(x, y, n), 0, pen);
    }

    /** A path through n points, broken at NaN. */
    public static Path2D.Double line(double[] x, double[] y, int n) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, n + 2);
        boolean open = false;
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                open = false;
            } else if (open) {
                path.lineTo(bound(x[i]), bound(y[i]));
            } else {
                path.moveTo(bound(x[i]), bound(y[i]));
                open = true;
            }
        }
        return path;
    }

    private static double bound(double v) {
        return Math.clamp(v, -1e6, 1e6);
    }

    @Override
    public void shape(Shape shape, int fill, Pen pen) {
        if (fill >>> 24 != 0) {
            g.setColor(new Color(fill, true));
            g.fill(shape);
        }
        if (pen.visible()) {
            g.setColor(new Color(pen.color(), true));
            g.setStroke(stroke(pen));
            g.draw(shape);
        }
    }

    private static BasicStroke stroke(Pen pen) {
        float[] dash = null;
        if (pen.dash() != null) {
            dash = new float[pen.dash().length];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = (float) Math.max(pen.dash()[i], 0.05);
            }
        }
        return new BasicStroke(
                (float) pen.width(),
                pen.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                dash,
                0);
    }

    @Override
    public void rect(double x, double y, double w, double h, int fill, Pen pen) {
        double left = bound(Math.min(x, x + w));
        double top = bound(Math.min(y, y + h));
        shape(new Rectangle2D.Double(left, top, bound(Math.abs(w)), bound(Math.abs(h))), fill, pen);
    }

    @Override
    public void marks(Marks m) {
        for (int i = 0; i < m.x().length; i++) {
            if (m.visible(i)) {
                var pen = m.marker().filled() || m.fills() == null
                        ? m.edge()
                        : m.edge().withColor(m.fills()[i]);
                shape(
                        m.marker().at(bound(m.x()[i]), bound(m.y()[i]), m.sizeOf(i)),
                        m.marker().filled() ? m.fillOf(i) : 0,
                        pen);
            }
        }
    }

    @Override
    public void text(String text, double x, double y, double size, int color, double anchor, double angle) {
        var outline = Fonts.outline(text, -anchor * Fonts.width(text, size), 0, size);
        var place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(Math.toRadians(-angle));
        outline.transform(place);
        shape(outline, color, Pen.NONE);
    }

    @Override
    public void image(Raster raster, double x, double y, double w, double h, boolean smooth) {
        var copy = (Graphics2D) g.create();
        copy.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                smooth
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        copy.drawImage(
                raster.toBufferedImage(),
                new AffineTransform(w / raster.width(), 0, 0, h / raster.height(), x, y),
                null);
        copy.dispose();
    }
}
