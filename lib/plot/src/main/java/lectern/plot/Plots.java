package lectern.plot;

import java.util.function.DoubleUnaryOperator;
import lectern.plot.canvas.Mathematics;
import lectern.plot.scale.Theme;

/**
 * The verbs and options of plotting, for static import: each verb begins a new figure with one panel and returns its
 * axes.
 *
 * <p>The options and the figures of learning are inherited, so that one import brings everything.
 *
 * {@snippet :
 * var t = linspace(0, 6, 20);
 * plot(t, t.sin(), "data", marker("o")).plot(t, t.cos(), "model", dashed()).xlabel("$t$").legend()
 * }
 */
public final class Plots extends SeriesPlots {
    static {
        Figure.withoutWindows();
        Mathematics.warmUp();
    }

    private Plots() {}

    /**
     * Sets the look of the figures made from now on.
     * The look is the notebook's: figures that are there already keep theirs.
     *
     * {@snippet :
     * style("dark");
     * plot(of(1.0, 2, 4));
     * style("default");
     * plot(of(1.0, 2, 4)) // → Figure. … Line of 3 points, values from 1 to 4.
     * }
     *
     * @param name {@code "default"}, {@code "colorblind"} (colours that most colour-blind readers tell apart),
     *     {@code "print"} (grey with dashes and hatches), {@code "dark"} or {@code "sketch"}
     * @throws IllegalArgumentException for another name
     */
    public static void style(String name) {
        Theme.use(Theme.of(name));
    }

    /**
     * Makes a new figure with one empty panel, 6.4 by 4.8 inches unless {@code size} says otherwise.
     *
     * {@snippet :
     * figure().at(0).plot(of(1.0, 2), of(3.0, 4)) // → Figure. … Line of 2 points, values from 3 to 4.
     * }
     *
     * @return the figure; {@code at(0)} is its panel
     */
    public static Figure figure() {
        return new Figure(1, 1, Theme.current());
    }

    /**
     * Makes a new figure with one empty panel, of a size in inches; a grid of panels is {@code subplots}.
     *
     * @param widthInches the width in inches
     * @param heightInches the height in inches
     * @return the figure; {@code at(0)} is its panel
     * @throws IllegalArgumentException for a size that is not positive
     */
    public static Figure figure(double widthInches, double heightInches) {
        return figure().size(widthInches, heightInches);
    }

    /**
     * Makes a new figure with a grid of panels, counted row by row from 0: {@code at(0)} is the upper left one.
     * A panel leads to the next by {@code at(i)} too, so that one chain of calls fills all; {@code size(width, height)}
     * sets the size of the whole in inches.
     *
     * {@snippet :
     * subplots(1, 2).size(8, 3).at(0).plot(of(1.0, 2)).at(1).hist(of(1.0, 1, 2))
     * // → Figure of 2 panels. … Line of 2 points, values from 1 to 2. … Histogram of 10 bars.
     * }
     *
     * @param rows the number of rows, 1 or more
     * @param cols the number of panels in each row, 1 or more
     * @return the figure
     * @throws IllegalArgumentException for fewer than one row or column
     */
    public static Figure subplots(int rows, int cols) {
        return new Figure(rows, cols, Theme.current());
    }

    /**
     * Makes a new figure with one panel and answers the panel, for what begins with no data: {@code axes().xlim(0, 1)}.
     *
     * {@snippet :
     * axes().title("nothing yet") // → Figure. "nothing yet": x from −0.05 to 1.05, y from −0.05 to 1.05.
     * }
     *
     * @return the empty axes
     */
    public static Axes axes() {
        return figure().at(0);
    }

    /**
     * Draws a line through values over 0, 1, 2, …
     *
     * {@snippet :
     * plot(of(1.0, 4, 9), marker("o")) // → Figure. … Line of 3 points, values from 1 to 9.
     * }
     *
     * @param y a value for each place; a matrix draws a line for each of its columns; NaN leaves a gap
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException for null, for what holds no numbers, or for an option that has no effect on
     *     lines
     */
    public static Axes plot(Object y, Option... options) {
        return axes().plot(y, options);
    }

    /**
     * Draws a line with a label through values over 0, 1, 2, …
     *
     * @param y a value for each place; a matrix draws a line for each of its columns; NaN leaves a gap
     * @param label the words of the line in the legend, which {@code legend()} on the axes shows
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException for null, for what holds no numbers, or for an option that has no effect on
     *     lines
     */
    public static Axes plot(Object y, String label, Option... options) {
        return axes().plot(y, label, options);
    }

    /**
     * Draws a line through the points (x, y), joined in the order in which they come.
     *
     * @param x the places along the horizontal axis: numbers, texts (categories, one behind the other) or dates (a
     *     calendar)
     * @param y a value for each place; a matrix draws a line for each of its columns; NaN leaves a gap
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length, for null, or for an option that has no effect on
     *     lines
     */
    public static Axes plot(Object x, Object y, Option... options) {
        return axes().plot(x, y, options);
    }

