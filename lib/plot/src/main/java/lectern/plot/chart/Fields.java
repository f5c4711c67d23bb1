package lectern.plot.chart;

import java.util.Arrays;
import java.util.List;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Fonts;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Raster;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.FieldLayer;
import lectern.plot.layer.Layer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Grids;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** Makes images, heat maps and meshes. */
public final class Fields {
    private Fields() {}

    public static void imshow(Sheet sheet, Object image, Style style) {
        int[] shape = Grids.shape(image);
        if (shape.length == 3 && (shape[2] == 3 || shape[2] == 4)) {
            picture(sheet, image, shape, style);
            return;
        }
        if (image instanceof java.awt.image.BufferedImage picture) {
            var raster = Raster.of(picture);
            frame(sheet, raster.height(), raster.width(), style);
            sheet.add(new FieldLayer(
                    null, across(raster.width(), style), down(raster.height(), style), null, raster.argb(), style));
            return;
        }
        if (shape.length == 3 && (shape[0] == 3 || shape[0] == 4) && shape[1] > 4 && shape[2] > 4) {
            throw new IllegalArgumentException("A picture is rows x columns x channels but got " + shape[0] + " x "
                    + shape[1] + " x " + shape[2] + ": its channels come first. Move them to the end, as"
                    + " x.transpose(1, 2, 0) does for a tensor.");
        }
        double[][] m = Numbers.toMatrix(image);
        int rows = m.length;
        int cols = rows == 0 ? 0 : m[0].length;
        frame(sheet, rows, cols, style);
        sheet.add(new FieldLayer(
                m, across(cols, style), down(rows, style), ColorScale.of(style, flat(m), "viridis"), style));
    }

    private static void frame(Sheet sheet, int rows, int cols, Style style) {
        sheet.aspect(
                style.image().extent() == null || rows == 0 || cols == 0
                        ? 1
                        : Double.isNaN(sheet.aspect()) ? 1 : sheet.aspect());
        sheet.y().inverted = !style.image().originLower() && style.image().extent() == null;
        sheet.x().pixels = style.image().extent() == null;
        sheet.y().pixels = style.image().extent() == null;
        sheet.x().margin = 0;
        sheet.y().margin = 0;
    }

    private static double[] across(int cols, Style style) {
        return style.image().extent() == null
                ? steps(-0.5, cols - 0.5, cols)
                : steps(style.image().extent()[0], style.image().extent()[1], cols);
    }

    /** Edges of the rows from row 0 on; with an extent and the origin above, row 0 lies at the top. */
    private static double[] down(int rows, Style style) {
        if (style.image().extent() == null) {
            return steps(-0.5, rows - 0.5, rows);
        }
        return style.image().originLower()
                ? steps(style.image().extent()[2], style.image().extent()[3], rows)
                : steps(style.image().extent()[3], style.image().extent()[2], rows);
    }

