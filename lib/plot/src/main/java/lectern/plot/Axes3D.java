package lectern.plot;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * Spatial axes: a box seen in slight perspective, with whatever is drawn in it sorted from far to near.
 *
 * <pre>{@code
 * axes3d().surface(x, y, (a, b) -> a * a - b * b, cmap("viridis"), alpha(0.8)).contour(x, y, f).view(30, -60)
 * }</pre>
 */
public final class Axes3D extends SpaceFrame {
    Axes3D(Figure figure) {
        super(figure);
    }

    @Override
    Axes3D self() {
        return this;
    }

    /**
     * A surface over a grid: places along x, places along y, heights (rows along y); or three matrices for a bent one.
     */
    public Axes3D surface(Object x, Object y, Object z, Option... options) {
        return set(() -> addSurface(grid(x, y, z), Style.of(options)));
    }

    /** The surface of a function over a grid. */
    public Axes3D surface(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return surface(x, y, Axes.evaluate(x, y, f), options);
    }

    private void addSurface(double[][][] g, Style style) {
        double[][] values = style.values == null ? g[2] : Numbers.toMatrix(style.values);
        boolean mapped = style.color == null;
        var scale = mapped
                ? ColorScale.of(
                        style,
                        Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray(),
                        "viridis")
                : null;
        int single = mapped ? 0 : Colors.parse(style.color, figure.theme.cycle());
        var net = style.edgeColor == null
                ? Pen.NONE
                : Pen.solid(
                        Colors.parse(style.edgeColor, figure.theme.cycle()),
                        style.edgeWidth == null ? 0.4 : style.edgeWidth);
        layers.add(new SurfaceSolid(g[0], g[1], g[2], values, scale, single, style.alphaOr(1), net, style.label(0)));
    }

    /** The net of lines of a surface. */
    public Axes3D wireframe(Object x, Object y, Object z, Option... options) {
        return set(() -> {
            var style = Style.of(options);
            double[][][] g = grid(x, y, z);
            int color = style.color == null ? nextColor() : style.colorOr(figure.theme, 0);
            layers.add(new SurfaceSolid(
                    g[0], g[1], g[2], g[2], null, 0, 1, Pen.solid(color, style.widthOr(0.8)), style.label(0)));
        });
    }

    /** The net of lines of a function's surface. */
    public Axes3D wireframe(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return wireframe(x, y, Axes.evaluate(x, y, f), options);
    }

    /** Level lines of a surface on the floor, or where {@code offset(value)} and {@code across("x")} say. */
    public Axes3D contour(Object x, Object y, Object z, Option... options) {
        return wall(x, y, z, false, options);
    }

    /** Level lines of a function on the floor. */
    public Axes3D contour(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return wall(x, y, Axes.evaluate(x, y, f), false, options);
    }

    /** Filled contours of a surface on the floor, or where {@code offset(value)} and {@code across("x")} say. */
    public Axes3D contourf(Object x, Object y, Object z, Option... options) {
        return wall(x, y, z, true, options);
    }

    /** Filled contours of a function on the floor. */
    public Axes3D contourf(Object x, Object y, DoubleBinaryOperator f, Option... options) {
        return wall(x, y, Axes.evaluate(x, y, f), true, options);
    }

    private Axes3D wall(Object x, Object y, Object z, boolean filled, Option... options) {
        return set(() -> {
            var style = Style.of(options);
            double[][][] g = grid(x, y, z);
            int axis = style.across == null ? 2 : "xyz".indexOf(style.across);
            if (axis < 0 || style.across != null && style.across.length() != 1) {
                throw new IllegalArgumentException(
                        "Contours lie across x, y or z, not across \"" + style.across + "\".");
            }
            double[] flat = Arrays.stream(g[axis])
                    .flatMapToDouble(Arrays::stream)
                    .filter(Double::isFinite)
                    .toArray();
            double lo = Arrays.stream(flat).min().orElse(0);
            double hi = Arrays.stream(flat).max().orElse(1);
            double[] levels = style.levels == null || style.levels instanceof Integer
                    ? Contours.levels(lo, hi, style.levels == null ? 8 : (Integer) style.levels, filled)
                    : Numbers.toDoubles(style.levels);
            if (filled && levels.length < 2) {
                throw new IllegalArgumentException(
                        "Filled contours need at least two levels but got " + levels.length + ".");
            }
            var scale = new ColorScale(
                    style.cmapOr("viridis"),
                    style.vmin == null ? levels[0] : style.vmin,
                    style.vmax == null ? levels[levels.length - 1] : style.vmax,
                    Double.NaN,
                    false,
                    null);
            layers.add(new WallSolid(
                    g,
                    axis,
                    style.offset == null ? Double.NaN : style.offset,
                    levels,
                    scale,
                    filled,
                    style.alphaOr(1),
                    style.widthOr(1.2)));
        });
    }

