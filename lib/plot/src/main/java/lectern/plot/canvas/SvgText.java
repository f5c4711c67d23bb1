package lectern.plot.canvas;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/** Writes the parts of SVG that are many: numbers with two decimals, relative paths, colours, escaped text. */
class SvgText {
    final StringBuilder out = new StringBuilder(4096);

    int path(Shape shape) {
        PathIterator it = shape.getPathIterator(null);
        var c = new double[6];
        long px = 0;
        long py = 0;
        long sx = 0;
        long sy = 0;
        char last = 0;
        for (; !it.isDone(); it.next()) {
            int type = it.currentSegment(c);
            if (type == PathIterator.SEG_CLOSE) {
                out.append('z');
                last = 'z';
                px = sx;
                py = sy;
                continue;
            }
            boolean move = type == PathIterator.SEG_MOVETO;
            char letter = move
                    ? last == 0 ? 'M' : 'm'
                    : type == PathIterator.SEG_LINETO ? 'l' : type == PathIterator.SEG_QUADTO ? 'q' : 'c';
            int points = letter == 'c' ? 3 : letter == 'q' ? 2 : 1;
            long bx = last == 0 ? 0 : px;
            long by = last == 0 ? 0 : py;
            for (int k = 0; k < points; k++) {
                long qx = hundredths(c[2 * k]);
                long qy = hundredths(c[2 * k + 1]);
                if (k == 0 && (letter != last || move)) {
                    out.append(letter);
                    integer(qx - bx);
                } else {
                    pair(qx - bx);
                }
                pair(qy - by);
                if (k == points - 1) {
                    px = qx;
                    py = qy;
                }
            }
            if (move) {
                sx = px;
                sy = py;
            }
            last = letter;
        }
        return it.getWindingRule();
    }

    void fill(int argb) {
        if (argb >>> 24 != 0) {
            color(" fill=\"", argb);
            opacity(" fill-opacity=\"", argb);
        }
    }

    void stroke(Pen pen) {
        if (!pen.visible()) {
            return;
        }
        color(" stroke=\"", pen.color());
        opacity(" stroke-opacity=\"", pen.color());
        if (pen.width() != 1) {
            out.append(" stroke-width=\"");
            number(pen.width());
            out.append('"');
        }
        if (pen.round()) {
            out.append(" stroke-linecap=\"round\"");
        }
        if (pen.dash() != null) {
            out.append(" stroke-dasharray=\"");
            for (int i = 0; i < pen.dash().length; i++) {
                if (i > 0) {
                    out.append(' ');
                }
                number(pen.dash()[i]);
            }
            out.append('"');
        }
    }

    void color(String attribute, int argb) {
        out.append(attribute).append('#');
        int r = argb >> 16 & 255;
        int g = argb >> 8 & 255;
        int b = argb & 255;
        boolean brief = r % 17 == 0 && g % 17 == 0 && b % 17 == 0;
        for (int v : new int[] {r, g, b}) {
            if (!brief) {
                out.append(Character.forDigit(v >> 4, 16));
            }
            out.append(Character.forDigit(v & 15, 16));
        }
        out.append('"');
    }

    void opacity(String attribute, int argb) {
        int a = argb >>> 24;
        if (a != 255) {
            out.append(attribute);
            number(a / 255.0);
            out.append('"');
        }
    }

    static long hundredths(double v) {
        return Math.round(Math.clamp(v, -1e6, 1e6) * 100);
    }

    void number(double v) {
        integer(hundredths(v));
    }

    /** A number that follows another one. */
    void pair(long v) {
        if (v >= 0) {
            out.append(' ');
        }
        integer(v);
    }

    /** Writes hundredths as a decimal without superfluous zeros. */
    void integer(long v) {
        long u = v;
        if (u < 0) {
            out.append('-');
            u = -u;
        }
        long whole = u / 100;
        int part = (int) (u % 100);
        if (whole != 0 || part == 0) {
            out.append(whole);
        }
        if (part != 0) {
            out.append('.').append((char) ('0' + part / 10));
            if (part % 10 != 0) {
                out.append((char) ('0' + part % 10));
            }
        }
    }

    void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                default -> {
                    if (c >= 32 || c == '\n' || c == '\t') {
                        out.append(c);
                    }
                }
            }
        }
    }
}
