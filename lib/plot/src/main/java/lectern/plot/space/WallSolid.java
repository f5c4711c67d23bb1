package lectern.plot.space;

import java.awt.geom.Path2D;
import java.util.List;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Pen;
import lectern.plot.canvas.PixelCanvas;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.Contours;
import lectern.plot.scale.Polyline;
import lectern.plot.scale.Theme;

/** Contours of a surface, laid onto a plane across one of the axes. */
public final class WallSolid implements Solid {
    private static final double PSEUDO = 400;

    private final double[][][] grid;
    private final int axis;
    private final double offset;
    private final double[] levels;
    private final ColorScale scale;
    private final boolean filled;
    private final double alpha;
    private final double width;

    /**
     * The grid's x, y and z; the axis (0, 1, 2) whose values have the levels, and where on it the plane lies; NaN for
     * the lower wall.
     */
    public WallSolid(
            double[][][] grid,
            int axis,
            double offset,
            double[] levels,
            ColorScale scale,
            boolean filled,
            double alpha,
            double width) {
        this.grid = grid;
        this.axis = axis;
        this.offset = offset;
        this.levels = levels;
        this.scale = scale;
        this.filled = filled;
        this.alpha = alpha;
        this.width = width;
    }

    @Override
    public void extent(double[] lo, double[] hi) {
        for (int a = 0; a < 3; a++) {
            for (double[] row : grid[a]) {
                Solid.widen(lo, hi, a, row);
            }
        }
        Solid.widen(lo, hi, axis, offset);
    }

    @Override
    public void build(Scene scene, Space space, Theme theme) {
        int u = axis == 0 ? 1 : 0;
        int v = axis == 2 ? 1 : 2;
        double plane =
                Double.isNaN(offset) ? axis == 2 || space.fromAbove(axis) ? space.lo(axis) : space.hi(axis) : offset;
        var contours = new Contours(
                (i, j) -> pseudo(space, u, grid[u][i][j]),
                (i, j) -> pseudo(space, v, grid[v][i][j]),
                grid[axis],
                filled);
        boolean wall = plane <= space.lo(axis) || plane >= space.hi(axis);
        double near = wall ? -1000 : middle(space, plane)[2];
        int n = filled ? levels.length - 1 : levels.length;
        for (int k = 0; k < n; k++) {
            int color = Colors.fade(scale.color(filled ? (levels[k] + levels[k + 1]) / 2 : levels[k]), alpha);
            List<double[][]> lines = contours.trace(levels[k]);
            if (filled && alpha < 1) {
                lines.addAll(contours.trace(levels[k + 1]));
            }
            var path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
            for (double[][] line : lines) {
                var thin = new Polyline(line[0], line[1], line[0].length).straightened(0.1);
                var px = new double[thin.n()];
                var py = new double[thin.n()];
                for (int m = 0; m < thin.n(); m++) {
                    double[] at = new double[3];
                    at[u] = back(space, u, thin.x()[m]);
                    at[v] = back(space, v, thin.y()[m]);
                    at[axis] = plane;
                    double[] p = space.project(at[0], at[1], at[2]);
                    px[m] = p[0];
                    py[m] = p[1];
                }
                if (filled && px.length > 2) {
                    path.append(PixelCanvas.line(px, py, px.length), false);
                    path.closePath();
                } else if (!filled) {
                    scene.line(px, py, near + 1e-4 * k, new Pen(color, width, null, true));
                }
            }
            if (filled) {
                scene.shape(path, near + 1e-4 * k, color);
            }
        }
    }

    private double[] middle(Space space, double plane) {
        double[] at = {(space.lo(0) + space.hi(0)) / 2, (space.lo(1) + space.hi(1)) / 2, (space.lo(2) + space.hi(2)) / 2
        };
        at[axis] = plane;
        return space.project(at[0], at[1], at[2]);
    }

    private static double pseudo(Space space, int axis, double v) {
        return PSEUDO * (v - space.lo(axis)) / (space.hi(axis) - space.lo(axis));
    }

    private static double back(Space space, int axis, double p) {
        return space.lo(axis) + p / PSEUDO * (space.hi(axis) - space.lo(axis));
    }

    @Override
    public ColorScale colorScale() {
        return scale;
    }

    @Override
    public String describe() {
        return "Contours at " + levels.length + " levels on a wall.";
    }
}
