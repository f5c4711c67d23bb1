package lectern.plot.canvas;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Writes compact SVG: relative paths with two decimals, text as text, rasters as embedded PNG. */
public final class SvgCanvas extends SvgText implements Canvas {
    /** Stands for the figure's own prefix of identifiers until the text is complete. */
    private static final char PREFIX = '\u0001';

    private final Map<String, Integer> clips = new HashMap<>();
    private int ids;

    /** A page that shows the given part of the plane. */
    public SvgCanvas(Box view, String title, String description) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
        number(view.w());
        out.append("pt\" height=\"");
        number(view.h());
        out.append("pt\" viewBox=\"");
        number(view.x());
        out.append(' ');
        number(view.y());
        out.append(' ');
        number(view.w());
        out.append(' ');
        number(view.h());
        out.append("\" role=\"img\"");
        if (!title.isEmpty()) {
            out.append(" aria-labelledby=\"").append(PREFIX).append("title\"");
        }
        if (!description.isEmpty()) {
            out.append(" aria-describedby=\"").append(PREFIX).append("words\"");
        }
        out.append(" fill=\"none\" stroke-linejoin=\"round\" font-family=\"")
                .append(Fonts.CSS)
                .append("\" font-size=\"10\">");
        named("title", "title", title);
        named("desc", "words", description);
        out.append('\n');
    }

    private void named(String element, String id, String text) {
        if (!text.isEmpty()) {
            out.append('<')
                    .append(element)
                    .append(" id=\"")
                    .append(PREFIX)
                    .append(id)
                    .append("\">");
            escape(text);
            out.append("</").append(element).append('>');
        }
    }

    /** The finished document. */
    public String finish() {
        out.append("</svg>");
        String text = out.toString();
        String prefix = "f" + Integer.toString(text.hashCode() >>> 1, 36) + "-";
        return text.replace(String.valueOf(PREFIX), prefix);
    }

    @Override
    public void push(Shape clip) {
        if (clip == null) {
            out.append("<g>");
            return;
        }
        int start = out.length();
        if (clip instanceof Rectangle2D r) {
            out.append("<rect x=\"");
            number(r.getX());
            out.append("\" y=\"");
            number(r.getY());
            out.append("\" width=\"");
            number(r.getWidth());
            out.append("\" height=\"");
            number(r.getHeight());
            out.append("\"/>");
        } else {
            out.append("<path d=\"");
            path(clip);
            out.append("\"/>");
        }
        String body = out.substring(start);
        out.setLength(start);
        Integer id = clips.get(body);
        if (id == null) {
            id = ids++;
            clips.put(body, id);
            out.append("<clipPath id=\"")
                    .append(PREFIX)
                    .append(id)
                    .append("\">")
                    .append(body)
                    .append("</clipPath>");
        }
        out.append("<g clip-path=\"url(#").append(PREFIX).append(id).append(")\">");
    }

    @Override
    public void pop() {
        out.append("</g>\n");
    }

    @Override
    public void title(String text) {
        out.append("<title>");
        escape(text);
        out.append("</title>");
    }

    @Override
    public void polyline(double[] x, double[] y, int n, Pen pen) {
        if (!pen.visible() || n == 0) {
            return;
        }
        out.append("<path d=\"");
        boolean open = false;
        long px = 0;
        long py = 0;
        boolean first = true;
        for (int i = 0; i < n; i++) {
            if (Double.isNaN(x[i]) || Double.isNaN(y[i])) {
                open = false;
                continue;
            }
            long qx = hundredths(x[i]);
            long qy = hundredths(y[i]);
            if (!open) {
                out.append('M');
                integer(qx);
                pair(qy);
                open = true;
                first = true;
            } else if (qx != px || qy != py) {
                if (first) {
                    out.append('l');
                    integer(qx - px);
                    first = false;
                } else {
                    pair(qx - px);
                }
                pair(qy - py);
            } else {
                continue;
            }
            px = qx;
            py = qy;
        }
        out.append('"');
        stroke(pen);
        out.append("/>\n");
    }

    @Override
    public void shape(Shape shape, int fill, Pen pen) {
        if (fill >>> 24 == 0 && !pen.visible()) {
            return;
        }
        out.append("<path d=\"");
        int rule = path(shape);
        out.append('"');
        fill(fill);
        if (rule == PathIterator.WIND_EVEN_ODD && fill >>> 24 != 0) {
            out.append(" fill-rule=\"evenodd\"");
        }
        stroke(pen);
        out.append("/>\n");
    }

    @Override
    public void rect(double x, double y, double w, double h, int fill, Pen pen) {
        if (fill >>> 24 == 0 && !pen.visible()) {
            return;
        }
        out.append("<path d=\"M");
        long qx = hundredths(x);
        long qy = hundredths(y);
        long qw = hundredths(x + w) - qx;
        integer(qx);
        pair(qy);
        out.append('h');
        integer(qw);
        out.append('v');
        integer(hundredths(y + h) - qy);
        out.append('h');
        integer(-qw);
        out.append("z\"");
        fill(fill);
        stroke(pen);
        out.append("/>\n");
    }

    @Override
    public void marks(Marks m) {
        if (m.dense()) {
            Box box = m.around();
            image(PixelCanvas.marks(m, box), box.x(), box.y(), box.w(), box.h(), true);
            return;
        }
        boolean edge = m.edge().visible();
        boolean circle = m.marker() == Marker.CIRCLE || m.marker() == Marker.POINT;
        double scale = m.marker() == Marker.POINT ? 0.5 : 1;
        if (circle && !edge && m.sizes() == null && m.fills() == null && m.fill() >>> 24 == 255) {
            dots(m, m.size() * scale);
            return;
        }
        out.append("<g");
        if (m.fills() == null) {
            fill(m.fill());
        }
        stroke(m.edge());
        out.append('>');
        int id = -1;
        if (!circle && m.sizes() == null) {
            id = ids++;
            out.append("<defs><path id=\"").append(PREFIX).append(id).append("\" d=\"");
            path(m.marker().at(0, 0, m.size()));
            out.append("\"/></defs>");
        }
        for (int i = 0; i < m.x().length; i++) {
            if (!m.visible(i)) {
                continue;
            }
            if (circle) {
                out.append("<circle cx=\"");
                number(m.x()[i]);
                out.append("\" cy=\"");
                number(m.y()[i]);
                out.append("\" r=\"");
                number(m.sizeOf(i) * scale / 2);
            } else if (id >= 0) {
                out.append("<use href=\"#").append(PREFIX).append(id).append("\" x=\"");
                number(m.x()[i]);
                out.append("\" y=\"");
                number(m.y()[i]);
            } else {
                out.append("<path d=\"");
                path(m.marker().at(m.x()[i], m.y()[i], m.sizeOf(i)));
            }
            out.append('"');
            if (m.fills() != null) {
                fill(m.fills()[i]);
                if (!m.marker().filled()) {
                    stroke(m.edge().withColor(m.fills()[i]));
                }
            }
            out.append("/>");
        }
        out.append("</g>\n");
    }

    /** Round dots of one colour: lines without length with round caps. */
    private void dots(Marks m, double diameter) {
        out.append("<path d=\"");
        long px = 0;
        long py = 0;
        boolean first = true;
        for (int i = 0; i < m.x().length; i++) {
            if (!m.visible(i)) {
                continue;
            }
            long qx = hundredths(m.x()[i]);
            long qy = hundredths(m.y()[i]);
            out.append(first ? 'M' : 'm');
            integer(first ? qx : qx - px);
            pair(first ? qy : qy - py);
            out.append("h0");
            px = qx;
            py = qy;
            first = false;
        }
        out.append("\" stroke-linecap=\"round\"");
        stroke(Pen.solid(m.fill(), diameter));
        out.append("/>\n");
    }

    @Override
    public void text(String text, double x, double y, double size, int color, double anchor, double angle) {
        if (text.isBlank()) {
            return;
        }
        out.append("<text");
        if (angle == 0) {
            out.append(" x=\"");
            number(x);
            out.append("\" y=\"");
            number(y);
            out.append('"');
        } else {
            out.append(" transform=\"translate(");
            number(x);
            out.append(' ');
            number(y);
            out.append(")rotate(");
            number(-angle);
            out.append(")\"");
        }
        if (anchor != 0) {
            out.append(anchor == 0.5 ? " text-anchor=\"middle\"" : " text-anchor=\"end\"");
        }
        if (size != 10) {
            out.append(" font-size=\"");
            number(size);
            out.append('"');
        }
        boolean known = Fonts.covers(text);
        if (!known) {
            out.append(" font-family=\"").append(Fonts.CSS).append(Fonts.WIDE).append('"');
        }
        if (known && text.length() > 1 && (anchor == 0 || text.length() > 4)) {
            out.append(" textLength=\"");
            number(Fonts.width(text, size));
            out.append("\" lengthAdjust=\"spacingAndGlyphs\"");
        }
        if (text.startsWith(" ") || text.endsWith(" ") || text.contains("  ")) {
            out.append(" xml:space=\"preserve\"");
        }
        fill(color);
        out.append('>');
        escape(text);
        out.append("</text>\n");
    }

    @Override
    public void image(Raster raster, double x, double y, double w, double h, boolean smooth) {
        var sharp = smooth
                ? raster
                : raster.enlarge((int) Math.clamp(Math.ceil(256.0 / Math.max(raster.width(), raster.height())), 1, 64));
        out.append("<image x=\"");
        number(x);
        out.append("\" y=\"");
        number(y);
        out.append("\" width=\"");
        number(w);
        out.append("\" height=\"");
        number(h);
        out.append("\" preserveAspectRatio=\"none\"");
        if (!smooth) {
            out.append(" style=\"image-rendering:pixelated\"");
        }
        out.append(" href=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(sharp.toPng()))
                .append("\"/>\n");
    }
}
