package lectern.plot.chart;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.plot.canvas.Colors;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.QuiverLayer;
import lectern.plot.layer.StreamLayer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Grids;
import lectern.plot.scale.Numbers;

/** Makes arrows and stream lines of vector fields. */
public final class VectorField {
    private VectorField() {}

    /** Places of a grid: as many as values, whether they were given as axes or as matrices. */
    private static double[] grid(Object data, int rows, int cols, boolean across) {
        double[] flat = Numbers.toDoubles(data);
        int n = rows * cols;
        if (flat.length == n && (Numbers.isMatrix(data) || rows == 1)) {
            return flat;
        }
        if (flat.length != (across ? cols : rows)) {
            if (flat.length == n) {
                return flat;
            }
            throw new IllegalArgumentException("A vector field of " + rows + " x " + cols + " arrows needs "
                    + (across ? cols : rows)
                    + (across ? " places along x" : " places along y") + " but got " + flat.length + ".");
        }
        var out = new double[n];
        for (int i = 0; i < n; i++) {
            out[i] = flat[across ? i % cols : i / cols];
        }
        return out;
    }

    public static void quiver(Sheet sheet, Object x, Object y, Object u, Object v, Style style) {
        double[][] mu = Numbers.toMatrix(u);
        double[][] mv = Numbers.toMatrix(v);
        int rows = mu.length;
        int cols = rows == 0 ? 0 : mu[0].length;
        double[] du = Arrays.stream(mu).flatMapToDouble(Arrays::stream).toArray();
        double[] dv = Arrays.stream(mv).flatMapToDouble(Arrays::stream).toArray();
        Numbers.sameLength("A vector field (u, v)", du, dv);
        double[] px = grid(x, rows, cols, true);
        double[] py = grid(y, rows, cols, false);
        int n = du.length;
        int[] colors;
        ColorScale scale = null;
        if (style.colouring().values() != null || style.colouring().map() != null) {
            var values = style.colouring().values() == null
                    ? magnitudes(du, dv)
                    : Numbers.toDoubles(style.colouring().values());
            Numbers.sameLength("Colouring of arrows", du, values);
            scale = ColorScale.of(style, values, "viridis");
            colors = new int[n];
            for (int i = 0; i < n; i++) {
                colors[i] = Colors.fade(scale.color(values[i]), style.alphaOr(1));
            }
        } else {
            colors = new int[] {style.colorOr(sheet.theme(), sheet.theme().ink())};
        }
        sheet.add(new QuiverLayer(
                px,
                py,
                du,
                dv,
                colors,
                scale,
                style.arrows().perWidth(),
                style.arrows().pivotMiddle(),
                style.label(0),
                style.zorderOr(1.7)));
    }

    static double[] magnitudes(double[] u, double[] v) {
        var out = new double[u.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.hypot(u[i], v[i]);
        }
        return out;
    }

    /**
     * Stream lines: seeds are taken from the border inwards on a coarse lattice, each line is followed both ways by the
     * midpoint rule and ends where it would come near another one (B. Jobard, W. Lefer, Creating Evenly-Spaced
     * Streamlines of Arbitrary Density, 1997).
     */
    public static void streamplot(Sheet sheet, Object x, Object y, Object u, Object v, Style style) {
        double[][] mu = Numbers.toMatrix(u);
        double[][] mv = Numbers.toMatrix(v);
        int rows = mu.length;
        int cols = rows == 0 ? 0 : mu[0].length;
        double[] gx = Grids.line(x, cols, true);
        double[] gy = Grids.line(y, rows, false);
        if (rows < 2
                || cols < 2
                || gx.length != cols
                || gy.length != rows
                || mv.length != rows
                || mv[0].length != cols) {
            throw new IllegalArgumentException("Stream lines need u and v of one size, at least 2 x 2, with "
                    + "a place for "
                    + "every column and "
                    + "row; got u " + rows + " x " + cols + ", v " + mv.length + " x "
                    + (mv.length == 0 ? 0 : mv[0].length) + ", "
                    + gx.length + " places along x and " + gy.length + " along y.");
        }
        double density = style.arrows().lineDensity() == null
                ? 1
                : Math.clamp(style.arrows().lineDensity(), 0.1, 5);
        var lines = new Streams(mu, mv, (int) (30 * density)).lines();
        ColorScale scale = null;
        int color = style.colorOr(sheet.theme(), sheet.theme().color(0));
        double[][] values = style.colouring().values() == null
                ? speeds(mu, mv)
                : Numbers.toMatrix(style.colouring().values());
        if (style.colouring().map() != null || style.colouring().values() != null) {
            if (values.length != rows || values[0].length != cols) {
                throw new IllegalArgumentException("Stream lines of a " + rows + " x " + cols
                        + " field are coloured by as many values but got " + values.length + " x " + values[0].length
                        + ".");
            }
            double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
            scale = ColorScale.of(style, all, "viridis");
        }
        sheet.add(new StreamLayer(
                gx, gy, values, lines, color, scale, style.alphaOr(1), style.widthOr(1.2), style.zorderOr(2)));
    }

