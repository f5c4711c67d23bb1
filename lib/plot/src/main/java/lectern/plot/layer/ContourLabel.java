package lectern.plot.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Fonts;
import lectern.plot.canvas.Label;

/**
 * The value of a level written into a gap of its line, where the line is straightest and no other label is near.
 *
 * @param text the value
 * @param x centre on the page; y likewise
 * @param angle in degrees, so that the text is never upside down
 * @param color of the line
 */
record ContourLabel(String text, double x, double y, double angle, int color) {
    private static final double SIZE = 8;

    void paint(Canvas canvas) {
        Label.of(text, SIZE).draw(canvas, x, y, color, 0.5, 0.5, angle);
    }

    /** Chooses places for labels on the lines of one level; returns the lines with gaps for them. */
    static List<double[][]> place(List<double[][]> lines, String text, int color, List<ContourLabel> placed) {
        double room = Fonts.width(text, SIZE) + 5;
        var out = new ArrayList<double[][]>();
        for (double[][] line : lines) {
            double[] along = lengths(line);
            double total = along[along.length - 1];
            double best = Double.NaN;
            double least = 1.25;
            double stride = Math.max(3, total / 100);
            for (double m = room / 2 + 1; total > 4 * room && m < total - room / 2 - 1; m += stride) {
                double[] p = point(line, along, m - room / 2);
                double[] c = point(line, along, m);
                double[] q = point(line, along, m + room / 2);
                double bend =
                        room / Math.max(Math.hypot(q[0] - p[0], q[1] - p[1]), 1e-6) + 0.02 * Math.abs(m / total - 0.5);
                if (bend < least && free(c[0], c[1], placed)) {
                    least = bend;
                    best = m;
                }
            }
            if (Double.isNaN(best)) {
                out.add(line);
                continue;
            }
            double[] p = point(line, along, best - room / 2);
            double[] q = point(line, along, best + room / 2);
            double angle = -Math.toDegrees(Math.atan2(q[1] - p[1], q[0] - p[0]));
            angle = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
            placed.add(new ContourLabel(text, (p[0] + q[0]) / 2, (p[1] + q[1]) / 2, angle, color));
            int before = at(along, best - room / 2);
            int after = at(along, best + room / 2);
            int n = line[0].length;
            var head = new double[][] {Arrays.copyOf(line[0], before + 1), Arrays.copyOf(line[1], before + 1)};
            head[0][before] = p[0];
            head[1][before] = p[1];
            int from = Math.max(after - 1, 0);
            var tail = new double[][] {Arrays.copyOfRange(line[0], from, n), Arrays.copyOfRange(line[1], from, n)};
            tail[0][0] = q[0];
            tail[1][0] = q[1];
            out.add(head);
            out.add(tail);
        }
        return out;
    }

    /** The point at a length along a line. */
    private static double[] point(double[][] line, double[] along, double length) {
        int k = Math.max(1, at(along, length));
        double step = along[k] - along[k - 1];
        double t = step > 0 ? (length - along[k - 1]) / step : 0;
        return new double[] {
            line[0][k - 1] + t * (line[0][k] - line[0][k - 1]), line[1][k - 1] + t * (line[1][k] - line[1][k - 1])
        };
    }

    private static boolean free(double x, double y, List<ContourLabel> placed) {
        for (ContourLabel other : placed) {
            if (Math.hypot(x - other.x, y - other.y) < 22) {
                return false;
            }
        }
        return true;
    }

    private static double[] lengths(double[][] line) {
        var along = new double[line[0].length];
        for (int i = 1; i < along.length; i++) {
            along[i] = along[i - 1] + Math.hypot(line[0][i] - line[0][i - 1], line[1][i] - line[1][i - 1]);
        }
        return along;
    }

    /** The first point at or after a length. */
    private static int at(double[] along, double length) {
        int found = Arrays.binarySearch(along, length);
        return Math.clamp(found >= 0 ? found : -found - 1, 0, along.length - 1);
    }
}
