package lectern.plot.canvas;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.RenderedImage;
import java.awt.image.renderable.RenderableImage;
import java.text.AttributedCharacterIterator;
import org.apache.xmlgraphics.java2d.AbstractGraphics2D;
import org.apache.xmlgraphics.java2d.GraphicContext;

/** Collects everything painted through it as one outline. */
class OutlineGraphics extends AbstractGraphics2D {
    private final Path2D.Double outline;

    OutlineGraphics() {
        super(true);
        outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        gc = new GraphicContext();
        setFont(new Font(Font.SERIF, Font.PLAIN, 1));
    }

    OutlineGraphics(OutlineGraphics other) {
        super(other);
        outline = other.outline;
    }

    Path2D.Double outline() {
        return outline;
    }

    @Override
    public Graphics create() {
        return new OutlineGraphics(this);
    }

    @Override
    public void draw(Shape s) {
        fill(getStroke().createStrokedShape(s));
    }

    @Override
    public void fill(Shape s) {
        outline.append(getTransform().createTransformedShape(s), false);
    }

    @Override
    public void drawString(String text, float x, float y) {
        fill(
                getFont() instanceof FormulaFonts.Glyphs glyphs
                        ? glyphs.outline(text, x, y)
                        : getFont()
                                .createGlyphVector(getFontRenderContext(), text)
                                .getOutline(x, y));
    }

    @Override
    public void drawString(AttributedCharacterIterator text, float x, float y) {
        var plain = new StringBuilder();
        for (char c = text.first(); c != AttributedCharacterIterator.DONE; c = text.next()) {
            plain.append(c);
        }
        drawString(plain.toString(), x, y);
    }

    @Override
    public FontMetrics getFontMetrics(Font f) {
        return new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)
                .createGraphics()
                .getFontMetrics(f);
    }

    @Override
    public GraphicsConfiguration getDeviceConfiguration() {
        return null;
    }

    @Override
    public void drawRenderedImage(RenderedImage image, AffineTransform at) {
        // A picture has no outline.
    }

    @Override
    public void drawRenderableImage(RenderableImage image, AffineTransform at) {
        // A picture has no outline.
    }

    @Override
    public boolean drawImage(Image image, int x, int y, ImageObserver observer) {
        return true;
    }

    @Override
    public boolean drawImage(Image image, int x, int y, int w, int h, ImageObserver observer) {
        return true;
    }

    @Override
    public void copyArea(int x, int y, int w, int h, int dx, int dy) {
        throw new UnsupportedOperationException("An outline has no pixels to copy.");
    }

    @Override
    public void setXORMode(Color color) {
        throw new UnsupportedOperationException("An outline has no pixels to combine.");
    }

    @Override
    public void dispose() {
        // Nothing is held.
    }
}
