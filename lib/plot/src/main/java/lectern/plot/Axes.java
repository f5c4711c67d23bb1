package lectern.plot;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import lectern.notebook.Mesh;
import lectern.plot.chart.BoxPlots;
import lectern.plot.chart.Levels;
import lectern.plot.chart.Lines;
import lectern.plot.chart.Notes;
import lectern.plot.chart.VectorField;
import lectern.plot.layer.Verb;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Grids;
import lectern.plot.scale.Numbers;

/**
 * Flat axes: every verb adds a layer and returns the axes, so that calls are chained.
 *
 * <p>Data may be an array of any primitive type, a list, a table column or a tensor; texts on an axis make it
 * categorical, dates make it a calendar. A matrix stands for its columns.
 */
public final class Axes extends AxesStatistics {
    Axes(Figure figure) {
        super(figure, new Axis(true), new Axis(false));
    }

    Axes(Figure figure, Axis x, Axis y) {
        super(figure, x, y);
    }

    @Override
    Axes self() {
        return this;
    }

    /**
     * Level lines of a matrix; {@code levels(n)}, {@code annotated()} for their values on them, {@code cmap}, {@code
     * color}.
     */
    public Axes contour(Object values, Option... options) {
        return contours(null, null, values, false, options);
    }

    /** Level lines over a grid: places of columns, places of rows, a value for each pair (rows by columns). */
    public Axes contour(Object x, Object y, Object values, Option... options) {
        return contours(x, y, values, false, options);
    }

    /** Level lines of a function over a grid. */
    public Axes contour(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return contours(x, y, Grids.evaluate(x, y, f), false, options);
    }

    /** Bands between the levels of a matrix in colours. */
    public Axes contourf(Object values, Option... options) {
        return contours(null, null, values, true, options);
    }

    /** Bands between levels over a grid: places of columns, places of rows, a value for each pair (rows by columns). */
    public Axes contourf(Object x, Object y, Object values, Option... options) {
        return contours(x, y, values, true, options);
    }

    /** Bands between the levels of a function over a grid. */
    public Axes contourf(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return contours(x, y, Grids.evaluate(x, y, f), true, options);
    }

    /** Level lines of values over a grid, as {@code grid(x, y)} makes it: a matrix, or as many values as there are points. */
    public Axes contour(Mesh grid, Object values, Option... options) {
        return contour(grid.x(), grid.y(), Grids.rows(grid, values), options);
    }

    /** Level lines of a function over a grid. */
    public Axes contour(Mesh grid, DoubleBinaryOperator f, Option... options) {
        return contour(grid.x(), grid.y(), f, options);
    }

    /** Bands between the levels of values over a grid, as {@code grid(x, y)} makes it: a matrix, or as many values as there are points. */
    public Axes contourf(Mesh grid, Object values, Option... options) {
        return contourf(grid.x(), grid.y(), Grids.rows(grid, values), options);
    }

    /** Bands between the levels of a function over a grid. */
    public Axes contourf(Mesh grid, DoubleBinaryOperator f, Option... options) {
        return contourf(grid.x(), grid.y(), f, options);
    }

    /** Shows values over a grid as cells of colour, the first row at the bottom, with the grid's places along the axes. */
    public Axes imshow(Mesh grid, Object values, Option... options) {
        double[] edges = Grids.edges(grid);
        return imshow(
                Grids.rows(grid, values),
                Options.with(options, Options.originLower(), Options.extent(edges[0], edges[1], edges[2], edges[3])));
    }

    /** Shows values over a grid whose places need not be evenly spaced. */
    public Axes pcolormesh(Mesh grid, Object values, Option... options) {
        return pcolormesh(grid.x(), grid.y(), Grids.rows(grid, values), options);
    }

    /** A mark at one point. */
    public Axes point(double x, double y, Option... options) {
        return point(x, y, null, options);
    }