    /** Places and heights as three matrices of one size. */
    private static double[][][] grid(Object x, Object y, Object z) {
        double[][] h = Numbers.toMatrix(z);
        int rows = h.length;
        int cols = rows == 0 ? 0 : h[0].length;
        if (rows < 2 || cols < 2) {
            throw new IllegalArgumentException(
                    "A surface needs at least 2 x 2 heights but got " + rows + " x " + cols + ".");
        }
        return new double[][][] {spread(x, rows, cols, true), spread(y, rows, cols, false), h};
    }

    private static double[][] spread(Object data, int rows, int cols, boolean across) {
        if (Numbers.isMatrix(data)) {
            double[][] m = Numbers.toMatrix(data);
            if (m.length == rows && m[0].length == cols) {
                return m;
            }
        }
        double[] line = Numbers.toDoubles(data);
        if (line.length != (across ? cols : rows)) {
            throw new IllegalArgumentException("A surface of " + rows + " x " + cols + " heights needs "
                    + (across ? cols : rows)
                    + " places along " + (across ? "x" : "y") + " but got " + line.length + ".");
        }
        var out = new double[rows][cols];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < cols; j++) {
                out[i][j] = line[across ? j : i];
            }
        }
        return out;
    }

    /** A line through points in space. */
    public Axes3D plot(Object x, Object y, Object z, Option... options) {
        return set(() -> {
            var style = Style.of(options);
            int color = style.color == null ? nextColor() : style.colorOr(figure.theme, 0);
            var pen = style.noLine
                    ? Pen.NONE
                    : new Pen(color, style.widthOr(1.5), AxesSeries.scaled(style.dash, style.widthOr(1.5)), true);
            layers.add(new PointsSolid(
                    Numbers.toDoubles(x),
                    Numbers.toDoubles(y),
                    Numbers.toDoubles(z),
                    null,
                    pen,
                    style.marker,
                    new double[] {style.sizeOr(5)},
                    new int[] {color},
                    Pen.NONE,
                    null,
                    style.label(0),
                    false));
        });
    }

    /**
     * Marks at points in space, fainter with distance; {@code colorBy(values)} colours them, {@code sizes(areas)} sizes
     * them.
     */
    public Axes3D scatter(Object x, Object y, Object z, Option... options) {
        return set(() -> {
            var style = Style.of(options);
            double[] px = Numbers.toDoubles(x);
            ColorScale scale = null;
            int[] colors;
            if (style.values != null) {
                double[] values = Numbers.toDoubles(style.values);
                Numbers.sameLength("Colouring of points", px, values);
                var s = ColorScale.of(style, values, "viridis");
                scale = s;
                colors = Arrays.stream(values)
                        .mapToInt(v -> Colors.fade(s.color(v), style.alphaOr(1)))
                        .toArray();
            } else if (style.colors != null) {
                colors = style.colors.stream()
                        .mapToInt(c -> Colors.parse(c, figure.theme.cycle()))
                        .toArray();
            } else {
                colors = new int[] {
                    style.color == null ? Colors.fade(nextColor(), style.alphaOr(1)) : style.colorOr(figure.theme, 0)
                };
            }
            double[] sizes = style.sizes == null
                    ? new double[] {style.sizeOr(5)}
                    : Arrays.stream(Numbers.toDoubles(style.sizes))
                            .map(a -> Math.sqrt(Math.max(0, a)))
                            .toArray();
            var edge = style.edgeColor == null ? Pen.NONE : Pen.solid(style.edgeOr(figure.theme, 0), 0.6);
            layers.add(new PointsSolid(
                    px,
                    Numbers.toDoubles(y),
                    Numbers.toDoubles(z),
                    null,
                    Pen.NONE,
                    style.marker == null ? Marker.CIRCLE : style.marker,
                    sizes,
                    colors,
                    edge,
                    scale,
                    style.label(0),
                    style.alpha == null));
        });
    }

    /** Arrows (u, v, w) at points in space. */
    public Axes3D quiver(Object x, Object y, Object z, Object u, Object v, Object w, Option... options) {
        return set(() -> {
            var style = Style.of(options);
            double factor = style.scale == null ? 1 : style.scale;
            double[] px = Numbers.toDoubles(x);
            double[][] d = {Numbers.toDoubles(u), Numbers.toDoubles(v), Numbers.toDoubles(w)};
            for (double[] component : d) {
                Numbers.sameLength("Arrows in space", px, component);
                for (int i = 0; i < component.length; i++) {
                    component[i] *= factor;
                }
            }
            int color = style.color == null ? nextColor() : style.colorOr(figure.theme, 0);
            layers.add(new PointsSolid(
                    px,
                    Numbers.toDoubles(y),
                    Numbers.toDoubles(z),
                    d,
                    Pen.solid(color, style.widthOr(1.5)),
                    null,
                    new double[0],
                    new int[] {color},
                    Pen.NONE,
                    null,
                    style.label(0),
                    false));
        });
    }

    /**
     * Unit cubes where a three-dimensional array is not zero; {@code colorBy} of the same size colours them, {@code
     * alpha} thins them.
     */
    public Axes3D voxels(Object filled, Option... options) {
        return set(() -> {
            var style = Style.of(options);
            layers.add(VoxelSolid.of(filled, style, figure.theme, single(style)));
        });
    }

    /**
     * Cubes of one size around points; {@code colorBy} colours them, {@code alpha} thins them, {@code edge} draws their
     * edges.
     */
    public Axes3D cubes(Object x, Object y, Object z, double edge, Option... options) {
        if (!(edge > 0) || Double.isInfinite(edge)) {
            throw new IllegalArgumentException("The edge of cubes must be positive but is " + edge + ".");
        }
        return set(() -> {
            var style = Style.of(options);
            layers.add(PolygonSolid.cubes(
                    Numbers.toDoubles(x),
                    Numbers.toDoubles(y),
                    Numbers.toDoubles(z),
                    edge,
                    style,
                    figure.theme,
                    single(style)));
        });
    }

    private int single(Style style) {
        return style.color == null
                ? style.values == null ? nextColor() : 0
                : Colors.parse(style.color, figure.theme.cycle());
    }

    /** A filled polygon through points in space. */
    public Axes3D polygon(Object x, Object y, Object z, Option... options) {
        return set(() -> {
            var style = Style.of(options);
            layers.add(PolygonSolid.of(
                    Numbers.toDoubles(x),
                    Numbers.toDoubles(y),
                    Numbers.toDoubles(z),
                    style,
                    figure.theme,
                    single(style)));
        });
    }

    /** The plane through a point with a normal vector, as far as the axes reach. */
    public Axes3D plane(double[] point, double[] normal, Option... options) {
        return set(() -> {
            var style = Style.of(options);
            layers.add(new PlaneSolid(
                    point,
                    normal,
                    Colors.fade(single(style), style.alphaOr(0.4)),
                    PolygonSolid.rim(style, figure.theme),
                    style.label(0)));
        });
    }

    /** The plane where one coordinate ({@code "x"}, {@code "y"} or {@code "z"}) has a value. */
    public Axes3D plane(String axis, double value, Option... options) {
        int a = axis.length() == 1 ? "xyz".indexOf(axis) : -1;
        if (a < 0) {
            throw new IllegalArgumentException("A plane lies across x, y or z, not across \"" + axis + "\".");
        }
        var point = new double[3];
        var normal = new double[3];
        point[a] = value;
        normal[a] = 1;
        return plane(point, normal, options);
    }

    /** A text at a point in space. */
    public Axes3D text(double x, double y, double z, String text, Option... options) {
        var style = Style.of(options);
        int color = style.colorOr(figure.theme, figure.theme.ink());
        double size = style.fontSize == null ? 10 : style.fontSize;
        return add(new TextSolid(x, y, z, text, size, color));
    }

    /** A text that always stands in front. */
    private record TextSolid(double x, double y, double z, String text, double size, int color) implements Solid {
        @Override
        public void extent(double[] lo, double[] hi) {
            // A text does not widen the axes.
        }

        @Override
        public void build(Scene scene, Space space, Theme theme) {
            scene.text(text, space.project(x, y, z), size, color);
        }

        @Override
        public String describe() {
            return "Text \"" + Label.plain(text) + "\".";
        }
    }
}
