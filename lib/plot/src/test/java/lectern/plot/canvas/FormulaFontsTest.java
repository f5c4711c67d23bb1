package lectern.plot.canvas;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scilab.forge.jlatexmath.FontInfo;

/** Formulas are set from fonts in memory: Java, which would write each font into a temporary file, is asked for none. */
class FormulaFontsTest {
    private static final List<String> FORMULAS = List.of(
            "\\int_0^\\infty e^{-x^2}\\,dx=\\frac{\\sqrt\\pi}{2}",
            "\\alpha\\Gamma\\mathbb{R}\\mathcal{L}\\mathfrak{g}\\mathbf{x}\\mathsf{A}\\mathtt{code}",
            "\\sum_{k=1}^n \\binom{n}{k}\\left(\\frac{a}{b}\\right)^k",
            "\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}\\otimes\\hat y\\leftarrow");

    @Test
    void everyFontIsOurs() throws ReflectiveOperationException {
        for (String formula : FORMULAS) {
            var bounds = Mathematics.formula(formula, 10).outline().getBounds2D();
            assertTrue(bounds.getWidth() > 10 && bounds.getHeight() > 5, formula + " is drawn in " + bounds);
        }
        var table = FontInfo.class.getDeclaredField("fonts");
        table.setAccessible(true);
        var font = FontInfo.class.getDeclaredField("font");
        font.setAccessible(true);
        var fonts = ((Map<?, ?>) table.get(null)).values();
        assertFalse(fonts.isEmpty());
        for (Object info : fonts) {
            Object own = font.get(info);
            assertTrue(own == null || own instanceof FormulaFonts.Glyphs, String.valueOf(own));
        }
    }
}
