package lectern.plot;

import java.util.Arrays;
import java.util.List;
import lectern.plot.layer.Setting;

/** The options of plotting verbs, for static import: {@code plot(x, y, dashed(), color("C1"), width(2))}. */
public class Options extends FieldOptions {
    Options() {}

    /** Options with others before them, which count where nothing else is said. */
    static Option[] with(Option[] given, Option... before) {
        var all = Arrays.copyOf(before, before.length + given.length);
        System.arraycopy(given, 0, all, before.length, given.length);
        return all;
    }

    /**
     * Sets how many bins of one width a histogram has; 10 unless said.
     *
     * {@snippet :
     * hist(of(1.0, 2, 2, 3), bins(3)) // → Figure. … Histogram of 3 bars.
     * }
     *
     * @param n from 1 to 100000; hexagons across for {@code hexbin}, cells each way for {@code hist2d}
     * @return the option, for any verb that reads it; another verb refuses it in words
     * @throws IllegalArgumentException for another number
     */
    public static Option bins(int n) {
        if (n < 1 || n > 100_000) {
            throw new IllegalArgumentException("A histogram needs between 1 and 100000 bins but got " + n + ".");
        }
        return new Option(Setting.BINS, n);
    }

    /**
     * Sets the edges of the bins: {@code bins(0, 1, 2.5)} makes two bins.
     *
     * @param edges two or more finite numbers that rise
     * @return the option, for any verb that reads it; another verb refuses it in words
     * @throws IllegalArgumentException for edges that do not rise, or for a single number that is not an {@code int}:
     *     it is neither a number of bins nor a bin
     */
    public static Option bins(double... edges) {
        if (edges.length < 2) {
            throw new IllegalArgumentException("bins(" + (edges.length == 0 ? "" : edges[0])
                    + ") is neither a number of bins, which is an int such as bins(20), nor two or more edges.");
        }
        for (int i = 0; i < edges.length; i++) {
            if (!Double.isFinite(edges[i]) || i > 0 && !(edges[i] > edges[i - 1])) {
                throw new IllegalArgumentException(
                        "The edges of bins are finite and rise but got " + Arrays.toString(edges) + ".");
            }
        }
        return new Option(Setting.BINS, edges.clone());
    }

    /**
     * Finds the bins by a rule; whole numbers get bins of width 1 or more.
     *
     * @param rule {@code "auto"} (the narrower ones of the next two), {@code "sturges"} (log₂ n + 1 bins), {@code "fd"}
     *     (width 2·IQR·n^(−1/3); D. Freedman and P. Diaconis, 1981), {@code "sqrt"} (√n bins), or {@code "same"} for
     *     those of the histogram before on the same axes
     * @return the option, for any verb that reads it; another verb refuses it in words
     * @throws IllegalArgumentException for another rule
     */
    public static Option bins(String rule) {
        if (!List.of("auto", "sturges", "fd", "sqrt", "same").contains(rule)) {
            throw new IllegalArgumentException("Bins follow one of the rules auto, sturges, fd, sqrt and same, not \""
                    + rule + "\"; a number of bins is an int, such as bins(20).");
        }
        return new Option(Setting.BINS, rule);
    }