    private static double[][] speeds(double[][] u, double[][] v) {
        var out = new double[u.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = magnitudes(u[i], v[i]);
        }
        return out;
    }

    /** Follows lines in the coordinates of the matrix: column and row numbers. */
    private static final class Streams {
        private final double[][] u;
        private final double[][] v;
        private final int rows;
        private final int cols;
        private final int lattice;
        private final int[] owner;
        private final double speed;

        Streams(double[][] u, double[][] v, int lattice) {
            this.u = u;
            this.v = v;
            this.rows = u.length;
            this.cols = u[0].length;
            this.lattice = lattice;
            this.owner = new int[lattice * lattice];
            double most = 0;
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < cols; j++) {
                    double s = Math.hypot(u[i][j], v[i][j]);
                    most = Double.isFinite(s) ? Math.max(most, s) : most;
                }
            }
            this.speed = most;
        }

        List<double[][]> lines() {
            var out = new ArrayList<double[][]>();
            if (speed == 0) {
                return out;
            }
            int id = 1;
            for (int ring = 0; ring < (lattice + 1) / 2; ring++) {
                for (int k : ring(ring)) {
                    if (owner[k] == 0) {
                        double[][] line = line(k, id);
                        if (line != null) {
                            out.add(line);
                            id++;
                        }
                    }
                }
            }
            return out;
        }

        private int[] ring(int r) {
            var cells = new ArrayList<Integer>();
            int end = lattice - 1 - r;
            for (int k = r; k <= end; k++) {
                cells.add(r * lattice + k);
                cells.add(k * lattice + end);
                cells.add(end * lattice + lattice - 1 - k);
                cells.add((lattice - 1 - k) * lattice + r);
            }
            return cells.stream().mapToInt(Integer::intValue).toArray();
        }

        private double[][] line(int seed, int id) {
            int column = seed % lattice, row = seed / lattice;
            double sx = (column + 0.5) / lattice * (cols - 1);
            double sy = (row + 0.5) / lattice * (rows - 1);
            var points = new ArrayDeque<double[]>();
            var touched = new ArrayList<Integer>();
            points.add(new double[] {sx, sy});
            double length = march(sx, sy, 1, id, points, touched) + march(sx, sy, -1, id, points, touched);
            if (length < 0.12) {
                for (int k : touched) {
                    owner[k] = 0;
                }
                return null;
            }
            var line = new double[2][points.size()];
            int m = 0;
            for (double[] p : points) {
                line[0][m] = p[0];
                line[1][m++] = p[1];
            }
            return line;
        }

        /** Follows one direction; the length is measured in sides of the field. */
        private double march(
                double sx, double sy, int direction, int id, ArrayDeque<double[]> points, List<Integer> touched) {
            double x = sx;
            double y = sy;
            double length = 0;
            double h = 0.004;
            var w = new double[2];
            while (length < 2) {
                if (!velocity(x, y, w)) {
                    return length;
                }
                double mx = x + direction * h / 2 * w[0] * (cols - 1);
                double my = y + direction * h / 2 * w[1] * (rows - 1);
                if (!velocity(mx, my, w)) {
                    return length;
                }
                x += direction * h * w[0] * (cols - 1);
                y += direction * h * w[1] * (rows - 1);
                if (x < 0 || y < 0 || x > cols - 1 || y > rows - 1) {
                    return length;
                }
                int k = Math.min((int) (y / (rows - 1) * lattice), lattice - 1) * lattice
                        + Math.min((int) (x / (cols - 1) * lattice), lattice - 1);
                if (owner[k] != 0 && owner[k] != id) {
                    return length;
                }
                if (owner[k] == id && touched.getLast() != k) {
                    return length;
                }
                if (owner[k] == 0) {
                    owner[k] = id;
                    touched.add(k);
                }
                length += h;
                if (direction > 0) {
                    points.addLast(new double[] {x, y});
                } else {
                    points.addFirst(new double[] {x, y});
                }
            }
            return length;
        }

        /** The direction at a place as a unit vector in sides of the field; false where there is none. */
        private boolean velocity(double x, double y, double[] w) {
            if (!(x >= 0 && y >= 0 && x <= cols - 1 && y <= rows - 1)) {
                return false;
            }
            double a = Grids.bilinear(u, x, y) / (cols - 1);
            double b = Grids.bilinear(v, x, y) / (rows - 1);
            double s = Math.hypot(a, b);
            if (!(s > 1e-9 * speed / Math.max(rows, cols))) {
                return false;
            }
            w[0] = a / s;
            w[1] = b / s;
            return true;
        }
    }
}
