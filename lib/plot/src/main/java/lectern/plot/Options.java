package lectern.plot;

import java.util.Arrays;
import java.util.List;
import lectern.plot.canvas.Marker;
import lectern.plot.layer.Setting;
import lectern.plot.layer.Style;
import lectern.plot.scale.Colormap;

/** The options of plotting verbs, for static import: {@code plot(x, y, dashed(), color("C1"), width(2))}. */
public class Options {
    Options() {}

    /** Options with others before them, which count where nothing else is said. */
    static Option[] with(Option[] given, Option... before) {
        var all = Arrays.copyOf(before, before.length + given.length);
        System.arraycopy(given, 0, all, before.length, given.length);
        return all;
    }

    /** What the legend says; several for the columns of a matrix. */
    public static Option label(String... texts) {
        return new Option(Setting.LABEL, texts.clone());
    }

    /** A colour: {@code "C1"}, {@code "tab:orange"}, {@code "steelblue"}, {@code "#rrggbb"}, grey {@code "0.5"}. */
    public static Option color(String name) {
        return new Option(Setting.COLOR, name);
    }

    /** A colour for each point or bar in turn. */
    public static Option colors(String... names) {
        return new Option(Setting.COLORS, names.clone());
    }

    /** Colours points or bars by values through the colour map; texts are classes, each with a colour and a label. */
    public static Option colorBy(Object values) {
        return new Option(Setting.COLOR_BY, values);
    }

    /** Strokes and gaps. */
    public static Option dashed() {
        return new Option(Setting.DASH, new double[] {3.7, 1.6});
    }

    /** Dots. */
    public static Option dotted() {
        return new Option(Setting.DASH, new double[] {1, 1.65});
    }

    /** Strokes and dots in turn. */
    public static Option dashdot() {
        return new Option(Setting.DASH, new double[] {6.4, 1.6, 1, 1.6});
    }

    /** The width of lines in points. */
    public static Option width(double points) {
        return new Option(Setting.WIDTH, amount("The width of a line", points));
    }

    /** Marks at the points: {@code o . s ^ v < > D d * p h P X + x | _}. */
    public static Option marker(String code) {
        return new Option(Setting.MARKER, Marker.of(code));
    }

    /** Marks only, no line. */
    public static Option noLine() {
        return new Option(Setting.NO_LINE, true);
    }

    /** The diameter of marks in points. */
    public static Option size(double points) {
        return new Option(Setting.SIZE, amount("The size of a mark", points));
    }

    /** An area in square points for each mark. */
    public static Option sizes(Object areas) {
        return new Option(Setting.SIZES, areas);
    }

    /** Marks or shapes without filling. */
    public static Option hollow() {
        return new Option(Setting.HOLLOW, true);
    }

    /** Marks at every n-th point only. */
    public static Option every(int n) {
        if (n < 1) {
            throw new IllegalArgumentException(
                    "every(n) marks every n-th point, with n of 1 or more, but got " + n + ".");
        }
        return new Option(Setting.EVERY, n);
    }

