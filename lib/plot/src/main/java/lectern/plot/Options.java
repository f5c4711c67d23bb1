package lectern.plot;

import java.util.List;

/** The options of plotting verbs, for static import: {@code plot(x, y, dashed(), color("C1"), width(2))}. */
public class Options {
    Options() {}

    /** What the legend says; several for the columns of a matrix. */
    public static Option label(String... texts) {
        return new Option(style -> style.labels = texts.clone());
    }

    /** A colour: {@code "C1"}, {@code "tab:orange"}, {@code "steelblue"}, {@code "#rrggbb"}, grey {@code "0.5"}. */
    public static Option color(String name) {
        return new Option(style -> style.color = name);
    }

    /** A colour for each point or bar in turn. */
    public static Option colors(String... names) {
        return new Option(style -> style.colors = List.of(names));
    }

    /** Colours points or bars by values through the colour map. */
    public static Option colorBy(Object values) {
        return new Option(style -> style.values = values);
    }

    /** Strokes and gaps. */
    public static Option dashed() {
        return new Option(style -> style.dash = new double[] {3.7, 1.6});
    }

    /** Dots. */
    public static Option dotted() {
        return new Option(style -> style.dash = new double[] {1, 1.65});
    }

    /** Strokes and dots in turn. */
    public static Option dashdot() {
        return new Option(style -> style.dash = new double[] {6.4, 1.6, 1, 1.6});
    }

    /** The width of lines in points. */
    public static Option width(double points) {
        double width = amount("The width of a line", points);
        return new Option(style -> style.width = width);
    }

    /** Marks at the points: {@code o . s ^ v < > D d * p h P X + x | _}. */
    public static Option marker(String code) {
        var marker = Marker.of(code);
        return new Option(style -> style.marker = marker);
    }

    /** Marks only, no line. */
    public static Option noLine() {
        return new Option(style -> style.noLine = true);
    }

    /** The diameter of marks in points. */
    public static Option size(double points) {
        double size = amount("The size of a mark", points);
        return new Option(style -> style.size = size);
    }

    /** An area in square points for each mark. */
    public static Option sizes(Object areas) {
        return new Option(style -> style.sizes = areas);
    }

    /** Marks or shapes without filling. */
    public static Option hollow() {
        return new Option(style -> style.filled = false);
    }

    /** Marks at every n-th point only. */
    public static Option every(int n) {
        if (n < 1) {
            throw new IllegalArgumentException(
                    "every(n) marks every n-th point, with n of 1 or more, but got " + n + ".");
        }
        return new Option(style -> style.every = n);
    }

