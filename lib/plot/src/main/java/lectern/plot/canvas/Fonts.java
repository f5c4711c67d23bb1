package lectern.plot.canvas;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Widths and outlines of Liberation Sans, whose metrics are those of Arial and Helvetica.
 *
 * <p>The font comes inside PDFBox and is read by FontBox in plain Java, so figures need neither an installed font nor
 * the font system of the machine. Widths of ASCII stand here as numbers: a figure for the browser never opens the font
 * file. Characters that Liberation Sans lacks are borrowed from the fonts of the machine where there are any.
 */
public final class Fonts {
    /** What the browser should use: fonts with the same metrics on every system. */
    static final String CSS = "Liberation Sans,Arial,Helvetica,Arimo,Nimbus Sans,TeX Gyre Heros,sans-serif";

    /** Where a browser finds letters that those fonts lack: Chinese, Japanese, Korean, pictures. */
    static final String WIDE = ",Noto Sans CJK SC,Noto Sans SC,PingFang SC,Microsoft YaHei,Hiragino Sans,Malgun Gothic,"
            + "Noto Color Emoji,Apple Color Emoji,Segoe UI Emoji";

    public static final double ASCENT = 0.73;
    static final double DESCENT = 0.21;
    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final short[] ASCII = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584
    };
    /** The same widths of DejaVu Sans, the widest font that viewers put in the place of a missing one. */
    private static final short[] WIDE_ASCII = {
        318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
        636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
        1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
        603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
        500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
        635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838
    };

    private static final Map<Integer, Double> WIDTHS = new ConcurrentHashMap<>(Map.of(0x2212, 0.584, 0xd7, 0.584));
    private static final Map<Integer, Path2D.Double> GLYPHS = new ConcurrentHashMap<>();

    private Fonts() {}

    /** The parsed font, opened on first use. */
    private static final class Liberation {
        static final TrueTypeFont FONT = open();
        static final CmapLookup CMAP = cmap();

        private static TrueTypeFont open() {
            try {
                return new TTFParser(true).parse(new RandomAccessReadBuffer(bytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static CmapLookup cmap() {
            try {
                return FONT.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The font file. */
    static byte[] bytes() throws IOException {
        try (InputStream in = TTFParser.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The font of the figures is missing: pdfbox is not on the class path.");
            }
            return in.readAllBytes();
        }
    }

    /** The font for what draws with Java's own graphics. */
    public static Font awt(float size) {
        return Java.FONT.deriveFont(size);
    }

    /** Liberation Sans as a font of Java's. */
    private static final class Java {
        static final Font FONT = open();

        private static Font open() {
            try {
                return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes()));
            } catch (IOException | FontFormatException e) {
                throw new IllegalStateException("The font of the figures cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /** The width of a text in points. */
    public static double width(String text, double size) {
        double sum = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            sum += c >= 32 && c < 127 ? ASCII[c - 32] / 1000.0 : WIDTHS.computeIfAbsent(c, Fonts::measure);
        }
        return sum * size;
    }

    /** The width that a text takes in points where a viewer has none of our fonts and does not squeeze the text. */
    public static double roomy(String text, double size) {
        double sum = text.codePoints()
                .mapToDouble(
                        c -> c >= 32 && c < 127 ? WIDE_ASCII[c - 32] / 1000.0 : 1.15 * width(Character.toString(c), 1))
                .sum();
        return Math.max(width(text, size), sum * size);
    }

    private static double measure(int c) {
        synchronized (Liberation.FONT) {
            int glyph = Liberation.CMAP.getGlyphId(c);
            if (glyph != 0) {
                try {
                    return Liberation.FONT.getAdvanceWidth(glyph) / (double) Liberation.FONT.getUnitsPerEm();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return borrowed(c, true) instanceof Double width ? width : Character.isIdeographic(c) || c > 0xffff ? 1 : 0.6;
    }

    /** True when every character is in the font, so that a PDF can hold the text as text. */
    static boolean covers(String text) {
        return text.codePoints().allMatch(c -> c >= 32 && c < 127 || Liberation.CMAP.getGlyphId(c) != 0);
    }

    /** The outline of a text on a base line that begins at (x, y), y downwards. */
    static Path2D.Double outline(String text, double x, double y, double size) {
        var out = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double at = x;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            var glyph = GLYPHS.computeIfAbsent(c, Fonts::glyph);
            out.append(glyph.getPathIterator(new AffineTransform(size, 0, 0, size, at, y)), false);
            at += width(Character.toString(c), size);
        }
        return out;
    }

    private static Path2D.Double glyph(int c) {
        synchronized (Liberation.FONT) {
            int id = Liberation.CMAP.getGlyphId(c);
            if (id != 0) {
                try {
                    var data = Liberation.FONT.getGlyph().getGlyph(id);
                    double scale = 1.0 / Liberation.FONT.getUnitsPerEm();
                    return data == null
                            ? new Path2D.Double()
                            : new Path2D.Double(data.getPath(), AffineTransform.getScaleInstance(scale, -scale));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return borrowed(c, false) instanceof Path2D.Double path ? path : blank(c);
    }

    /** What stands for a letter that no font has: an empty box, so that somebody misses it. */
    private static Path2D.Double blank(int c) {
        var box = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        if (!Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT) {
            double width = measure(c);
            box.append(new Rectangle2D.Double(0.06, -0.7, width - 0.12, 0.7), false);
            // The inner outline runs the other way round, so that it is a hole under either winding rule.
            box.moveTo(0.11, -0.65);
            box.lineTo(0.11, -0.05);
            box.lineTo(width - 0.11, -0.05);
            box.lineTo(width - 0.11, -0.65);
            box.closePath();
        }
        return box;
    }

    /** The letters of a text that neither Liberation Sans nor a font of the machine has, each once. */
    public static String missing(String text) {
        var out = new StringBuilder();
        text.codePoints()
                .filter(c -> c > 126 && !Character.isWhitespace(c) && Character.getType(c) != Character.FORMAT)
                .distinct()
                .filter(c -> Liberation.CMAP.getGlyphId(c) == 0 && borrowed(c, true) == null)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    /** A glyph, or its width, from the fonts of the machine; null where the machine has none. */
    private static Object borrowed(int c, boolean width) {
        try {
            for (String family : new String[] {"DejaVu Sans", Font.SANS_SERIF, Font.SERIF}) {
                var font = new Font(family, Font.PLAIN, 1).deriveFont(100f);
                if (font.canDisplay(c)) {
                    var vector = font.createGlyphVector(new FontRenderContext(null, true, true), Character.toString(c));
                    return width
                            ? (Object) (vector.getGlyphMetrics(0).getAdvanceX() / 100.0)
                            : new Path2D.Double(vector.getOutline(), AffineTransform.getScaleInstance(0.01, 0.01));
                }
            }
        } catch (LinkageError | RuntimeException e) {
            return null;
        }
        return null;
    }
}
