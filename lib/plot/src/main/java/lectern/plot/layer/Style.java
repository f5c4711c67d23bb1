package lectern.plot.layer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Marker;
import lectern.plot.scale.Colormap;
import lectern.plot.scale.Theme;

/**
 * What the options of one call have asked for, in groups; null stands for the default of the verb.
 *
 * @param labels what the legend says, or the names of sectors and samples
 * @param color the name of a colour
 * @param alpha opacity between 0 and 1
 * @param zorder higher ones cover lower ones
 * @param stroke lines
 * @param marks marks at points
 * @param fill rims and hatches of areas
 * @param colouring colours by values, or one for each thing
 * @param bins what a histogram counts and how
 * @param bars where bars begin and how they stand
 * @param errors error bars
 * @param image how a matrix lies in the axes
 * @param contour levels, and where contours in space lie
 * @param words texts
 * @param arrows arrows and stream lines
 */
public record Style(
        List<String> labels,
        String color,
        Double alpha,
        Double zorder,
        Stroke stroke,
        Marks marks,
        Fill fill,
        Colouring colouring,
        Bins bins,
        Bars bars,
        Errors errors,
        Image image,
        Contour contour,
        Words words,
        Arrows arrows) {
    /** Nothing asked for. */
    public static final Style PLAIN = of(Map.of());

    /** Lines: width in points, dashes for a width of one point, none at all, and where the steps of a staircase are. */
    public record Stroke(Double width, double[] dash, boolean none, String steps) {}

    /** Marks: their shape, diameter in points, areas in square points, without filling, at every n-th point. */
    public record Marks(Marker marker, Double size, Object areas, boolean hollow, int every) {}

    /** The rim of areas and marks, and strokes over areas. */
    public record Fill(String edgeColor, Double edgeWidth, String hatch) {}

    /** A colour for each thing in turn, or values and how a map turns them into colours. */
    public record Colouring(
            List<String> names, Object values, Colormap map, Double lo, Double hi, Double center, boolean log) {}

    /** Bins of a histogram: how many, their edges, or the name of a rule; what they count, and how they are drawn. */
    public record Bins(
            Integer count,
            double[] edges,
            String rule,
            Object weights,
            boolean density,
            boolean cumulative,
            boolean outlined,
            boolean kde) {}

    /** Bars: where they begin, their width in units of the axis, on top of one another, from left to right. */
    public record Bars(Object base, Double width, boolean stacked, boolean horizontal) {}

    /** Lengths of error bars, and half the width of their caps in points. */
    public record Errors(Object x, Object y, Double cap) {}

    /** An image: left, right, bottom and top; row 0 at the bottom; blended cells. */
    public record Image(double[] extent, boolean originLower, boolean smooth) {}

    /** Levels (a number of them, or values); the axis across which contours in space lie, and where. */
    public record Contour(Object levels, Double offset, String across) {}

    /** Texts: numbers written at things and their format; size, angle, place of the anchor, box, place in the box. */
    public record Words(
            boolean annotated,
            String format,
            Double size,
            Double rotation,
            String anchor,
            String vertical,
            boolean boxed,
            boolean fraction) {}

    /** Arrows: magnitude that spans the axes, factor of their lengths, their pivot; density of stream lines. */
    public record Arrows(Double perWidth, Double lengths, boolean pivotMiddle, Double lineDensity) {}

    /** The rim of marks, bars and shapes: a colour, and a width in points or null for that of the verb. */
    public record Edge(String color, Double width) {}

    /** The choices of one call; the last of two for the same setting counts. */
    public static Style of(Iterable<? extends Choice> choices) {
        var values = new EnumMap<Setting, Object>(Setting.class);
        choices.forEach(choice -> values.put(choice.setting(), choice.value()));
        return of(values);
    }

    private static Style of(Map<Setting, Object> all) {
        var edge = all.get(Setting.EDGE) instanceof Edge given ? given : new Edge(null, null);
        double[] limits = all.get(Setting.CLIM) instanceof double[] given ? given : null;
        Object bins = all.get(Setting.BINS);
        Object annotated = all.get(Setting.ANNOTATED);
        return new Style(
                all.get(Setting.LABEL) instanceof String[] texts ? List.of(texts) : List.of(),
                (String) all.get(Setting.COLOR),
                (Double) all.get(Setting.ALPHA),
                (Double) all.get(Setting.ZORDER),
                new Stroke(
                        (Double) all.get(Setting.WIDTH),
                        (double[]) all.get(Setting.DASH),
                        all.containsKey(Setting.NO_LINE),
                        (String) all.get(Setting.WHERE)),
                new Marks(
                        (Marker) all.get(Setting.MARKER),
                        (Double) all.get(Setting.SIZE),
                        all.get(Setting.SIZES),
                        all.containsKey(Setting.HOLLOW),
                        (Integer) all.getOrDefault(Setting.EVERY, 1)),
                new Fill(edge.color(), edge.width(), (String) all.get(Setting.HATCH)),
                new Colouring(
                        all.get(Setting.COLORS) instanceof String[] names ? List.of(names) : null,
                        all.get(Setting.COLOR_BY),
                        (Colormap) all.get(Setting.CMAP),
                        limits == null ? null : (Double) limits[0],
                        limits == null ? null : (Double) limits[1],
                        (Double) all.get(Setting.CENTERED),
                        all.containsKey(Setting.LOG_COLORS)),
                new Bins(
                        bins instanceof Integer count ? count : null,
                        bins instanceof double[] edges ? edges.clone() : null,
                        bins instanceof String rule ? rule : null,
                        all.get(Setting.WEIGHTS),
                        all.containsKey(Setting.DENSITY),
                        all.containsKey(Setting.CUMULATIVE),
                        all.containsKey(Setting.OUTLINED),
                        all.containsKey(Setting.KDE)),
                new Bars(
                        all.get(Setting.BOTTOM),
                        (Double) all.get(Setting.BAR_WIDTH),
                        all.containsKey(Setting.STACKED),
                        all.containsKey(Setting.HORIZONTAL)),
                new Errors(all.get(Setting.XERR), all.get(Setting.YERR), (Double) all.get(Setting.CAP_SIZE)),
                new Image(
                        (double[]) all.get(Setting.EXTENT),
                        all.containsKey(Setting.ORIGIN_LOWER),
                        all.containsKey(Setting.SMOOTH)),
                new Contour(
                        all.get(Setting.LEVELS), (Double) all.get(Setting.OFFSET), (String) all.get(Setting.ACROSS)),
                new Words(
                        annotated != null,
                        annotated instanceof String format ? format : null,
                        (Double) all.get(Setting.FONT_SIZE),
                        (Double) all.get(Setting.ROTATED),
                        (String) all.get(Setting.ANCHOR),
                        (String) all.get(Setting.VALIGN),
                        all.containsKey(Setting.BOXED),
                        all.containsKey(Setting.AXES_FRACTION)),
                new Arrows(
                        (Double) all.get(Setting.PER_WIDTH),
                        (Double) all.get(Setting.LENGTHS),
                        all.containsKey(Setting.PIVOT_MIDDLE),
                        (Double) all.get(Setting.LINE_DENSITY)));
    }

    /** This for the points of one class: another label and areas of marks, and no colours by value. */
    public Style ofClass(String label, Object areas) {
        return new Style(
                List.of(label),
                color,
                alpha,
                zorder,
                stroke,
                new Marks(marks.marker, marks.size, areas, marks.hollow, marks.every),
                fill,
                new Colouring(null, null, null, null, null, null, false),
                bins,
                bars,
                errors,
                image,
                contour,
                words,
                arrows);
    }

    /** The label of the i-th series; a single one belongs to the first. */
    public String label(int i) {
        return i < labels.size() ? labels.get(i) : "";
    }

    /** The opacity asked for, or the other one. */
    public double alphaOr(double other) {
        return alpha == null ? other : alpha;
    }

    /** The width of lines asked for, or the other one. */
    public double widthOr(double other) {
        return stroke.width == null ? other : stroke.width;
    }

    /** The order asked for, or the other one. */
    public double zorderOr(double other) {
        return zorder == null ? other : zorder;
    }

    /** The diameter of marks asked for, or the other one. */
    public double sizeOr(double other) {
        return marks.size == null ? other : marks.size;
    }

    /** The colour map asked for, or the one of that name. */
    public Colormap cmapOr(String other) {
        return colouring.map == null ? Colormap.of(other) : colouring.map;
    }

    /** The colour asked for, or the other one; its opacity is that of {@code alpha}. */
    public int colorOr(Theme theme, int other) {
        int argb = color == null ? other : Colors.parse(color, theme.cycle());
        return alpha == null ? argb : Colors.fade(argb, alpha);
    }

    /** The colour of the rim asked for, or the other one; its opacity is that of {@code alpha}. */
    public int edgeOr(Theme theme, int other) {
        int argb = fill.edgeColor == null ? other : Colors.parse(fill.edgeColor, theme.cycle());
        return alpha == null ? argb : Colors.fade(argb, alpha);
    }
}