    private static double[] steps(double from, double to, int n) {
        var out = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            out[i] = n == 0 ? from : from + (to - from) * i / n;
        }
        return out;
    }

    /**
     * A picture of three or four channels. Whole numbers from arrays of integers or bytes run from 0 to 255, all others
     * from 0 to 1; what lies outside takes the nearest colour, and the description says so.
     */
    private static void picture(Sheet sheet, Object image, int[] shape, Style style) {
        double[] flat = Numbers.toDoubles(image);
        int rows = shape[0];
        int cols = shape[1];
        int channels = shape[2];
        boolean bytes = Grids.isIntegral(image) || looksLikeBytes(flat);
        double unit = bytes ? 1 : 255;
        var argb = new int[rows * cols];
        for (int i = 0; i < argb.length; i++) {
            int a = channels == 4 ? level(flat[i * channels + 3] * unit) : 255;
            argb[i] = a << 24
                    | level(flat[i * channels] * unit) << 16
                    | level(flat[i * channels + 1] * unit) << 8
                    | level(flat[i * channels + 2] * unit);
        }
        double top = bytes ? 255 : 1;
        boolean clipped = Arrays.stream(flat).anyMatch(v -> v < 0 || v > top);
        frame(sheet, rows, cols, style);
        sheet.add(new FieldLayer(null, across(cols, style), down(rows, style), null, argb, style)
                .noted(clipped ? "Channels outside 0 to " + (bytes ? "255" : "1") + " are clipped." : ""));
    }

    /** Decoders that answer floats keep bytes as whole numbers; a normalised picture never is one. */
    private static boolean looksLikeBytes(double[] flat) {
        boolean large = false;
        for (double v : flat) {
            if (v < 0 || v > 255 || v != Math.rint(v)) {
                return false;
            }
            large |= v > 2;
        }
        return large;
    }

    private static int level(double v) {
        return Double.isNaN(v) ? 0 : Math.clamp(Math.round(v), 0, 255);
    }

    private static double[] flat(double[][] m) {
        return Arrays.stream(m).flatMapToDouble(Arrays::stream).toArray();
    }

    public static void heatmap(Sheet sheet, Object matrix, Object rowNames, Object columnNames, Style style) {
        double[][] m = Numbers.toMatrix(matrix);
        int rows = m.length;
        int cols = rows == 0 ? 0 : m[0].length;
        var scale = ColorScale.of(style, flat(m), "viridis");
        frame(sheet, rows, cols, style);
        sheet.add(new FieldLayer(m, across(cols, style), down(rows, style), scale, style));
        if (rowNames != null) {
            names(sheet.y(), rowNames, rows, "rows");
        }
        if (columnNames != null) {
            names(sheet.x(), columnNames, cols, "columns");
        }
        if (rowNames == null && columnNames == null && rows <= 30 && cols <= 30) {
            sheet.x().tickPlaces =
                    sheet.x().tickPlaces == null && cols <= 12 ? Numbers.index(cols) : sheet.x().tickPlaces;
            sheet.y().tickPlaces =
                    sheet.y().tickPlaces == null && rows <= 12 ? Numbers.index(rows) : sheet.y().tickPlaces;
        }
        if (style.words().annotated()) {
            sheet.add(new CellTexts(
                    m,
                    scale,
                    style.words().format(),
                    style.words().size() == null ? 0 : style.words().size()));
        }
    }

    private static void names(Axis axis, Object names, int n, String what) {
        List<String> texts = Numbers.toTexts(names);
        if (texts.size() != n) {
            throw new IllegalArgumentException(
                    "A heat map of " + n + " " + what + " needs " + n + " names but got " + texts.size() + ".");
        }
        axis.tickPlaces = Numbers.index(n);
        axis.tickLabels = texts.toArray(String[]::new);
    }

    /** The numbers in the cells of a heat map, dark on light cells and light on dark ones. */
    private record CellTexts(double[][] m, ColorScale scale, String format, double size) implements Layer {
        @Override
        public void bounds(Bounds b) {
            // The cells themselves count.
        }

        @Override
        public void paint(Canvas canvas, Transform t, Theme theme) {
            double room = 0.88 * Math.abs(t.x(1) - t.x(0));
            double high = 0.8 * Math.abs(t.y(1) - t.y(0));
            if (!(room > 0 && high > 0)) {
                return;
            }
            double widest = 0;
            for (double[] row : m) {
                for (double v : row) {
                    widest = Math.max(widest, Fonts.width(text(v), 1));
                }
            }
            double points = size > 0 ? size : Math.clamp(Math.min(room / Math.max(widest, 0.3), high), 3, 10);
            for (int i = 0; i < m.length; i++) {
                for (int j = 0; j < m[i].length; j++) {
                    if (!Double.isNaN(m[i][j])) {
                        int ink = Colors.luminance(scale.color(m[i][j])) > 0.5 ? Colors.BLACK : Colors.WHITE;
                        Label.of(text(m[i][j]), points).draw(canvas, t.x(j), t.y(i), ink, 0.5, 0.5, 0);
                    }
                }
            }
        }

        private String text(double v) {
            return format != null
                    ? Ticks.formatted(format, v)
                    : v == Math.rint(v) ? Ticks.plain(v) : Ticks.number(v, 2);
        }

        @Override
        public double zorder() {
            return 3;
        }

        @Override
        public String describe() {
            return "Numbers in the cells.";
        }
    }

    public static void mesh(Sheet sheet, Object x, Object y, Object values, Style style) {
        double[][] m = Numbers.toMatrix(values);
        int rows = m.length;
        int cols = rows == 0 ? 0 : m[0].length;
        double[] gx = Grids.line(x, cols, true);
        double[] gy = Grids.line(y, rows, false);
        sheet.add(new FieldLayer(
                m, edges(gx, cols, "x"), edges(gy, rows, "y"), ColorScale.of(style, flat(m), "viridis"), style));
    }

    /** Edges of cells from their edges, or from their centres. */
    private static double[] edges(double[] at, int n, String axis) {
        if (at.length == n + 1) {
            return at;
        }
        if (at.length != n) {
            throw new IllegalArgumentException("A mesh of " + n + " cells along " + axis + " needs " + n
                    + " centres or " + (n + 1)
                    + " edges but got " + at.length + " values.");
        }
        var out = new double[n + 1];
        if (n == 1) {
            out[0] = at[0] - 0.5;
            out[1] = at[0] + 0.5;
        }
        for (int i = 1; i < n; i++) {
            out[i] = at[i - 1] / 2 + at[i] / 2;
        }
        if (n > 1) {
            out[0] = 2 * at[0] - out[1];
            out[n] = 2 * at[n - 1] - out[n - 1];
        }
        return out;
    }

    /** Counts points in cells of the plane; edges of bins hold for both axes. */
    public static void hist2d(Sheet sheet, double[] x, double[] y, Style style) {
        Numbers.sameLength("A two-dimensional histogram", x, y);
        int n = style.bins().count() == null ? 10 : style.bins().count();
        double[] given = style.bins().edges();
        double[] ex = given != null ? given : Histograms.edges(low(x), high(x), n);
        double[] ey = given != null ? given : Histograms.edges(low(y), high(y), n);
        var counts = new double[ey.length - 1][ex.length - 1];
        for (int i = 0; i < x.length; i++) {
            int a = Histograms.bin(x[i], ex);
            int b = Histograms.bin(y[i], ey);
            if (a >= 0 && b >= 0) {
                counts[b][a]++;
            }
        }
        sheet.add(new FieldLayer(counts, ex, ey, ColorScale.of(style, flat(counts), "viridis"), style));
    }

    private static double low(double[] v) {
        return Arrays.stream(v).filter(Double::isFinite).min().orElse(Double.POSITIVE_INFINITY);
    }

    private static double high(double[] v) {
        return Arrays.stream(v).filter(Double::isFinite).max().orElse(Double.NEGATIVE_INFINITY);
    }
}
