package lectern.plot;

import java.util.List;

/** What the options of one call have asked for; null stands for the default of the verb. */
public final class Style {
    String[] labels = {};
    String color;
    List<String> colors;
    Object values;
    Double width;
    double[] dash;
    boolean noLine;
    Marker marker;
    Double size;
    Object sizes;
    Double alpha;
    Double zorder;
    String edgeColor;
    Double edgeWidth;
    String hatch;
    Boolean filled;
    Colormap cmap;
    Double vmin;
    Double vmax;
    Double center;
    boolean logNorm;
    Object levels;
    Integer bins;
    double[] binEdges;
    boolean density;
    boolean cumulative;
    boolean stacked;
    boolean horizontal;
    boolean outlined;
    Object errorX;
    Object errorY;
    Double capSize;
    Object bottom;
    Double barWidth;
    double[] extent;
    boolean originLower;
    boolean smooth;
    String format;
    Double fontSize;
    Double rotation;
    String anchor;
    String vertical;
    String where;
    Double scale;
    boolean pivotMiddle;
    Double lineDensity;
    boolean annotated;
    boolean boxed;
    boolean axesFraction;
    Integer every;
    Double offset;
    String across;

    private Style() {}

    static Style of(Option... options) {
        var style = new Style();
        for (Option option : options) {
            option.apply(style);
        }
        return style;
    }

    String label(int i) {
        return labels.length == 0
                ? ""
                : labels.length == 1 ? (i == 0 ? labels[0] : "") : i < labels.length ? labels[i] : "";
    }

    double alphaOr(double other) {
        return alpha == null ? other : alpha;
    }

    double widthOr(double other) {
        return width == null ? other : width;
    }

    double zorderOr(double other) {
        return zorder == null ? other : zorder;
    }

    double sizeOr(double other) {
        return size == null ? other : size;
    }

    Colormap cmapOr(String other) {
        return cmap == null ? Colormap.of(other) : cmap;
    }

    /** The colour asked for, or the other one; its opacity is that of {@code alpha}. */
    int colorOr(Theme theme, int other) {
        int argb = color == null ? other : Colors.parse(color, theme.cycle());
        return alpha == null ? argb : Colors.fade(argb, alpha);
    }

    int edgeOr(Theme theme, int other) {
        int argb = edgeColor == null ? other : Colors.parse(edgeColor, theme.cycle());
        return alpha == null ? argb : Colors.fade(argb, alpha);
    }
}
