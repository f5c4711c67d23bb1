package lectern.plot;

import lectern.plot.canvas.Marker;
import lectern.plot.layer.Setting;
import lectern.plot.layer.Style;

/** Options of lines, marks and shapes: colours, strokes, sizes, labels. */
public class MarkOptions {
    MarkOptions() {}

    /**
     * Says what the legend calls a line, a cloud or each column of a matrix.
     *
     * {@snippet :
     * plot(x, y, label("data")).legend() // → Figure. … Line "data" of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @param texts one text, or one for each column, sample or sector; formulas stand between dollar signs
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option label(String... texts) {
        return new Option(Setting.LABEL, texts.clone());
    }

    /**
     * Sets the colour of lines, marks and shapes.
     *
     * {@snippet :
     * plot(x, y, color("C1")) // → Figure. … Line of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @param name {@code "C0"} to {@code "C9"} (the colours of the style), a name of CSS such as {@code "steelblue"},
     *     {@code "tab:orange"}, a letter such as {@code "k"}, {@code "#rrggbb"}, or a grey from {@code "0"} (black) to
     *     {@code "1"}; the verb that reads it refuses a name that is no colour
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option color(String name) {
        return new Option(Setting.COLOR, name);
    }

    /**
     * Sets a colour for each point, bar or sector in turn; after the last the first comes again.
     *
     * {@snippet :
     * bar(List.of("a", "b"), of(1.0, 2), colors("C0", "0.7")) // → Figure. … Bar chart of 2 bars.
     * }
     *
     * @param names colours as {@code color} takes them
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option colors(String... names) {
        return new Option(Setting.COLORS, names.clone());
    }

    /**
     * Colours points or bars by values through the colour map, or by classes.
     *
     * {@snippet :
     * scatter(of(1.0, 2, 3), of(1.0, 2, 3), colorBy(List.of("a", "b", "a")))
     * // → Figure. … Scatter "a" of 2 points. Scatter "b" of 1 points.
     * }
     *
     * @param values a number for each point, or a text for each: texts are classes, each with a colour and a line in
     *     the legend
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option colorBy(Object values) {
        return new Option(Setting.COLOR_BY, values);
    }

    /**
     * Draws lines as strokes and gaps.
     *
     * {@snippet :
     * plot(x, y, dashed()) // → Figure. … Line of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option dashed() {
        return new Option(Setting.DASH, new double[] {3.7, 1.6});
    }

    /**
     * Draws lines as dots.
     *
     * {@snippet :
     * plot(x, y, dotted()) // → Figure. … Line of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option dotted() {
        return new Option(Setting.DASH, new double[] {1, 1.65});
    }

    /**
     * Draws lines as strokes and dots in turn.
     *
     * {@snippet :
     * plot(x, y, dashdot()) // → Figure. … Line of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option dashdot() {
        return new Option(Setting.DASH, new double[] {6.4, 1.6, 1, 1.6});
    }

    /**
     * Sets the width of lines.
     *
     * {@snippet :
     * plot(x, y, width(3)) // → Figure. … Line of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @param points in points (1/72 inch), 0 or more; 1.5 unless said
     * @return the option, for any verb that reads it; another verb refuses it in words
     * @throws IllegalArgumentException for a negative width
     */
    public static Option width(double points) {
        return new Option(Setting.WIDTH, amount("The width of a line", points));
    }

    /**
     * Draws a mark at every point of a line, or sets the form of the marks of a scatter.
     *
     * {@snippet :
     * plot(x, y, marker("s"), noLine()) // → Figure. … Marks of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @param code one of {@code o . s ^ v < > D d * p h P X + x | _}
     * @return the option, for any verb that reads it; another verb refuses it in words
     * @throws IllegalArgumentException for another code
     */
    public static Option marker(String code) {
        return new Option(Setting.MARKER, Marker.of(code));
    }

