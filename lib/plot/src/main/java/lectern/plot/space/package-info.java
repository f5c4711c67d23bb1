/**
 * Things drawn into spatial axes: a {@link lectern.plot.space.Solid} builds its faces, strokes and marks into a
 * {@link lectern.plot.space.Scene}, which draws them from the farthest to the nearest as a
 * {@link lectern.plot.space.Space} projects them.
 *
 * <p>The room may call {@code plot.layer}, {@code plot.scale} and {@code plot.canvas}.
 */
package lectern.plot.space;
