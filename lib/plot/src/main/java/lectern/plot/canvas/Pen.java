package lectern.plot.canvas;

import java.util.Arrays;

/**
 * How a line is drawn.
 *
 * @param color 0xAARRGGBB; transparent draws nothing
 * @param width in points
 * @param dash lengths of strokes and gaps in points, or null for a solid line
 * @param round round caps and joins instead of flat ones
 */
public record Pen(int color, double width, double[] dash, boolean round) {
    /** Draws nothing. */
    public static final Pen NONE = new Pen(0, 0, null, false);

    /** A solid line with flat caps. */
    public static Pen solid(int color, double width) {
        return new Pen(color, width, null, false);
    }

    /** Dashes that are given for a width of one point, for a line of another width; null stays null. */
    public static double[] dashes(double[] dash, double width) {
        return dash == null
                ? null
                : Arrays.stream(dash).map(d -> d * Math.max(width, 0.8)).toArray();
    }

    public boolean visible() {
        return color >>> 24 != 0 && width > 0;
    }

    Pen withColor(int other) {
        return new Pen(other, width, dash, round);
    }
}
