package lectern.plot.scale;

import java.util.Arrays;
import lectern.plot.canvas.Box;

/**
 * A line on the page, ready to draw: cut where it leaves the neighbourhood of the box, thinned where it is denser than
 * the paper can show. Thinning keeps first, lowest, highest and last point of every half point of paper.
 */
public record Polyline(double[] x, double[] y, int n) {
    private static final double COLUMN = 0.5;
    private static final int MOST = 25_000;
    /** Points farther apart than this are never merged. */
    private static final double COARSEST = 4;

    /** The line through data points. */
    public static Polyline of(Transform t, double[] x, double[] y) {
        Polyline line;
        if (x.length > 4 * t.box().w() / COLUMN && ascending(x)) {
            line = columns(t, x, y);
        } else {
            line = new Polyline(t.xs(x), t.ys(y), x.length);
        }
        line = line.cut(t.box().grow(t.box().w() / 4)).straightened(0.05);
        double tolerance = 0.1;
        // Gaps stay however far apart points may be merged, so the length may never come below the limit.
        while (line.n > MOST && tolerance < COARSEST) {
            line = line.merge(tolerance);
            tolerance *= 2;
        }
        return line;
    }

    private static boolean ascending(double[] x) {
        for (int i = 1; i < x.length; i++) {
            if (!(x[i] >= x[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static Polyline columns(Transform t, double[] x, double[] y) {
        double left = t.box().x() - 20;
        double right = t.box().right() + 20;
        int begin = 0;
        int end = x.length;
        while (begin + 1 < end && !(t.x(x[begin + 1]) >= left)) {
            begin++;
        }
        while (end - 2 > begin && !(t.x(x[end - 2]) <= right)) {
            end--;
        }
        int capacity = (int) Math.min(5L * (end - begin), (long) (6 * (right - left) / COLUMN)) + 64;
        var px = new double[capacity];
        var py = new double[capacity];
        int n = 0;
        int i = begin;
        while (i < end) {
            double edge = t.x(x[i]) + COLUMN;
            int first = i;
            int low = -1;
            int high = -1;
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            do {
                double v = y[i];
                if (v < least) {
                    least = v;
                    low = i;
                }
                if (v > most) {
                    most = v;
                    high = i;
                }
                i++;
            } while (i < end && t.x(x[i]) < edge);
            if (n + 6 > px.length) {
                px = Arrays.copyOf(px, 2 * px.length);
                py = Arrays.copyOf(py, 2 * py.length);
            }
            int last = -1;
            for (int k : new int[] {first, Math.min(low, high), Math.max(low, high), i - 1}) {
                if (k > last) {
                    px[n] = t.x(x[k]);
                    py[n++] = t.y(y[k]);
                    last = k;
                }
            }
        }
        return new Polyline(px, py, n);
    }

    /**
     * Leaves out points from which the line would stray by no more than the tolerance: going on from the last point
     * kept, directions must stay within the cone that all points left out allow (J. Sklansky, V. Gonzalez, 1980).
     */
    public Polyline straightened(double tolerance) {
        if (n < 20) {
            return this;
        }
        var px = new double[n];
        var py = new double[n];
        int m = 0;
        double lo = 0;
        double hi = 0;
        boolean fresh = true;
        double reach = 0;
        for (int i = 0; i < n; i++) {
            boolean gap = Double.isNaN(x[i]) || Double.isNaN(y[i]);
            if (gap || m == 0 || Double.isNaN(px[m - 1])) {
                if (i > 0 && m > 0 && !Double.isNaN(px[m - 1]) && (px[m - 1] != x[i - 1] || py[m - 1] != y[i - 1])) {
                    px[m] = x[i - 1];
                    py[m++] = y[i - 1];
                }
                px[m] = gap ? Double.NaN : x[i];
                py[m++] = gap ? Double.NaN : y[i];
                fresh = true;
                continue;
            }
            double d = Math.hypot(x[i] - px[m - 1], y[i] - py[m - 1]);
            if (fresh && d <= tolerance && i + 1 < n && !Double.isNaN(x[i + 1])) {
                continue;
            }
            double angle = Math.atan2(y[i] - py[m - 1], x[i] - px[m - 1]);
            double half = Math.asin(Math.min(1, tolerance / Math.max(d, 1e-12)));
            double turn = fresh ? 0 : Math.IEEEremainder(angle - lo, 2 * Math.PI);
            if (!fresh && (turn < 0 || turn > hi || d < reach)) {
                px[m] = x[i - 1];
                py[m++] = y[i - 1];
                fresh = true;
                d = Math.hypot(x[i] - px[m - 1], y[i] - py[m - 1]);
                angle = Math.atan2(y[i] - py[m - 1], x[i] - px[m - 1]);
                half = Math.asin(Math.min(1, tolerance / Math.max(d, 1e-12)));
            }
            if (fresh) {
                lo = angle - half;
                hi = 2 * half;
                fresh = false;
            } else {
                double from = Math.max(0, turn - half);
                double to = Math.min(hi, turn + half);
                lo += from;
                hi = Math.max(0, to - from);
            }
            reach = d;
        }
        if (n > 0
                && m > 0
                && !Double.isNaN(x[n - 1])
                && !Double.isNaN(y[n - 1])
                && (px[m - 1] != x[n - 1] || py[m - 1] != y[n - 1])) {
            px[m] = x[n - 1];
            py[m++] = y[n - 1];
        }
        return new Polyline(px, py, m);
    }

    /** Drops points nearer than the tolerance to the last one kept. */
    private Polyline merge(double tolerance) {
        var px = new double[n];
        var py = new double[n];
        int m = 0;
        for (int i = 0; i < n; i++) {
            boolean gap = Double.isNaN(x[i]) || Double.isNaN(y[i]);
            if (m == 0
                    || gap
                    || Double.isNaN(px[m - 1])
                    || Math.abs(x[i] - px[m - 1]) > tolerance
                    || Math.abs(y[i] - py[m - 1]) > tolerance) {
                px[m] = gap ? Double.NaN : x[i];
                py[m++] = y[i];
            }
        }
        return new Polyline(px, py, m);
    }

    /** Cuts the line at a box; what is outside becomes a gap (N. Liang, B. Barsky, 1984). */
    private Polyline cut(Box box) {
        boolean inside = true;
        for (int i = 0; i < n && inside; i++) {
            inside = Double.isNaN(x[i]) || Double.isNaN(y[i]) || box.contains(x[i], y[i]);
        }
        if (inside) {
            return this;
        }
        var px = new double[3 * n + 3];
        var py = new double[3 * n + 3];
        int m = 0;
        var span = new double[2];
        for (int i = 0; i + 1 < n; i++) {
            if (!visible(i, box, span)) {
                continue;
            }
            double ax = x[i];
            double ay = y[i];
            double dx = x[i + 1] - ax;
            double dy = y[i + 1] - ay;
            double sx = span[0] == 0 ? ax : ax + span[0] * dx;
            double sy = span[0] == 0 ? ay : ay + span[0] * dy;
            if (m == 0 || px[m - 1] != sx || py[m - 1] != sy) {
                px[m] = Double.NaN;
                py[m++] = Double.NaN;
                px[m] = sx;
                py[m++] = sy;
            }
            px[m] = span[1] == 1 ? x[i + 1] : ax + span[1] * dx;
            py[m++] = span[1] == 1 ? y[i + 1] : ay + span[1] * dy;
        }
        return new Polyline(px, py, m);
    }

    private boolean visible(int i, Box box, double[] span) {
        double dx = x[i + 1] - x[i];
        double dy = y[i + 1] - y[i];
        if (!Double.isFinite(dx) || !Double.isFinite(dy)) {
            return false;
        }
        double from = 0;
        double to = 1;
        double[] p = {-dx, dx, -dy, dy};
        double[] q = {x[i] - box.x(), box.right() - x[i], y[i] - box.y(), box.bottom() - y[i]};
        for (int k = 0; k < 4; k++) {
            if (p[k] == 0) {
                if (q[k] < 0) {
                    return false;
                }
            } else if (p[k] < 0) {
                from = Math.max(from, q[k] / p[k]);
            } else {
                to = Math.min(to, q[k] / p[k]);
            }
        }
        span[0] = from;
        span[1] = to;
        return from <= to;
    }
}