    /** Opacity between 0 and 1. */
    public static Option alpha(double opacity) {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException(
                    "Opacity lies between 0, which cannot be seen, and 1 but got " + opacity + ".");
        }
        return new Option(Setting.ALPHA, opacity);
    }

    /** Higher orders cover lower ones: images 0, patches 1, lines 2, texts 3. */
    public static Option zorder(double order) {
        return new Option(Setting.ZORDER, order);
    }

    /** The colour of the rim of marks, bars and shapes. */
    public static Option edge(String color) {
        return new Option(Setting.EDGE, new Style.Edge(color, null));
    }

    /** The colour and width of the rim of marks, bars and shapes. */
    public static Option edge(String color, double points) {
        return new Option(Setting.EDGE, new Style.Edge(color, points));
    }

    /** Strokes over areas: {@code "/" "\\" "x" "-" "|" "+" "."}, doubled for denser ones. */
    public static Option hatch(String pattern) {
        return new Option(Setting.HATCH, pattern);
    }

    /** A colour map by name. */
    public static Option cmap(String name) {
        return new Option(Setting.CMAP, Colormap.of(name));
    }

    /** A colour map. */
    public static Option cmap(Colormap map) {
        return new Option(Setting.CMAP, map);
    }

    /** The values of the first and of the last colour. */
    public static Option clim(double low, double high) {
        return new Option(Setting.CLIM, new double[] {low, high});
    }

    /** The value of the middle colour of a diverging map. */
    public static Option centered(double value) {
        return new Option(Setting.CENTERED, value);
    }

    /** Colours on a logarithmic scale. */
    public static Option logColors() {
        return new Option(Setting.LOG_COLORS, true);
    }

    /** How many bins; 10 unless said. */
    public static Option bins(int n) {
        if (n < 1 || n > 100_000) {
            throw new IllegalArgumentException("A histogram needs between 1 and 100000 bins but got " + n + ".");
        }
        return new Option(Setting.BINS, n);
    }

    /**
     * The edges of the bins, two or more that rise; {@code bins(0, 1, 2.5)} makes two bins.
     *
     * @throws IllegalArgumentException for a single number that is not an {@code int}: it is neither a number of bins
     *     nor a bin
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
     * The bins that a rule finds: {@code "auto"} (the narrower ones of the next two), {@code "sturges"} (log₂ n + 1
     * bins), {@code "fd"} (width 2·IQR·n^(−1/3); D. Freedman and P. Diaconis, 1981), {@code "sqrt"} (√n bins), or
     * {@code "same"} for those of the histogram before on the same axes. Whole numbers get bins of width 1 or more.
     */
    public static Option bins(String rule) {
        if (!List.of("auto", "sturges", "fd", "sqrt", "same").contains(rule)) {
            throw new IllegalArgumentException("Bins follow one of the rules auto, sturges, fd, sqrt and same, not \""
                    + rule + "\"; a number of bins is an int, such as bins(20).");
        }
        return new Option(Setting.BINS, rule);
    }

    /** How much each value of a histogram counts instead of 1. */
    public static Option weights(Object values) {
        return new Option(Setting.WEIGHTS, values);
    }

    /** The kernel density estimate over a histogram. */
    public static Option kde() {
        return new Option(Setting.KDE, true);
    }

    /** Areas of a histogram sum to one. */
    public static Option density() {
        return new Option(Setting.DENSITY, true);
    }

    /** Each bin of a histogram counts the lower ones too. */
    public static Option cumulative() {
        return new Option(Setting.CUMULATIVE, true);
    }

    /** Series on top of one another. */
    public static Option stacked() {
        return new Option(Setting.STACKED, true);
    }

    /** From left to right instead of upwards. */
    public static Option horizontal() {
        return new Option(Setting.HORIZONTAL, true);
    }

    /** The outline of a histogram only. */
    public static Option outlined() {
        return new Option(Setting.OUTLINED, true);
    }

    /** Vertical errors: one number, or one for each point. */
    public static Option yerr(Object lengths) {
        return new Option(Setting.YERR, lengths);
    }

    /** Horizontal errors: one number, or one for each point. */
    public static Option xerr(Object lengths) {
        return new Option(Setting.XERR, lengths);
    }

    /** Where bars begin instead of at zero. */
    public static Option bottom(Object values) {
        return new Option(Setting.BOTTOM, values);
    }

    /** The width of bars in units of the axis; 0.8 unless said. */
    public static Option barWidth(double units) {
        return new Option(Setting.BAR_WIDTH, units);
    }

    /** Left, right, bottom and top of an image in units of the axes. */
    public static Option extent(double left, double right, double bottom, double top) {
        return new Option(Setting.EXTENT, new double[] {left, right, bottom, top});
    }

    /** Row 0 of an image at the bottom. */
    public static Option originLower() {
        return new Option(Setting.ORIGIN_LOWER, true);
    }

    /** Colours blend between the cells of an image. */
    public static Option smooth() {
        return new Option(Setting.SMOOTH, true);
    }

    /** The numbers are written into cells, onto bars or onto contours. */
    public static Option annotated() {
        return new Option(Setting.ANNOTATED, true);
    }

    /** The numbers are written in a format such as {@code "%.2f"}. */
    public static Option annotated(String format) {
        return new Option(Setting.ANNOTATED, format);
    }

    /** The size of texts in points. */
    public static Option fontSize(double points) {
        return new Option(Setting.FONT_SIZE, points);
    }

    /** Turns a text by degrees, counter-clockwise. */
    public static Option rotated(double degrees) {
        return new Option(Setting.ROTATED, degrees);
    }

    /** Where the point of a text is: at its {@code "left"}, {@code "center"} or {@code "right"}. */
    public static Option anchor(String across) {
        return new Option(Setting.ANCHOR, across);
    }

    /** Where the point of a text is: at its {@code "top"}, {@code "center"} or {@code "bottom"}. */
    public static Option valign(String down) {
        return new Option(Setting.VALIGN, down);
    }

    /** A box around a text. */
    public static Option boxed() {
        return new Option(Setting.BOXED, true);
    }

    /** The place of a text is a fraction of the axes, (0, 0) the lower left corner. */
    public static Option axesFraction() {
        return new Option(Setting.AXES_FRACTION, true);
    }

    /** How many levels, or which ones. */
    public static Option levels(int n) {
        return new Option(Setting.LEVELS, n);
    }

    /** The values of the levels. */
    public static Option levels(Object values) {
        return new Option(Setting.LEVELS, values);
    }

    /** Where the steps of a staircase are: {@code "pre"}, {@code "post"} or {@code "mid"}. */
    public static Option where(String place) {
        return new Option(Setting.WHERE, place);
    }

    /** How long an arrow would have to be to span the width of the axes; smaller numbers make longer arrows. */
    public static Option perWidth(double magnitude) {
        return new Option(Setting.PER_WIDTH, magnitude);
    }

    /** How dense stream lines are; 1 unless said. */
    public static Option lineDensity(double factor) {
        return new Option(Setting.LINE_DENSITY, factor);
    }

    /** Half the width of the caps of error bars in points. */
    public static Option capSize(double points) {
        return new Option(Setting.CAP_SIZE, points);
    }

    /** Where on its axis the plane of contours in space lies. */
    public static Option offset(double value) {
        return new Option(Setting.OFFSET, value);
    }

    /** The axis across which contours in space lie: {@code "x"}, {@code "y"} or {@code "z"}. */
    public static Option across(String axis) {
        return new Option(Setting.ACROSS, axis);
    }

    /** Arrows in space are so many times as long as their data say. */
    public static Option lengths(double factor) {
        return new Option(Setting.LENGTHS, factor);
    }

    /** Arrows have their middle at their points instead of their beginning. */
    public static Option pivotMiddle() {
        return new Option(Setting.PIVOT_MIDDLE, true);
    }

    private static double amount(String what, double points) {
        if (!(points >= 0)) {
            throw new IllegalArgumentException(what + " is a number of points of 0 or more but got " + points + ".");
        }
        return points;
    }
}
