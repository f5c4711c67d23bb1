package lectern.plot;

/** The verbs that draw marks, bars, counts and bands; each begins a new figure with one panel and returns its axes. */
public class SeriesPlots extends FieldPlots {
    SeriesPlots() {}

    /**
     * Draws upright bars, each around its place; a matrix draws a group of bars at each place, a column of it in one
     * colour.
     *
     * {@snippet :
     * bar(List.of("a", "b"), of(3.0, 5), annotated("%.0f")) // → Figure. … Bar chart of 2 bars.
     * }
     *
     * @param x the places: numbers, or texts, which stand side by side
     * @param heights the heights in the units of the vertical axis, one for each place
     * @param options {@code color}, {@code colors}, {@code colorBy}, {@code barWidth} (0.8 unless said),
     *     {@code bottom}, {@code stacked}, {@code yerr}, {@code annotated}, {@code hatch}, {@code edge}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where places and heights differ in number
     */
    public static Axes bar(Object x, Object heights, Option... options) {
        return Plots.axes().bar(x, heights, options);
    }

    /**
     * Draws upright bars with a label, each around its place.
     *
     * @param x the places: numbers, or texts, which stand side by side
     * @param heights the heights in the units of the vertical axis, one for each place
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code color}, {@code colors}, {@code colorBy}, {@code barWidth} (0.8 unless said),
     *     {@code bottom}, {@code stacked}, {@code yerr}, {@code annotated}, {@code hatch}, {@code edge}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where places and heights differ in number
     */
    public static Axes bar(Object x, Object heights, String label, Option... options) {
        return Plots.axes().bar(x, heights, label, options);
    }

    /**
     * Draws bars from left to right, which leave room for long names at the left.
     *
     * {@snippet :
     * barh(List.of("forest", "network"), of(0.91, 0.95)) // → Figure. … Bar chart of 2 bars.
     * }
     *
     * @param y the places: numbers, or texts, the first one at the bottom
     * @param lengths the lengths in the units of the horizontal axis, one for each place
     * @param options {@code color}, {@code colors}, {@code colorBy}, {@code barWidth} (0.8 unless said),
     *     {@code bottom}, {@code stacked}, {@code xerr}, {@code annotated}, {@code hatch}, {@code edge}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where places and lengths differ in number
     */
    public static Axes barh(Object y, Object lengths, Option... options) {
        return Plots.axes().barh(y, lengths, options);
    }

    /**
     * Draws bars with a label from left to right.
     *
     * @param y the places: numbers, or texts, the first one at the bottom
     * @param lengths the lengths in the units of the horizontal axis, one for each place
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code color}, {@code colors}, {@code colorBy}, {@code barWidth} (0.8 unless said),
     *     {@code bottom}, {@code stacked}, {@code xerr}, {@code annotated}, {@code hatch}, {@code edge}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where places and lengths differ in number
     */
    public static Axes barh(Object y, Object lengths, String label, Option... options) {
        return Plots.axes().barh(y, lengths, label, options);
    }

    /**
     * Draws a box from the lower to the upper quartile of each sample, a line at the median, whiskers to the farthest
     * values within 1.5 interquartile ranges, and marks for those beyond (J. W. Tukey, 1977).
     *
     * {@snippet :
     * boxplot(of(1.0, 2, 3, 4, 100), label("times")) // → Figure. … Box plot of 1 samples, medians 3.
     * }
     *
     * @param samples a sample; several are the columns of a tensor or the rows of nested arrays, which may differ in
     *     length
     * @param options {@code label("a", "b")} names the samples; {@code horizontal}, {@code barWidth}, {@code color}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for what holds no numbers, or for an option that has no effect on box plots
     */
    public static Axes boxplot(Object samples, Option... options) {
        return Plots.axes().boxplot(samples, options);
    }

    /**
     * Draws a line with a bar at each point that says how far its value may be off.
     *
     * {@snippet :
     * errorbar(of(1.0, 2, 3), of(4.0, 5, 7), yerr(0.5), capSize(3))
     * // → Figure. … Error bars. Line of 3 points, values from 4 to 7.
     * }
     *
     * @param x the places along the horizontal axis
     * @param y the values, one for each place
     * @param options {@code yerr} and {@code xerr}: one length, one for each point, or 2 x n of them (down and up);
     *     {@code capSize}, {@code marker}, {@code noLine}, {@code color}, {@code dashed}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length, or for lengths that are negative or of another
     *     number
     */
    public static Axes errorbar(Object x, Object y, Option... options) {
        return Plots.axes().errorbar(x, y, options);
    }

