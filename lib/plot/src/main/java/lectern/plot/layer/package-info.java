/**
 * Things drawn into flat axes: {@link lectern.plot.layer.Layer} is what an author of new kinds implements, the others
 * are lines, marks, bars, areas, fields, contours and texts. {@link lectern.plot.layer.Verb} says which settings each
 * verb reads, {@link lectern.plot.layer.Style} is what they were set to.
 *
 * <p>A layer knows no axes and no figure; the room may call {@code plot.scale} and {@code plot.canvas}.
 */
package lectern.plot.layer;
