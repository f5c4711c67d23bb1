package lectern.plot.canvas;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Writes one page of PDF: vector graphics, text with the font's used glyphs embedded, rasters without loss. */
public final class PdfCanvas implements Canvas {
    private final Box view;
    private final PDDocument document = new PDDocument();
    private final PDPageContentStream page;
    private final Map<Integer, PDExtendedGraphicsState> opacities = new HashMap<>();
    private PDFont font;

    public PdfCanvas(Box view, String title) {
        this.view = view;
        try {
            document.setDocumentId(1L);
            document.getDocumentInformation().setTitle(title);
            var sheet = new PDPage(new PDRectangle((float) view.w(), (float) view.h()));
            document.addPage(sheet);
            page = new PDPageContentStream(document, sheet);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The finished file. */
    public byte[] finish() {
        try (document) {
            page.close();
            var out = new ByteArrayOutputStream(16_384);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private float px(double x) {
        return (float) (Math.clamp(x, -1e5, 1e5) - view.x());
    }

    private float py(double y) {
        return (float) (view.bottom() - Math.clamp(y, -1e5, 1e5));
    }

    /** A step of drawing that may fail when memory or disk does. */
    private interface Step {
        void run() throws IOException;
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void push(Shape clip) {
        run(() -> {
            page.saveGraphicsState();
            if (clip != null) {
                if (path(clip) == PathIterator.WIND_EVEN_ODD) {
                    page.clipEvenOdd();
                } else {
                    page.clip();
                }
            }
        });
    }

    @Override
    public void pop() {
        run(page::restoreGraphicsState);
    }

    @Override
    public void polyline(double[] x, double[] y, int n, Pen pen) {
        if (!pen.visible() || n == 0) {
            return;
        }
        run(() -> {
            pen(pen);
            boolean open = false;
            for (int i = 0; i < n; i++) {
                if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                    open = false;
                } else if (open) {
                    page.lineTo(px(x[i]), py(y[i]));
                } else {
                    page.moveTo(px(x[i]), py(y[i]));
                    open = true;
                }
            }
            page.stroke();
        });
    }

    @Override
    public void shape(Shape shape, int fill, Pen pen) {
        run(() -> {
            if (fill >>> 24 != 0) {
                ink(fill);
                if (path(shape) == PathIterator.WIND_EVEN_ODD) {
                    page.fillEvenOdd();
                } else {
                    page.fill();
                }
            }
            if (pen.visible()) {
                pen(pen);
                path(shape);
                page.stroke();
            }
        });
    }

    @Override
    public void rect(double x, double y, double w, double h, int fill, Pen pen) {
        shape(new Rectangle2D.Double(Math.min(x, x + w), Math.min(y, y + h), Math.abs(w), Math.abs(h)), fill, pen);
    }

    @Override
    public void marks(Marks m) {
        if (m.dense()) {
            Box box = m.around();
            image(PixelCanvas.marks(m, box), box.x(), box.y(), box.w(), box.h(), true);
            return;
        }
        for (int i = 0; i < m.x().length; i++) {
            if (m.visible(i)) {
                var pen = m.marker().filled() || m.fills() == null
                        ? m.edge()
                        : m.edge().withColor(m.fills()[i]);
                shape(m.marker().at(m.x()[i], m.y()[i], m.sizeOf(i)), m.marker().filled() ? m.fillOf(i) : 0, pen);
            }
        }
    }

    @Override
    public void text(String text, double x, double y, double size, int color, double anchor, double angle) {
        if (text.isBlank()) {
            return;
        }
        double shift = -anchor * Fonts.width(text, size);
        double a = Math.toRadians(angle);
        if (!Fonts.covers(text)) {
            var outline = Fonts.outline(text, shift, 0, size);
            var place = java.awt.geom.AffineTransform.getTranslateInstance(x, y);
            place.rotate(-a);
            outline.transform(place);
            shape(outline, color, Pen.NONE);
            return;
        }
        run(() -> {
            if (font == null) {
                font = PDType0Font.load(document, new ByteArrayInputStream(Fonts.bytes()), true);
            }
            ink(color);
            page.beginText();
            page.setFont(font, (float) size);
            page.setTextMatrix(Matrix.getRotateInstance(a, px(x + shift * Math.cos(a)), py(y - shift * Math.sin(a))));
            page.showText(text);
            page.endText();
        });
    }

    @Override
    public void image(Raster raster, double x, double y, double w, double h, boolean smooth) {
        run(() -> {
            var sharp = smooth
                    ? raster
                    : raster.enlarge((int)
                            Math.clamp(Math.ceil(256.0 / Math.max(raster.width(), raster.height())), 1, 64));
            var picture = LosslessFactory.createFromImage(document, sharp.toBufferedImage());
            opacity(255);
            page.drawImage(picture, px(x), py(y + h), (float) w, (float) h);
        });
    }

    private int path(Shape shape) throws IOException {
        PathIterator it = shape.getPathIterator(null);
        var c = new double[6];
        double x = 0;
        double y = 0;
        for (; !it.isDone(); it.next()) {
            switch (it.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> page.moveTo(px(x = c[0]), py(y = c[1]));
                case PathIterator.SEG_LINETO -> page.lineTo(px(x = c[0]), py(y = c[1]));
                case PathIterator.SEG_QUADTO -> {
                    page.curveTo(
                            px((x + 2 * c[0]) / 3),
                            py((y + 2 * c[1]) / 3),
                            px((c[2] + 2 * c[0]) / 3),
                            py((c[3] + 2 * c[1]) / 3),
                            px(c[2]),
                            py(c[3]));
                    x = c[2];
                    y = c[3];
                }
                case PathIterator.SEG_CUBICTO ->
                    page.curveTo(px(c[0]), py(c[1]), px(c[2]), py(c[3]), px(x = c[4]), py(y = c[5]));
                default -> page.closePath();
            }
        }
        return it.getWindingRule();
    }

    private void ink(int argb) throws IOException {
        opacity(argb >>> 24);
        page.setNonStrokingColor(new Color(argb));
    }

    private void pen(Pen pen) throws IOException {
        opacity(pen.color() >>> 24);
        page.setStrokingColor(new Color(pen.color()));
        page.setLineWidth((float) pen.width());
        page.setLineCapStyle(pen.round() ? 1 : 0);
        page.setLineJoinStyle(1);
        var dash = new float[pen.dash() == null ? 0 : pen.dash().length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) pen.dash()[i];
        }
        page.setLineDashPattern(dash, 0);
    }

    private void opacity(int alpha) throws IOException {
        if (alpha == 255 && opacities.isEmpty()) {
            return;
        }
        var state = opacities.computeIfAbsent(alpha, a -> {
            var s = new PDExtendedGraphicsState();
            s.setNonStrokingAlphaConstant(a / 255f);
            s.setStrokingAlphaConstant(a / 255f);
            return s;
        });
        page.setGraphicsStateParameters(state);
    }
}
