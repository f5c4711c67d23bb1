package lectern.plot.space;

import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.Style;
import lectern.plot.scale.Grids;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;

/** Unit cubes of a three-dimensional array; faces between two filled cubes are left out. */
public final class VoxelSolid implements Solid {
    private static final int[][] SIDES = {{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}, {0, 0, 1}, {0, 0, -1}};

    private final int[] shape;
    private final int[] colors;
    private final Pen edge;
    private final ColorScale scale;

    /** A colour for every cube, transparent for empty ones, the last index fastest. */
    VoxelSolid(int[] shape, int[] colors, Pen edge, ColorScale scale) {
        this.shape = shape;
        this.colors = colors;
        this.edge = edge;
        this.scale = scale;
    }

    /** Cubes of an array with three dimensions, empty where it is zero, in one colour or coloured by values. */
    public static VoxelSolid of(Object filled, Style style, Theme theme, int single) {
        int[] shape = Grids.shape(filled);
        if (shape.length != 3) {
            throw new IllegalArgumentException(
                    "Cubes need an array with three dimensions but got " + shape.length + ".");
        }
        double[] cells = Numbers.toDoubles(filled);
        double[] values = style.colouring().values() == null
                ? null
                : Numbers.toDoubles(style.colouring().values());
        if (values != null) {
            Numbers.sameLength("Colouring of cubes", cells, values);
        }
        var scale = values == null ? null : ColorScale.of(style, values, "viridis");
        var colors = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            colors[i] = cells[i] == 0 || Double.isNaN(cells[i])
                    ? 0
                    : Colors.fade(scale == null ? single : scale.color(values[i]), style.alphaOr(1));
        }
        return new VoxelSolid(shape, colors, PolygonSolid.rim(style, theme), scale);
    }

    @Override
    public void extent(double[] lo, double[] hi) {
        for (int a = 0; a < 3; a++) {
            Solid.widen(lo, hi, a, 0, shape[a]);
        }
    }

    private int color(int i, int j, int k) {
        boolean inside = i >= 0 && j >= 0 && k >= 0 && i < shape[0] && j < shape[1] && k < shape[2];
        return inside ? colors[(i * shape[1] + j) * shape[2] + k] : 0;
    }

    @Override
    public void build(Scene scene, Space space, Theme theme) {
        for (int i = 0; i < shape[0]; i++) {
            for (int j = 0; j < shape[1]; j++) {
                for (int k = 0; k < shape[2]; k++) {
                    int color = color(i, j, k);
                    for (int[] side : SIDES) {
                        if (color >>> 24 != 0 && color(i + side[0], j + side[1], k + side[2]) >>> 24 == 0) {
                            face(scene, space, new int[] {i, j, k}, side, color);
                        }
                    }
                }
            }
        }
    }

    private void face(Scene scene, Space space, int[] cell, int[] side, int color) {
        int normal = side[0] != 0 ? 0 : side[1] != 0 ? 1 : 2;
        int u = (normal + 1) % 3;
        int v = (normal + 2) % 3;
        var x = new double[4];
        var y = new double[4];
        double near = 0;
        for (int c = 0; c < 4; c++) {
            var at = new double[3];
            at[normal] = cell[normal] + (side[normal] > 0 ? 1 : 0);
            at[u] = cell[u] + (c == 1 || c == 2 ? 1 : 0);
            at[v] = cell[v] + (c >= 2 ? 1 : 0);
            double[] p = space.project(at[0], at[1], at[2]);
            x[c] = p[0];
            y[c] = p[1];
            near += p[2] / 4;
        }
        double light = normal == 2 ? 1 : normal == 1 ? 0.82 : 0.68;
        scene.face(
                x,
                y,
                near,
                Colors.fade(Colors.mix(0xff000000, color | 0xff000000, light), (color >>> 24) / 255.0),
                edge);
    }

    @Override
    public ColorScale colorScale() {
        return scale;
    }

    @Override
    public String describe() {
        return "Cubes in a grid of " + shape[0] + " x " + shape[1] + " x " + shape[2] + ".";
    }
}
