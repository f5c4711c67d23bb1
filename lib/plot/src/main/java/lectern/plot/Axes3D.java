package lectern.plot;

import java.util.function.DoubleBinaryOperator;
import lectern.notebook.Mesh;
import lectern.plot.layer.Verb;
import lectern.plot.scale.Grids;
import lectern.plot.space.Solids;

/**
 * Spatial axes: a box seen in slight perspective, with whatever is drawn in it sorted from far to near.
 *
 * {@snippet :
 * var s = linspace(-1, 1, 30);
 * DoubleBinaryOperator saddle = (a, b) -> a * a - b * b;
 * axes3d().surface(s, s, saddle, cmap("viridis"), alpha(0.8)).contour(s, s, saddle).view(30, -60)
 * }
 */
public final class Axes3D extends SpaceFrame {
    private final Solids solids;

    Axes3D(Figure figure) {
        super(figure);
        solids = new Solids(figure.theme);
    }

    @Override
    Axes3D self() {
        return this;
    }

    /**
     * A surface over a grid: places along x, places along y, heights (rows along y); or three matrices for a bent one.
     */
    public Axes3D surface(Object x, Object y, Object z, Option... options) {
        return set(() -> layers.add(solids.surface(x, y, z, Verb.SURFACE.style(options))));
    }

    /** The surface of a function over a grid. */
    public Axes3D surface(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return surface(x, y, Grids.evaluate(x, y, f), options);
    }

    /** A surface over a grid, as {@code grid(x, y)} makes it: heights as a matrix, or as many as there are points. */
    public Axes3D surface(Mesh grid, Object z, Option... options) {
        return surface(grid.x(), grid.y(), Grids.rows(grid, z), options);
    }

    /** The surface of a function over a grid. */
    public Axes3D surface(Mesh grid, DoubleBinaryOperator f, Option... options) {
        return surface(grid.x(), grid.y(), f, options);
    }

    /** A mark at one point. */
    public Axes3D point(double x, double y, double z, Option... options) {
        return scatter(new double[] {x}, new double[] {y}, new double[] {z}, options);
    }

    /** A straight line from one point to another. */
    public Axes3D segment(double x0, double y0, double z0, double x1, double y1, double z1, Option... options) {
        return plot(new double[] {x0, x1}, new double[] {y0, y1}, new double[] {z0, z1}, options);
    }

    /** One arrow (u, v, w) at a point. */
    public Axes3D arrow(double x, double y, double z, double u, double v, double w, Option... options) {
        return quiver(
                new double[] {x},
                new double[] {y},
                new double[] {z},
                new double[] {u},
                new double[] {v},
                new double[] {w},
                options);
    }

    /** The net of lines of a surface. */
    public Axes3D wireframe(Object x, Object y, Object z, Option... options) {
        return set(() -> layers.add(solids.wireframe(x, y, z, Verb.WIREFRAME.style(options))));
    }

    /** The net of lines of a function's surface. */
    public Axes3D wireframe(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return wireframe(x, y, Grids.evaluate(x, y, f), options);
    }

    /** Level lines of a surface on the floor, or where {@code offset(value)} and {@code across("x")} say. */
    public Axes3D contour(Object x, Object y, Object z, Option... options) {
        return wall(x, y, z, false, options);
    }

    /** Level lines of a function on the floor. */
    public Axes3D contour(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return wall(x, y, Grids.evaluate(x, y, f), false, options);
    }

    /** Filled contours of a surface on the floor, or where {@code offset(value)} and {@code across("x")} say. */
    public Axes3D contourf(Object x, Object y, Object z, Option... options) {
        return wall(x, y, z, true, options);
    }

    /** Filled contours of a function on the floor. */
    public Axes3D contourf(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return wall(x, y, Grids.evaluate(x, y, f), true, options);
    }

    private Axes3D wall(Object x, Object y, Object z, boolean filled, Option... options) {
        return set(() -> layers.add(
                solids.wall(x, y, z, filled, (filled ? Verb.SPACE_CONTOURF : Verb.SPACE_CONTOUR).style(options))));
    }

    /** A line through points in space. */
    public Axes3D plot(Object x, Object y, Object z, Option... options) {
        return set(() -> layers.add(solids.plot(x, y, z, Verb.SPACE_PLOT.style(options))));
    }

    /**
     * Marks at points in space, fainter with distance; {@code colorBy(values)} colours them, {@code sizes(areas)} sizes
     * them.
     */
    public Axes3D scatter(Object x, Object y, Object z, Option... options) {
        return set(() -> layers.add(solids.scatter(x, y, z, Verb.SPACE_SCATTER.style(options))));
    }

    /** Arrows (u, v, w) at points in space. */
    public Axes3D quiver(Object x, Object y, Object z, Object u, Object v, Object w, Option... options) {
        return set(() -> layers.add(solids.quiver(x, y, z, u, v, w, Verb.SPACE_QUIVER.style(options))));
    }

    /**
     * Unit cubes where a three-dimensional array is not zero; {@code colorBy} of the same size colours them, {@code
     * alpha} thins them.
     */
    public Axes3D voxels(Object filled, Option... options) {
        return set(() -> layers.add(solids.voxels(filled, Verb.VOXELS.style(options))));
    }

    /**
     * Cubes of one size around points; {@code colorBy} colours them, {@code alpha} thins them, {@code edge} draws their
     * edges.
     */
    public Axes3D cubes(Object x, Object y, Object z, double edge, Option... options) {
        return set(() -> layers.add(solids.cubes(x, y, z, edge, Verb.CUBES.style(options))));
    }

    /** A filled polygon through points in space. */
    public Axes3D polygon(Object x, Object y, Object z, Option... options) {
        return set(() -> layers.add(solids.polygon(x, y, z, Verb.SPACE_POLYGON.style(options))));
    }

    /** The plane through a point with a normal vector, as far as the axes reach. */
    public Axes3D plane(double[] point, double[] normal, Option... options) {
        return set(() -> layers.add(solids.plane(point, normal, Verb.PLANE.style(options))));
    }

    /** The plane where one coordinate ({@code "x"}, {@code "y"} or {@code "z"}) has a value. */
    public Axes3D plane(String axis, double value, Option... options) {
        int a = axis.length() == 1 ? "xyz".indexOf(axis) : -1;
        if (a < 0) {
            throw new IllegalArgumentException("A plane lies across x, y or z, not across \"" + axis + "\".");
        }
        var point = new double[3];
        var normal = new double[3];
        point[a] = value;
        normal[a] = 1;
        return plane(point, normal, options);
    }

    /** A text at a point in space. */
    public Axes3D text(double x, double y, double z, String text, Option... options) {
        return set(() -> layers.add(solids.text(x, y, z, text, Verb.SPACE_TEXT.style(options))));
    }
}
