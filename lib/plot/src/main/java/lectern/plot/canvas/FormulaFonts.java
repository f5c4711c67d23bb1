package lectern.plot.canvas;

import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.util.Map;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.scilab.forge.jlatexmath.DefaultTeXFont;
import org.scilab.forge.jlatexmath.FontInfo;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * The typesetter's fonts, read from memory.
 *
 * <p>Left to itself the typesetter asks Java for its fonts, and Java writes each into a temporary file that stays when
 * the kernel is killed. So its table of fonts gets our own before it draws: a {@link Glyphs} has the size that the
 * typesetter expects and outlines of its own.
 */
final class FormulaFonts {
    private static final Field TABLE = field("fonts");
    private static final Field FONT = field("font");
    private static final Field BASE = field("base");
    private static final Field PATH = field("path");

    private FormulaFonts() {}

    private static Field field(String name) {
        try {
            Field field = FontInfo.class.getDeclaredField(name);
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(
                    "The typesetter of formulas has no " + name + "; is it another version?", e);
        }
    }

    /** Gives every font of the typesetter that has not been read yet its glyphs; it fills its table when it wakes up. */
    static void provide() {
        new DefaultTeXFont(1);
        try {
            for (Object info : ((Map<?, ?>) TABLE.get(null)).values()) {
                if (FONT.get(info) == null) {
                    FONT.set(info, new Glyphs(BASE.get(info), (String) PATH.get(info)));
                }
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The fonts of formulas cannot be set: " + e.getMessage(), e);
        }
    }

    /** One font of the typesetter; its file is parsed when the first glyph is drawn. */
    static final class Glyphs extends Font {
        private static final float SIZE = TeXFormula.PIXELS_PER_POINT * TeXFormula.FONT_SCALE_FACTOR;

        private final transient Object base;
        private final String path;
        private transient TrueTypeFont font;
        private transient CmapSubtable[] maps;

        Glyphs(Object base, String path) {
            super(Font.SERIF, Font.PLAIN, Math.round(SIZE));
            this.size = Math.round(SIZE);
            this.pointSize = SIZE;
            this.base = base;
            this.path = path;
        }

        private void open() throws IOException {
            Class<?> home = base == null ? FontInfo.class : base.getClass();
            try (InputStream in = home.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IOException("the font " + path + " is missing");
                }
                font = new TTFParser(true).parse(new RandomAccessReadBuffer(in.readAllBytes()));
                maps = font.getCmap().getCmaps();
            }
        }

        /** The outline of a text on the base line from (x, y) on, y downwards. */
        Path2D.Double outline(String text, double x, double y) {
            try {
                if (font == null) {
                    open();
                }
                double scale = SIZE / font.getUnitsPerEm();
                var out = new Path2D.Double(Path2D.WIND_NON_ZERO);
                double at = x;
                for (int i = 0; i < text.length(); i++) {
                    int glyph = glyph(text.charAt(i));
                    var data = font.getGlyph().getGlyph(glyph);
                    if (data != null) {
                        out.append(
                                data.getPath().getPathIterator(new AffineTransform(scale, 0, 0, -scale, at, y)), false);
                    }
                    at += scale * font.getAdvanceWidth(glyph);
                }
                return out;
            } catch (IOException e) {
                throw new UncheckedIOException("A font of formulas cannot be read: " + e.getMessage(), e);
            }
        }

        /** Fonts of symbols have their characters at U+F000 and above. */
        private int glyph(char c) {
            for (CmapSubtable map : maps) {
                int glyph = map.getGlyphId(c);
                glyph = glyph == 0 ? map.getGlyphId(0xF000 + c) : glyph;
                if (glyph != 0) {
                    return glyph;
                }
            }
            return 0;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
