package lectern.plot.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;

/** A plane through a point with a normal vector, cut off at the walls of the axes. */
public final class PlaneSolid implements Solid {
    /** A plane is drawn in tiles, so that what pierces it is partly before it and partly behind. */
    private static final int TILES = 40;

    private final double[] point;
    private final double[] normal;
    private final int color;
    private final Pen edge;
    private final String label;

    public PlaneSolid(double[] point, double[] normal, int color, Pen edge, String label) {
        if (point.length != 3
                || normal.length != 3
                || Arrays.stream(normal).allMatch(v -> v == 0)
                || Arrays.stream(point).anyMatch(v -> !Double.isFinite(v))
                || Arrays.stream(normal).anyMatch(v -> !Double.isFinite(v))) {
            throw new IllegalArgumentException("A plane needs a point and a normal vector of three finite numbers, not "
                    + "all zero, but got " + Arrays.toString(point) + " and " + Arrays.toString(normal) + ".");
        }
        this.point = point.clone();
        this.normal = normal.clone();
        this.color = color;
        this.edge = edge;
        this.label = label;
    }

    @Override
    public void extent(double[] lo, double[] hi) {
        for (int a = 0; a < 3; a++) {
            Solid.widen(lo, hi, a, point[a]);
        }
    }

    @Override
    public void build(Scene scene, Space space, Theme theme) {
        List<double[]> rim = cut(space);
        if (rim.size() < 3) {
            return;
        }
        if (edge.visible()) {
            PolygonSolid.face(scene, space, corners(rim), color, edge);
            return;
        }
        int skip = steepest(space);
        int u = (skip + 1) % 3;
        int v = (skip + 2) % 3;
        double du = (space.hi(u) - space.lo(u)) / TILES;
        double dv = (space.hi(v) - space.lo(v)) / TILES;
        for (int i = 0; i < TILES; i++) {
            double left = space.lo(u) + i * du;
            List<double[]> strip = clip(clip(rim, p -> p[u] - left), p -> left + du - p[u]);
            for (int k = 0; k < TILES && strip.size() > 2; k++) {
                double low = space.lo(v) + k * dv;
                List<double[]> tile = clip(clip(strip, p -> p[v] - low), p -> low + dv - p[v]);
                if (tile.size() > 2) {
                    PolygonSolid.face(scene, space, corners(tile), color, Pen.NONE);
                }
            }
        }
    }

    /** A number that is negative outside. */
    private interface Inside {
        double at(double[] p);
    }

    /** The part of a convex polygon that is inside (I. Sutherland, G. Hodgman, 1974). */
    private static List<double[]> clip(List<double[]> polygon, Inside inside) {
        var out = new ArrayList<double[]>();
        for (int i = 0; i < polygon.size(); i++) {
            double[] p = polygon.get(i);
            double[] q = polygon.get((i + 1) % polygon.size());
            double a = inside.at(p);
            double b = inside.at(q);
            if (a >= 0) {
                out.add(p);
            }
            if (a < 0 != b < 0) {
                double t = a / (a - b);
                out.add(new double[] {p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1]), p[2] + t * (q[2] - p[2])});
            }
        }
        return out;
    }

    /** Where the plane cuts the box of the axes: corners in their order. */
    private List<double[]> cut(Space space) {
        var found = new ArrayList<double[]>();
        for (int a = 0; a < 3; a++) {
            int u = (a + 1) % 3;
            int v = (a + 2) % 3;
            if (normal[a] == 0) {
                continue;
            }
            for (int corner = 0; corner < 4; corner++) {
                var p = new double[3];
                p[u] = (corner & 1) == 0 ? space.lo(u) : space.hi(u);
                p[v] = (corner & 2) == 0 ? space.lo(v) : space.hi(v);
                p[a] = point[a] - (normal[u] * (p[u] - point[u]) + normal[v] * (p[v] - point[v])) / normal[a];
                if (space.inside(p[0], p[1], p[2])) {
                    found.add(p);
                }
            }
        }
        if (found.isEmpty()) {
            return found;
        }
        double[] middle = new double[3];
        for (double[] p : found) {
            for (int a = 0; a < 3; a++) {
                middle[a] += p[a] / found.size();
            }
        }
        int skip = steepest(space);
        int u = (skip + 1) % 3;
        int v = (skip + 2) % 3;
        found.sort(Comparator.comparingDouble(p -> Math.atan2(
                (p[v] - middle[v]) / (space.hi(v) - space.lo(v)), (p[u] - middle[u]) / (space.hi(u) - space.lo(u)))));
        return found;
    }

    /** The axis along which the plane is seen widest. */
    private int steepest(Space space) {
        int best = 0;
        for (int a = 1; a < 3; a++) {
            if (Math.abs(normal[a] * (space.hi(a) - space.lo(a)))
                    > Math.abs(normal[best] * (space.hi(best) - space.lo(best)))) {
                best = a;
            }
        }
        return best;
    }

    private static double[][] corners(List<double[]> points) {
        var out = new double[3][points.size()];
        for (int i = 0; i < points.size(); i++) {
            for (int a = 0; a < 3; a++) {
                out[a][i] = points.get(i)[a];
            }
        }
        return out;
    }

    @Override
    public Handle handle() {
        return Handle.patch(label, color, edge, "");
    }

    @Override
    public String describe() {
        return "Plane" + (label.isEmpty() ? "" : " \"" + Label.plain(label) + "\"") + " through ("
                + Ticks.plain(point[0]) + ", " + Ticks.plain(point[1]) + ", " + Ticks.plain(point[2]) + ").";
    }
}
