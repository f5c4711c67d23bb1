package lectern.plot.canvas;

import java.awt.Shape;

/**
 * A page to draw on: SVG, PDF or pixels. Coordinates are points (1/72 inch) from the upper left corner, y downwards;
 * colours are packed 0xAARRGGBB.
 */
public interface Canvas {
    /** Opens a group that is clipped to the shape; null clips nothing. */
    void push(Shape clip);

    /** Closes the group opened last. */
    void pop();

    /** Draws a line through n points; NaN breaks it. */
    void polyline(double[] x, double[] y, int n, Pen pen);

    /** Fills and outlines a shape; the winding rule of the shape counts. */
    void shape(Shape shape, int fill, Pen pen);

    /** Fills and outlines a rectangle. */
    void rect(double x, double y, double w, double h, int fill, Pen pen);

    /** Draws the same mark at many places. */
    void marks(Marks marks);

    /**
     * Writes one line of plain text.
     *
     * @param x the anchor; y the base line
     * @param anchor 0 when the text begins at x, 0.5 when it is centred there, 1 when it ends there
     * @param angle in degrees, counter-clockwise around (x, y)
     */
    void text(String text, double x, double y, double size, int color, double anchor, double angle);

    /** Draws a raster into a box, cell by cell without smoothing unless asked. */
    void image(Raster raster, double x, double y, double w, double h, boolean smooth);

    /**
     * Gives what follows, up to the next group's end, a title that screen readers and pointers show; may be ignored.
     */
    default void title(String text) {}

    /**
     * One mark at many places.
     *
     * @param marker its outline
     * @param x places; y likewise
     * @param size diameter in points, or null where {@code sizes} differ
     * @param sizes diameters of the single marks, or null
     * @param fill colour of all marks where {@code fills} is null
     * @param fills colours of the single marks, or null
     * @param edge the pen around the marks
     */
    record Marks(Marker marker, double[] x, double[] y, double size, double[] sizes, int fill, int[] fills, Pen edge) {
        private static final int MANY = 5_000;

        /** How many marks are seen. */
        int count() {
            int n = 0;
            for (int i = 0; i < x.length; i++) {
                n += visible(i) ? 1 : 0;
            }
            return n;
        }

        /** The smallest box around all marks; null without any. */
        Box around() {
            double left = Double.POSITIVE_INFINITY;
            double right = Double.NEGATIVE_INFINITY;
            double top = Double.POSITIVE_INFINITY;
            double bottom = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < x.length; i++) {
                if (visible(i)) {
                    double reach = sizeOf(i) + edge.width();
                    left = Math.min(left, x[i] - reach);
                    right = Math.max(right, x[i] + reach);
                    top = Math.min(top, y[i] - reach);
                    bottom = Math.max(bottom, y[i] + reach);
                }
            }
            return left > right ? null : new Box(left, top, right - left, bottom - top);
        }

        /** True for clouds whose marks, written one by one, would make a document of megabytes. */
        boolean dense() {
            boolean plain = marker == Marker.CIRCLE && !edge.visible() && sizes == null && fills == null;
            return x.length > MANY && count() > (plain && fill >>> 24 == 255 ? 4 : 1) * MANY;
        }

        double sizeOf(int i) {
            return sizes == null ? size : sizes[i];
        }

        int fillOf(int i) {
            return fills == null ? fill : fills[i];
        }

        boolean visible(int i) {
            return !Double.isNaN(x[i]) && !Double.isNaN(y[i]) && sizeOf(i) > 0;
        }
    }
}
