package lectern.plot;

import java.util.function.DoubleBinaryOperator;
import lectern.notebook.Mesh;

/**
 * The verbs that draw values over the plane: matrices as colours, levels, vector fields; each begins a new figure with one
 * panel and returns its axes.
 */
public class FieldPlots extends DrawingPlots {
    FieldPlots() {}

    /**
     * Draws the level lines of a matrix over the numbers of its columns and rows, the first row at the bottom.
     *
     * {@snippet :
     * contour(of(new double[][] {{0, 1, 2}, {1, 2, 3}, {2, 3, 4}}), levels(List.of(1, 2, 3)))
     * // → Figure. … Contour lines of 3 x 3 values at 3 levels from 1 to 3.
     * }
     *
     * @param values a matrix: rows along y, columns along x
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, {@code annotated} for the
     *     values on the lines, {@code color} or {@code cmap}, {@code width}, {@code dashed}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException for fewer than 2 x 2 values
     */
    public static Axes contour(Object values, Option... options) {
        return Plots.axes().contour(values, options);
    }

    /**
     * Draws the level lines of values over a grid.
     *
     * @param x the places of the columns, as many as there are columns
     * @param y the places of the rows, as many as there are rows
     * @param values a matrix: rows along y, columns along x
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, {@code annotated} for the
     *     values on the lines, {@code color} or {@code cmap}, {@code width}, {@code dashed}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException where the places are not as many as columns and rows
     */
    public static Axes contour(Object x, Object y, Object values, Option... options) {
        return Plots.axes().contour(x, y, values, options);
    }

    /**
     * Draws the level lines of a function of two numbers, asked at every pair of places.
     *
     * @param x the places along the horizontal axis
     * @param y the places along the vertical axis
     * @param f the function of x and y
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, {@code annotated} for the
     *     values on the lines, {@code color} or {@code cmap}, {@code width}, {@code dashed}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException for fewer than two places either way
     */
    public static Axes contour(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return Plots.axes().contour(x, y, f, options);
    }

    /**
     * Fills the bands between the levels of a matrix with colours, over the numbers of its columns and rows.
     *
     * {@snippet :
     * contourf(of(new double[][] {{0, 1}, {1, 2}}), levels(4), cmap("Blues"))
     * // → Figure. … Filled contours of 2 x 2 values at 6 levels from 0 to 2.
     * }
     *
     * @param values a matrix: rows along y, columns along x
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, two or more,
     *     {@code cmap}, {@code clim}, {@code centered}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException for fewer than 2 x 2 values
     */
    public static Axes contourf(Object values, Option... options) {
        return Plots.axes().contourf(values, options);
    }

    /**
     * Fills the bands between the levels of values over a grid with colours.
     *
     * @param x the places of the columns, as many as there are columns
     * @param y the places of the rows, as many as there are rows
     * @param values a matrix: rows along y, columns along x
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, two or more,
     *     {@code cmap}, {@code clim}, {@code centered}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException where the places are not as many as columns and rows
     */
    public static Axes contourf(Object x, Object y, Object values, Option... options) {
        return Plots.axes().contourf(x, y, values, options);
    }

    /**
     * Fills the bands between the levels of a function of two numbers, asked at every pair of places.
     *
     * @param x the places along the horizontal axis
     * @param y the places along the vertical axis
     * @param f the function of x and y
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, two or more,
     *     {@code cmap}, {@code clim}, {@code centered}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException for fewer than two places either way
     */
    public static Axes contourf(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return Plots.axes().contourf(x, y, f, options);
    }

    /**
     * Shows a matrix as cells of colour, row 0 at the top, its numbers written into the cells where {@code annotated}
     * asks for it.
     *
     * {@snippet :
     * heatmap(of(new double[][] {{1, 0.3}, {0.3, 1}}), annotated("%.1f"), clim(-1, 1))
     * // → Figure. … Field of 2 x 2 cells, values from −1 to 1. Numbers in the cells.
     * }
     *
     * @param matrix the numbers, a row each
     * @param options {@code annotated("%.2f")}, {@code cmap}, {@code clim}, {@code centered}, {@code logColors},
     *     {@code fontSize}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException for what is no matrix
     */
    public static Axes heatmap(Object matrix, Option... options) {
        return Plots.axes().heatmap(matrix, options);
    }

