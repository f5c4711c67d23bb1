package lectern.plot.space;

import java.util.Arrays;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.Contours;
import lectern.plot.layer.Style;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;

/** Makes things in space from the data and options of one call; series take the colours of the theme in turn. */
public final class Solids {
    private final Theme theme;
    private int colors;

    /** Makes things in the colours of a theme. */
    public Solids(Theme theme) {
        this.theme = theme;
    }

    private int next() {
        return theme.color(colors++);
    }

    private int single(Style style) {
        return style.color() == null
                ? style.colouring().values() == null ? next() : 0
                : Colors.parse(style.color(), theme.cycle());
    }

    /** A surface over a grid, in one colour or coloured by heights or values. */
    public Solid surface(Object x, Object y, Object z, Style style) {
        double[][][] g = grid(x, y, z);
        double[][] values = style.colouring().values() == null
                ? g[2]
                : Numbers.toMatrix(style.colouring().values());
        boolean mapped = style.color() == null;
        var scale = mapped
                ? ColorScale.of(
                        style,
                        Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray(),
                        "viridis")
                : null;
        int single = mapped ? 0 : Colors.parse(style.color(), theme.cycle());
        var net = style.fill().edgeColor() == null
                ? Pen.NONE
                : Pen.solid(
                        Colors.parse(style.fill().edgeColor(), theme.cycle()),
                        style.fill().edgeWidth() == null ? 0.4 : style.fill().edgeWidth());
        return new SurfaceSolid(g[0], g[1], g[2], values, scale, single, style.alphaOr(1), net, style.label(0));
    }

    /** The net of lines of a surface. */
    public Solid wireframe(Object x, Object y, Object z, Style style) {
        double[][][] g = grid(x, y, z);
        int color = style.color() == null ? next() : style.colorOr(theme, 0);
        return new SurfaceSolid(
                g[0], g[1], g[2], g[2], null, 0, 1, Pen.solid(color, style.widthOr(0.8)), style.label(0));
    }

    /** Contours of a surface on one of the walls, or elsewhere across an axis. */
    public Solid wall(Object x, Object y, Object z, boolean filled, Style style) {
        double[][][] g = grid(x, y, z);
        int axis = style.contour().across() == null
                ? 2
                : "xyz".indexOf(style.contour().across());
        if (axis < 0
                || style.contour().across() != null && style.contour().across().length() != 1) {
            throw new IllegalArgumentException("Contours lie across x, y or z, not across \""
                    + style.contour().across() + "\".");
        }
        double[] flat = Arrays.stream(g[axis])
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        double lo = Arrays.stream(flat).min().orElse(0);
        double hi = Arrays.stream(flat).max().orElse(1);
        double[] levels = style.contour().levels() == null || style.contour().levels() instanceof Integer
                ? Contours.levels(
                        lo,
                        hi,
                        style.contour().levels() == null
                                ? 8
                                : (Integer) style.contour().levels(),
                        filled)
                : Numbers.toDoubles(style.contour().levels());
        if (filled && levels.length < 2) {
            throw new IllegalArgumentException(
                    "Filled contours need at least two levels but got " + levels.length + ".");
        }
        var scale = new ColorScale(
                style.cmapOr("viridis"),
                style.colouring().lo() == null ? levels[0] : style.colouring().lo(),
                style.colouring().hi() == null
                        ? levels[levels.length - 1]
                        : style.colouring().hi(),
                Double.NaN,
                false,
                null);
        return new WallSolid(
                g,
                axis,
                style.contour().offset() == null ? Double.NaN : style.contour().offset(),
                levels,
                scale,
                filled,
                style.alphaOr(1),
                style.widthOr(1.2));
    }

    /** A line through points. */
    public Solid plot(Object x, Object y, Object z, Style style) {
        int color = style.color() == null ? next() : style.colorOr(theme, 0);
        var pen = style.stroke().none()
                ? Pen.NONE
                : new Pen(color, style.widthOr(1.5), Pen.dashes(style.stroke().dash(), style.widthOr(1.5)), true);
        return new PointsSolid(
                Numbers.toDoubles(x),
                Numbers.toDoubles(y),
                Numbers.toDoubles(z),
                null,
                pen,
                style.marks().marker(),
                new double[] {style.sizeOr(5)},
                new int[] {color},
                Pen.NONE,
                null,
                style.label(0),
                false);
    }

