package lectern.plot.space;

import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.ColorScale;
import lectern.plot.scale.Theme;

/** A surface over a grid as faces, a net of lines, or both; points of the grid may lie anywhere in space. */
public final class SurfaceSolid implements Solid {
    private static final int MOST = 60;
    /** So many colours or shades: too many to see steps, few enough for neighbours to share one. */
    private static final int SHADES = 64;

    private final double[][] x;
    private final double[][] y;
    private final double[][] z;
    private final double[][] values;
    private final ColorScale scale;
    private final int single;
    private final double alpha;
    private final Pen net;
    private final String label;

    /**
     * Colours come from the scale where there is one, else from the single colour under a lamp; transparent draws the
     * net alone.
     */
    public SurfaceSolid(
            double[][] x,
            double[][] y,
            double[][] z,
            double[][] values,
            ColorScale scale,
            int single,
            double alpha,
            Pen net,
            String label) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.values = values;
        this.scale = scale;
        this.single = single;
        this.alpha = alpha;
        this.net = net;
        this.label = label;
    }

    @Override
    public void extent(double[] lo, double[] hi) {
        for (int i = 0; i < z.length; i++) {
            Solid.widen(lo, hi, 0, x[i]);
            Solid.widen(lo, hi, 1, y[i]);
            Solid.widen(lo, hi, 2, z[i]);
        }
    }

    /** Indices of the rows or columns drawn: all, or at most sixty spread evenly. */
    private static int[] chosen(int n) {
        int m = Math.min(n, MOST + 1);
        var out = new int[m];
        for (int i = 0; i < m; i++) {
            out[i] = m == 1 ? 0 : (int) Math.round(i * (n - 1.0) / (m - 1));
        }
        return out;
    }

    @Override
    public void build(Scene scene, Space space, Theme theme) {
        int[] r = chosen(z.length);
        int[] c = chosen(z[0].length);
        var p = new double[r.length][c.length][];
        for (int i = 0; i < r.length; i++) {
            for (int j = 0; j < c.length; j++) {
                p[i][j] = space.project(x[r[i]][c[j]], y[r[i]][c[j]], z[r[i]][c[j]]);
            }
        }
        boolean faces = scale != null || single >>> 24 != 0;
        for (int i = 0; i + 1 < r.length; i++) {
            for (int j = 0; j + 1 < c.length; j++) {
                double[][] q = {p[i][j], p[i][j + 1], p[i + 1][j + 1], p[i + 1][j]};
                double near = (q[0][2] + q[1][2] + q[2][2] + q[3][2]) / 4;
                if (Double.isNaN(near)) {
                    continue;
                }
                if (faces) {
                    scene.face(
                            new double[] {q[0][0], q[1][0], q[2][0], q[3][0]},
                            new double[] {q[0][1], q[1][1], q[2][1], q[3][1]},
                            near,
                            color(space, r[i], c[j], r[i + 1], c[j + 1]),
                            net);
                }
            }
        }
        if (!faces) {
            wires(scene, p);
        }
    }

    private void wires(Scene scene, double[][][] p) {
        int si = Math.max(1, p.length / 30);
        int sj = Math.max(1, p[0].length / 30);
        for (int i = 0; i < p.length; i += si) {
            wire(scene, p[i]);
        }
        for (int j = 0; j < p[0].length; j += sj) {
            var column = new double[p.length][];
            for (int i = 0; i < column.length; i++) {
                column[i] = p[i][j];
            }
            wire(scene, column);
        }
    }

    private void wire(Scene scene, double[][] points) {
        var px = new double[points.length];
        var py = new double[points.length];
        for (int i = 0; i < px.length; i++) {
            px[i] = points[i][0];
            py[i] = points[i][1];
        }
        scene.line(px, py, points[points.length / 2][2], net);
    }

    private int color(Space s, int i, int j, int k, int m) {
        if (scale != null) {
            double v = (values[i][j] + values[i][m] + values[k][m] + values[k][j]) / 4;
            return Colors.fade(scale.step(v, SHADES), alpha);
        }
        double[] u = {
            s.side(x[k][m], 0) - s.side(x[i][j], 0),
            s.side(y[k][m], 1) - s.side(y[i][j], 1),
            s.side(z[k][m], 2) - s.side(z[i][j], 2)
        };
        double[] v = {
            s.side(x[k][j], 0) - s.side(x[i][m], 0),
            s.side(y[k][j], 1) - s.side(y[i][m], 1),
            s.side(z[k][j], 2) - s.side(z[i][m], 2)
        };
        double nx = u[1] * v[2] - u[2] * v[1];
        double ny = u[2] * v[0] - u[0] * v[2];
        double nz = u[0] * v[1] - u[1] * v[0];
        double length = Math.sqrt(nx * nx + ny * ny + nz * nz);
        double light = length == 0
                ? 0.5
                : 0.5 + 0.5 * (-0.55 * nx - 0.45 * ny + 0.7 * nz) / length * Math.signum(nz == 0 ? 1 : nz);
        double shade = Math.rint((0.45 + 0.55 * light) * SHADES) / SHADES;
        return Colors.fade(Colors.mix(0xff000000, single | 0xff000000, shade), alpha);
    }

    @Override
    public ColorScale colorScale() {
        return scale;
    }

    @Override
    public Handle handle() {
        int sample = scale != null ? scale.map().at(0.6) : single;
        return sample >>> 24 == 0
                ? Handle.line(label, net)
                : Handle.patch(label, Colors.fade(sample, alpha), Pen.NONE, "");
    }

    @Override
    public String describe() {
        return "Surface" + (label.isEmpty() ? "" : " \"" + Label.plain(label) + "\"") + " over " + z.length + " x "
                + z[0].length + " points.";
    }
}