    /**
     * Draws a line with a label through the points (x, y), joined in the order in which they come.
     *
     * @param x the places along the horizontal axis: numbers, texts (categories, one behind the other) or dates (a
     *     calendar)
     * @param y a value for each place; a matrix draws a line for each of its columns; NaN leaves a gap
     * @param label the words of the line in the legend, which {@code legend()} on the axes shows
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length, for null, or for an option that has no effect on
     *     lines
     */
    public static Axes plot(Object x, Object y, String label, Option... options) {
        return axes().plot(x, y, label, options);
    }

    /**
     * Draws a function: its values at the given places, joined by straight strokes, so more places make a smoother
     * curve.
     *
     * @param x the places at which the function is asked, in rising order: {@code linspace(0, 6, 200)}
     * @param f the function of one number
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException for places that are no numbers, or for an option that has no effect on lines
     */
    public static Axes plot(Object x, DoubleUnaryOperator f, Option... options) {
        return axes().plot(x, f, options);
    }

    /**
     * Draws a function with a label: its values at the given places, joined by straight strokes.
     *
     * @param x the places at which the function is asked, in rising order: {@code linspace(0, 6, 200)}
     * @param f the function of one number
     * @param label the words of the line in the legend, which {@code legend()} on the axes shows
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException for places that are no numbers, or for an option that has no effect on lines
     */
    public static Axes plot(Object x, DoubleUnaryOperator f, String label, Option... options) {
        return axes().plot(x, f, label, options);
    }

    /**
     * Draws a line over 0, 1, 2, … with a logarithmic vertical axis, on which exponential decay is straight.
     *
     * {@snippet :
     * semilogy(of(1.0, 0.1, 0.01)) // → Figure. … Line of 3 points, values from 0.01 to 1.
     * }
     *
     * @param y the values; zero and less have no place on the axis and are left out
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     */
    public static Axes semilogy(Object y, Option... options) {
        return axes().semilogy(y, options);
    }

    /**
     * Draws a line with a label over 0, 1, 2, … with a logarithmic vertical axis.
     *
     * @param y the values; zero and less have no place on the axis and are left out
     * @param label the words of the line in the legend, which {@code legend()} on the axes shows
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     */
    public static Axes semilogy(Object y, String label, Option... options) {
        return axes().semilogy(y, label, options);
    }

    /**
     * Draws a line through the points (x, y) with a logarithmic vertical axis, on which exponential decay is straight.
     *
     * @param x the places along the horizontal axis: numbers, texts (categories, one behind the other) or dates (a
     *     calendar)
     * @param y a value for each place; zero and less have no place on the axis and are left out
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes semilogy(Object x, Object y, Option... options) {
        return axes().semilogy(x, y, options);
    }

    /**
     * Draws a line with a label through the points (x, y) with a logarithmic vertical axis.
     *
     * @param x the places along the horizontal axis: numbers, texts (categories, one behind the other) or dates (a
     *     calendar)
     * @param y a value for each place; zero and less have no place on the axis and are left out
     * @param label the words of the line in the legend, which {@code legend()} on the axes shows
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes semilogy(Object x, Object y, String label, Option... options) {
        return axes().semilogy(x, y, label, options);
    }

    /**
     * Draws a line through the points (x, y) with a logarithmic horizontal axis, for what is swept over orders of
     * magnitude.
     *
     * {@snippet :
     * semilogx(of(1e-3, 1e-2, 1e-1), of(0.9, 0.95, 0.7)) // → Figure. … Line of 3 points, values from 0.7 to 0.95.
     * }
     *
     * @param x the places; zero and less have no place on the axis and are left out
     * @param y a value for each place; a matrix draws a line for each of its columns; NaN leaves a gap
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes semilogx(Object x, Object y, Option... options) {
        return axes().semilogx(x, y, options);
    }

    /**
     * Draws a line with a label through the points (x, y) with a logarithmic horizontal axis.
     *
     * @param x the places; zero and less have no place on the axis and are left out
     * @param y a value for each place; a matrix draws a line for each of its columns; NaN leaves a gap
     * @param label the words of the line in the legend, which {@code legend()} on the axes shows
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes semilogx(Object x, Object y, String label, Option... options) {
        return axes().semilogx(x, y, label, options);
    }

    /**
     * Draws a line through the points (x, y) with both axes logarithmic: a power law is straight, and its slope is the
     * exponent.
     *
     * {@snippet :
     * loglog(of(1.0, 10, 100), of(2.0, 200, 20000)) // → Figure. … Line of 3 points, values from 2 to 20000.
     * }
     *
     * @param x the places; zero and less have no place on the axis and are left out
     * @param y a value for each place; zero and less are left out
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes loglog(Object x, Object y, Option... options) {
        return axes().loglog(x, y, options);
    }

    /**
     * Draws a line with a label through the points (x, y) with both axes logarithmic.
     *
     * @param x the places; zero and less have no place on the axis and are left out
     * @param y a value for each place; zero and less are left out
     * @param label the words of the line in the legend, which {@code legend()} on the axes shows
     * @param options the look of the line: {@code color}, {@code width}, {@code dashed}, {@code dotted},
     *     {@code dashdot}, {@code marker}, {@code size}, {@code hollow}, {@code every}, {@code noLine}, {@code alpha},
     *     {@code zorder}
     * @return the axes, to which further calls add lines, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes loglog(Object x, Object y, String label, Option... options) {
        return axes().loglog(x, y, label, options);
    }
}
