package lectern.plot;

import java.util.function.DoubleBinaryOperator;
import lectern.notebook.Mesh;

/**
 * The verbs that draw over grids, and single points, lines and ways; each begins a new figure with one panel.
 *
 * {@snippet :
 * var g = grid(linspace(-2, 2, 40), linspace(-1, 1, 30));
 * contourf(g, g.map((u, v) -> u.square().plus(v.square()))).path(new double[][] {{-2, 1}, {0, 0}}, "way").point(0, 0);
 * }
 */
public class PointPlots extends DrawingPlots {
    PointPlots() {}

    /** As {@link Axes#contour(Mesh, Object, Option...)}. */
    public static Axes contour(Mesh grid, Object values, Option... options) {
        return Plots.axes().contour(grid, values, options);
    }

    /** As {@link Axes#contour(Mesh, DoubleBinaryOperator, Option...)}. */
    public static Axes contour(Mesh grid, DoubleBinaryOperator f, Option... options) {
        return Plots.axes().contour(grid, f, options);
    }

    /** As {@link Axes#contourf(Mesh, Object, Option...)}. */
    public static Axes contourf(Mesh grid, Object values, Option... options) {
        return Plots.axes().contourf(grid, values, options);
    }

    /** As {@link Axes#contourf(Mesh, DoubleBinaryOperator, Option...)}. */
    public static Axes contourf(Mesh grid, DoubleBinaryOperator f, Option... options) {
        return Plots.axes().contourf(grid, f, options);
    }

    /** As {@link Axes#imshow(Mesh, Object, Option...)}. */
    public static Axes imshow(Mesh grid, Object values, Option... options) {
        return Plots.axes().imshow(grid, values, options);
    }

    /** As {@link Axes#pcolormesh(Mesh, Object, Option...)}. */
    public static Axes pcolormesh(Mesh grid, Object values, Option... options) {
        return Plots.axes().pcolormesh(grid, values, options);
    }

    /** As {@link Axes3D#surface(Mesh, Object, Option...)}. */
    public static Axes3D surface(Mesh grid, Object z, Option... options) {
        return SpacePlots.axes3d().surface(grid, z, options);
    }

    /** As {@link Axes3D#surface(Mesh, DoubleBinaryOperator, Option...)}. */
    public static Axes3D surface(Mesh grid, DoubleBinaryOperator f, Option... options) {
        return SpacePlots.axes3d().surface(grid, f, options);
    }

    /** As {@link Axes#point(double, double, Option...)}. */
    public static Axes point(double x, double y, Option... options) {
        return Plots.axes().point(x, y, options);
    }

    /** As {@link Axes#point(double, double, String, Option...)}. */
    public static Axes point(double x, double y, String label, Option... options) {
        return Plots.axes().point(x, y, label, options);
    }

    /** As {@link Axes#segment(double, double, double, double, Option...)}. */
    public static Axes segment(double x0, double y0, double x1, double y1, Option... options) {
        return Plots.axes().segment(x0, y0, x1, y1, options);
    }

    /** As {@link Axes#path(Object, Option...)}. */
    public static Axes path(Object points, Option... options) {
        return Plots.axes().path(points, options);
    }

    /** As {@link Axes#path(Object, String, Option...)}. */
    public static Axes path(Object points, String label, Option... options) {
        return Plots.axes().path(points, label, options);
    }
}
