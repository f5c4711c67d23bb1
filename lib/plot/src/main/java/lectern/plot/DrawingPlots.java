package lectern.plot;

import java.util.function.IntFunction;

/**
 * The verbs that draw points, ways, shapes, rules and words; each begins a new figure with one panel and returns its axes.
 *
 * {@snippet :
 * arrow(0, 0, 1, 2, color("C1")).text(1, 2, "$v$").equal()
 * }
 */
public class DrawingPlots extends StatisticsPlots {
    DrawingPlots() {}

    /**
     * Draws an arrow from (x, y) to (x + dx, y + dy): a vector of linear algebra.
     *
     * {@snippet :
     * arrow(0, 0, 1, 2, color("C1")).equal() // → Figure. … Arrow.
     * }
     *
     * @param x the place of its foot
     * @param y the height of its foot
     * @param dx how far it points to the right
     * @param dy how far it points upwards
     * @param options {@code color}, {@code width}, {@code label}, {@code alpha}
     * @return the axes, to which further calls add layers
     */
    public static Axes arrow(double x, double y, double dx, double dy, Option... options) {
        return Plots.axes().arrow(x, y, dx, dy, options);
    }

    /**
     * Writes a text whose lower left corner is at (x, y); formulas stand between dollar signs.
     *
     * {@snippet :
     * text(0.5, 0.5, "$\\alpha = 1$", anchor("center")) // → Figure. … Text "\alpha = 1".
     * }
     *
     * @param x the place along the horizontal axis
     * @param y the height
     * @param text the words
     * @param options {@code anchor} and {@code valign} (which part of the text is at the point), {@code fontSize},
     *     {@code rotated}, {@code boxed}, {@code color}; with {@code axesFraction} the point is a fraction of the box
     * @return the axes, to which further calls add layers
     */
    public static Axes text(double x, double y, String text, Option... options) {
        return Plots.axes().text(x, y, text, options);
    }

    /**
     * Writes a text beside a point, with an arrow to it.
     *
     * {@snippet :
     * annotate("minimum", 0, 0, 0.5, 0.5) // → Figure. … Text "minimum".
     * }
     *
     * @param text the words; formulas stand between dollar signs
     * @param x the place of the arrow's tip
     * @param y the height of the arrow's tip
     * @param textX the place of the text
     * @param textY the height of the text
     * @param options {@code fontSize}, {@code anchor}, {@code valign}, {@code rotated}, {@code boxed}, {@code color}
     * @return the axes, to which further calls add layers
     */
    public static Axes annotate(String text, double x, double y, double textX, double textY, Option... options) {
        return Plots.axes().annotate(text, x, y, textX, textY, options);
    }

    /**
     * Draws a level line across the whole box, whatever the axis shows.
     *
     * {@snippet :
     * axhline(0.5, dashed()) // → Figure. Axes: x from −0.05 to 1.05, y from 0.4725 to 0.5275.
     * }
     *
     * @param y the height
     * @param options {@code color}, {@code width}, {@code dashed}, {@code dotted}, {@code label}, {@code alpha}
     * @return the axes, to which further calls add layers
     */
    public static Axes axhline(double y, Option... options) {
        return Plots.axes().axhline(y, options);
    }

    /**
     * Draws an upright line from the bottom of the box to its top, whatever the axis shows.
     *
     * {@snippet :
     * axvline(10, dashed(), label("stopped")) // → Figure. … Rule "stopped" at 10.
     * }
     *
     * @param x the place
     * @param options {@code color}, {@code width}, {@code dashed}, {@code dotted}, {@code label}, {@code alpha}
     * @return the axes, to which further calls add layers
     */
    public static Axes axvline(double x, Option... options) {
        return Plots.axes().axvline(x, options);
    }

    /**
     * Fills the strip between two heights across the whole box, such as a range of tolerance.
     *
     * {@snippet :
     * axhspan(-1, 1, alpha(0.2)) // → Figure. Axes: x from −0.05 to 1.05, y from −1.1 to 1.1.
     * }
     *
     * @param from the lower height
     * @param to the upper height
     * @param options {@code color}, {@code alpha}, {@code label}, {@code zorder}
     * @return the axes, to which further calls add layers
     */
    public static Axes axhspan(double from, double to, Option... options) {
        return Plots.axes().axhspan(from, to, options);
    }

    /**
     * Fills the strip between two places from the bottom of the box to its top, such as a time of interest.
     *
     * {@snippet :
     * axvspan(2, 3, color("C1"), alpha(0.2)) // → Figure. Axes: x from 1.95 to 3.05, y from −0.05 to 1.05.
     * }
     *
     * @param from the left place
     * @param to the right place
     * @param options {@code color}, {@code alpha}, {@code label}, {@code zorder}
     * @return the axes, to which further calls add layers
     */
    public static Axes axvspan(double from, double to, Option... options) {
        return Plots.axes().axvspan(from, to, options);
    }

    /**
     * Draws a filled ellipse around a centre, such as a line of equal density of a normal distribution.
     *
     * {@snippet :
     * ellipse(0, 0, 4, 2, rotated(30), hollow())
     * // → Figure. Axes: x from −1.98269 to 1.98269, y from −1.45489 to 1.45489.
     * }
     *
     * @param x the place of the centre
     * @param y the height of the centre
     * @param width the whole width, in the units of the horizontal axis
     * @param height the whole height, in the units of the vertical axis
     * @param options {@code rotated(degrees)}, {@code hollow}, {@code color}, {@code edge}, {@code hatch},
     *     {@code alpha}, {@code label}
     * @return the axes, to which further calls add layers
     */
    public static Axes ellipse(double x, double y, double width, double height, Option... options) {
        return Plots.axes().ellipse(x, y, width, height, options);
    }

