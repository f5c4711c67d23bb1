/**
 * Paper: {@link lectern.plot.canvas.Canvas} takes strokes, shapes, marks, texts and rasters, and becomes SVG, PDF or
 * pixels; colours, pens, marks, fonts and labels with mathematics are what is put on it.
 *
 * <p>The room knows neither data nor axes and calls no other room of figures.
 */
package lectern.plot.canvas;
