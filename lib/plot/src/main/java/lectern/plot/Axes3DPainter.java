package lectern.plot;

import java.util.ArrayList;
import java.util.List;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.canvas.PixelCanvas;
import lectern.plot.layer.Layer;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.space.Scene;
import lectern.plot.space.Solid;
import lectern.plot.space.Space;

/**
 * Draws spatial axes: the three walls behind, their grid, ticks along three edges, labels, and the scene between them.
 */
final class Axes3DPainter {
    private static final double RIM = 34;
    /** On the right stand the numbers of the heights, and their name beyond. */
    private static final double RIGHT = 44;

    private static final double TOP = 5;

    private final Axes3D axes;
    private final double[] lo = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    private final double[] hi = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    /** Where numbers stand; where edges meet, those of the second would cover those of the first. */
    private final List<Box> numbers = new ArrayList<>();

    Axes3DPainter(Axes3D axes) {
        this.axes = axes;
        for (Layer layer : axes.layers) {
            if (layer instanceof Solid solid) {
                solid.extent(lo, hi);
            }
        }
        for (int a = 0; a < 3; a++) {
            var bounds = new Bounds();
            bounds.x(lo[a], hi[a]);
            var view = axes.axes[a].view(bounds);
            lo[a] = view.lo();
            hi[a] = view.hi();
        }
        if (axes.equalScales) {
            equalise();
        }
    }

    /** Widens ranges until a unit is equally long on all axes, whose sides are 1, 1 and 0.75. */
    private void equalise() {
        double unit = Math.max(Math.max(hi[0] - lo[0], hi[1] - lo[1]), (hi[2] - lo[2]) / 0.75);
        for (int a = 0; a < 3; a++) {
            double range = a == 2 ? 0.75 * unit : unit;
            double middle = lo[a] / 2 + hi[a] / 2;
            lo[a] = middle - range / 2;
            hi[a] = middle + range / 2;
        }
    }

    Frame.Margins measure(double width, double height) {
        double top = axes.title.isEmpty()
                ? 0
                : 4 + Label.of(axes.title, axes.titleSize).height();
        double right = axes.colorBar == null ? 0 : ColorBar.PAD + axes.colorBar.width(0.7 * height);
        return new Frame.Margins(0, top, right, 0);
    }

    private Space space(Box box) {
        double rim = axes.off ? 4 : Math.min(RIM, box.w() / 5);
        double right = right(box);
        double foot = axes.off ? 4 : Math.min(RIM, box.h() / 5);
        return new Space(
                lo,
                hi,
                axes.elevation,
                axes.azimuth,
                new Box(
                        box.x() + rim,
                        box.y() + TOP,
                        Math.max(1, box.w() - rim - right),
                        Math.max(1, box.h() - TOP - foot)));
    }

    private double right(Box room) {
        return axes.off
                ? 4
                : axes.axes[2].title().isEmpty() ? Math.min(RIM, room.w() / 5) : Math.min(RIGHT, room.w() / 4);
    }

    /** The part of a room that the projected box fills, with its rim for ticks and labels. */
    Box fit(Box room) {
        var space = space(room);
        double rim = axes.off ? 4 : Math.min(RIM, room.w() / 5);
        double right = right(room);
        double foot = axes.off ? 4 : Math.min(RIM, room.h() / 5);
        double w = Math.min(space.width() + rim + right, room.w());
        double h = Math.min(space.height() + TOP + foot, room.h());
        return new Box(room.centerX() - w / 2, room.centerY() - h / 2, w, h);
    }