    /** A labelled mark at one point. */
    public Axes point(double x, double y, String label, Option... options) {
        return plot(
                new double[] {x},
                new double[] {y},
                label,
                Options.with(options, Options.marker("o"), Options.noLine()));
    }

    /** A straight line from one point to another. */
    public Axes segment(double x0, double y0, double x1, double y1, Option... options) {
        return plot(new double[] {x0, x1}, new double[] {y0, y1}, options);
    }

    /** A line through points that are rows (x, y): a matrix, nested arrays or a list of positions. */
    public Axes path(Object points, Option... options) {
        return path(points, null, options);
    }

    /** A labelled line through points that are rows (x, y). */
    public Axes path(Object points, String label, Option... options) {
        double[][] rows = Numbers.toMatrix(points);
        if (rows.length == 0 || rows[0].length != 2) {
            throw new IllegalArgumentException(
                    "A path goes through points that are rows (x, y), shape (n, 2); got shape "
                            + Arrays.toString(Grids.shape(points)) + ".");
        }
        return plot(
                Arrays.stream(rows).mapToDouble(row -> row[0]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> row[1]).toArray(),
                label,
                options);
    }

    private Axes contours(Object x, Object y, Object values, boolean filled, Option... options) {
        return set(() ->
                Levels.contour(sheet, x, y, values, filled, (filled ? Verb.CONTOURF : Verb.CONTOUR).style(options)));
    }

    /**
     * Arrows (u, v) at points; {@code cmap} colours them by length, {@code colorBy} by values, {@code perWidth} sets
     * their scale.
     */
    public Axes quiver(Object x, Object y, Object u, Object v, Option... options) {
        return set(() -> VectorField.quiver(sheet, x, y, u, v, Verb.QUIVER.style(options)));
    }

    /**
     * Stream lines of the field (u, v) over a grid; {@code lineDensity(2)} for twice as many, {@code cmap} to colour
     * them by speed.
     */
    public Axes streamplot(Object x, Object y, Object u, Object v, Option... options) {
        return set(() -> VectorField.streamplot(sheet, x, y, u, v, Verb.STREAMPLOT.style(options)));
    }

    /** Box plots of samples side by side; {@code label(...)} names them. */
    public Axes boxplot(Object samples, Option... options) {
        return set(() -> BoxPlots.boxplot(sheet, samples, Verb.BOXPLOT.style(options)));
    }

    /** Violins of samples side by side; {@code label(...)} names them. */
    public Axes violin(Object samples, Option... options) {
        return set(() -> BoxPlots.violin(sheet, samples, Verb.VIOLIN.style(options)));
    }

    /** A line with error bars; {@code yerr} and {@code xerr} say how long they are. */
    public Axes errorbar(Object x, Object y, Option... options) {
        return errorbar(x, y, null, options);
    }

    /** A labelled line with error bars. */
    public Axes errorbar(Object x, Object y, String label, Option... options) {
        return set(() -> Lines.errorbar(sheet, x, y, Verb.ERRORBAR.style(label, options)));
    }

    /** Stalks from zero to the values, with a mark on each. */
    public Axes stem(Object x, Object y, Option... options) {
        return set(() -> Lines.stem(sheet, x, y, Verb.STEM.style(options)));
    }

    /** A staircase through points: {@code where("pre")}, {@code "post"} or {@code "mid"} says where the steps are. */
    public Axes step(Object x, Object y, Option... options) {
        return set(() -> Lines.step(sheet, x, y, Verb.STEP.style(options)));
    }

    /** A disc in sectors; {@code label(...)} names them, {@code annotated("%.1f %%")} writes their shares. */
    public Axes pie(Object values, Option... options) {
        return set(() -> Notes.pie(sheet, values, Verb.PIE.style(options)));
    }

    /** Rows of texts or numbers under a header, which may be null. */
    public Axes table(Object rows, Object header) {
        return set(() -> Notes.table(sheet, rows, header));
    }
}
