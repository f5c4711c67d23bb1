package lectern.plot.layer;

import java.util.List;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** Single marks, each with a size and a colour of its own where asked. */
public final class ScatterLayer implements Layer {
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
    private final int count;

    public ScatterLayer(double[] x, double[] y, Marker marker, Style style, Theme theme, int color) {
        Numbers.sameLength("A scatter plot", x, y);
        this.x = x;
        this.y = y;
        this.label = style.label(0);
        this.marker = marker;
        this.size = style.sizeOr(6);
        this.sizes = style.marks().areas() == null
                ? null
                : diameters(Numbers.toDoubles(style.marks().areas()), x.length);
        this.fill = style.marks().hollow() ? 0 : color;
        double[] values = style.colouring().values() == null
                ? null
                : Numbers.toDoubles(style.colouring().values());
        if (values != null) {
            Numbers.sameLength("Colouring of a scatter plot", x, values);
        }
        this.scale = values == null ? null : ColorScale.of(style, values, "viridis");
        this.fills = values != null
                ? colors(values, style.alphaOr(1))
                : style.colouring().names() == null ? null : named(style, theme, x.length);
        int edgeColor = style.fill().edgeColor() != null ? style.edgeOr(theme, color) : color;
        boolean edged = style.fill().edgeColor() != null && edgeColor >>> 24 != 0
                || !marker.filled()
                || style.marks().hollow();
        this.edge = edged
                ? Pen.solid(
                        edgeColor,
                        style.fill().edgeWidth() == null
                                ? (marker.filled() ? 0.8 : 1.5)
                                : style.fill().edgeWidth())
                : Pen.NONE;
        this.zorder = style.zorderOr(1.6);
        this.count = extent.points(x, y);
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
        List<String> names = style.colouring().names();
        var out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = Colors.fade(Colors.parse(names.get(i % names.size()), theme.cycle()), style.alphaOr(1));
        }
        return out;
    }

    /** True when all marks are of one size and colour. */
    public boolean isPlain() {
        return sizes == null && fills == null;
    }

    /** The points, x and y. */
    public double[][] points() {
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
        return "Scatter" + (label.isEmpty() ? "" : " \"" + Label.plain(label) + "\"") + " of " + count + " points.";
    }
}
