package lectern.plot.canvas;

import java.awt.Insets;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;

/**
 * Sets formulas in TeX notation as outlines.
 *
 * <p>The typesetter keeps shared state and takes most of a second to load, so one lock guards it, every formula is set
 * once, and {@link #warmUp} loads it in the background.
 */
public final class Mathematics {
    private static final double SIZE = 100;
    /** The formula font is slighter than Liberation Sans of the same size. */
    private static final double ENLARGE = 1.14;

    private static final Map<String, Formula> CACHE = new ConcurrentHashMap<>();
    private static volatile boolean warm;

    private Mathematics() {}

    /** A set formula: base line at y = 0, y downwards, all in points. */
    record Formula(Path2D.Double outline, double width, double ascent, double descent) {
        Formula scaled(double s) {
            return new Formula(
                    new Path2D.Double(outline, AffineTransform.getScaleInstance(s, s)),
                    s * width,
                    s * ascent,
                    s * descent);
        }
    }

    /** The formula at a size; what TeX cannot read is shown as it was typed. */
    static Formula formula(String tex, double size) {
        Formula set = CACHE.get(tex);
        if (set == null) {
            set = typeset(tex);
            CACHE.put(tex, set);
        }
        return set.scaled(ENLARGE * size / SIZE);
    }

    private static synchronized Formula typeset(String tex) {
        try {
            FormulaFonts.provide();
            var icon = new TeXFormula(tex).createTeXIcon(TeXConstants.STYLE_TEXT, (float) SIZE);
            icon.setInsets(new Insets(0, 0, 0, 0), true);
            var graphics = new OutlineGraphics();
            FormulaFonts.provide();
            icon.paintIcon(null, graphics, 0, 0);
            double base = icon.getIconHeight() - icon.getIconDepth();
            var outline = new Path2D.Double(graphics.outline(), AffineTransform.getTranslateInstance(0, -base));
            return new Formula(outline, icon.getIconWidth(), base, icon.getIconDepth());
        } catch (RuntimeException | LinkageError e) {
            return new Formula(
                    Fonts.outline(tex, 0, 0, SIZE), Fonts.width(tex, SIZE), Fonts.ASCENT * SIZE, Fonts.DESCENT * SIZE);
        }
    }

    /** Loads the typesetter in the background, once. */
    public static void warmUp() {
        if (warm) {
            return;
        }
        warm = true;
        var thread = new Thread(() -> formula("\\|\\nabla f_i^2\\|", 10), "lectern-mathematics");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }
}
