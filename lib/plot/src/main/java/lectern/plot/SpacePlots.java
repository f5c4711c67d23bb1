package lectern.plot;

import java.util.function.DoubleBinaryOperator;

/** The verbs of spatial figures; each begins a new figure with one panel and returns its axes. */
public class SpacePlots extends Options {
    SpacePlots() {}

    /** Spatial axes of a new figure. */
    public static Axes3D axes3d() {
        return Plots.figure().at3d(0);
    }

    /** As {@link Axes3D#surface(Object, Object, Object, Option...)}. */
    public static Axes3D surface(Object x, Object y, Object z, Option... options) {
        return axes3d().surface(x, y, z, options);
    }

    /** As {@link Axes3D#surface(Object, Object, DoubleBinaryOperator, Option...)}. */
    public static Axes3D surface(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return axes3d().surface(x, y, f, options);
    }

    /** As {@link Axes3D#wireframe(Object, Object, Object, Option...)}. */
    public static Axes3D wireframe(Object x, Object y, Object z, Option... options) {
        return axes3d().wireframe(x, y, z, options);
    }

    /** As {@link Axes3D#wireframe(Object, Object, DoubleBinaryOperator, Option...)}. */
    public static Axes3D wireframe(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return axes3d().wireframe(x, y, f, options);
    }

    /** As {@link Axes3D#plot(Object, Object, Object, Option...)}. */
    public static Axes3D plot3d(Object x, Object y, Object z, Option... options) {
        return axes3d().plot(x, y, z, options);
    }

    /** As {@link Axes3D#scatter(Object, Object, Object, Option...)}. */
    public static Axes3D scatter3d(Object x, Object y, Object z, Option... options) {
        return axes3d().scatter(x, y, z, options);
    }

    /** As {@link Axes3D#voxels(Object, Option...)}. */
    public static Axes3D voxels(Object filled, Option... options) {
        return axes3d().voxels(filled, options);
    }

    /** As {@link Axes3D#cubes(Object, Object, Object, double, Option...)}. */
    public static Axes3D cubes(Object x, Object y, Object z, double edge, Option... options) {
        return axes3d().cubes(x, y, z, edge, options);
    }

    /** As {@link Axes3D#quiver(Object, Object, Object, Object, Object, Object, Option...)}. */
    public static Axes3D quiver3d(Object x, Object y, Object z, Object u, Object v, Object w, Option... options) {
        return axes3d().quiver(x, y, z, u, v, w, options);
    }

    /** As {@link Axes3D#contour(Object, Object, DoubleBinaryOperator, Option...)}. */
    public static Axes3D contour3d(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return axes3d().contour(x, y, f, options);
    }

    /** As {@link Axes3D#contour(Object, Object, Object, Option...)}. */
    public static Axes3D contour3d(Object x, Object y, Object z, Option... options) {
        return axes3d().contour(x, y, z, options);
    }

    /** As {@link Axes3D#polygon(Object, Object, Object, Option...)}. */
    public static Axes3D polygon3d(Object x, Object y, Object z, Option... options) {
        return axes3d().polygon(x, y, z, options);
    }
}