    /**
     * Shows a matrix as cells of colour with the names of its rows and columns at the axes.
     *
     * @param matrix the numbers, a row each
     * @param rowNames a text for each row
     * @param columnNames a text for each column
     * @param options {@code annotated("%.2f")}, {@code cmap}, {@code clim}, {@code centered}, {@code logColors},
     *     {@code fontSize}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException where names are not as many as rows or columns
     */
    public static Axes heatmap(Object matrix, Object rowNames, Object columnNames, Option... options) {
        return Plots.axes().heatmap(matrix, rowNames, columnNames, options);
    }

    /**
     * Shows a matrix or a picture as square cells of colour, row 0 at the top.
     *
     * {@snippet :
     * imshow(of(new double[][] {{0, 1}, {1, 0}}), cmap("gray"))
     * // → Figure. … Field of 2 x 2 cells, values from 0 to 1.
     * }
     *
     * @param image rows x columns of numbers, which the colour map shows, or rows x columns x 3 (red, green, blue) or x
     *     4 (and opacity)
     * @param options {@code cmap}, {@code clim}, {@code extent} (the place of the picture on the axes),
     *     {@code originLower}, {@code smooth}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException for an array whose channels come first, with the way to move them
     */
    public static Axes imshow(Object image, Option... options) {
        return Plots.axes().imshow(image, options);
    }

    /**
     * Shows values over a grid whose places need not be evenly spaced as cells of colour.
     *
     * {@snippet :
     * pcolormesh(of(0.0, 1, 10), of(0.0, 1, 2), of(new double[][] {{1, 2}, {3, 4}}))
     * // → Figure. … Field of 2 x 2 cells, values from 1 to 4.
     * }
     *
     * @param x the centres of the columns, as many as there are, or their edges, one more
     * @param y the centres of the rows, as many as there are, or their edges, one more
     * @param values a matrix: rows along y, columns along x
     * @param options {@code cmap}, {@code clim}, {@code centered}, {@code logColors}, {@code smooth}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException where the places are neither centres nor edges
     */
    public static Axes pcolormesh(Object x, Object y, Object values, Option... options) {
        return Plots.axes().pcolormesh(x, y, values, options);
    }

    /**
     * Draws an arrow (u, v) at every point.
     *
     * {@snippet :
     * quiver(of(0.0, 1), of(0.0, 0), of(1.0, 0), of(0.0, 1)) // → Figure. … Field of 2 arrows.
     * }
     *
     * @param x the places: as many as arrows, or one for each column of a grid
     * @param y the heights: as many as arrows, or one for each row of a grid
     * @param u how far each arrow points to the right
     * @param v how far each arrow points upwards
     * @param options {@code cmap} colours by length, {@code colorBy} by values; {@code perWidth(m)} makes an arrow of
     *     length m as long as the axes are wide; {@code pivotMiddle}, {@code color}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException where the four do not fit one another
     */
    public static Axes quiver(Object x, Object y, Object u, Object v, Option... options) {
        return Plots.axes().quiver(x, y, u, v, options);
    }

    /**
     * Draws lines that follow the vector field (u, v) over a grid, with arrow heads along the flow.
     *
     * {@snippet :
     * var g = grid(linspace(-1, 1, 9), linspace(-1, 1, 9));
     * streamplot(g.x(), g.y(), g.map((p, q) -> q.neg()), g.map((p, q) -> p))
     * // → Figure. Axes: x from −1.1 to 1.1, y from −1.1 to 1.1. 52 stream lines.
     * }
     *
     * @param x the places of the columns, evenly spaced
     * @param y the places of the rows, evenly spaced
     * @param u the part of the field to the right, rows x columns
     * @param v the part of the field upwards, rows x columns
     * @param options {@code lineDensity(2)} for twice as many lines, {@code cmap} colours by speed, {@code colorBy} by
     *     values; {@code color}, {@code width}
     * @return the axes, to which further calls add layers, titles and a colour bar ({@code colorbar()})
     * @throws IllegalArgumentException where u and v differ in size, or are smaller than 2 x 2
     */
    public static Axes streamplot(Object x, Object y, Object u, Object v, Option... options) {
        return Plots.axes().streamplot(x, y, u, v, options);
    }

