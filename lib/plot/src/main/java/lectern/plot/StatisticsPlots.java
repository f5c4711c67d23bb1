package lectern.plot;

/**
 * The verbs that look into distributions and relations; each begins a new figure with one panel and returns its axes.
 *
 * {@snippet :
 * hist(randn(200), bins("auto"), density(), kde()).rugplot(randn(20));
 * regplot(x, y, "least squares").legend()
 * }
 */
public class StatisticsPlots extends SpacePlots {
    StatisticsPlots() {}

    /** As {@link Axes#kdeplot(Object, Option...)}. */
    public static Axes kdeplot(Object data, Option... options) {
        return Plots.axes().kdeplot(data, options);
    }

    /** As {@link Axes#kdeplot(Object, String, Option...)}. */
    public static Axes kdeplot(Object data, String label, Option... options) {
        return Plots.axes().kdeplot(data, label, options);
    }

    /** As {@link Axes#kdeplot(Object, Object, Option...)}. */
    public static Axes kdeplot(Object x, Object y, Option... options) {
        return Plots.axes().kdeplot(x, y, options);
    }

    /** As {@link Axes#rugplot(Object, Option...)}. */
    public static Axes rugplot(Object data, Option... options) {
        return Plots.axes().rugplot(data, options);
    }

    /** As {@link Axes#ecdfplot(Object, Option...)}. */
    public static Axes ecdfplot(Object data, Option... options) {
        return Plots.axes().ecdfplot(data, options);
    }

    /** As {@link Axes#ecdfplot(Object, String, Option...)}. */
    public static Axes ecdfplot(Object data, String label, Option... options) {
        return Plots.axes().ecdfplot(data, label, options);
    }

    /** As {@link Axes#stripplot(Object, Option...)}. */
    public static Axes stripplot(Object samples, Option... options) {
        return Plots.axes().stripplot(samples, options);
    }

    /** As {@link Axes#stripplot(Object, Object, Option...)}. */
    public static Axes stripplot(Object categories, Object values, Option... options) {
        return Plots.axes().stripplot(categories, values, options);
    }

    /** As {@link Axes#swarmplot(Object, Option...)}. */
    public static Axes swarmplot(Object samples, Option... options) {
        return Plots.axes().swarmplot(samples, options);
    }

    /** As {@link Axes#swarmplot(Object, Object, Option...)}. */
    public static Axes swarmplot(Object categories, Object values, Option... options) {
        return Plots.axes().swarmplot(categories, values, options);
    }

    /** As {@link Axes#regplot(Object, Object, Option...)}. */
    public static Axes regplot(Object x, Object y, Option... options) {
        return Plots.axes().regplot(x, y, options);
    }

    /** As {@link Axes#regplot(Object, Object, String, Option...)}. */
    public static Axes regplot(Object x, Object y, String label, Option... options) {
        return Plots.axes().regplot(x, y, label, options);
    }

    /** As {@link Axes#hexbin(Object, Object, Option...)}. */
    public static Axes hexbin(Object x, Object y, Option... options) {
        return Plots.axes().hexbin(x, y, options);
    }

    /** As {@link Axes#stackplot(Object, Object, Option...)}. */
    public static Axes stackplot(Object x, Object series, Option... options) {
        return Plots.axes().stackplot(x, series, options);
    }

    /** As {@link Axes#axline(double, double, double, Option...)}. */
    public static Axes axline(double x, double y, double slope, Option... options) {
        return Plots.axes().axline(x, y, slope, options);
    }

    /** As {@link Axes#axline(double, double, double, double, Option...)}. */
    public static Axes axline(double x1, double y1, double x2, double y2, Option... options) {
        return Plots.axes().axline(x1, y1, x2, y2, options);
    }

    /** As {@link Axes#polar(Object, Object, Option...)}. */
    public static Axes polar(Object angles, Object radii, Option... options) {
        return Plots.axes().polar(angles, radii, options);
    }

    /** As {@link Axes#polar(Object, Object, String, Option...)}. */
    public static Axes polar(Object angles, Object radii, String label, Option... options) {
        return Plots.axes().polar(angles, radii, label, options);
    }
}
