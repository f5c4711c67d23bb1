package lectern.plot;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lectern.notebook.Displayable;
import lectern.notebook.MimeBundle;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.layer.Layer;

/**
 * One panel of a figure: what flat and spatial axes have in common.
 *
 * @param <T> the kind of panel, so that calls can be chained
 */
public abstract class Frame<T extends Frame<T>> implements Displayable {
    final Figure figure;
    final List<Layer> layers = new ArrayList<>();
    /** The cells of the figure's grid that this panel fills; null for panels placed otherwise. */
    Span span;

    String title = "";
    double titleSize = 12;

    /** Cells of a grid. */
    record Span(int row, int col, int rows, int cols) {}

    Frame(Figure figure) {
        this.figure = figure;
    }

    abstract T self();

    /** Space that title, ticks and labels take around the box, for a box of that size. */
    abstract Margins measure(double width, double height);

    /** Draws the panel into its box and returns the part of the page that it has used. */
    abstract Box paint(Canvas canvas, Box box);

    /** The box inside the room that the grid gives; equal scales may make it smaller. */
    Box fit(Box room) {
        return room;
    }

    abstract String describe();

    /** Space around a box, in points. */
    record Margins(double left, double top, double right, double bottom) {
        Margins max(Margins o) {
            return new Margins(
                    Math.max(left, o.left), Math.max(top, o.top), Math.max(right, o.right), Math.max(bottom, o.bottom));
        }
    }

    /** The figure to which the panel belongs. */
    public Figure figure() {
        return figure;
    }

    /** Writes a title above the panel; mathematics stands between dollar signs. */
    public T title(String text) {
        synchronized (figure) {
            title = text;
        }
        return self();
    }

    /** Writes a title of a given size in points. */
    public T title(String text, double size) {
        synchronized (figure) {
            title = text;
            titleSize = size;
        }
        return self();
    }

    /** Adds a layer of one's own. */
    public T add(Layer layer) {
        synchronized (figure) {
            layers.add(layer);
        }
        return self();
    }

    /** The panel of this number, counted row by row from 0; to chain the panels of a figure. */
    public Axes at(int index) {
        return figure.at(index);
    }

    /** The panel of this number as spatial axes. */
    public Axes3D at3d(int index) {
        return figure.at3d(index);
    }

    /** The panel in a row and a column, both counted from 0. */
    public Axes at(int row, int col) {
        return figure.at(row, col);
    }

    /** Writes a title over the whole figure. */
    public T suptitle(String text) {
        figure.suptitle(text);
        return self();
    }

    /** Shows the figure below the cell, before the cell ends. */
    public T show() {
        figure.show();
        return self();
    }

    /** Writes the figure to a file; its ending says how: {@code .svg}, {@code .pdf}, {@code .png}. */
    public T savefig(String file) {
        figure.savefig(Path.of(file));
        return self();
    }

    @Override
    public MimeBundle toMimeBundle() {
        return figure.toMimeBundle();
    }

    @Override
    public String toString() {
        return figure.describe();
    }
}