    /**
     * Sets how much each value of a histogram counts instead of 1.
     *
     * {@snippet :
     * hist(of(1.0, 2, 2, 3), weights(of(1.0, 0.5, 0.5, 1))) // → Figure. … Histogram of 10 bars.
     * }
     *
     * @param values a number for each value of the sample
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option weights(Object values) {
        return new Option(Setting.WEIGHTS, values);
    }

    /**
     * Draws the kernel density estimate over a histogram, in the units of its bars.
     *
     * {@snippet :
     * hist(y, density(), kde())
     * // → Figure. … Histogram of 10 bars. Kernel density estimate of 20 values, from −0.552244 to 1.55501.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option kde() {
        return new Option(Setting.KDE, true);
    }

    /**
     * Scales a histogram so that its areas sum to one, as those of a probability density do.
     *
     * {@snippet :
     * hist(y, density()) // → Figure. … Histogram of 10 bars.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option density() {
        return new Option(Setting.DENSITY, true);
    }

    /**
     * Lets each bin of a histogram count the lower ones too.
     *
     * {@snippet :
     * hist(of(1.0, 2, 2, 3), bins(3), cumulative()) // → Figure. … Histogram of 3 bars.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option cumulative() {
        return new Option(Setting.CUMULATIVE, true);
    }

    /**
     * Piles the series of bars or histograms on top of one another instead of side by side.
     *
     * {@snippet :
     * bar(List.of("a", "b"), of(new double[][] {{1, 2}, {3, 4}}), stacked())
     * // → Figure. … Bar chart of 2 bars. Bar chart of 2 bars.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option stacked() {
        return new Option(Setting.STACKED, true);
    }

    /**
     * Draws from left to right what otherwise stands upright.
     *
     * {@snippet :
     * hist(y, horizontal()) // → Figure. … Histogram of 10 bars.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option horizontal() {
        return new Option(Setting.HORIZONTAL, true);
    }

    /**
     * Draws the outline of a histogram only, so that several can be seen through one another.
     *
     * {@snippet :
     * hist(y, outlined()) // → Figure. Axes: x from −0.0470914 to 1.04986, y from −0.3 to 6.3.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option outlined() {
        return new Option(Setting.OUTLINED, true);
    }

    /**
     * Sets how far values may be off upwards and downwards.
     *
     * {@snippet :
     * errorbar(of(1.0, 2), of(3.0, 4), yerr(of(0.1, 0.3)))
     * // → Figure. … Error bars. Line of 2 points, values from 3 to 4.
     * }
     *
     * @param lengths one number, one for each point, or 2 x n of them (down and up); 0 or more, in the units of the
     *     axis
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option yerr(Object lengths) {
        return new Option(Setting.YERR, lengths);
    }

    /**
     * Sets how far places may be off to the left and right.
     *
     * {@snippet :
     * errorbar(of(1.0, 2), of(3.0, 4), xerr(0.1)) // → Figure. … Error bars. Line of 2 points, values from 3 to 4.
     * }
     *
     * @param lengths one number, one for each point, or 2 x n of them (left and right); 0 or more, in the units of the
     *     axis
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option xerr(Object lengths) {
        return new Option(Setting.XERR, lengths);
    }

    /**
     * Sets where bars begin instead of at zero.
     *
     * {@snippet :
     * bar(List.of("a", "b"), of(1.0, 2), bottom(of(3.0, 3))) // → Figure. … Bar chart of 2 bars.
     * }
     *
     * @param values one number, or one for each bar, in the units of the axis
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option bottom(Object values) {
        return new Option(Setting.BOTTOM, values);
    }

    /**
     * Sets the width of bars, boxes and violins.
     *
     * {@snippet :
     * bar(List.of("a", "b"), of(1.0, 2), barWidth(1)) // → Figure. … Bar chart of 2 bars.
     * }
     *
     * @param units in the units of the axis; bars have 0.8 unless said
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option barWidth(double units) {
        return new Option(Setting.BAR_WIDTH, units);
    }

    /**
     * Writes the numbers into cells, onto bars, sectors or level lines.
     *
     * {@snippet :
     * heatmap(a, annotated()) // → Figure. … Field of 3 x 3 cells, values from 0 to 4. Numbers in the cells.
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option annotated() {
        return new Option(Setting.ANNOTATED, true);
    }

    /**
     * Writes the numbers in a format of {@code String.format}.
     *
     * @param format such as {@code "%.2f"}, or {@code "%.0f %%"} for the shares of a pie
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option annotated(String format) {
        return new Option(Setting.ANNOTATED, format);
    }

    /**
     * Sets the size of texts.
     *
     * {@snippet :
     * text(0.5, 0.5, "here", fontSize(14)) // → Figure. … Text "here".
     * }
     *
     * @param points in points (1/72 inch)
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option fontSize(double points) {
        return new Option(Setting.FONT_SIZE, points);
    }

    /**
     * Turns a text or an ellipse.
     *
     * {@snippet :
     * text(0.5, 0.5, "here", rotated(90)) // → Figure. … Text "here".
     * }
     *
     * @param degrees counter-clockwise
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option rotated(double degrees) {
        return new Option(Setting.ROTATED, degrees);
    }

    /**
     * Sets which part of a text stands at its point.
     *
     * {@snippet :
     * text(0.5, 0.5, "here", anchor("center")) // → Figure. … Text "here".
     * }
     *
     * @param across {@code "left"} (unless said), {@code "center"} or {@code "right"}
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option anchor(String across) {
        return new Option(Setting.ANCHOR, across);
    }

    /**
     * Sets which part of a text stands at the height of its point.
     *
     * {@snippet :
     * text(0.5, 0.5, "here", valign("center")) // → Figure. … Text "here".
     * }
     *
     * @param down {@code "top"}, {@code "center"} or {@code "bottom"} (unless said)
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option valign(String down) {
        return new Option(Setting.VALIGN, down);
    }

    /**
     * Draws a box around a text, so that it can be read over lines.
     *
     * {@snippet :
     * text(0.5, 0.5, "here", boxed()) // → Figure. … Text "here".
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option boxed() {
        return new Option(Setting.BOXED, true);
    }

    /**
     * Takes the place of a text as a fraction of the box: (0, 0) is the lower left corner, (1, 1) the upper right one.
     *
     * {@snippet :
     * text(0.5, 0.9, "$n = 20$", axesFraction()) // → Figure. … Text "n = 20".
     * }
     *
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option axesFraction() {
        return new Option(Setting.AXES_FRACTION, true);
    }

    /**
     * Sets where the steps of a staircase are.
     *
     * {@snippet :
     * step(of(0.0, 1, 2), of(1.0, 3, 2), where("mid")) // → Figure. … Line of 3 points, values from 1 to 3.
     * }
     *
     * @param place {@code "pre"} (unless said): the stair of a value ends at its place; {@code "post"}: it begins
     *     there; {@code "mid"}: it reaches half-way to both neighbours
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option where(String place) {
        return new Option(Setting.WHERE, place);
    }

    /**
     * Sets half the width of the caps of error bars.
     *
     * {@snippet :
     * errorbar(of(1.0, 2), of(3.0, 4), yerr(0.1), capSize(4))
     * // → Figure. … Error bars. Line of 2 points, values from 3 to 4.
     * }
     *
     * @param points in points (1/72 inch)
     * @return the option, for any verb that reads it; another verb refuses it in words
     */
    public static Option capSize(double points) {
        return new Option(Setting.CAP_SIZE, points);
    }
}