    Box paint(Canvas canvas, Box box) {
        Theme theme = axes.figure.theme;
        Box used = box;
        if (canvas != Page.NOTHING) {
            var space = space(box);
            if (!axes.off) {
                walls(canvas, space, theme, box);
            }
            var scene = new Scene(canvas);
            for (Layer layer : axes.layers) {
                if (layer instanceof Solid solid) {
                    solid.build(scene, space, theme);
                }
            }
            scene.draw();
        }
        if (!axes.title.isEmpty()) {
            var label = Label.of(axes.title, axes.titleSize);
            label.draw(canvas, box.centerX(), box.y() - 4, theme.ink(), 0.5, 1, 0);
            used = Box.union(
                    used,
                    new Box(
                            box.centerX() - label.width() / 2,
                            box.y() - 4 - label.height(),
                            label.width(),
                            label.height()));
        }
        if (axes.colorBar != null) {
            double h = 0.7 * box.h();
            used = Box.union(
                    used,
                    axes.colorBar.paint(
                            canvas,
                            new Box(box.right() + ColorBar.PAD, box.centerY() - h / 2, ColorBar.THICK, h),
                            theme));
        }
        if (axes.legend != null) {
            var handles = Legend.handles(axes.layers);
            if (!handles.isEmpty()) {
                Box place = axes.legend.locate(handles, box, List.of());
                axes.legend.paint(canvas, handles, box, place, theme);
                used = Box.union(used, place);
            }
        }
        return used;
    }

    /** The end of an axis at which its wall stands: the one farther from the viewer. */
    private double back(Space space, int axis) {
        return space.fromAbove(axis) ? lo[axis] : hi[axis];
    }

    private double front(Space space, int axis) {
        return space.fromAbove(axis) ? hi[axis] : lo[axis];
    }

    private void walls(Canvas canvas, Space space, Theme theme, Box box) {
        double[] shades = {0.06, 0.09, 0.075};
        for (int a = 0; a < 3; a++) {
            int u = (a + 1) % 3;
            int v = (a + 2) % 3;
            var x = new double[5];
            var y = new double[5];
            for (int c = 0; c < 5; c++) {
                double[] at = new double[3];
                at[a] = back(space, a);
                at[u] = c == 1 || c == 2 ? hi[u] : lo[u];
                at[v] = c == 2 || c == 3 ? hi[v] : lo[v];
                double[] p = space.project(at[0], at[1], at[2]);
                x[c] = p[0];
                y[c] = p[1];
            }
            canvas.shape(
                    PixelCanvas.line(x, y, 5),
                    Colors.mix(theme.face(), theme.ink(), shades[a]),
                    Pen.solid(theme.grid(), 0.6));
        }
        numbers.clear();
        for (int a = 0; a < 3; a++) {
            axis(canvas, space, theme, box, a);
        }
    }