    /** Opacity between 0 and 1. */
    public static Option alpha(double opacity) {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException(
                    "Opacity lies between 0, which cannot be seen, and 1 but got " + opacity + ".");
        }
        return new Option(style -> style.alpha = opacity);
    }

    /** Higher orders cover lower ones: images 0, patches 1, lines 2, texts 3. */
    public static Option zorder(double order) {
        return new Option(style -> style.zorder = order);
    }

    /** The colour of the rim of marks, bars and shapes. */
    public static Option edge(String color) {
        return new Option(style -> style.edgeColor = color);
    }

    /** The colour and width of the rim of marks, bars and shapes. */
    public static Option edge(String color, double points) {
        return new Option(style -> {
            style.edgeColor = color;
            style.edgeWidth = points;
        });
    }

    /** Strokes over areas: {@code "/" "\\" "x" "-" "|" "+" "."}, doubled for denser ones. */
    public static Option hatch(String pattern) {
        return new Option(style -> style.hatch = pattern);
    }

    /** A colour map by name. */
    public static Option cmap(String name) {
        var map = Colormap.of(name);
        return new Option(style -> style.cmap = map);
    }

    /** A colour map. */
    public static Option cmap(Colormap map) {
        return new Option(style -> style.cmap = map);
    }

    /** The values of the first and of the last colour. */
    public static Option clim(double low, double high) {
        return new Option(style -> {
            style.vmin = low;
            style.vmax = high;
        });
    }

    /** The value of the middle colour of a diverging map. */
    public static Option centered(double value) {
        return new Option(style -> style.center = value);
    }

    /** Colours on a logarithmic scale. */
    public static Option logColors() {
        return new Option(style -> style.logNorm = true);
    }

    /** How many bins. */
    public static Option bins(int n) {
        return new Option(style -> style.bins = n);
    }

    /** The edges of the bins. */
    public static Option bins(double... edges) {
        return new Option(style -> style.binEdges = edges.clone());
    }

    /** Areas of a histogram sum to one. */
    public static Option density() {
        return new Option(style -> style.density = true);
    }

    /** Each bin of a histogram counts the lower ones too. */
    public static Option cumulative() {
        return new Option(style -> style.cumulative = true);
    }

    /** Series on top of one another. */
    public static Option stacked() {
        return new Option(style -> style.stacked = true);
    }

    /** From left to right instead of upwards. */
    public static Option horizontal() {
        return new Option(style -> style.horizontal = true);
    }

    /** The outline of a histogram only. */
    public static Option outlined() {
        return new Option(style -> style.outlined = true);
    }

    /** Vertical errors: one number, or one for each point. */
    public static Option yerr(Object lengths) {
        return new Option(style -> style.errorY = lengths);
    }

    /** Horizontal errors: one number, or one for each point. */
    public static Option xerr(Object lengths) {
        return new Option(style -> style.errorX = lengths);
    }

    /** Where bars begin instead of at zero. */
    public static Option bottom(Object values) {
        return new Option(style -> style.bottom = values);
    }

    /** The width of bars in units of the axis; 0.8 unless said. */
    public static Option barWidth(double units) {
        return new Option(style -> style.barWidth = units);
    }

    /** Left, right, bottom and top of an image in units of the axes. */
    public static Option extent(double left, double right, double bottom, double top) {
        return new Option(style -> style.extent = new double[] {left, right, bottom, top});
    }

    /** Row 0 of an image at the bottom. */
    public static Option originLower() {
        return new Option(style -> style.originLower = true);
    }

    /** Colours blend between the cells of an image. */
    public static Option smooth() {
        return new Option(style -> style.smooth = true);
    }

    /** The numbers are written into cells, onto bars or onto contours. */
    public static Option annotated() {
        return new Option(style -> style.annotated = true);
    }

    /** The numbers are written in a format such as {@code "%.2f"}. */
    public static Option annotated(String format) {
        return new Option(style -> {
            style.annotated = true;
            style.format = format;
        });
    }

    /** The size of texts in points. */
    public static Option fontSize(double points) {
        return new Option(style -> style.fontSize = points);
    }

    /** Turns a text by degrees, counter-clockwise. */
    public static Option rotated(double degrees) {
        return new Option(style -> style.rotation = degrees);
    }

    /** Where the point of a text is: at its {@code "left"}, {@code "center"} or {@code "right"}. */
    public static Option anchor(String across) {
        return new Option(style -> style.anchor = across);
    }

    /** Where the point of a text is: at its {@code "top"}, {@code "center"} or {@code "bottom"}. */
    public static Option valign(String down) {
        return new Option(style -> style.vertical = down);
    }

    /** A box around a text. */
    public static Option boxed() {
        return new Option(style -> style.boxed = true);
    }

    /** The place of a text is a fraction of the axes, (0, 0) the lower left corner. */
    public static Option axesFraction() {
        return new Option(style -> style.axesFraction = true);
    }

    /** How many levels, or which ones. */
    public static Option levels(int n) {
        return new Option(style -> style.levels = n);
    }

    /** The values of the levels. */
    public static Option levels(Object values) {
        return new Option(style -> style.levels = values);
    }

    /** Where the steps of a staircase are: {@code "pre"}, {@code "post"} or {@code "mid"}. */
    public static Option where(String place) {
        return new Option(style -> style.where = place);
    }

    /** How long an arrow would have to be to span the width of the axes; smaller numbers make longer arrows. */
    public static Option perWidth(double magnitude) {
        return new Option(style -> style.scale = magnitude);
    }

    /** How dense stream lines are; 1 unless said. */
    public static Option lineDensity(double factor) {
        return new Option(style -> style.lineDensity = factor);
    }

    /** Half the width of the caps of error bars in points. */
    public static Option capSize(double points) {
        return new Option(style -> style.capSize = points);
    }

    /** Where on its axis the plane of contours in space lies. */
    public static Option offset(double value) {
        return new Option(style -> style.offset = value);
    }

    /** The axis across which contours in space lie: {@code "x"}, {@code "y"} or {@code "z"}. */
    public static Option across(String axis) {
        return new Option(style -> style.across = axis);
    }

    /** Arrows in space are so many times as long as their data say. */
    public static Option lengths(double factor) {
        return new Option(style -> style.scale = factor);
    }

    /** Arrows have their middle at their points instead of their beginning. */
    public static Option pivotMiddle() {
        return new Option(style -> style.pivotMiddle = true);
    }

    private static double amount(String what, double points) {
        if (!(points >= 0)) {
            throw new IllegalArgumentException(what + " is a number of points of 0 or more but got " + points + ".");
        }
        return points;
    }
}
