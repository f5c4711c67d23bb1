/**
 * Figures: axes, layers, colours, and their output as SVG, PDF and pixels.
 *
 * <p>{@link lectern.plot.Plots} holds the verbs and options of a notebook, {@link lectern.plot.Figure} lays panels out,
 * {@link lectern.plot.Axes} take {@link lectern.plot.Layer}s, {@link lectern.plot.Axes3D} show space, a
 * {@link lectern.plot.Canvas} takes strokes, texts and rasters. {@link lectern.plot.XCharts} is the bridge to XChart.
 * The room calls {@code lectern.notebook} only; it opens no window and prints nothing.
 */
package lectern.plot;