    /** Marks at points, fainter with distance. */
    public Solid scatter(Object x, Object y, Object z, Style style) {
        double[] px = Numbers.toDoubles(x);
        ColorScale scale = null;
        int[] colors;
        if (style.colouring().values() != null) {
            double[] values = Numbers.toDoubles(style.colouring().values());
            Numbers.sameLength("Colouring of points", px, values);
            var s = ColorScale.of(style, values, "viridis");
            scale = s;
            colors = Arrays.stream(values)
                    .mapToInt(v -> Colors.fade(s.color(v), style.alphaOr(1)))
                    .toArray();
        } else if (style.colouring().names() != null) {
            colors = style.colouring().names().stream()
                    .mapToInt(c -> Colors.parse(c, theme.cycle()))
                    .toArray();
        } else {
            colors =
                    new int[] {style.color() == null ? Colors.fade(next(), style.alphaOr(1)) : style.colorOr(theme, 0)};
        }
        double[] sizes = style.marks().areas() == null
                ? new double[] {style.sizeOr(5)}
                : Arrays.stream(Numbers.toDoubles(style.marks().areas()))
                        .map(a -> Math.sqrt(Math.max(0, a)))
                        .toArray();
        var edge = style.fill().edgeColor() == null ? Pen.NONE : Pen.solid(style.edgeOr(theme, 0), 0.6);
        return new PointsSolid(
                px,
                Numbers.toDoubles(y),
                Numbers.toDoubles(z),
                null,
                Pen.NONE,
                style.marks().marker() == null ? Marker.CIRCLE : style.marks().marker(),
                sizes,
                colors,
                edge,
                scale,
                style.label(0),
                style.alpha() == null);
    }

    /** Arrows at points. */
    public Solid quiver(Object x, Object y, Object z, Object u, Object v, Object w, Style style) {
        double factor = style.arrows().lengths() == null ? 1 : style.arrows().lengths();
        double[] px = Numbers.toDoubles(x);
        double[][] d = {Numbers.toDoubles(u), Numbers.toDoubles(v), Numbers.toDoubles(w)};
        for (double[] component : d) {
            Numbers.sameLength("Arrows in space", px, component);
            for (int i = 0; i < component.length; i++) {
                component[i] *= factor;
            }
        }
        int color = style.color() == null ? next() : style.colorOr(theme, 0);
        return new PointsSolid(
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
                false);
    }

    /** Unit cubes where an array is not zero. */
    public Solid voxels(Object filled, Style style) {
        return VoxelSolid.of(filled, style, theme, single(style));
    }

    /** Cubes of one size around points. */
    public Solid cubes(Object x, Object y, Object z, double edge, Style style) {
        if (!(edge > 0) || Double.isInfinite(edge)) {
            throw new IllegalArgumentException("The edge of cubes must be positive but is " + edge + ".");
        }

        return PolygonSolid.cubes(
                Numbers.toDoubles(x), Numbers.toDoubles(y), Numbers.toDoubles(z), edge, style, theme, single(style));
    }

    /** A filled polygon. */
    public Solid polygon(Object x, Object y, Object z, Style style) {
        return PolygonSolid.of(
                Numbers.toDoubles(x), Numbers.toDoubles(y), Numbers.toDoubles(z), style, theme, single(style));
    }

    /** The plane through a point with a normal vector. */
    public Solid plane(double[] point, double[] normal, Style style) {
        return new PlaneSolid(
                point,
                normal,
                Colors.fade(single(style), style.alphaOr(0.4)),
                PolygonSolid.rim(style, theme),
                style.label(0));
    }

    /** A text at a point. */
    public Solid text(double x, double y, double z, String text, Style style) {
        double size = style.words().size() == null ? 10 : style.words().size();
        return new TextSolid(x, y, z, text, size, style.colorOr(theme, theme.ink()));
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
