package lectern.plot;

import java.util.function.IntFunction;

/**
 * The verbs that draw shapes, rules and words; each begins a new figure with one panel and returns its axes.
 *
 * {@snippet :
 * arrow(0, 0, 1, 2, color("C1")).text(1, 2, "$v$").equal()
 * }
 */
public class DrawingPlots extends StatisticsPlots {
    DrawingPlots() {}

    /** As {@link Axes#arrow(double, double, double, double, Option...)}. */
    public static Axes arrow(double x, double y, double dx, double dy, Option... options) {
        return Plots.axes().arrow(x, y, dx, dy, options);
    }

    /** As {@link Axes#text(double, double, String, Option...)}. */
    public static Axes text(double x, double y, String text, Option... options) {
        return Plots.axes().text(x, y, text, options);
    }

    /** As {@link Axes#annotate(String, double, double, double, double, Option...)}. */
    public static Axes annotate(String text, double x, double y, double textX, double textY, Option... options) {
        return Plots.axes().annotate(text, x, y, textX, textY, options);
    }

    /** As {@link Axes#axhline(double, Option...)}. */
    public static Axes axhline(double y, Option... options) {
        return Plots.axes().axhline(y, options);
    }

    /** As {@link Axes#axvline(double, Option...)}. */
    public static Axes axvline(double x, Option... options) {
        return Plots.axes().axvline(x, options);
    }

    /** As {@link Axes#axhspan(double, double, Option...)}. */
    public static Axes axhspan(double from, double to, Option... options) {
        return Plots.axes().axhspan(from, to, options);
    }

    /** As {@link Axes#axvspan(double, double, Option...)}. */
    public static Axes axvspan(double from, double to, Option... options) {
        return Plots.axes().axvspan(from, to, options);
    }

    /** As {@link Axes#ellipse(double, double, double, double, Option...)}. */
    public static Axes ellipse(double x, double y, double width, double height, Option... options) {
        return Plots.axes().ellipse(x, y, width, height, options);
    }

    /** As {@link Axes#table(Object, Object)}. */
    public static Axes table(Object rows, Object header) {
        return Plots.axes().table(rows, header);
    }

    /** As {@link Axes#polygon(Object, Object, Option...)}. */
    public static Axes polygon(Object x, Object y, Option... options) {
        return Plots.axes().polygon(x, y, options);
    }

    /**
     * Figures one after the other: {@code draw} answers axes or a figure for each number from 0 to {@code frames - 1}.
     */
    public static Animation animate(int frames, IntFunction<?> draw) {
        return new Animation(frames, draw);
    }
}
