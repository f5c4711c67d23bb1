package lectern.plot;

import java.util.function.DoubleBinaryOperator;
import lectern.notebook.Mesh;

/** The verbs of spatial figures; each begins a new figure with one panel and returns its axes. */
public class SpacePlots extends Options {
    SpacePlots() {}

    /**
     * Makes a new figure with one panel and answers its spatial axes, for what begins with no surface:
     * {@code axes3d().plane("z", 0)}.
     *
     * {@snippet :
     * axes3d().text(0, 0, 0, "origin") // → Figure. … Text "origin".
     * }
     *
     * @return the empty spatial axes
     */
    public static Axes3D axes3d() {
        return Plots.figure().at3d(0);
    }

    /**
     * Draws a surface over a grid.
     *
     * {@snippet :
     * surface(of(0.0, 1), of(0.0, 1), of(new double[][] {{0, 1}, {1, 2}})) // → Figure. … Surface over 2 x 2 points.
     * }
     *
     * @param x the places of the columns, or a matrix for a surface that bends over itself
     * @param y the places of the rows, or a matrix
     * @param z the heights, rows along y and columns along x
     * @param options {@code cmap}, {@code color}, {@code colorBy} (other values than the heights), {@code edge},
     *     {@code alpha}, {@code label}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException for fewer than 2 x 2 heights, or places that are not as many as columns and rows
     */
    public static Axes3D surface(Object x, Object y, Object z, Option... options) {
        return axes3d().surface(x, y, z, options);
    }

    /**
     * Draws the surface of a function of two numbers, asked at every pair of places.
     *
     * @param x the places along x
     * @param y the places along y
     * @param f the function of x and y
     * @param options {@code cmap}, {@code color}, {@code colorBy} (other values than the heights), {@code edge},
     *     {@code alpha}, {@code label}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException for fewer than two places either way
     */
    public static Axes3D surface(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return axes3d().surface(x, y, f, options);
    }

    /**
     * Draws the net of lines of a surface, through which one sees what lies behind.
     *
     * {@snippet :
     * wireframe(linspace(-1, 1, 5), linspace(-1, 1, 5), (p, q) -> p * q) // → Figure. … Surface over 5 x 5 points.
     * }
     *
     * @param x the places of the columns, or a matrix
     * @param y the places of the rows, or a matrix
     * @param z the heights, rows along y and columns along x
     * @param options {@code color}, {@code width}, {@code alpha}, {@code label}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException for fewer than 2 x 2 heights, or places that are not as many as columns and rows
     */
    public static Axes3D wireframe(Object x, Object y, Object z, Option... options) {
        return axes3d().wireframe(x, y, z, options);
    }

    /**
     * Draws the net of lines of a function's surface, asked at every pair of places.
     *
     * @param x the places along x
     * @param y the places along y
     * @param f the function of x and y
     * @param options {@code color}, {@code width}, {@code alpha}, {@code label}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException for fewer than two places either way
     */
    public static Axes3D wireframe(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return axes3d().wireframe(x, y, f, options);
    }

    /**
     * Draws a line through points in space.
     *
     * {@snippet :
     * var t = linspace(0, 12, 100);
     * plot3d(t.cos(), t.sin(), t) // → Figure. … Line through 100 points in space.
     * }
     *
     * @param x the places along x
     * @param y the places along y
     * @param z the heights, as many as the others
     * @param options {@code color}, {@code width}, {@code dashed}, {@code marker}, {@code size}, {@code noLine},
     *     {@code label}, {@code alpha}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException where the three differ in length
     */
    public static Axes3D plot3d(Object x, Object y, Object z, Option... options) {
        return axes3d().plot(x, y, z, options);
    }

    /**
     * Draws marks at points in space, fainter with distance.
     *
     * {@snippet :
     * scatter3d(of(0.0, 1), of(0.0, 1), of(0.0, 1)) // → Figure. … Scatter of 2 points in space.
     * }
     *
     * @param x the places along x
     * @param y the places along y
     * @param z the heights, as many as the others
     * @param options {@code colorBy} (values or classes, one each) with {@code cmap}, {@code sizes}, {@code size},
     *     {@code marker}, {@code color}, {@code edge}, {@code label}, {@code alpha}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException where the three differ in length
     */
    public static Axes3D scatter3d(Object x, Object y, Object z, Option... options) {
        return axes3d().scatter(x, y, z, options);
    }

    /**
     * Draws a unit cube wherever an array with three axes is not zero.
     *
     * {@snippet :
     * voxels(ones(2, 2, 1)) // → Figure. … Cubes in a grid of 2 x 2 x 1.
     * }
     *
     * @param filled shape (x, y, z); numbers or truth values
     * @param options {@code colorBy} (values of the same shape) with {@code cmap}, {@code color}, {@code edge},
     *     {@code alpha}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException for an array of another number of axes
     */
    public static Axes3D voxels(Object filled, Option... options) {
        return axes3d().voxels(filled, options);
    }

