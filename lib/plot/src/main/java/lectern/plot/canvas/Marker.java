package lectern.plot.canvas;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** The outline of a mark of diameter one around the origin, y downwards. */
public enum Marker {
    CIRCLE("o", true),
    POINT(".", true),
    PIXEL(",", true),
    SQUARE("s", true),
    TRIANGLE("^", true),
    TRIANGLE_DOWN("v", true),
    TRIANGLE_LEFT("<", true),
    TRIANGLE_RIGHT(">", true),
    DIAMOND("D", true),
    THIN_DIAMOND("d", true),
    STAR("*", true),
    PENTAGON("p", true),
    HEXAGON("h", true),
    FILLED_PLUS("P", true),
    FILLED_X("X", true),
    PLUS("+", false),
    X("x", false),
    BAR("|", false),
    DASH("_", false);

    private final String code;
    private final boolean filled;
    private final Path2D.Double path;

    Marker(String code, boolean filled) {
        this.code = code;
        this.filled = filled;
        this.path = outline(code);
    }

    /** The marker of matplotlib's code, such as {@code "o"}, {@code "s"}, {@code "x"}, {@code "^"}. */
    public static Marker of(String code) {
        for (Marker marker : values()) {
            if (marker.code.equals(code) || marker.name().equalsIgnoreCase(code)) {
                return marker;
            }
        }
        throw new IllegalArgumentException(
                "\"" + code + "\" is no marker; known are o . , s ^ v < > D d * p h P X + x | _");
    }

    public boolean filled() {
        return filled;
    }

    /** The outline at a place; diameter is {@code size}. */
    Path2D.Double at(double x, double y, double size) {
        double scale = this == POINT ? size / 2 : this == PIXEL ? 0.7 : size;
        var copy = new Path2D.Double(path, new AffineTransform(scale, 0, 0, scale, x, y));
        return copy;
    }

    private static Path2D.Double outline(String code) {
        return switch (code) {
            case "o", "." -> new Path2D.Double(new Ellipse2D.Double(-0.5, -0.5, 1, 1));
            case "s", "," -> polygon(-0.5, -0.5, 0.5, -0.5, 0.5, 0.5, -0.5, 0.5);
            case "^" -> polygon(0, -0.5, 0.5, 0.5, -0.5, 0.5);
            case "v" -> polygon(0, 0.5, 0.5, -0.5, -0.5, -0.5);
            case "<" -> polygon(-0.5, 0, 0.5, -0.5, 0.5, 0.5);
            case ">" -> polygon(0.5, 0, -0.5, 0.5, -0.5, -0.5);
            case "D" -> polygon(0, -0.7071, 0.7071, 0, 0, 0.7071, -0.7071, 0);
            case "d" -> polygon(0, -0.7071, 0.4243, 0, 0, 0.7071, -0.4243, 0);
            case "*" -> star(5, 0.5, 0.191);
            case "p" -> star(5, 0.5, Double.NaN);
            case "h" -> star(6, 0.5, Double.NaN);
            case "P" ->
                polygon(
                        -1 / 6.0, -0.5, 1 / 6.0, -0.5, 1 / 6.0, -1 / 6.0, 0.5, -1 / 6.0, 0.5, 1 / 6.0, 1 / 6.0, 1 / 6.0,
                        1 / 6.0, 0.5, -1 / 6.0, 0.5, -1 / 6.0, 1 / 6.0, -0.5, 1 / 6.0, -0.5, -1 / 6.0, -1 / 6.0,
                        -1 / 6.0);
            case "X" ->
                polygon(
                        -0.25, -0.5, 0, -0.25, 0.25, -0.5, 0.5, -0.25, 0.25, 0, 0.5, 0.25, 0.25, 0.5, 0, 0.25, -0.25,
                        0.5, -0.5, 0.25, -0.25, 0, -0.5, -0.25);
            case "+" -> strokes(-0.5, 0, 0.5, 0, 0, -0.5, 0, 0.5);
            case "x" -> strokes(-0.5, -0.5, 0.5, 0.5, -0.5, 0.5, 0.5, -0.5);
            case "|" -> strokes(0, -0.5, 0, 0.5);
            default -> strokes(-0.5, 0, 0.5, 0);
        };
    }

    private static Path2D.Double polygon(double... xy) {
        var p = new Path2D.Double();
        p.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            p.lineTo(xy[i], xy[i + 1]);
        }
        p.closePath();
        return p;
    }

    private static Path2D.Double strokes(double... xy) {
        var p = new Path2D.Double();
        for (int i = 0; i < xy.length; i += 4) {
            p.moveTo(xy[i], xy[i + 1]);
            p.lineTo(xy[i + 2], xy[i + 3]);
        }
        return p;
    }

    private static Path2D.Double star(int n, double outer, double inner) {
        boolean pointed = !Double.isNaN(inner);
        int corners = pointed ? 2 * n : n;
        var xy = new double[2 * corners];
        for (int i = 0; i < corners; i++) {
            double r = pointed && i % 2 == 1 ? inner : outer;
            double a = 2 * Math.PI * i / corners;
            xy[2 * i] = r * Math.sin(a);
            xy[2 * i + 1] = -r * Math.cos(a);
        }
        return polygon(xy);
    }
}
