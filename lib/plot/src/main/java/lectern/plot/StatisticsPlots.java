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

    /**
     * Draws the density of a sample, estimated with Gaussian kernels of the width {@code s·n^(−1/5)} (D. W. Scott,
     * 1992).
     *
     * {@snippet :
     * kdeplot(of(1.0, 2, 2, 3, 7)) // → Figure. … Kernel density estimate of 5 values, from −4.09928 to 12.0993.
     * }
     *
     * @param data a sample; several are the columns of a tensor or the rows of nested arrays, a line each
     * @param options {@code color}, {@code width}, {@code dashed}, {@code horizontal}, {@code label}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for fewer than two finite values
     */
    public static Axes kdeplot(Object data, Option... options) {
        return Plots.axes().kdeplot(data, options);
    }

    /**
     * Draws the density of a sample with a label, estimated with Gaussian kernels.
     *
     * @param data a sample; several are the columns of a tensor or the rows of nested arrays, a line each
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code color}, {@code width}, {@code dashed}, {@code horizontal}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for fewer than two finite values
     */
    public static Axes kdeplot(Object data, String label, Option... options) {
        return Plots.axes().kdeplot(data, label, options);
    }

    /**
     * Draws level lines of the density of points of the plane, estimated with Gaussian kernels.
     *
     * @param x the places of the points
     * @param y their heights
     * @param options {@code levels(n)}, {@code cmap}, {@code color}, {@code width}, {@code dashed}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for fewer than three points, or where x and y differ in length
     */
    public static Axes kdeplot(Object x, Object y, Option... options) {
        return Plots.axes().kdeplot(x, y, options);
    }

    /**
     * Draws a short stroke at the lower rim for every value of a sample, in the colour of what was drawn last.
     *
     * {@snippet :
     * kdeplot(of(1.0, 2, 2, 3, 7)).rugplot(of(1.0, 2, 2, 3, 7));
     * rugplot(of(1.0, 2, 4)) // → Figure. … Rug of 3 values.
     * }
     *
     * @param data the values
     * @param options {@code horizontal} puts the strokes at the left rim; {@code color}, {@code width}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     */
    public static Axes rugplot(Object data, Option... options) {
        return Plots.axes().rugplot(data, options);
    }

    /**
     * Draws how large a part of a sample is at most as large as a value: stairs from 0 to 1, without a choice of bins.
     *
     * {@snippet :
     * ecdfplot(of(1.0, 2, 2, 5)) // → Figure. … Distribution function of 4 values, from 1 to 5.
     * }
     *
     * @param data a sample; several are the columns of a tensor or the rows of nested arrays, stairs each
     * @param options {@code color}, {@code width}, {@code dashed}, {@code label}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for a sample without finite values
     */
    public static Axes ecdfplot(Object data, Option... options) {
        return Plots.axes().ecdfplot(data, options);
    }

    /**
     * Draws with a label how large a part of a sample is at most as large as a value.
     *
     * @param data a sample; several are the columns of a tensor or the rows of nested arrays, stairs each
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code color}, {@code width}, {@code dashed}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for a sample without finite values
     */
    public static Axes ecdfplot(Object data, String label, Option... options) {
        return Plots.axes().ecdfplot(data, label, options);
    }

    /**
     * Draws the single values of samples side by side, strewn sideways so that equal ones do not hide one another.
     *
     * {@snippet :
     * stripplot(List.of(List.of(1, 2, 2), List.of(3, 4)), label("a", "b"))
     * // → Figure. … Strip of 3 values from 1 to 2, median 2. Strip of 2 values from 3 to 4, median 3.5.
     * }
     *
     * @param samples a sample; several are the columns of a tensor or the rows of nested arrays
     * @param options {@code label("a", "b")} names the samples; {@code marker}, {@code size}, {@code color},
     *     {@code hollow}, {@code horizontal}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     */
    public static Axes stripplot(Object samples, Option... options) {
        return Plots.axes().stripplot(samples, options);
    }

    /**
     * Draws the single values of each category side by side, strewn sideways.
     *
     * @param categories a text or a value of an enum for each value
     * @param values the numbers
     * @param options {@code marker}, {@code size}, {@code color}, {@code hollow}, {@code horizontal}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for categories that are numbers, or of another length
     */
    public static Axes stripplot(Object categories, Object values, Option... options) {
        return Plots.axes().stripplot(categories, values, options);
    }

    /**
     * Draws the single values of samples side by side, marks beside one another so that none covers another.
     *
     * {@snippet :
     * swarmplot(of(1.0, 2, 2, 3)) // → Figure. … Swarm of 4 values from 1 to 3, median 2.
     * }
     *
     * @param samples a sample; several are the columns of a tensor or the rows of nested arrays
     * @param options {@code label("a", "b")} names the samples; {@code marker}, {@code size}, {@code color},
     *     {@code hollow}, {@code horizontal}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     */
    public static Axes swarmplot(Object samples, Option... options) {
        return Plots.axes().swarmplot(samples, options);
    }

    /**
     * Draws the single values of each category side by side, marks beside one another so that none covers another.
     *
     * @param categories a text or a value of an enum for each value
     * @param values the numbers
     * @param options {@code marker}, {@code size}, {@code color}, {@code hollow}, {@code horizontal}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for categories that are numbers, or of another length
     */
    public static Axes swarmplot(Object categories, Object values, Option... options) {
        return Plots.axes().swarmplot(categories, values, options);
    }

    /**
     * Draws points, their straight line of least squares, and the band that holds the true line with a confidence of 95
     * %.
     *
     * {@snippet :
     * regplot(of(1.0, 2, 3, 4), of(2.0, 3, 5, 6))
     * // → Figure. … Scatter of 4 points. Line of least squares, y = 0.5 + 1.4 x, with its 95 % confidence band.
     * }
     *
     * @param x the places of the points
     * @param y their heights
     * @param options {@code color}, {@code marker}, {@code size}, {@code width}, {@code dashed}, {@code label} (that of
     *     the line), {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for fewer than three points, or for points at one place along x
     */
    public static Axes regplot(Object x, Object y, Option... options) {
        return Plots.axes().regplot(x, y, options);
    }

    /**
     * Draws points, their straight line of least squares with a label, and its 95 % confidence band.
     *
     * @param x the places of the points
     * @param y their heights
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code color}, {@code marker}, {@code size}, {@code width}, {@code dashed}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for fewer than three points, or for points at one place along x
     */
    public static Axes regplot(Object x, Object y, String label, Option... options) {
        return Plots.axes().regplot(x, y, label, options);
    }

    /**
     * Counts points of the plane in hexagons, 25 across unless {@code bins(n)} says otherwise, and draws the counts as
     * colours.
     *
     * {@snippet :
     * hexbin(randn(1000), randn(1000), bins(15)) // → Figure. … Points counted in 154 hexagons, up to 30 in one.
     * }
     *
     * @param x the places of the points
     * @param y their heights
     * @param options {@code bins(n)}, {@code cmap}, {@code clim}, {@code logColors} where counts differ by orders of
     *     magnitude, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length, for logarithmic axes, or without one finite
     *     point
     */
    public static Axes hexbin(Object x, Object y, Option... options) {
        return Plots.axes().hexbin(x, y, options);
    }

    /**
     * Piles series of amounts on one another as areas, so that the upper rim is their sum.
     *
     * {@snippet :
     * stackplot(of(0.0, 1, 2), of(new double[][] {{1, 2, 3}, {3, 2, 1}}), label("sun", "wind"))
     * // → Figure. … Band "sun". Band "wind".
     * }
     *
     * @param x the places along the horizontal axis
     * @param series a row for each series, or a column where columns are as long as there are places
     * @param options {@code label("a", "b")} names the series; {@code colors}, {@code edge}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for negative amounts, or series of another length
     */
    public static Axes stackplot(Object x, Object series, Option... options) {
        return Plots.axes().stackplot(x, series, options);
    }

    /**
     * Draws the line through a point with a slope, across the whole box.
     *
     * {@snippet :
     * axline(0, 0, 1, dashed()).xlim(0, 1).ylim(0, 1) // → Figure. … Line of slope 1 through (0, 0).
     * }
     *
     * @param x the place of the point
     * @param y its height
     * @param slope how far the line rises for one unit to the right
     * @param options {@code color}, {@code width}, {@code dashed}, {@code label}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for a slope that is not finite; an upright line is {@code axvline}
     */
    public static Axes axline(double x, double y, double slope, Option... options) {
        return Plots.axes().axline(x, y, slope, options);
    }

    /**
     * Draws the line through two points, across the whole box; a line from one to the other alone is {@code segment}.
     *
     * @param x1 the place of the first point
     * @param y1 its height
     * @param x2 the place of the second point
     * @param y2 its height
     * @param options {@code color}, {@code width}, {@code dashed}, {@code label}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for points one above the other; an upright line is {@code axvline}
     */
    public static Axes axline(double x1, double y1, double x2, double y2, Option... options) {
        return Plots.axes().axline(x1, y1, x2, y2, options);
    }

    /**
     * Draws a line in polar coordinates and makes the panel a disc with circles and rays.
     *
     * {@snippet :
     * polar(linspace(0, 2 * Math.PI, 100), linspace(0, 1, 100))
     * // → Figure. Axes. Polar coordinates with radii from 0 to 1. Polar line of 100 points, radii up to 1.
     * }
     *
     * @param angles angles in radians, counter-clockwise from the right
     * @param radii distances from the centre, 0 or more, one for each angle
     * @param options {@code color}, {@code width}, {@code dashed}, {@code marker}, {@code size}, {@code every},
     *     {@code label}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for a negative radius, for logarithmic axes, or for a panel that holds straight
     *     coordinates already
     */
    public static Axes polar(Object angles, Object radii, Option... options) {
        return Plots.axes().polar(angles, radii, options);
    }

    /**
     * Draws a line with a label in polar coordinates.
     *
     * @param angles angles in radians, counter-clockwise from the right
     * @param radii distances from the centre, 0 or more, one for each angle
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code color}, {@code width}, {@code dashed}, {@code marker}, {@code size}, {@code every},
     *     {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for a negative radius, for logarithmic axes, or for a panel that holds straight
     *     coordinates already
     */
    public static Axes polar(Object angles, Object radii, String label, Option... options) {
        return Plots.axes().polar(angles, radii, label, options);
    }
}