    /**
     * Draws cubes of one size around points in space.
     *
     * {@snippet :
     * cubes(of(0.0, 2), of(0.0, 2), of(0.0, 2), 1) // → Figure. … Cubes around 2 points.
     * }
     *
     * @param x the places along x
     * @param y the places along y
     * @param z the heights, as many as the others
     * @param edge the length of their edges, positive
     * @param options {@code colorBy} with {@code cmap}, {@code color}, {@code edge} (the colour of their rims),
     *     {@code label}, {@code alpha}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException for an edge that is not positive, or where the three differ in length
     */
    public static Axes3D cubes(Object x, Object y, Object z, double edge, Option... options) {
        return axes3d().cubes(x, y, z, edge, options);
    }

    /**
     * Draws an arrow (u, v, w) at every point of space.
     *
     * {@snippet :
     * quiver3d(of(0.0), of(0.0), of(0.0), of(1.0), of(1.0), of(1.0)) // → Figure. … Arrows at 1 points in space.
     * }
     *
     * @param x the places along x
     * @param y the places along y
     * @param z the heights, as many as the others
     * @param u how far each arrow points along x
     * @param v how far each arrow points along y
     * @param w how far each arrow points upwards
     * @param options {@code lengths(factor)} makes all arrows so many times as long; {@code color}, {@code width},
     *     {@code label}, {@code alpha}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException where the six differ in length
     */
    public static Axes3D quiver3d(Object x, Object y, Object z, Object u, Object v, Object w, Option... options) {
        return axes3d().quiver(x, y, z, u, v, w, options);
    }

    /**
     * Draws the level lines of a function of two numbers on the floor of the box.
     *
     * {@snippet :
     * contour3d(linspace(-1, 1, 9), linspace(-1, 1, 9), (p, q) -> p * p + q * q)
     * // → Figure. … Contours at 7 levels on a wall.
     * }
     *
     * @param x the places along x
     * @param y the places along y
     * @param f the function of x and y
     * @param options {@code levels}, {@code cmap}, {@code offset(value)} and {@code across("x")} for another plane,
     *     {@code width}, {@code alpha}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException for fewer than two places either way, or for another axis than x, y and z
     */
    public static Axes3D contour3d(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return axes3d().contour(x, y, f, options);
    }

    /**
     * Draws the level lines of a surface on the floor of the box.
     *
     * @param x the places of the columns
     * @param y the places of the rows
     * @param z the heights, rows along y and columns along x
     * @param options {@code levels}, {@code cmap}, {@code offset(value)} and {@code across("x")} for another plane,
     *     {@code width}, {@code alpha}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException for fewer than 2 x 2 heights, or for another axis than x, y and z
     */
    public static Axes3D contour3d(Object x, Object y, Object z, Option... options) {
        return axes3d().contour(x, y, z, options);
    }

    /**
     * Draws a filled polygon through corners in space; the last is joined to the first.
     *
     * {@snippet :
     * polygon3d(of(0.0, 1, 0), of(0.0, 0, 1), of(0.0, 0, 1), alpha(0.5)) // → Figure. … Polygon in space.
     * }
     *
     * @param x the places along x
     * @param y the places along y
     * @param z the heights, as many as the others
     * @param options {@code color}, {@code edge}, {@code label}, {@code alpha}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns and to which further calls add layers
     * @throws IllegalArgumentException where the three differ in length
     */
    public static Axes3D polygon3d(Object x, Object y, Object z, Option... options) {
        return axes3d().polygon(x, y, z, options);
    }

    /**
     * Draws the surface of heights over a grid, in space.
     *
     * {@snippet :
     * var g = grid(linspace(-1, 1, 3), linspace(-1, 1, 3));
     * surface(g, g.map((p, q) -> p.times(q)), cmap("viridis")) // → Figure. … Surface over 3 x 3 points.
     * }
     *
     * @param grid the places, as {@code grid(x, y)} makes them
     * @param z a height for each point of the grid: a matrix, or a row of as many values as there are points
     * @param options {@code cmap}, {@code color}, {@code colorBy} (other values than the heights), {@code alpha},
     *     {@code edge}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns
     * @throws IllegalArgumentException where the heights are not as many as the points of the grid
     */
    public static Axes3D surface(Mesh grid, Object z, Option... options) {
        return axes3d().surface(grid, z, options);
    }

    /**
     * Draws the surface of a function of two numbers, asked at every point of a grid, in space.
     *
     * @param grid the places, as {@code grid(x, y)} makes them
     * @param f the function of x and y
     * @param options {@code cmap}, {@code color}, {@code colorBy} (other values than the heights), {@code alpha},
     *     {@code edge}
     * @return the spatial axes, which {@code view(elevation, azimuth)} turns
     * @throws IllegalArgumentException for a grid of fewer than 2 x 2 points
     */
    public static Axes3D surface(Mesh grid, DoubleBinaryOperator f, Option... options) {
        return axes3d().surface(grid, f, options);
    }
}
