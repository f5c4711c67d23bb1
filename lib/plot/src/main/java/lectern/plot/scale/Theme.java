package lectern.plot.scale;

import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;

/**
 * The look of a figure: colours of page, ink, grid and series.
 *
 * @param name how it is asked for
 * @param page colour of the page
 * @param face colour inside the axes
 * @param ink colour of axes and text
 * @param grid colour of grid lines
 * @param cycle colours that series take in turn
 * @param dashed series also take dashes in turn, and bars hatches, so that black-and-white print tells them apart
 * @param sketched lines are drawn as if by hand
 */
public record Theme(String name, int page, int face, int ink, int grid, int[] cycle, boolean dashed, boolean sketched) {
    /** White page, Tableau's ten colours. */
    public static final Theme DEFAULT =
            new Theme("default", Colors.WHITE, Colors.WHITE, Colors.BLACK, 0xffb0b0b0, Colors.TAB10, false, false);
    /** Safe in black and white: dark to light greys, dashes and hatches. */
    public static final Theme PRINT = new Theme(
            "print",
            Colors.WHITE,
            Colors.WHITE,
            Colors.BLACK,
            0xffc8c8c8,
            new int[] {0xff000000, 0xff606060, 0xff909090, 0xff303030, 0xffb0b0b0, 0xff787878},
            true,
            false);
    /** White page, colours that stay apart for whoever sees few of them (M. Okabe and K. Ito, 2008), without yellow. */
    public static final Theme COLORBLIND = new Theme(
            "colorblind",
            Colors.WHITE,
            Colors.WHITE,
            Colors.BLACK,
            0xffb0b0b0,
            new int[] {0xff0072b2, 0xffe69f00, 0xff009e73, 0xffd55e00, 0xff56b4e9, 0xffcc79a7, 0xff000000},
            false,
            false);
    /** Light ink on a dark page. */
    public static final Theme DARK = new Theme(
            "dark",
            0xff111111,
            0xff111111,
            0xffe6e6e6,
            0xff4a4a4a,
            new int[] {
                0xff8dd3c7,
                0xfffeffb3,
                0xffbfbbd9,
                0xfffa8174,
                0xff81b1d2,
                0xfffdb462,
                0xffb3de69,
                0xffbc82bd,
                0xffccebc4,
                0xffffed6f
            },
            false,
            false);
    /** Wavy lines as if drawn by hand. */
    public static final Theme SKETCH =
            new Theme("sketch", Colors.WHITE, Colors.WHITE, 0xff222222, 0xffc8c8c8, Colors.TAB10, false, true);

    /** Dashes in their order, one after the other in print and for each turn of the colours elsewhere; null is a solid line. */
    private static final double[][] DASHES = {
        null, {5.5, 2.4}, {9.6, 2.4, 1.5, 2.4}, {1.5, 2.5}, {9.6, 2.4, 1.5, 2.4, 1.5, 2.4}
    };

    private static final String[] HATCHES = {"", "//", "\\\\", "xx", "..", "--", "++"};
    /** Fillings of the print style: hatches stand out from all but the first. */
    private static final int[] FILLS = {
        0xff707070, 0xffe8e8e8, 0xffc4c4c4, 0xfffafafa, 0xffdcdcdc, 0xffb4b4b4, 0xfff0f0f0
    };

    private static final Marker[] MARKERS = {
        Marker.CIRCLE,
        Marker.TRIANGLE,
        Marker.SQUARE,
        Marker.X,
        Marker.DIAMOND,
        Marker.PLUS,
        Marker.TRIANGLE_DOWN,
        Marker.STAR
    };

    private static volatile Theme current = DEFAULT;

    /** The look of the figures made from now on. */
    public static Theme current() {
        return current;
    }

    /** Sets the look of the figures made from now on. */
    public static void use(Theme theme) {
        current = theme;
    }

    /** The theme of this name. */
    public static Theme of(String name) {
        for (Theme theme : new Theme[] {DEFAULT, COLORBLIND, PRINT, DARK, SKETCH}) {
            if (theme.name.equals(name)) {
                return theme;
            }
        }
        throw new IllegalArgumentException(
                "There is no style \"" + name + "\"; known are default, colorblind, print, dark, sketch.");
    }

    public int color(int i) {
        return cycle[i % cycle.length];
    }

    /** The colour of bars and areas. */
    public int fill(int i) {
        return dashed ? FILLS[i % FILLS.length] : color(i);
    }

    /** The mark of the points of a series. */
    public Marker marker(int i) {
        return MARKERS[(dashed ? i : i / cycle.length) % MARKERS.length];
    }

    /** The pen around bars and areas that have none of their own. */
    public Pen rim() {
        return dashed ? Pen.solid(ink, 0.6) : Pen.NONE;
    }

    public double[] dash(int i) {
        return DASHES[(dashed ? i : i / cycle.length) % DASHES.length];
    }

    public String hatch(int i) {
        return HATCHES[(dashed ? i : i / cycle.length) % HATCHES.length];
    }
}
