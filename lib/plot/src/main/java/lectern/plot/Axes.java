package lectern.plot;

import java.util.function.DoubleBinaryOperator;
import lectern.plot.chart.BoxPlots;
import lectern.plot.chart.Levels;
import lectern.plot.chart.Lines;
import lectern.plot.chart.Notes;
import lectern.plot.chart.VectorField;
import lectern.plot.layer.Verb;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Grids;

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