    /**
     * Draws the level lines of values over a grid.
     *
     * {@snippet :
     * var g = grid(linspace(-2, 2, 5), linspace(-1, 1, 3));
     * contour(g, g.map((p, q) -> p.square().plus(q.square())), levels(List.of(1, 4)))
     * // → Figure. … Contour lines of 3 x 5 values at 2 levels from 1 to 4.
     * }
     *
     * @param grid the places, as {@code grid(x, y)} makes them
     * @param values a value for each point of the grid: a matrix, or a row of as many values as there are points
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, {@code annotated} for the
     *     values on the lines, {@code color} or {@code cmap}, {@code width}, {@code dashed}
     * @return the axes, to which further calls add layers, titles and a colour bar
     * @throws IllegalArgumentException where the values are not as many as the points of the grid
     */
    public static Axes contour(Mesh grid, Object values, Option... options) {
        return Plots.axes().contour(grid, values, options);
    }

    /**
     * Draws the level lines of a function of two numbers, asked at every point of a grid.
     *
     * @param grid the places, as {@code grid(x, y)} makes them
     * @param f the function of x and y
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, {@code annotated} for the
     *     values on the lines, {@code color} or {@code cmap}, {@code width}, {@code dashed}
     * @return the axes, to which further calls add layers, titles and a colour bar
     * @throws IllegalArgumentException for a grid of fewer than 2 x 2 points
     */
    public static Axes contour(Mesh grid, DoubleBinaryOperator f, Option... options) {
        return Plots.axes().contour(grid, f, options);
    }

    /**
     * Fills the bands between the levels of values over a grid with colours.
     *
     * {@snippet :
     * var g = grid(linspace(-2, 2, 5), linspace(-1, 1, 3));
     * contourf(g, g.map((p, q) -> p.times(q)), centered(0), cmap("RdBu"))
     * // → Figure. … Filled contours of 3 x 5 values at 9 levels from −2 to 2.
     * }
     *
     * @param grid the places, as {@code grid(x, y)} makes them
     * @param values a value for each point of the grid: a matrix, or a row of as many values as there are points
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, two or more,
     *     {@code cmap}, {@code clim}, {@code centered}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar
     * @throws IllegalArgumentException where the values are not as many as the points of the grid
     */
    public static Axes contourf(Mesh grid, Object values, Option... options) {
        return Plots.axes().contourf(grid, values, options);
    }

    /**
     * Fills the bands between the levels of a function of two numbers, asked at every point of a grid.
     *
     * @param grid the places, as {@code grid(x, y)} makes them
     * @param f the function of x and y
     * @param options {@code levels(n)} (about n, at round numbers) or {@code levels(values)}, two or more,
     *     {@code cmap}, {@code clim}, {@code centered}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar
     * @throws IllegalArgumentException for a grid of fewer than 2 x 2 points
     */
    public static Axes contourf(Mesh grid, DoubleBinaryOperator f, Option... options) {
        return Plots.axes().contourf(grid, f, options);
    }

    /**
     * Shows values over an evenly spaced grid as cells of colour, the first row at the bottom, with the grid's places
     * along the axes.
     *
     * {@snippet :
     * var g = grid(linspace(0, 1, 4), linspace(0, 1, 4));
     * imshow(g, g.map((p, q) -> p.plus(q)), smooth()) // → Figure. … Field of 4 x 4 cells, values from 0 to 2.
     * }
     *
     * @param grid the places, as {@code grid(x, y)} makes them
     * @param values a value for each point of the grid: a matrix, or a row of as many values as there are points
     * @param options {@code cmap}, {@code clim}, {@code centered}, {@code logColors}, {@code smooth}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar
     * @throws IllegalArgumentException for a grid whose places are not evenly spaced ({@code pcolormesh} draws such),
     *     or values that do not fit it
     */
    public static Axes imshow(Mesh grid, Object values, Option... options) {
        return Plots.axes().imshow(grid, values, options);
    }

    /**
     * Shows values over a grid whose places need not be evenly spaced as cells of colour.
     *
     * {@snippet :
     * var g = grid(logspace(-2, 0, 3), linspace(0, 1, 2));
     * pcolormesh(g, g.map((p, q) -> p.plus(q))).xscale("log")
     * // → Figure. … Field of 2 x 3 cells, values from 0.01 to 2.
     * }
     *
     * @param grid the places, as {@code grid(x, y)} makes them
     * @param values a value for each point of the grid: a matrix, or a row of as many values as there are points
     * @param options {@code cmap}, {@code clim}, {@code centered}, {@code logColors}, {@code smooth}, {@code alpha}
     * @return the axes, to which further calls add layers, titles and a colour bar
     * @throws IllegalArgumentException where the values are not as many as the points of the grid
     */
    public static Axes pcolormesh(Mesh grid, Object values, Option... options) {
        return Plots.axes().pcolormesh(grid, values, options);
    }
}
