package lectern.plot;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import lectern.plot.canvas.Mathematics;
import lectern.plot.scale.Theme;

/**
 * The verbs and options of plotting, for static import: each verb begins a new figure with one panel and returns its
 * axes.
 *
 * <p>The options and the figures of learning are inherited, so that one import brings everything.
 *
 * {@snippet :
 * var t = linspace(0, 6, 20);
 * plot(t, t.sin(), "data", marker("o")).plot(t, t.cos(), "model", dashed()).xlabel("$t$").legend()
 * }
 */
public final class Plots extends PointPlots {
    static {
        Figure.withoutWindows();
        Mathematics.warmUp();
    }

    private Plots() {}

    /**
     * Sets the look of the figures made from now on: {@code "default"}, {@code "colorblind"}, {@code "print"}, {@code
     * "dark"}, {@code "sketch"}.
     */
    public static void style(String name) {
        Theme.use(Theme.of(name));
    }

    /** A new figure with one panel. */
    public static Figure figure() {
        return new Figure(1, 1, Theme.current());
    }

    /**
     * A new figure with one panel, of a size in inches: {@code figure(8, 6)} is 8 inches wide and 6 high. A grid of
     * panels is {@link #subplots(int, int)}.
     */
    public static Figure figure(double widthInches, double heightInches) {
        return figure().size(widthInches, heightInches);
    }

    /**
     * A new figure with a grid of panels; {@code at(i)} gives each, counted row by row from 0, {@code size} sets its
     * size in inches.
     *
     * <pre>{@code
     * subplots(1, 2).size(8, 3).at(0).plot(x, y).at(1).hist(y)
     * }</pre>
     */
    public static Figure subplots(int rows, int cols) {
        return new Figure(rows, cols, Theme.current());
    }

    /** Axes of a new figure. */
    public static Axes axes() {
        return figure().at(0);
    }

    /** As {@link Axes#plot(Object, Option...)}. */
    public static Axes plot(Object y, Option... options) {
        return axes().plot(y, options);
    }

    /** As {@link Axes#plot(Object, String, Option...)}. */
    public static Axes plot(Object y, String label, Option... options) {
        return axes().plot(y, label, options);
    }

    /** As {@link Axes#plot(Object, Object, Option...)}. */
    public static Axes plot(Object x, Object y, Option... options) {
        return axes().plot(x, y, options);
    }

    /** As {@link Axes#plot(Object, Object, String, Option...)}. */
    public static Axes plot(Object x, Object y, String label, Option... options) {
        return axes().plot(x, y, label, options);
    }

    /** As {@link Axes#plot(Object, DoubleUnaryOperator, Option...)}. */
    public static Axes plot(Object x, DoubleUnaryOperator f, Option... options) {
        return axes().plot(x, f, options);
    }

    /** As {@link Axes#plot(Object, DoubleUnaryOperator, String, Option...)}. */
    public static Axes plot(Object x, DoubleUnaryOperator f, String label, Option... options) {
        return axes().plot(x, f, label, options);
    }

    /** As {@link Axes#semilogy(Object, Option...)}. */
    public static Axes semilogy(Object y, Option... options) {
        return axes().semilogy(y, options);
    }

    /** As {@link Axes#semilogy(Object, String, Option...)}. */
    public static Axes semilogy(Object y, String label, Option... options) {
        return axes().semilogy(y, label, options);
    }

    /** As {@link Axes#semilogy(Object, Object, Option...)}. */
    public static Axes semilogy(Object x, Object y, Option... options) {
        return axes().semilogy(x, y, options);
    }

    /** As {@link Axes#semilogy(Object, Object, String, Option...)}. */
    public static Axes semilogy(Object x, Object y, String label, Option... options) {
        return axes().semilogy(x, y, label, options);
    }

    /** As {@link Axes#semilogx(Object, Object, Option...)}. */
    public static Axes semilogx(Object x, Object y, Option... options) {
        return axes().semilogx(x, y, options);
    }

    /** As {@link Axes#semilogx(Object, Object, String, Option...)}. */
    public static Axes semilogx(Object x, Object y, String label, Option... options) {
        return axes().semilogx(x, y, label, options);
    }

    /** As {@link Axes#loglog(Object, Object, Option...)}. */
    public static Axes loglog(Object x, Object y, Option... options) {
        return axes().loglog(x, y, options);
    }

    /** As {@link Axes#loglog(Object, Object, String, Option...)}. */
    public static Axes loglog(Object x, Object y, String label, Option... options) {
        return axes().loglog(x, y, label, options);
    }

    /** As {@link Axes#scatter(Object, Object, Option...)}. */
    public static Axes scatter(Object x, Object y, Option... options) {
        return axes().scatter(x, y, options);
    }

    /** As {@link Axes#scatter(Object, Object, String, Option...)}. */
    public static Axes scatter(Object x, Object y, String label, Option... options) {
        return axes().scatter(x, y, label, options);
    }

    /** As {@link Axes#bar(Object, Object, Option...)}. */
    public static Axes bar(Object x, Object heights, Option... options) {
        return axes().bar(x, heights, options);
    }

