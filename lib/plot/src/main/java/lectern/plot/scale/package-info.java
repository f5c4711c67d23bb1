/**
 * From data to places: {@link lectern.plot.scale.Numbers} reads whatever a cell holds, an
 * {@link lectern.plot.scale.Axis} says which stretch is shown and where its ticks are, a
 * {@link lectern.plot.scale.Transform} maps values to the page; themes and colour maps give looks.
 *
 * <p>The room may call {@code plot.canvas}.
 */
package lectern.plot.scale;
