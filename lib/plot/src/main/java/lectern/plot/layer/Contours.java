package lectern.plot.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Level lines of a matrix by marching squares (W. Lorensen, H. Cline, 1987, in the plane).
 *
 * <p>Each cell contributes directed pieces with the higher values on their left, each from one cell edge to another; as
 * every crossed edge ends one piece and begins another, pieces are joined by following an array. For areas the matrix
 * gets a rim of −∞ at the same places as its border, so that every line closes along the border.
 */
public final class Contours {
    private final double[] px;
    private final double[] py;
    private final double[] z;
    private final int rows;
    private final int cols;

    /** Page coordinates of columns and rows, and the values; closed lines for areas where {@code closed}. */
    public Contours(double[] colPlaces, double[] rowPlaces, double[][] values, boolean closed) {
        this((i, j) -> colPlaces[j], (i, j) -> rowPlaces[i], values, closed);
    }

    /** A coordinate of the node in a row and a column. */
    public interface Place {
        double of(int row, int col);
    }

    /** Page coordinates of every node of a grid that may be bent. */
    public Contours(Place x, Place y, double[][] values, boolean closed) {
        int rim = closed ? 1 : 0;
        int lastRow = values.length - 1;
        int lastCol = values[0].length - 1;
        rows = values.length + 2 * rim;
        cols = values[0].length + 2 * rim;
        px = new double[rows * cols];
        py = new double[rows * cols];
        z = new double[rows * cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                int r = Math.clamp(i - rim, 0, lastRow);
                int c = Math.clamp(j - rim, 0, lastCol);
                boolean border = closed && (i == 0 || j == 0 || i == rows - 1 || j == cols - 1);
                double v = border ? Double.NEGATIVE_INFINITY : values[r][c];
                px[i * cols + j] = x.of(r, c);
                py[i * cols + j] = y.of(r, c);
                z[i * cols + j] = closed && Double.isNaN(v)
                        ? Double.NEGATIVE_INFINITY
                        : v == Double.NEGATIVE_INFINITY ? v : Math.clamp(v, -1e150, 1e150);
            }
        }
    }

    /** The lines of one level; each is an array of x and an array of y. */
    public List<double[][]> trace(double level) {
        int half = rows * cols;
        var next = new int[2 * half];
        var entered = new boolean[2 * half];
        Arrays.fill(next, -1);
        for (int i = 0; i + 1 < rows; i++) {
            for (int j = 0; j + 1 < cols; j++) {
                cell(i, j, level, next, entered);
            }
        }
        var lines = new ArrayList<double[][]>();
        for (int pass = 0; pass < 2; pass++) {
            for (int e = 0; e < next.length; e++) {
                if (next[e] >= 0 && (pass == 1 || !entered[e])) {
                    lines.add(follow(e, level, next));
                }
            }
        }
        return lines;
    }

    private void cell(int i, int j, double level, int[] next, boolean[] entered) {
        int at = i * cols + j;
        double a = z[at];
        double b = z[at + 1];
        double c = z[at + cols + 1];
        double d = z[at + cols];
        int code = (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
        if (code == 0
                || code == 15
                || Double.isNaN(a + b + c + d)
                        && (Double.isNaN(a) || Double.isNaN(b) || Double.isNaN(c) || Double.isNaN(d))) {
            return;
        }
        int half = rows * cols;
        int top = at;
        int bottom = at + cols;
        int left = half + at;
        int right = half + at + 1;
        boolean high = a / 4 + b / 4 + c / 4 + d / 4 >= level;
        switch (code) {
            case 1 -> join(left, top, next, entered);
            case 2 -> join(top, right, next, entered);
            case 3 -> join(left, right, next, entered);
            case 4 -> join(right, bottom, next, entered);
            case 6 -> join(top, bottom, next, entered);
            case 7 -> join(left, bottom, next, entered);
            case 8 -> join(bottom, left, next, entered);
            case 9 -> join(bottom, top, next, entered);
            case 11 -> join(bottom, right, next, entered);
            case 12 -> join(right, left, next, entered);
            case 13 -> join(right, top, next, entered);
            case 14 -> join(top, left, next, entered);
            case 5 -> {
                join(high ? right : left, top, next, entered);
                join(high ? left : right, bottom, next, entered);
            }
            default -> {
                join(top, high ? left : right, next, entered);
                join(bottom, high ? right : left, next, entered);
            }
        }
    }

    private static void join(int from, int to, int[] next, boolean[] entered) {
        next[from] = to;
        entered[to] = true;
    }

    private double[][] follow(int start, double level, int[] next) {
        var x = new double[64];
        var y = new double[64];
        int n = 0;
        int e = start;
        var point = new double[2];
        do {
            crossing(e, level, point);
            if (n == 0 || Math.abs(point[0] - x[n - 1]) + Math.abs(point[1] - y[n - 1]) > 0.15) {
                if (n == x.length) {
                    x = Arrays.copyOf(x, 2 * n);
                    y = Arrays.copyOf(y, 2 * n);
                }
                x[n] = point[0];
                y[n++] = point[1];
            }
            int following = next[e];
            next[e] = -1;
            e = following;
        } while (e >= 0 && next[e] >= 0);
        if (e >= 0) {
            crossing(e, level, point);
            x = Arrays.copyOf(x, n + 1);
            y = Arrays.copyOf(y, n + 1);
            x[n] = point[0];
            y[n++] = point[1];
        }
        return new double[][] {Arrays.copyOf(x, n), Arrays.copyOf(y, n)};
    }

    private void crossing(int edge, double level, double[] point) {
        int half = rows * cols;
        boolean upright = edge >= half;
        int at = upright ? edge - half : edge;
        int other = upright ? at + cols : at + 1;
        double va = z[at];
        double vb = z[other];
        double t = va == Double.NEGATIVE_INFINITY ? 1 : vb == Double.NEGATIVE_INFINITY ? 0 : (level - va) / (vb - va);
        t = Double.isFinite(t) ? Math.clamp(t, 0, 1) : 0.5;
        point[0] = px[at] + t * (px[other] - px[at]);
        point[1] = py[at] + t * (py[other] - py[at]);
    }

    /** Values of level lines at nice steps: about n of them inside the range, or bands that cover it. */
    public static double[] levels(double lo, double hi, int n, boolean cover) {
        if (!(hi > lo)) {
            return cover ? new double[] {lo - 0.5, lo + 0.5} : new double[] {lo};
        }
        double raw = (hi - lo) / Math.max(1, n);
        double unit = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = 10 * unit;
        for (double s : new double[] {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
            if (s * unit >= raw * (1 - 1e-9)) {
                step = s * unit;
                break;
            }
        }
        long first = (long) (cover ? Math.floor(lo / step + 1e-9) : Math.floor(lo / step) + 1);
        long last = (long) (cover ? Math.ceil(hi / step - 1e-9) : Math.ceil(hi / step) - 1);
        int count = Math.clamp(last - first + 1, 0, 10_000);
        if (count < (cover ? 2 : 1) || !Double.isFinite(raw) || unit == 0) {
            return cover ? new double[] {lo, hi} : new double[] {lo / 2 + hi / 2};
        }
        var out = new double[count];
        for (int k = 0; k < count; k++) {
            out[k] = (first + k) * step;
        }
        return out;
    }
}
