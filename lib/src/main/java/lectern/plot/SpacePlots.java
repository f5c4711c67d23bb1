package lectern.plot;

import java.util.function.DoubleBinaryOperator;

/** The verbs of spatial figures; each begins a new figure with one panel and returns its axes. */
public class SpacePlots extends LearningPlots {
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
}
