/**
 * Figures: axes, layers, colours, and their output as SVG, PDF and pixels.
 *
 * <p>{@link lectern.plot.Plots} holds the verbs and options of a notebook, {@link lectern.plot.Figure} lays panels out,
 * {@link lectern.plot.Axes} and {@link lectern.plot.Axes3D} are the panels, {@link lectern.plot.XCharts} is the bridge
 * to XChart. Below lie {@code canvas}, {@code scale}, {@code layer}, {@code space} and {@code chart}, each of which
 * knows only those before it; {@code learning} lies above. What a notebook names is here and in {@code learning}, the
 * rest is for those who add a layer or a canvas.
 *
 * <p>The room calls {@code lectern.notebook} only; it opens no window and prints nothing.
 */
package lectern.plot;
