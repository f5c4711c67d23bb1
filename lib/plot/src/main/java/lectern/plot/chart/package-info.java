/**
 * Makers: from the data and options of one call to the layers that show them, such as the bars of a histogram or the
 * levels of contours. A maker draws onto a {@link lectern.plot.chart.Sheet}, which is all that it knows of the axes.
 *
 * <p>The room may call {@code plot.layer}, {@code plot.scale} and {@code plot.canvas}.
 */
package lectern.plot.chart;
