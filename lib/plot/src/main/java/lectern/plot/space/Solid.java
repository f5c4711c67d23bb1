package lectern.plot.space;

import lectern.plot.canvas.Canvas;
import lectern.plot.layer.Layer;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/**
 * One thing drawn into spatial axes. It has the descriptions of a layer, and is built into a scene instead of painted.
 */
public interface Solid extends Layer {
    /** The least and greatest x, y, z with finite values; axes without any stay at +∞ and −∞. */
    void extent(double[] lo, double[] hi);

    /** Puts its faces, strokes and marks into the scene. */
    void build(Scene scene, Space space, Theme theme);

    @Override
    default void bounds(Bounds bounds) {
        // Spatial axes ask for the extent instead.
    }

    @Override
    default void paint(Canvas canvas, Transform t, Theme theme) {
        // Spatial axes build a scene instead.
    }

    /** Widens limits along an axis by finite values. */
    static void widen(double[] lo, double[] hi, int axis, double... values) {
        for (double v : values) {
            if (Math.abs(v) <= 1e300) {
                lo[axis] = Math.min(lo[axis], v);
                hi[axis] = Math.max(hi[axis], v);
            }
        }
    }
}