    /**
     * Draws the marks of a line and leaves the line out.
     *
     * {@snippet :
     * plot(x, y, marker("o"), noLine()) // → Figure. … Marks of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option noLine() {
        return new Option(Setting.NO_LINE, true);
    }

    /**
     * Sets the diameter of marks.
     *
     * {@snippet :
     * scatter(x, y, size(3)) // → Figure. … Scatter of 20 points.
     * }
     *
     * @param points in points (1/72 inch), 0 or more
     * @return the option, for any verb that reads it; another verb refuses it in words
     * @throws IllegalArgumentException for a negative size
     */
    public static Option size(double points) {
        return new Option(Setting.SIZE, amount("The size of a mark", points));
    }

    /**
     * Sets an area for each mark, so that the eye compares amounts.
     *
     * {@snippet :
     * scatter(of(1.0, 2), of(1.0, 2), sizes(of(20.0, 80))) // → Figure. … Scatter of 2 points.
     * }
     *
     * @param areas in square points, one for each mark
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option sizes(Object areas) {
        return new Option(Setting.SIZES, areas);
    }

    /**
     * Draws marks or shapes as rims without filling.
     *
     * {@snippet :
     * scatter(x, y, hollow()) // → Figure. … Scatter of 20 points.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option hollow() {
        return new Option(Setting.HOLLOW, true);
    }

    /**
     * Draws marks at every n-th point of a line only.
     *
     * {@snippet :
     * plot(x, y, marker("o"), every(5)) // → Figure. … Line of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @param n 1 or more
     * @return the option, for any verb that reads it; another verb refuses it in words
     * @throws IllegalArgumentException for n below 1
     */
    public static Option every(int n) {
        if (n < 1) {
            throw new IllegalArgumentException(
                    "every(n) marks every n-th point, with n of 1 or more, but got " + n + ".");
        }
        return new Option(Setting.EVERY, n);
    }

    /**
     * Sets how much of what lies below is covered.
     *
     * {@snippet :
     * hist(y, alpha(0.5)) // → Figure. … Histogram of 10 bars.
     * }
     *
     * @param opacity from 0, which cannot be seen, to 1, which covers all
     * @return the option, for any verb that reads it; another verb refuses it in words
     * @throws IllegalArgumentException for a number outside 0 to 1
     */
    public static Option alpha(double opacity) {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException(
                    "Opacity lies between 0, which cannot be seen, and 1 but got " + opacity + ".");
        }
        return new Option(Setting.ALPHA, opacity);
    }

    /**
     * Sets what covers what: higher orders cover lower ones.
     *
     * {@snippet :
     * plot(x, y, zorder(0.5)) // → Figure. … Line of 20 points, values from 0.00277008 to 1.
     * }
     *
     * @param order any number; images have 0, shapes 1, lines 2, texts 3 unless said
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option zorder(double order) {
        return new Option(Setting.ZORDER, order);
    }

    /**
     * Draws the rim of marks, bars and shapes in a colour.
     *
     * {@snippet :
     * bar(List.of("a", "b"), of(1.0, 2), edge("k")) // → Figure. … Bar chart of 2 bars.
     * }
     *
     * @param color a colour as {@code color} takes it
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option edge(String color) {
        return new Option(Setting.EDGE, new Style.Edge(color, null));
    }

    /**
     * Draws the rim of marks, bars and shapes in a colour and a width.
     *
     * @param color a colour as {@code color} takes it
     * @param points the width in points
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option edge(String color, double points) {
        return new Option(Setting.EDGE, new Style.Edge(color, points));
    }

    /**
     * Draws strokes over areas, which tell them apart without colour.
     *
     * {@snippet :
     * bar(List.of("a", "b"), of(1.0, 2), hatch("//")) // → Figure. … Bar chart of 2 bars.
     * }
     *
     * @param pattern one of {@code "/"}, {@code "\\"}, {@code "x"}, {@code "-"}, {@code "|"}, {@code "+"}, {@code "."};
     *     doubled for denser ones
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option hatch(String pattern) {
        return new Option(Setting.HATCH, pattern);
    }

    private static double amount(String what, double points) {
        if (!(points >= 0)) {
            throw new IllegalArgumentException(what + " is a number of points of 0 or more but got " + points + ".");
        }
        return points;
    }
}
