package lectern.plot;

import java.util.List;

/** Single marks, each with a size and a colour of its own where asked. */
final class ScatterLayer implements Layer {
    private final double[] x;
    private final double[] y;
    private final double size;
    private final double[] sizes;
    private final int fill;
    private final int[] fills;
    private final Marker marker;
    private final Pen edge;
    private final ColorScale scale;
    private final String label;
    private final double zorder;
    private final Bounds extent = new Bounds();

    ScatterLayer(double[] x, double[] y, Style style, Theme theme, int color) {
        Numbers.sameLength("A scatter plot", x, y);
        this.x = x;
        this.y = y;
        this.label = style.label(0);
        this.marker = style.marker == null ? Marker.CIRCLE : style.marker;
        this.size = style.sizeOr(6);
        this.sizes = style.sizes == null ? null : diameters(Numbers.toDoubles(style.sizes), x.length);
        this.fill = Boolean.FALSE.equals(style.filled) ? 0 : color;
        double[] values = style.values == null ? null : Numbers.toDoubles(style.values);
        if (values != null) {
            Numbers.sameLength("Colouring of a scatter plot", x, values);
        }
        this.scale = values == null ? null : ColorScale.of(style, values, "viridis");
        this.fills = values != null
                ? colors(values, style.alphaOr(1))
                : style.colors == null ? null : named(style, theme, x.length);
        int edgeColor = style.edgeColor != null ? style.edgeOr(theme, color) : color;
        boolean edged = style.edgeColor != null && edgeColor >>> 24 != 0
                || !marker.filled()
                || Boolean.FALSE.equals(style.filled);
        this.edge = edged
                ? Pen.solid(edgeColor, style.edgeWidth == null ? (marker.filled() ? 0.8 : 1.5) : style.edgeWidth)
                : Pen.NONE;
        this.zorder = style.zorderOr(1.6);
        extent.points(x, y);
    }

    /** Areas in square points to diameters, as matplotlib's {@code s}. */
    private static double[] diameters(double[] areas, int n) {
        var out = new double[n];
        for (int i = 0; i < n; i++) {
            double area = areas[Math.min(i, areas.length - 1)];
            out[i] = area > 0 ? Math.sqrt(area) : 0;
        }
        return out;
    }

    private int[] colors(double[] values, double alpha) {
        var out = new int[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Colors.fade(scale.color(values[i]), alpha);
        }
        return out;
    }

    private static int[] named(Style style, Theme theme, int n) {
        List<String> names = style.colors;
        var out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = Colors.fade(Colors.parse(names.get(i % names.size()), theme.cycle()), style.alphaOr(1));
        }
        return out;
    }

    /** The points, x and y. */
    double[][] points() {
        return new double[][] {x.clone(), y.clone()};
    }

    @Override
    public void bounds(Bounds b) {
        b.add(extent, true);
        b.add(extent, false);
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        double[] px = t.xs(x);
        double[] py = t.ys(y);
        double largest = size;
        if (sizes != null) {
            for (double s : sizes) {
                largest = Math.max(largest, s);
            }
        }
        Box box = t.box().grow(largest);
        for (int i = 0; i < px.length; i++) {
            if (!box.contains(px[i], py[i])) {
                px[i] = Double.NaN;
            }
        }
        canvas.marks(new Canvas.Marks(marker, px, py, size, sizes, fill, fills, edge));
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public ColorScale colorScale() {
        return scale;
    }

    @Override
    public Handle handle() {
        int sample = fills != null && fills.length > 0 ? fills[fills.length / 2] : fill;
        return Handle.mark(label, Pen.NONE, marker, size, sample, edge);
    }

    @Override
    public void occupy(Transform t, Occupied places) {
        int stride = Math.max(1, x.length / 4000);
        for (int i = 0; i < x.length; i += stride) {
            places.add(t.x(x[i]), t.y(y[i]));
        }
    }

    @Override
    public String describe() {
        return "Scatter" + (label.isEmpty() ? "" : " \"" + Label.plain(label) + "\"") + " of " + x.length + " points.";
    }
}
