package lectern.plot.space;

import java.util.ArrayList;
import java.util.List;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.ColorScale;
import lectern.plot.layer.Style;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;

/** Flat faces anywhere in space, each with its colour: polygons, and cubes around points. */
public final class PolygonSolid implements Solid {
    private static final int[][] SIDES = {
        {0, 1, 3, 2}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 3, 7, 6}, {0, 2, 6, 4}, {1, 3, 7, 5}
    };

    private final List<double[][]> faces;
    private final int[] colors;
    private final Pen edge;
    private final ColorScale scale;
    private final String label;
    private final String what;

    /** Faces as rows of x, y and z; a colour for each. */
    private PolygonSolid(String what, List<double[][]> faces, int[] colors, Pen edge, ColorScale scale, String label) {
        this.what = what;
        this.faces = faces;
        this.colors = colors;
        this.edge = edge;
        this.scale = scale;
        this.label = label;
    }

    /** The pen around faces, where the options ask for one. */
    public static Pen rim(Style style, Theme theme) {
        return style.fill().edgeColor() == null
                ? Pen.NONE
                : Pen.solid(
                        Colors.parse(style.fill().edgeColor(), theme.cycle()),
                        style.fill().edgeWidth() == null ? 0.5 : style.fill().edgeWidth());
    }

    /** One polygon. */
    public static PolygonSolid of(double[] x, double[] y, double[] z, Style style, Theme theme, int color) {
        Numbers.sameLength("A polygon in space (x, y)", x, y);
        Numbers.sameLength("A polygon in space (x, z)", x, z);
        if (x.length < 3) {
            throw new IllegalArgumentException("A polygon needs at least three corners but got " + x.length + ".");
        }
        return new PolygonSolid(
                "Polygon in space",
                List.<double[][]>of(new double[][] {x, y, z}),
                new int[] {Colors.fade(color, style.alphaOr(1))},
                rim(style, theme),
                null,
                style.label(0));
    }

    /** Cubes of one size around points. */
    public static PolygonSolid cubes(
            double[] x, double[] y, double[] z, double edge, Style style, Theme theme, int single) {
        Numbers.sameLength("Cubes (x, y)", x, y);
        Numbers.sameLength("Cubes (x, z)", x, z);
        double[] values = style.colouring().values() == null
                ? null
                : Numbers.toDoubles(style.colouring().values());
        if (values != null) {
            Numbers.sameLength("Colouring of cubes", x, values);
        }
        var scale = values == null ? null : ColorScale.of(style, values, "viridis");
        var faces = new ArrayList<double[][]>();
        var colors = new int[6 * x.length];
        for (int i = 0; i < x.length; i++) {
            for (int s = 0; s < 6; s++) {
                var face = new double[3][4];
                for (int c = 0; c < 4; c++) {
                    int corner = SIDES[s][c];
                    face[0][c] = x[i] + ((corner & 4) == 0 ? -0.5 : 0.5) * edge;
                    face[1][c] = y[i] + ((corner & 2) == 0 ? -0.5 : 0.5) * edge;
                    face[2][c] = z[i] + ((corner & 1) == 0 ? -0.5 : 0.5) * edge;
                }
                faces.add(face);
                int color = scale == null ? single : scale.color(values[i]);
                double light = s >= 4 ? 1 : s >= 2 ? 0.86 : 0.74;
                colors[6 * i + s] = Colors.fade(Colors.mix(0xff000000, color | 0xff000000, light), style.alphaOr(1));
            }
        }
        return new PolygonSolid(
                "Cubes around " + x.length + " points", faces, colors, rim(style, theme), scale, style.label(0));
    }

    @Override
    public void extent(double[] lo, double[] hi) {
        for (double[][] face : faces) {
            for (int a = 0; a < 3; a++) {
                Solid.widen(lo, hi, a, face[a]);
            }
        }
    }

    @Override
    public void build(Scene scene, Space space, Theme theme) {
        for (int i = 0; i < faces.size(); i++) {
            face(scene, space, faces.get(i), colors[i], edge);
        }
    }

    /** Puts one face into a scene. */
    static void face(Scene scene, Space space, double[][] corners, int color, Pen edge) {
        int n = corners[0].length;
        var px = new double[n];
        var py = new double[n];
        double near = 0;
        for (int c = 0; c < n; c++) {
            double[] p = space.project(corners[0][c], corners[1][c], corners[2][c]);
            px[c] = p[0];
            py[c] = p[1];
            near += p[2] / n;
        }
        if (Double.isFinite(near)) {
            scene.face(px, py, near, color, edge);
        }
    }

    @Override
    public ColorScale colorScale() {
        return scale;
    }

    @Override
    public Handle handle() {
        return Handle.patch(label, colors.length == 0 ? 0 : colors[0], edge, "");
    }

    @Override
    public String describe() {
        return what + (label.isEmpty() ? "." : " \"" + Label.plain(label) + "\".");
    }
}