    /** As {@link Axes#barh(Object, Object, Option...)}. */
    public static Axes barh(Object y, Object lengths, Option... options) {
        return axes().barh(y, lengths, options);
    }

    /** As {@link Axes#hist(Object, Option...)}. */
    public static Axes hist(Object data, Option... options) {
        return axes().hist(data, options);
    }

    /** As {@link Axes#hist2d(Object, Object, Option...)}. */
    public static Axes hist2d(Object x, Object y, Option... options) {
        return axes().hist2d(x, y, options);
    }

    /** As {@link Axes#imshow(Object, Option...)}. */
    public static Axes imshow(Object image, Option... options) {
        return axes().imshow(image, options);
    }

    /** As {@link Axes#heatmap(Object, Option...)}. */
    public static Axes heatmap(Object matrix, Option... options) {
        return axes().heatmap(matrix, options);
    }

    /** As {@link Axes#heatmap(Object, Object, Object, Option...)}. */
    public static Axes heatmap(Object matrix, Object rowNames, Object columnNames, Option... options) {
        return axes().heatmap(matrix, rowNames, columnNames, options);
    }

    /** As {@link Axes#pcolormesh(Object, Object, Object, Option...)}. */
    public static Axes pcolormesh(Object x, Object y, Object values, Option... options) {
        return axes().pcolormesh(x, y, values, options);
    }

    /** As {@link Axes#fillBetween(Object, Object, Object, Option...)}. */
    public static Axes fillBetween(Object x, Object low, Object high, Option... options) {
        return axes().fillBetween(x, low, high, options);
    }

    /** As {@link Axes#contour(Object, Option...)}. */
    public static Axes contour(Object values, Option... options) {
        return axes().contour(values, options);
    }

    /** As {@link Axes#contour(Object, Object, Object, Option...)}. */
    public static Axes contour(Object x, Object y, Object values, Option... options) {
        return axes().contour(x, y, values, options);
    }

    /** As {@link Axes#contour(Object, Object, DoubleBinaryOperator, Option...)}. */
    public static Axes contour(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return axes().contour(x, y, f, options);
    }

    /** As {@link Axes#contourf(Object, Option...)}. */
    public static Axes contourf(Object values, Option... options) {
        return axes().contourf(values, options);
    }

    /** As {@link Axes#contourf(Object, Object, Object, Option...)}. */
    public static Axes contourf(Object x, Object y, Object values, Option... options) {
        return axes().contourf(x, y, values, options);
    }

    /** As {@link Axes#contourf(Object, Object, DoubleBinaryOperator, Option...)}. */
    public static Axes contourf(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return axes().contourf(x, y, f, options);
    }

    /** As {@link Axes#quiver(Object, Object, Object, Object, Option...)}. */
    public static Axes quiver(Object x, Object y, Object u, Object v, Option... options) {
        return axes().quiver(x, y, u, v, options);
    }

    /** As {@link Axes#streamplot(Object, Object, Object, Object, Option...)}. */
    public static Axes streamplot(Object x, Object y, Object u, Object v, Option... options) {
        return axes().streamplot(x, y, u, v, options);
    }

    /** As {@link Axes#boxplot(Object, Option...)}. */
    public static Axes boxplot(Object samples, Option... options) {
        return axes().boxplot(samples, options);
    }

    /** As {@link Axes#violin(Object, Option...)}. */
    public static Axes violin(Object samples, Option... options) {
        return axes().violin(samples, options);
    }

    /** As {@link Axes#errorbar(Object, Object, Option...)}. */
    public static Axes errorbar(Object x, Object y, Option... options) {
        return axes().errorbar(x, y, options);
    }

    /** As {@link Axes#stem(Object, Object, Option...)}. */
    public static Axes stem(Object x, Object y, Option... options) {
        return axes().stem(x, y, options);
    }

    /** As {@link Axes#step(Object, Object, Option...)}. */
    public static Axes step(Object x, Object y, Option... options) {
        return axes().step(x, y, options);
    }

    /** As {@link Axes#errorbar(Object, Object, String, Option...)}. */
    public static Axes errorbar(Object x, Object y, String label, Option... options) {
        return axes().errorbar(x, y, label, options);
    }

    /** As {@link Axes#pie(Object, Option...)}. */
    public static Axes pie(Object values, Option... options) {
        return axes().pie(values, options);
    }

    /** As {@link Axes#fillBetween(Object, Object, Object, String, Option...)}. */
    public static Axes fillBetween(Object x, Object low, Object high, String label, Option... options) {
        return axes().fillBetween(x, low, high, label, options);
    }

    /** As {@link Axes#bar(Object, Object, String, Option...)}. */
    public static Axes bar(Object x, Object heights, String label, Option... options) {
        return axes().bar(x, heights, label, options);
    }

    /** As {@link Axes#barh(Object, Object, String, Option...)}. */
    public static Axes barh(Object y, Object lengths, String label, Option... options) {
        return axes().barh(y, lengths, label, options);
    }

    /** As {@link Axes#hist(Object, String, Option...)}. */
    public static Axes hist(Object data, String label, Option... options) {
        return axes().hist(data, label, options);
    }
}