    /**
     * Draws rows of texts or numbers as a table in place of a panel; a table of a notebook's own is
     * {@code table(rows)}.
     *
     * {@snippet :
     * table(List.of(List.of("a", "1"), List.of("b", "2")), List.of("name", "count"))
     * // → Figure. Axes. Table of 2 rows with columns name, count.
     * }
     *
     * @param rows a list of rows, nested arrays or a matrix
     * @param header a text for each column; null for none
     * @return the axes, to which further calls add layers
     */
    public static Axes table(Object rows, Object header) {
        return Plots.axes().table(rows, header);
    }

    /**
     * Draws a filled polygon through corners; the last is joined to the first.
     *
     * {@snippet :
     * polygon(of(0.0, 1, 0.5), of(0.0, 0, 1), hollow()) // → Figure. Axes: x from −0.05 to 1.05, y from −0.05 to 1.05.
     * }
     *
     * @param x the places of the corners
     * @param y the heights of the corners
     * @param options {@code color}, {@code hollow}, {@code edge}, {@code hatch}, {@code alpha}, {@code label}
     * @return the axes, to which further calls add layers
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes polygon(Object x, Object y, Option... options) {
        return Plots.axes().polygon(x, y, options);
    }

    /**
     * Draws figures one after the other and makes an animation of them; give them the same limits, or the axes jump.
     *
     * {@snippet :
     * animate(3, i -> plot(linspace(0, 6, 50).map(t -> Math.sin(t + i))))
     * // → Animation of 3 frames. Figure. … Line of 50 points, values from −0.999829 to 0.999722.
     * }
     *
     * @param frames the number of figures, 1 to 500
     * @param draw answers axes or a figure for each number from 0 to {@code frames - 1}
     * @return the animation, which plays where it is shown, a frame every 100 milliseconds unless {@code interval} says
     *     otherwise
     * @throws IllegalArgumentException for another number of frames, or for frames that are no figures or differ in
     *     size
     */
    public static Animation animate(int frames, IntFunction<?> draw) {
        return new Animation(frames, draw);
    }

    /**
     * Draws a mark at one point: a minimum, a start, a test sample.
     *
     * {@snippet :
     * contour(linspace(-1, 1, 9), linspace(-1, 1, 9), (p, q) -> p * p + q * q).point(0, 0, marker("*"));
     * point(1, 2) // → Figure. … Marks of 1 points, values from 2 to 2.
     * }
     *
     * @param x its place along the horizontal axis
     * @param y its height
     * @param options {@code marker} (a disc unless said), {@code size}, {@code color}, {@code hollow}, {@code edge},
     *     {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar
     */
    public static Axes point(double x, double y, Option... options) {
        return Plots.axes().point(x, y, options);
    }

    /**
     * Draws a mark with a label at one point.
     *
     * @param x its place along the horizontal axis
     * @param y its height
     * @param label the words in the legend
     * @param options {@code marker} (a disc unless said), {@code size}, {@code color}, {@code hollow}, {@code edge},
     *     {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar
     */
    public static Axes point(double x, double y, String label, Option... options) {
        return Plots.axes().point(x, y, label, options);
    }

    /**
     * Draws a straight line from (x0, y0) to (x1, y1); one across the whole box is {@code axline}.
     *
     * {@snippet :
     * segment(0, 0, 1, 2, dotted()) // → Figure. … Line of 2 points, values from 0 to 2.
     * }
     *
     * @param x0 the place of its beginning
     * @param y0 the height of its beginning
     * @param x1 the place of its end
     * @param y1 the height of its end
     * @param options those of lines: {@code color}, {@code width}, {@code dashed}, {@code marker}, {@code label},
     *     {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar
     */
    public static Axes segment(double x0, double y0, double x1, double y1, Option... options) {
        return Plots.axes().segment(x0, y0, x1, y1, options);
    }

    /**
     * Draws a line through points that are rows (x, y), such as the steps of a descent.
     *
     * {@snippet :
     * path(new double[][] {{-2, 1}, {-1, 0.5}, {0, 0}}, marker("."))
     * // → Figure. … Line of 3 points, values from 0 to 1.
     * }
     *
     * @param points shape (n, 2): a matrix, nested arrays or a list of positions
     * @param options those of lines: {@code color}, {@code width}, {@code dashed}, {@code marker}, {@code every},
     *     {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar
     * @throws IllegalArgumentException for points of another shape
     */
    public static Axes path(Object points, Option... options) {
        return Plots.axes().path(points, options);
    }

    /**
     * Draws a line with a label through points that are rows (x, y).
     *
     * @param points shape (n, 2): a matrix, nested arrays or a list of positions
     * @param label the words in the legend
     * @param options those of lines: {@code color}, {@code width}, {@code dashed}, {@code marker}, {@code every},
     *     {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar
     * @throws IllegalArgumentException for points of another shape
     */
    public static Axes path(Object points, String label, Option... options) {
        return Plots.axes().path(points, label, options);
    }
}
