package lectern.plot.canvas;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;

/** Lets code that draws with Java's own graphics draw on a canvas. */
public final class CanvasGraphics extends OutlineGraphics {
    private final Canvas canvas;

    public CanvasGraphics(Canvas canvas) {
        this.canvas = canvas;
    }

    private CanvasGraphics(CanvasGraphics other) {
        super(other);
        canvas = other.canvas;
    }

    @Override
    public Graphics create() {
        return new CanvasGraphics(this);
    }

    private int ink() {
        return getPaint() instanceof Color color ? color.getRGB() : getColor().getRGB();
    }

    private void clipped(Runnable drawing) {
        Shape clip = getClip();
        if (clip == null) {
            drawing.run();
            return;
        }
        canvas.push(getTransform().createTransformedShape(clip));
        drawing.run();
        canvas.pop();
    }

    @Override
    public void fill(Shape s) {
        var strips = GradientStrips.of(getPaint());
        if (strips != null) {
            clipped(() -> strips.fill(canvas, s, getTransform()));
            return;
        }
        clipped(() -> canvas.shape(getTransform().createTransformedShape(s), ink(), Pen.NONE));
    }

    @Override
    public void draw(Shape s) {
        double scale = Math.sqrt(Math.abs(getTransform().getDeterminant()));
        if (!(getStroke() instanceof BasicStroke stroke)) {
            fill(getStroke().createStrokedShape(s));
            return;
        }
        double[] dash = null;
        if (stroke.getDashArray() != null) {
            dash = new double[stroke.getDashArray().length];
            for (int i = 0; i < dash.length; i++) {
                dash[i] = stroke.getDashArray()[i] * scale;
            }
        }
        var pen = new Pen(
                ink(),
                Math.max(0.25, stroke.getLineWidth() * scale),
                dash,
                stroke.getEndCap() == BasicStroke.CAP_ROUND);
        clipped(() -> canvas.shape(getTransform().createTransformedShape(s), 0, pen));
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        return drawImage(image, x, y, image.getWidth(null), image.getHeight(null), observer);
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int w, int h, ImageObserver observer) {
        if (image instanceof BufferedImage picture) {
            var at = getTransform();
            clipped(() -> canvas.image(
                    Raster.of(picture),
                    at.getTranslateX() + x * at.getScaleX(),
                    at.getTranslateY() + y * at.getScaleY(),
                    w * at.getScaleX(),
                    h * at.getScaleY(),
                    true));
        }
        return true;
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform at) {
        if (image instanceof BufferedImage picture) {
            drawImage(picture, (int) at.getTranslateX(), (int) at.getTranslateY(), null);
        }
    }
}