    /**
     * Draws a line with a label and a bar at each point that says how far its value may be off.
     *
     * @param x the places along the horizontal axis
     * @param y the values, one for each place
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code yerr} and {@code xerr}: one length, one for each point, or 2 x n of them (down and up);
     *     {@code capSize}, {@code marker}, {@code noLine}, {@code color}, {@code dashed}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length, or for lengths that are negative or of another
     *     number
     */
    public static Axes errorbar(Object x, Object y, String label, Option... options) {
        return Plots.axes().errorbar(x, y, label, options);
    }

    /**
     * Fills the band between two curves, such as a mean less and plus a standard deviation.
     *
     * {@snippet :
     * fillBetween(of(0.0, 1, 2), 0, of(1.0, 2, 4), alpha(0.3))
     * // → Figure. Axes: x from −0.1 to 2.1, y from −0.2 to 4.2.
     * }
     *
     * @param x the places along the horizontal axis
     * @param low the lower curve: one value for each place, or one for all
     * @param high the upper curve: one value for each place, or one for all
     * @param options {@code color}, {@code alpha}, {@code edge}, {@code hatch}, {@code zorder}, {@code label}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where a curve has neither one value nor one for each place
     */
    public static Axes fillBetween(Object x, Object low, Object high, Option... options) {
        return Plots.axes().fillBetween(x, low, high, options);
    }

    /**
     * Fills the band between two curves, with a label.
     *
     * @param x the places along the horizontal axis
     * @param low the lower curve: one value for each place, or one for all
     * @param high the upper curve: one value for each place, or one for all
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code color}, {@code alpha}, {@code edge}, {@code hatch}, {@code zorder}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where a curve has neither one value nor one for each place
     */
    public static Axes fillBetween(Object x, Object low, Object high, String label, Option... options) {
        return Plots.axes().fillBetween(x, low, high, label, options);
    }

    /**
     * Draws a histogram: how many of the values lie in each of 10 bins of one width from the least to the greatest.
     *
     * {@snippet :
     * hist(of(1.0, 1, 2, 3, 3, 3), bins(3)) // → Figure. … Histogram of 3 bars.
     * }
     *
     * @param data a sample; several are the columns of a tensor or the rows of nested arrays. Texts are counted by
     *     category, values that are not finite not at all
     * @param options {@code bins} (a number, edges or a rule), {@code density}, {@code cumulative}, {@code weights},
     *     {@code kde}, {@code stacked}, {@code outlined}, {@code horizontal}, {@code color}, {@code edge},
     *     {@code hatch}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for weights of another length, or for an option that has no effect on histograms
     */
    public static Axes hist(Object data, Option... options) {
        return Plots.axes().hist(data, options);
    }

    /**
     * Draws a histogram with a label.
     *
     * @param data a sample; several are the columns of a tensor or the rows of nested arrays. Texts are counted by
     *     category, values that are not finite not at all
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code bins} (a number, edges or a rule), {@code density}, {@code cumulative}, {@code weights},
     *     {@code kde}, {@code stacked}, {@code outlined}, {@code horizontal}, {@code color}, {@code edge},
     *     {@code hatch}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for weights of another length, or for an option that has no effect on histograms
     */
    public static Axes hist(Object data, String label, Option... options) {
        return Plots.axes().hist(data, label, options);
    }

