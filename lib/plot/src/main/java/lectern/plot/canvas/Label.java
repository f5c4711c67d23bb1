package lectern.plot.canvas;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a figure: one line or several, with mathematics between dollar signs.
 *
 * <p>Plain words stay text that can be selected and searched; mathematics becomes outlines; powers of ten are plain
 * text with a raised exponent. A literal dollar sign is written {@code \$}.
 */
public final class Label {
    private static final Pattern POWER = Pattern.compile("10\\^\\{?(-?\\d+)}?");
    /** The typographic minus of numbers. */
    public static final char MINUS = '\u2212';

    private static final double LEADING = 1.25;

    private final List<List<Piece>> lines = new ArrayList<>();
    private final double size;

    /** A stretch of one line: text of some size raised by some points, or a formula. */
    private record Piece(String text, double size, double rise, Mathematics.Formula formula) {
        double width() {
            return formula != null ? formula.width() : Fonts.width(text, size);
        }
    }

    private Label(String text, double size) {
        this.size = size;
        for (String line : text.split("\n", -1)) {
            lines.add(parse(line, size));
        }
    }

    public static Label of(String text, double size) {
        return new Label(text, size);
    }

    /** A text for a room: smaller where it is too wide, down to a least size, and then broken between words. */
    public static Label fitted(String text, double size, double room, double least) {
        var label = of(text, size);
        if (label.width() <= room) {
            return label;
        }
        double smaller = Math.max(Math.min(least, size), size * room / label.width());
        label = of(text, smaller);
        return label.width() <= room + 1e-6 ? label : of(wrapped(text, smaller, room), smaller);
    }

    /** A text broken between words into lines that fit a room where words allow it; formulas stay whole. */
    public static String wrapped(String text, double size, double room) {
        var out = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            out.append(out.isEmpty() ? "" : "\n");
            var current = new StringBuilder();
            for (String word : words(line)) {
                boolean full = of(current + " " + word, size).width() > room;
                if (!current.isEmpty() && full) {
                    out.append(current).append('\n');
                    current.setLength(0);
                }
                current.append(current.isEmpty() ? "" : " ").append(word);
            }
            out.append(current);
        }
        return out.toString();
    }

    private static List<String> words(String line) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean formula = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            formula ^= c == '$' && (i == 0 || line.charAt(i - 1) != '\\');
            if (c == ' ' && !formula) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        words.add(word.toString());
        return words;
    }

    private static List<Piece> parse(String line, double size) {
        var pieces = new ArrayList<Piece>();
        if (line.indexOf('$') < 0) {
            pieces.add(new Piece(line, size, 0, null));
            return pieces;
        }
        String[] parts = line.replace("\\$", "\u0002").split("\\$", -1);
        boolean balanced = parts.length % 2 == 1;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].replace('\u0002', '$');
            if (part.isEmpty()) {
                continue;
            }
            if (i % 2 == 0 || !balanced) {
                pieces.add(new Piece(balanced || i == 0 ? part : "$" + part, size, 0, null));
                continue;
            }
            Matcher power = POWER.matcher(part);
            if (power.matches()) {
                pieces.add(new Piece("10", size, 0, null));
                pieces.add(new Piece(power.group(1).replace('-', MINUS), 0.7 * size, 0.38 * size, null));
            } else {
                pieces.add(new Piece(part, size, 0, Mathematics.formula(part, size)));
            }
        }
        return pieces;
    }

    private static double width(List<Piece> line) {
        double sum = 0;
        for (Piece piece : line) {
            sum += piece.width();
        }
        return sum;
    }

    /** The width of the widest line. */
    public double width() {
        double w = 0;
        for (var line : lines) {
            w = Math.max(w, width(line));
        }
        return w;
    }

    /** The width that a frame around the text needs, so that the text stays within it whatever font a viewer takes. */
    public double room() {
        double w = 0;
        for (var line : lines) {
            double sum = 0;
            for (Piece piece : line) {
                sum += piece.formula != null ? piece.width() : Fonts.roomy(piece.text, piece.size);
            }
            w = Math.max(w, sum);
        }
        return w;
    }

    /** The height above the first base line. */
    public double ascent() {
        double a = Fonts.ASCENT * size;
        for (Piece piece : lines.getFirst()) {
            a = Math.max(a, piece.formula != null ? piece.formula.ascent() : piece.rise + Fonts.ASCENT * piece.size);
        }
        return a;
    }

    /** The depth below the last base line. */
    double descent() {
        double d = Fonts.DESCENT * size;
        for (Piece piece : lines.getLast()) {
            d = Math.max(d, piece.formula != null ? piece.formula.descent() : d);
        }
        return d;
    }

    public double height() {
        return ascent() + descent() + pitch() * (lines.size() - 1);
    }

    private double pitch() {
        double extra = 0;
        for (var line : lines) {
            for (Piece piece : line) {
                if (piece.formula != null) {
                    extra = Math.max(extra, piece.formula.ascent() + piece.formula.descent() - size);
                }
            }
        }
        return LEADING * size + (lines.size() > 1 ? extra : 0);
    }

    boolean isEmpty() {
        return lines.size() == 1 && lines.getFirst().stream().allMatch(p -> p.formula == null && p.text.isEmpty());
    }

    /**
     * Draws the text so that the point (x, y) is at the given fraction of its width and height.
     *
     * @param across 0 left, 0.5 centre, 1 right
     * @param down 0 top, 0.5 middle, 1 bottom
     * @param angle degrees, counter-clockwise around (x, y)
     */
    public void draw(Canvas canvas, double x, double y, int color, double across, double down, double angle) {
        double top = down == 0.5 && lines.size() == 1 ? 0.36 * size - ascent() : -down * height();
        drawFrom(canvas, x, y, color, across, top + ascent(), angle);
    }

    /** Draws the first base line through (x, y). */
    public void drawBase(Canvas canvas, double x, double y, int color, double across) {
        drawFrom(canvas, x, y, color, across, 0, 0);
    }

    private void drawFrom(Canvas canvas, double x, double y, int color, double across, double base, double angle) {
        double a = Math.toRadians(angle);
        double cos = Math.cos(a);
        double sin = Math.sin(a);
        double v = base;
        for (var line : lines) {
            if (line.size() == 1 && line.getFirst().formula == null) {
                Piece only = line.getFirst();
                canvas.text(only.text, x + v * sin, y + v * cos, only.size, color, across, angle);
            } else {
                double u = -across * width(line);
                for (Piece piece : line) {
                    double w = v - piece.rise;
                    double px = x + u * cos + w * sin;
                    double py = y - u * sin + w * cos;
                    if (piece.formula != null) {
                        var place = AffineTransform.getTranslateInstance(px, py);
                        place.rotate(-a);
                        canvas.shape(place.createTransformedShape(piece.formula.outline()), color, Pen.NONE);
                    } else {
                        // A viewer may drop blanks at the ends of a text, so they are distance instead.
                        double blank = Fonts.width(piece.text, piece.size)
                                - Fonts.width(piece.text.stripLeading(), piece.size);
                        canvas.text(
                                piece.text.strip(), px + blank * cos, py - blank * sin, piece.size, color, 0, angle);
                    }
                    u += piece.width();
                }
            }
            v += pitch();
        }
    }

    /** The text without markup, for descriptions. */
    public static String plain(String text) {
        return text.replace("$", "").replace("\n", " ");
    }
}
