package lectern.plot.chart;

import java.util.Arrays;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.ContourLayer;
import lectern.plot.layer.Contours;
import lectern.plot.layer.Style;
import lectern.plot.scale.Grids;
import lectern.plot.scale.Numbers;

/** Makes level lines and filled contours. */
public final class Levels {
    private Levels() {}

    /** Level lines of a matrix over a grid, or the bands between levels; {@code x} and {@code y} may be null. */
    public static void contour(Sheet sheet, Object x, Object y, Object values, boolean filled, Style style) {
        double[][] z = Numbers.toMatrix(values);
        int rows = z.length;
        int cols = rows == 0 ? 0 : z[0].length;
        if (rows < 2 || cols < 2) {
            throw new IllegalArgumentException(
                    "Contours need at least 2 x 2 values but got " + rows + " x " + cols + ".");
        }
        double[] gx = x == null ? Numbers.index(cols) : Grids.line(x, cols, true);
        double[] gy = y == null ? Numbers.index(rows) : Grids.line(y, rows, false);
        if (gx.length != cols || gy.length != rows) {
            throw new IllegalArgumentException("Contours of " + rows + " x " + cols + " values need " + cols
                    + " places along x and "
                    + rows + " along y but got " + gx.length + " and " + gy.length + ".");
        }
        double[] flat = Arrays.stream(z)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .map(v -> Math.clamp(v, -1e300, 1e300))
                .toArray();
        double lo = Arrays.stream(flat).min().orElse(0);
        double hi = Arrays.stream(flat).max().orElse(1);
        double[] levels = levels(style, lo, hi, filled);
        ColorScale scale = scale(style, levels, filled);
        int single = style.color() == null ? 0 : style.colorOr(sheet.theme(), 0);
        sheet.add(new ContourLayer(gx, gy, z, levels, scale, filled, single, style));
    }

    /**
     * Colours from the middle of the first band to that of the last, or from the first line to the last, unless asked
     * otherwise.
     */
    private static ColorScale scale(Style style, double[] levels, boolean filled) {
        int n = levels.length;
        boolean bands = filled && n > 2;
        double from = !bands
                ? levels[0]
                : style.colouring().log() ? Math.sqrt(levels[0] * levels[1]) : (levels[0] + levels[1]) / 2;
        double to = !bands
                ? levels[n - 1]
                : style.colouring().log()
                        ? Math.sqrt(levels[n - 2] * levels[n - 1])
                        : (levels[n - 2] + levels[n - 1]) / 2;
        if (style.colouring().center() != null) {
            double reach = Math.max(
                    Math.abs(to - style.colouring().center()),
                    Math.abs(from - style.colouring().center()));
            from = style.colouring().center() - reach;
            to = style.colouring().center() + reach;
        }
        return new ColorScale(
                style.cmapOr("viridis"),
                style.colouring().lo() == null ? from : style.colouring().lo(),
                style.colouring().hi() == null ? to : style.colouring().hi(),
                Double.NaN,
                style.colouring().log(),
                filled ? levels : null);
    }

    private static double[] levels(Style style, double lo, double hi, boolean filled) {
        if (style.contour().levels() == null || style.contour().levels() instanceof Integer) {
            int n = style.contour().levels() == null
                    ? 7
                    : (Integer) style.contour().levels();
            if (style.colouring().log() && hi > 0) {
                return decades(Math.max(lo, hi * 1e-12), hi);
            }
            return Contours.levels(lo, hi, n + 1, filled);
        }
        double[] given = Numbers.toDoubles(style.contour().levels());
        Arrays.sort(given);
        if (given.length < (filled ? 2 : 1)) {
            throw new IllegalArgumentException(
                    "Filled contours need at least two levels but got " + given.length + ".");
        }
        return given;
    }

    private static double[] decades(double lo, double hi) {
        int a = (int) Math.floor(Math.log10(lo));
        int b = (int) Math.ceil(Math.log10(hi));
        var out = new double[b - a + 1];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.pow(10, a + i);
        }
        return out;
    }
}