    /**
     * Counts points in cells of the plane and draws the counts as colours, for clouds too dense for marks.
     *
     * {@snippet :
     * hist2d(of(0.0, 0, 1, 2), of(0.0, 0, 1, 2), bins(2)) // → Figure. … Field of 2 x 2 cells, values from 0 to 2.
     * }
     *
     * @param x the places along the horizontal axis
     * @param y the heights, one for each place
     * @param options {@code bins(n)} for n cells each way, {@code cmap}, {@code clim}, {@code logColors},
     *     {@code smooth}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes hist2d(Object x, Object y, Option... options) {
        return Plots.axes().hist2d(x, y, options);
    }

    /**
     * Draws a disc in sectors whose angles are the shares of the values, counter-clockwise from the right.
     *
     * {@snippet :
     * pie(of(3.0, 1), label("train", "test")) // → Figure. Axes. Pie of 2 sectors: train 3, test 1.
     * }
     *
     * @param values the amounts, zero or more; they need not sum to 1
     * @param options {@code label("a", "b")} names the sectors, {@code annotated("%.1f %%")} writes their shares in
     *     percent; {@code colors}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for a negative amount
     */
    public static Axes pie(Object values, Option... options) {
        return Plots.axes().pie(values, options);
    }

    /**
     * Draws a mark at each point, unjoined.
     *
     * {@snippet :
     * scatter(of(1.0, 2, 3), of(2.0, 1, 3), colorBy(of(0.0, 0.5, 1)), cmap("viridis"))
     * // → Figure. … Scatter of 3 points.
     * }
     *
     * @param x the places: numbers, texts (categories) or dates
     * @param y a height for each place
     * @param options {@code marker}, {@code size} (points), {@code sizes} (square points, one each), {@code color},
     *     {@code colorBy} (values or classes, one each) with {@code cmap}, {@code hollow}, {@code edge}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length, or values to colour by are not as many as points
     */
    public static Axes scatter(Object x, Object y, Option... options) {
        return Plots.axes().scatter(x, y, options);
    }

    /**
     * Draws a mark with one label at each point, unjoined.
     *
     * @param x the places: numbers, texts (categories) or dates
     * @param y a height for each place
     * @param label the words in the legend, which {@code legend()} on the axes shows
     * @param options {@code marker}, {@code size} (points), {@code sizes} (square points, one each), {@code color},
     *     {@code colorBy} (values or classes, one each) with {@code cmap}, {@code hollow}, {@code edge}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length, or values to colour by are not as many as points
     */
    public static Axes scatter(Object x, Object y, String label, Option... options) {
        return Plots.axes().scatter(x, y, label, options);
    }

    /**
     * Draws a stalk from zero to each value with a mark on it, for signals and coefficients at separate places.
     *
     * {@snippet :
     * stem(of(0.0, 1, 2), of(1.0, -0.5, 0.25)) // → Figure. … Marks of 3 points, values from −0.5 to 1.
     * }
     *
     * @param x the places along the horizontal axis
     * @param y the values, one for each place
     * @param options {@code marker}, {@code size}, {@code hollow}, {@code color}, {@code width}, {@code label},
     *     {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes stem(Object x, Object y, Option... options) {
        return Plots.axes().stem(x, y, options);
    }

    /**
     * Draws a staircase through points, for what is constant between them.
     *
     * {@snippet :
     * step(of(0.0, 1, 2), of(1.0, 3, 2), where("post")) // → Figure. … Line of 3 points, values from 1 to 3.
     * }
     *
     * @param x the places along the horizontal axis, in rising order
     * @param y the values, one for each place
     * @param options {@code where("pre")} (unless said; the stair of a value ends at its place), {@code "post"} (it
     *     begins there) or {@code "mid"}; and those of lines
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException where x and y differ in length
     */
    public static Axes step(Object x, Object y, Option... options) {
        return Plots.axes().step(x, y, options);
    }

    /**
     * Draws the density of each sample as a shape that is widest where values are most frequent; it shows two peaks
     * that a box hides.
     *
     * {@snippet :
     * violin(of(1.0, 2, 2, 3, 7)) // → Figure. Axes: x from 0.725 to 1.275, y from 0.7 to 7.3.
     * }
     *
     * @param samples a sample; several are the columns of a tensor or the rows of nested arrays, which may differ in
     *     length
     * @param options {@code label("a", "b")} names the samples; {@code horizontal}, {@code barWidth}, {@code color},
     *     {@code edge}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a legend
     * @throws IllegalArgumentException for what holds no numbers, or for an option that has no effect on violins
     */
    public static Axes violin(Object samples, Option... options) {
        return Plots.axes().violin(samples, options);
    }
}
