package lectern.plot;

import lectern.plot.chart.Areas;
import lectern.plot.chart.Densities;
import lectern.plot.chart.Hexagons;
import lectern.plot.chart.Polar;
import lectern.plot.chart.Regressions;
import lectern.plot.chart.Strips;
import lectern.plot.layer.Style;
import lectern.plot.layer.Verb;
import lectern.plot.scale.Axis;

/** The verbs of flat axes that look into distributions and relations, and those of other coordinates. */
public abstract class AxesStatistics extends AxesSeries {
    AxesStatistics(Figure figure, Axis x, Axis y) {
        super(figure, x, y);
    }

    /**
     * Draws the kernel density estimate of a sample, or of each of several: Gaussian kernels of a width by Scott's rule,
     * {@code s·n^(−1/5)}; {@code horizontal()} lays it on its side.
     *
     * @throws IllegalArgumentException for fewer than two finite values
     */
    public Axes kdeplot(Object data, Option... options) {
        return densities(data, Verb.KDEPLOT.style(options));
    }

    /** As {@link #kdeplot(Object, Option...)}, with a label. */
    public Axes kdeplot(Object data, String label, Option... options) {
        return densities(data, Verb.KDEPLOT.style(label, options));
    }

    private Axes densities(Object data, Style style) {
        return set(() -> Densities.lines(sheet, data, style));
    }

    /** Draws the level lines of the density of points of the plane; {@code levels(n)}, {@code cmap}, {@code color}. */
    public Axes kdeplot(Object x, Object y, Option... options) {
        return set(() -> Densities.plane(sheet, x, y, Verb.KDEPLOT_2D.style(options)));
    }

    /**
     * Draws a short stroke at the lower rim for every value, in the colour of what was drawn last; {@code
     * horizontal()} puts them at the left rim.
     */
    public Axes rugplot(Object data, Option... options) {
        return set(() -> Densities.rug(sheet, data, Verb.RUGPLOT.style(options)));
    }

    /** Draws how large a part of a sample, or of each of several, is at most as large as a value: stairs from 0 to 1. */
    public Axes ecdfplot(Object data, Option... options) {
        return set(() -> Densities.distribution(sheet, data, Verb.ECDFPLOT.style(options)));
    }

    /** As {@link #ecdfplot(Object, Option...)}, with a label. */
    public Axes ecdfplot(Object data, String label, Option... options) {
        return set(() -> Densities.distribution(sheet, data, Verb.ECDFPLOT.style(label, options)));
    }

    /**
     * Draws the single values of samples side by side, strewn sideways; over a {@link Axes#boxplot} they lie on the
     * boxes. {@code label("a", "b")} names the samples.
     */
    public Axes stripplot(Object samples, Option... options) {
        return set(() -> Strips.samples(sheet, samples, false, Verb.STRIPPLOT.style(options)));
    }

    /** Draws the single values of each category, strewn sideways: a text and a value for each mark. */
    public Axes stripplot(Object categories, Object values, Option... options) {
        return set(() -> Strips.categories(sheet, categories, values, false, Verb.STRIPPLOT.style(options)));
    }

    /** As {@link #stripplot(Object, Option...)}, the marks beside one another so that none covers another. */
    public Axes swarmplot(Object samples, Option... options) {
        return set(() -> Strips.samples(sheet, samples, true, Verb.SWARMPLOT.style(options)));
    }

    /** As {@link #stripplot(Object, Object, Option...)}, the marks beside one another so that none covers another. */
    public Axes swarmplot(Object categories, Object values, Option... options) {
        return set(() -> Strips.categories(sheet, categories, values, true, Verb.SWARMPLOT.style(options)));
    }

    /**
     * Draws points, their straight line of least squares and its 95 % confidence band.
     *
     * @throws IllegalArgumentException for fewer than three points, or points at one place along x
     */
    public Axes regplot(Object x, Object y, Option... options) {
        return set(() -> Regressions.line(sheet, x, y, Verb.REGPLOT.style(options)));
    }

    /** As {@link #regplot(Object, Object, Option...)}; the label is that of the line. */
    public Axes regplot(Object x, Object y, String label, Option... options) {
        return set(() -> Regressions.line(sheet, x, y, Verb.REGPLOT.style(label, options)));
    }

    /** Counts points of the plane in hexagons, 25 across; {@code bins(n)} for another number, {@code logColors()}. */
    public Axes hexbin(Object x, Object y, Option... options) {
        return set(() -> Hexagons.count(sheet, x, y, Verb.HEXBIN.style(options)));
    }

    /**
     * Piles series of amounts on one another as areas; a row each, or a column each where the columns are as long as
     * there are places. {@code label("a", "b")} names them.
     *
     * @throws IllegalArgumentException for negative amounts
     */
    public Axes stackplot(Object x, Object series, Option... options) {
        return set(() -> Areas.stack(sheet, x, series, Verb.STACKPLOT.style(options)));
    }

    /** Draws the line through a point with a slope, across the whole box. */
    public Axes axline(double x, double y, double slope, Option... options) {
        return set(() -> Areas.slope(sheet, x, y, slope, Verb.AXLINE.style(options)));
    }

    /** Draws the line through two points, across the whole box. */
    public Axes axline(double x1, double y1, double x2, double y2, Option... options) {
        if (x1 == x2) {
            throw new IllegalArgumentException("An axline needs points at different places along x but both are at "
                    + x1 + "; an upright line is axvline(" + x1 + ").");
        }
        return set(() -> Areas.slope(sheet, x1, y1, (y2 - y1) / (x2 - x1), Verb.AXLINE.style(options)));
    }

    /**
     * Draws a line in polar coordinates: angles in radians, counter-clockwise from the right, and radii of 0 or more.
     * The panel becomes a disc with circles and rays; further calls of {@code polar} draw into it.
     */
    public Axes polar(Object angles, Object radii, Option... options) {
        return set(() -> Polar.line(sheet, angles, radii, Verb.POLAR.style(options)));
    }

    /** As {@link #polar(Object, Object, Option...)}, with a label. */
    public Axes polar(Object angles, Object radii, String label, Option... options) {
        return set(() -> Polar.line(sheet, angles, radii, Verb.POLAR.style(label, options)));
    }
}
