package lectern.plot.layer;

import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/**
 * One thing drawn into axes: a line, bars, a field of colours, a text. New kinds of figures are new layers.
 *
 * <p>A layer holds its data and colours unchanged from its making on; painting it has no effect on it, so that it may
 * be painted many times and by several threads.
 */
public interface Layer {
    /** Tells which data ranges the axes must show. */
    void bounds(Bounds bounds);

    /** Draws the layer. */
    void paint(Canvas canvas, Transform t, Theme theme);

    /** Layers of higher order cover those of lower order; images 0, patches 1, lines 2, texts 3. */
    default double zorder() {
        return 2;
    }

    /** Whether the layer ends at the box of the axes. */
    default boolean clipped() {
        return true;
    }

    /** What the legend shows for this layer; null for nothing. */
    default Handle handle() {
        return null;
    }

    /** The colour scale of this layer, for a colour bar; null for none. */
    default ColorScale colorScale() {
        return null;
    }

    /** Tells where on the page the layer draws, so that a legend can keep clear. */
    default void occupy(Transform t, Occupied places) {}

    /** What the layer covers where it may reach beyond the box of the axes, so that the page makes room; null for nothing. */
    default Box covers(Transform t) {
        return null;
    }

    /** One sentence about the layer for those who cannot see it. */
    String describe();

    /** As {@link #describe()}, for a view that may leave the layer out. */
    default String describe(Transform t) {
        return describe();
    }

    /** Takes places on the page. */
    @FunctionalInterface
    interface Occupied {
        void add(double x, double y);
    }

    /**
     * A legend's sample of a layer.
     *
     * @param label its text
     * @param line the pen of a line, or {@link Pen#NONE}
     * @param marker a mark, or null; {@code size} its diameter
     * @param fill the colour of a mark or patch
     * @param edge the pen around a mark or patch
     * @param patch true for a filled box instead of a line
     * @param hatch strokes over the patch, such as {@code "//"}
     * @param bar the pen of an upright error bar, or {@link Pen#NONE}; {@code cap} half the width of its caps
     */
    record Handle(
            String label,
            Pen line,
            Marker marker,
            double size,
            int fill,
            Pen edge,
            boolean patch,
            String hatch,
            Pen bar,
            double cap) {
        public static Handle line(String label, Pen pen) {
            return new Handle(label, pen, null, 0, 0, Pen.NONE, false, "", Pen.NONE, 0);
        }

        public static Handle patch(String label, int fill, Pen edge, String hatch) {
            return new Handle(label, Pen.NONE, null, 0, fill, edge, true, hatch, Pen.NONE, 0);
        }

        public static Handle mark(String label, Pen line, Marker marker, double size, int fill, Pen edge) {
            return new Handle(label, line, marker, size, fill, edge, false, "", Pen.NONE, 0);
        }

        Handle withBar(Pen pen, double cap) {
            return new Handle(label, line, marker, size, fill, edge, patch, hatch, pen, cap);
        }
    }
}
