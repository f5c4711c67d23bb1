package lectern.plot;

import lectern.plot.layer.Setting;
import lectern.plot.scale.Colormap;

/** Options of what is drawn over the plane: colour maps, levels, places of images, arrows. */
public class FieldOptions extends MarkOptions {
    FieldOptions() {}

    /**
     * Sets the colour map by which values become colours.
     *
     * {@snippet :
     * imshow(a, cmap("gray")) // → Figure. … Field of 3 x 3 cells, values from 0 to 4.
     * }
     *
     * @param name such as {@code "viridis"} (from dark to light), {@code "gray"}, {@code "Blues"}, {@code "RdBu"}
     *     (diverging, for values around a middle)
     * @return the option, for any verb that reads it; another verb refuses it in words
     * @throws IllegalArgumentException for an unknown name, with the names there are
     */
    public static Option cmap(String name) {
        return new Option(Setting.CMAP, Colormap.of(name));
    }

    /**
     * Sets a colour map that was made, such as a reversed one.
     *
     * @param map the colour map
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option cmap(Colormap map) {
        return new Option(Setting.CMAP, map);
    }

    /**
     * Sets the values of the first and of the last colour, so that several panels can be compared; values beyond get
     * the last colour on their side.
     *
     * {@snippet :
     * imshow(a, clim(0, 10)) // → Figure. … Field of 3 x 3 cells, values from 0 to 10.
     * }
     *
     * @param low the value of the first colour
     * @param high the value of the last colour
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option clim(double low, double high) {
        return new Option(Setting.CLIM, new double[] {low, high});
    }

    /**
     * Sets the value of the middle colour of a diverging map; both sides reach equally far.
     *
     * {@snippet :
     * imshow(a, cmap("RdBu"), centered(0)) // → Figure. … Field of 3 x 3 cells, values from −4 to 4.
     * }
     *
     * @param value the value in the middle, such as 0 of differences
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option centered(double value) {
        return new Option(Setting.CENTERED, value);
    }

    /**
     * Spreads colours on a logarithmic scale, for values that differ by orders of magnitude.
     *
     * {@snippet :
     * imshow(of(new double[][] {{1, 10}, {100, 1000}}), logColors())
     * // → Figure. … Field of 2 x 2 cells, values from 1 to 1000.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option logColors() {
        return new Option(Setting.LOG_COLORS, true);
    }

    /**
     * Places an image on the axes.
     *
     * {@snippet :
     * imshow(a, extent(0, 1, 0, 1)) // → Figure. … Field of 3 x 3 cells, values from 0 to 4.
     * }
     *
     * @param left the left rim, in the units of the horizontal axis
     * @param right the right rim
     * @param bottom the lower rim, in the units of the vertical axis
     * @param top the upper rim
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option extent(double left, double right, double bottom, double top) {
        return new Option(Setting.EXTENT, new double[] {left, right, bottom, top});
    }

    /**
     * Puts row 0 of an image at the bottom, as graphs have it, instead of at the top, as pictures have it.
     *
     * {@snippet :
     * imshow(a, originLower()) // → Figure. … Field of 3 x 3 cells, values from 0 to 4.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option originLower() {
        return new Option(Setting.ORIGIN_LOWER, true);
    }

    /**
     * Blends colours between the cells of an image.
     *
     * {@snippet :
     * imshow(a, smooth()) // → Figure. … Field of 3 x 3 cells, values from 0 to 4.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option smooth() {
        return new Option(Setting.SMOOTH, true);
    }

    /**
     * Sets about how many levels contours have; their values are round numbers.
     *
     * {@snippet :
     * contour(a, levels(5)) // → Figure. … Contour lines of 3 x 3 values at 4 levels from 0.8 to 3.2.
     * }
     *
     * @param n the number wanted
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option levels(int n) {
        return new Option(Setting.LEVELS, n);
    }

    /**
     * Sets the values of the levels of contours.
     *
     * @param values numbers; filled contours need two or more
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option levels(Object values) {
        return new Option(Setting.LEVELS, values);
    }

    /**
     * Sets the scale of arrows.
     *
     * {@snippet :
     * quiver(of(0.0, 1), of(0.0, 0), of(1.0, 0), of(0.0, 1), perWidth(5)) // → Figure. … Field of 2 arrows.
     * }
     *
     * @param magnitude the length of data that an arrow as long as the axes are wide would have; smaller numbers make
     *     longer arrows
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option perWidth(double magnitude) {
        return new Option(Setting.PER_WIDTH, magnitude);
    }

    /**
     * Sets how dense stream lines are.
     *
     * {@snippet :
     * var g = grid(linspace(-1, 1, 9), linspace(-1, 1, 9));
     * streamplot(g.x(), g.y(), g.map((p, q) -> q), g.map((p, q) -> p), lineDensity(0.5))
     * // → Figure. Axes: x from −1.1 to 1.1, y from −1.1 to 1.1. 23 stream lines.
     * }
     *
     * @param factor 1 unless said; 2 for about twice as many
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option lineDensity(double factor) {
        return new Option(Setting.LINE_DENSITY, factor);
    }

    /**
     * Sets where on its axis the plane of contours in space lies.
     *
     * {@snippet :
     * contour3d(linspace(-1, 1, 9), linspace(-1, 1, 9), (p, q) -> p * q, offset(-2))
     * // → Figure. … Contours at 7 levels on a wall.
     * }
     *
     * @param value in the units of that axis; its lower end unless said
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option offset(double value) {
        return new Option(Setting.OFFSET, value);
    }

    /**
     * Sets the axis across which the plane of contours in space lies.
     *
     * {@snippet :
     * contour3d(linspace(-1, 1, 9), linspace(-1, 1, 9), (p, q) -> p * q, across("x"))
     * // → Figure. … Contours at 7 levels on a wall.
     * }
     *
     * @param axis {@code "x"}, {@code "y"} or {@code "z"} (unless said)
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option across(String axis) {
        return new Option(Setting.ACROSS, axis);
    }

    /**
     * Draws all arrows in space so many times as long as their data say.
     *
     * {@snippet :
     * quiver3d(of(0.0), of(0.0), of(0.0), of(1.0), of(1.0), of(1.0), lengths(0.5))
     * // → Figure. … Arrows at 1 points in space.
     * }
     *
     * @param factor 1 for the lengths of the data
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option lengths(double factor) {
        return new Option(Setting.LENGTHS, factor);
    }

    /**
     * Puts the middle of each arrow at its point instead of its foot.
     *
     * {@snippet :
     * quiver(of(0.0, 1), of(0.0, 0), of(1.0, 0), of(0.0, 1), pivotMiddle()) // → Figure. … Field of 2 arrows.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option pivotMiddle() {
        return new Option(Setting.PIVOT_MIDDLE, true);
    }
}