    private void axis(Canvas canvas, Space space, Theme theme, Box box, int a) {
        Axis axis = axes.axes[a];
        Ticks ticks = axis.ticks(new Axis.View(lo[a], hi[a]), axis.tickPlaces == null ? a == 2 ? 170 : 200 : 1000);
        int u = a == 0 ? 1 : 0;
        int v = a == 2 ? 1 : 2;
        double[] foot = new double[3];
        foot[u] = a == 2 ? 0 : front(space, u);
        foot[v] = back(space, v);
        if (a == 2) {
            edgeForHeights(space, foot);
        }
        double[] from = end(space, foot, a, lo[a]);
        double[] to = end(space, foot, a, hi[a]);
        double[] center = space.project((lo[0] + hi[0]) / 2, (lo[1] + hi[1]) / 2, (lo[2] + hi[2]) / 2);
        double dx = to[0] - from[0];
        double dy = to[1] - from[1];
        double length = Math.max(Math.hypot(dx, dy), 1e-9);
        double nx = -dy / length;
        double ny = dx / length;
        if (nx * ((from[0] + to[0]) / 2 - center[0]) + ny * ((from[1] + to[1]) / 2 - center[1]) < 0) {
            nx = -nx;
            ny = -ny;
        }
        grid(canvas, space, theme, a, ticks);
        canvas.polyline(new double[] {from[0], to[0]}, new double[] {from[1], to[1]}, 2, Pen.solid(theme.ink(), 0.8));
        double widest = 0;
        for (int i = 0; i < ticks.major().length; i++) {
            double[] p = end(space, foot, a, ticks.major()[i]);
            if (length < 20 || Double.isNaN(p[0])) {
                continue;
            }
            canvas.polyline(
                    new double[] {p[0] - 1.5 * nx, p[0] + 3 * nx},
                    new double[] {p[1] - 1.5 * ny, p[1] + 3 * ny},
                    2,
                    Pen.solid(theme.ink(), 0.8));
            var label = Label.of(ticks.labels()[i], 9);
            double reach = 6 + Math.abs(nx) * label.width() / 2 + Math.abs(ny) * 4.5;
            widest = Math.max(widest, Math.abs(nx) * label.width() + Math.abs(ny) * 9);
            Box place = new Box(p[0] + reach * nx - label.width() / 2, p[1] + reach * ny - 4, label.width(), 8);
            if (numbers.stream().noneMatch(place.grow(1)::meets)) {
                numbers.add(place);
                label.draw(canvas, place.centerX(), place.centerY(), theme.ink(), 0.5, 0.5, 0);
            }
        }
        String name =
                axis.title() + (ticks.offset().isEmpty() ? "" : (axis.title().isEmpty() ? "" : "  ") + ticks.offset());
        if (!name.isEmpty() && length >= 20) {
            double angle = -Math.toDegrees(Math.atan2(dy, dx));
            angle = angle > 90.5 ? angle - 180 : angle < -89.5 ? angle + 180 : angle;
            double reach = 15 + widest;
            double px = Math.clamp((from[0] + to[0]) / 2 + reach * nx, box.x() + 5, box.right() - 5);
            double py = Math.clamp((from[1] + to[1]) / 2 + reach * ny, box.y() + 5, box.bottom() - 5);
            Label.of(name, 10).draw(canvas, px, py, theme.ink(), 0.5, 0.5, angle);
        }
    }

    /** Heights are written along the upright edge that is farthest to the right. */
    private void edgeForHeights(Space space, double[] foot) {
        double[] one = space.project(front(space, 0), back(space, 1), lo[2]);
        double[] two = space.project(back(space, 0), front(space, 1), lo[2]);
        boolean first = one[0] > two[0];
        foot[0] = first ? front(space, 0) : back(space, 0);
        foot[1] = first ? back(space, 1) : front(space, 1);
    }

    private static double[] end(Space space, double[] foot, int a, double value) {
        double[] at = foot.clone();
        at[a] = value;
        return space.project(at[0], at[1], at[2]);
    }

    private void grid(Canvas canvas, Space space, Theme theme, int a, Ticks ticks) {
        int n = ticks.major().length;
        var x = new double[4 * n];
        var y = new double[4 * n];
        int u = (a + 1) % 3;
        int v = (a + 2) % 3;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < 3; k++) {
                double[] at = new double[3];
                at[a] = ticks.major()[i];
                at[u] = k == 0 ? front(space, u) : back(space, u);
                at[v] = k == 2 ? front(space, v) : back(space, v);
                double[] p = space.project(at[0], at[1], at[2]);
                x[4 * i + k] = p[0];
                y[4 * i + k] = p[1];
            }
            x[4 * i + 3] = Double.NaN;
            y[4 * i + 3] = Double.NaN;
        }
        canvas.polyline(x, y, x.length, Pen.solid(theme.grid(), 0.6));
    }

    String describe() {
        var text = new StringBuilder(axes.title.isEmpty() ? "Spatial axes" : "\"" + Label.plain(axes.title) + "\"");
        String[] names = {"x", "y", "z"};
        for (int a = 0; a < 3; a++) {
            String label = axes.axes[a].title();
            text.append(a == 0 ? ": " : ", ")
                    .append(names[a])
                    .append(label.isEmpty() ? "" : " = " + Label.plain(label))
                    .append(" from ")
                    .append(Ticks.plain(lo[a]))
                    .append(" to ")
                    .append(Ticks.plain(hi[a]));
        }
        text.append('.');
        for (int i = 0; i < Math.min(8, axes.layers.size()); i++) {
            text.append(' ').append(axes.layers.get(i).describe());
        }
        return text.toString();
    }
}
