package lectern.plot.layer;

import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Raster;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/**
 * A matrix as a field of coloured cells, drawn as one raster under vector axes.
 *
 * <p>Cells are bounded by edges that need not be equidistant; on curved scales, or with uneven edges, the raster is
 * sampled at twice the resolution of the page.
 */
public final class FieldLayer implements Layer {
    private final double[][] values;
    private final double[] xEdges;
    private final double[] yEdges;
    private final ColorScale scale;
    private final int[] colors;
    private final double alpha;
    private final boolean smooth;
    private final double zorder;
    private String note = "";

    /** Row i of the values lies between yEdges[i] and yEdges[i+1], column j between xEdges[j] and xEdges[j+1]. */
    public FieldLayer(double[][] values, double[] xEdges, double[] yEdges, ColorScale scale, Style style) {
        this(values, xEdges, yEdges, scale, null, style);
    }

    /** As above with colours of their own, row by row, instead of a scale. */
    public FieldLayer(
            double[][] values, double[] xEdges, double[] yEdges, ColorScale scale, int[] colors, Style style) {
        this.values = values;
        this.xEdges = xEdges;
        this.yEdges = yEdges;
        this.scale = scale;
        this.colors = colors;
        this.alpha = style.alphaOr(1);
        this.smooth = style.image().smooth();
        this.zorder = style.zorderOr(0);
    }

    /** Adds a sentence to the description. */
    public FieldLayer noted(String sentence) {
        note = sentence;
        return this;
    }

    @Override
    public void bounds(Bounds b) {
        if (xEdges.length > 1 && yEdges.length > 1) {
            b.stickyX(xEdges[0], xEdges[xEdges.length - 1]);
            b.stickyY(yEdges[0], yEdges[yEdges.length - 1]);
        }
    }

    private int rows() {
        return yEdges.length - 1;
    }

    private int cols() {
        return xEdges.length - 1;
    }

    private int color(int i, int j) {
        int argb = colors != null ? colors[i * cols() + j] : scale.color(values[i][j]);
        return alpha < 1 ? Colors.fade(argb, alpha) : argb;
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        if (rows() < 1 || cols() < 1) {
            return;
        }
        double l = t.edgeX(xEdges[0]);
        double r = t.edgeX(xEdges[cols()]);
        double bottom = t.edgeY(yEdges[0]);
        double top = t.edgeY(yEdges[rows()]);
        boolean flat = t.linear()
                && even(xEdges)
                && even(yEdges)
                && inside(l, t.box(), true)
                && inside(r, t.box(), true)
                && inside(top, t.box(), false)
                && inside(bottom, t.box(), false);
        if (flat && (long) rows() * cols() <= 1_000_000 && !smooth) {
            canvas.image(
                    cells(l > r, top > bottom),
                    Math.min(l, r),
                    Math.min(top, bottom),
                    Math.abs(r - l),
                    Math.abs(bottom - top),
                    false);
        } else {
            sampled(canvas, t);
        }
    }

    private static boolean inside(double p, Box box, boolean across) {
        double lo = across ? box.x() : box.y();
        double size = across ? box.w() : box.h();
        return p > lo - 3 * size - 10 && p < lo + 4 * size + 10;
    }

    private static boolean even(double[] edges) {
        double step = (edges[edges.length - 1] - edges[0]) / (edges.length - 1);
        for (int i = 1; i < edges.length; i++) {
            if (!(Math.abs(edges[i] - edges[0] - i * step) <= 1e-6 * Math.abs(step))) {
                return false;
            }
        }
        return true;
    }

    private Raster cells(boolean flipX, boolean flipY) {
        int rows = rows();
        int cols = cols();
        var argb = new int[rows * cols];
        for (int i = 0; i < rows; i++) {
            int row = flipY ? i : rows - 1 - i;
            for (int j = 0; j < cols; j++) {
                argb[i * cols + j] = color(row, flipX ? cols - 1 - j : j);
            }
        }
        return new Raster(cols, rows, argb);
    }

    private void sampled(Canvas canvas, Transform t) {
        Box box = t.box();
        int w = (int) Math.clamp(box.w() * 2, 1, 2000);
        int h = (int) Math.clamp(box.h() * 2, 1, 2000);
        var column = new double[w];
        var row = new double[h];
        for (int k = 0; k < w; k++) {
            column[k] = position(xEdges, t.dataX(box.x() + (k + 0.5) * box.w() / w));
        }
        for (int k = 0; k < h; k++) {
            row[k] = position(yEdges, t.dataY(box.y() + (k + 0.5) * box.h() / h));
        }
        var argb = new int[w * h];
        for (int k = 0; k < h; k++) {
            for (int m = 0; m < w; m++) {
                if (row[k] >= 0 && column[m] >= 0) {
                    argb[k * w + m] = smooth
                            ? blended(row[k], column[m])
                            : color(Math.min((int) row[k], rows() - 1), Math.min((int) column[m], cols() - 1));
                }
            }
        }
        canvas.image(new Raster(w, h, argb), box.x(), box.y(), box.w(), box.h(), true);
    }

    /** The colour between the four cells whose centres are nearest. */
    private int blended(double row, double col) {
        double r = Math.clamp(row - 0.5, 0, rows() - 1);
        double c = Math.clamp(col - 0.5, 0, cols() - 1);
        int i = Math.min((int) r, Math.max(0, rows() - 2));
        int j = Math.min((int) c, Math.max(0, cols() - 2));
        int i1 = Math.min(i + 1, rows() - 1);
        int j1 = Math.min(j + 1, cols() - 1);
        double u = r - i;
        double v = c - j;
        if (colors == null) {
            double value = (values[i][j] * (1 - v) + values[i][j1] * v) * (1 - u)
                    + (values[i1][j] * (1 - v) + values[i1][j1] * v) * u;
            return Colors.fade(scale.color(value), alpha);
        }
        int mixed = 0;
        for (int shift = 0; shift < 32; shift += 8) {
            double level = (channel(i, j, shift) * (1 - v) + channel(i, j1, shift) * v) * (1 - u)
                    + (channel(i1, j, shift) * (1 - v) + channel(i1, j1, shift) * v) * u;
            mixed |= (int) Math.round(level) << shift;
        }
        return Colors.fade(mixed, alpha);
    }

    private int channel(int i, int j, int shift) {
        return colors[i * cols() + j] >>> shift & 255;
    }

    /** The number of the cell that holds the value plus the fraction within it; −1 outside. */
    private static double position(double[] edges, double v) {
        int n = edges.length - 1;
        boolean up = edges[n] >= edges[0];
        double first = up ? edges[0] : edges[n];
        double last = up ? edges[n] : edges[0];
        if (!(v >= first && v <= last)) {
            return -1;
        }
        int lo = 0;
        int hi = n;
        while (hi - lo > 1) {
            int middle = (lo + hi) >>> 1;
            if (edges[middle] <= v == up) {
                lo = middle;
            } else {
                hi = middle;
            }
        }
        return edges[hi] == edges[lo] ? lo : lo + (v - edges[lo]) / (edges[hi] - edges[lo]);
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
    public String describe() {
        String range =
                scale == null ? "" : ", values from " + Ticks.plain(scale.lo()) + " to " + Ticks.plain(scale.hi());
        return "Field of " + rows() + " x " + cols() + " cells" + range + "." + (note.isEmpty() ? "" : " " + note);
    }
}
