package lectern.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.Layer;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/**
 * Measures and draws flat axes: face, grid, layers by their order, ticks, spines, title, legend, colour bars, twins,
 * insets.
 */
final class AxesPainter {
    private static final double GRID_ORDER = 1.5;
    private static final double TITLE_PAD = 6;

    private final AxesFrame axes;
    private final AxesView view;

    AxesPainter(AxesFrame axes) {
        this.axes = axes;
        this.view = new AxesView(axes);
    }

    /** The box for equal scales: as large as the room allows, in its middle. */
    Box fit(Box room) {
        return view.fit(room);
    }

    Frame.Margins measure(double width, double height) {
        Box box = new Box(0, 0, width, height);
        Transform t = view.transform(box);
        double left = 0;
        double right = 0;
        double top = 0;
        double bottom = 0;
        if (!axes.sheet.isOff()) {
            Ticks tx = view.xTicks(width);
            Ticks ty = view.yTicks(height);
            double across = AxisPainter.thickness(axes.x, tx, width);
            double along = AxisPainter.thickness(axes.y, ty, height);
            bottom = axes.x.far ? 0 : across;
            top = axes.x.far ? across : 0;
            left = axes.y.far ? 0 : along;
            right = axes.y.far ? along : 0;
            left = Math.max(left, AxisPainter.overhang(axes.x, tx, t::x, box, false));
            right = Math.max(right, AxisPainter.overhang(axes.x, tx, t::x, box, true));
            top = Math.max(top, AxisPainter.overhang(axes.y, ty, t::y, box, true));
            bottom = Math.max(bottom, AxisPainter.overhang(axes.y, ty, t::y, box, false));
            if (!ty.offset().isEmpty()) {
                top = Math.max(top, 14);
            }
        }
        for (Axes twin : axes.twins) {
            var m = new AxesPainter(twin).measure(width, height);
            right = Math.max(right, m.right());
            top = Math.max(top, m.top());
        }
        if (axes.twinOf == null && !axes.title.isEmpty()) {
            top += TITLE_PAD + titleLabel(width).height();
        }
        for (ColorBar bar : axes.colorBars) {
            right += ColorBar.PAD + bar.width(height);
        }
        if (axes.legend != null) {
            right += axes.legend.beside(handles(), width, height);
        }
        return new Frame.Margins(left, top, right, bottom);
    }

    /** A title too wide for its box is written smaller. */
    private Label titleLabel(double width) {
        return Label.fitted(axes.title, axes.titleSize, width + 30, 8);
    }

    private List<Layer.Handle> handles() {
        var handles = Legend.handles(axes.layers);
        for (Axes twin : axes.twins) {
            if (twin.legend == null) {
                handles.addAll(Legend.handles(twin.layers));
            }
        }
        if (handles.isEmpty() && axes.legend != null) {
            handles.add(Layer.Handle.line("nothing here has a label", Pen.NONE));
        }
        return handles;
    }

    /** Draws everything; returns what it covers. */
    Box paint(Canvas canvas, Box box) {
        Theme theme = axes.figure.theme;
        boolean real = canvas != Page.NOTHING;
        Transform t = view.transform(box);
        Ticks tx = view.xTicks(box.w());
        Ticks ty = view.yTicks(box.h());
        if (axes.twinOf == null && !axes.sheet.isOff()) {
            int face = axes.face == null ? theme.face() : axes.face;
            if (face != theme.page()) {
                canvas.rect(box.x(), box.y(), box.w(), box.h(), face, Pen.NONE);
            }
        }
        if (real) {
            layers(canvas, t, theme, tx, ty);
            if (!view.unseen().isEmpty()) {
                var size = Math.clamp(box.w() / 28, 5, 11);
                Label.of(view.unseen(), size).draw(canvas, box.centerX(), box.centerY(), theme.ink(), 0.5, 0.5, 0);
            }
        }
        Box used = box;
        for (Layer layer : axes.layers) {
            used = Box.union(used, layer.covers(t));
        }
        if (!axes.sheet.isOff()) {
            if (axes.twinOf == null) {
                spines(canvas, box, theme);
            }
            if (!(axes.twinOf != null && axes.twinSharesX)) {
                used = Box.union(used, AxisPainter.paint(canvas, axes.x, tx, t::x, box, theme.ink()));
            }
            if (!(axes.twinOf != null && !axes.twinSharesX)) {
                used = Box.union(used, AxisPainter.paint(canvas, axes.y, ty, t::y, box, theme.ink()));
            }
        }
        double right = used.right();
        for (Axes twin : axes.twins) {
            Box covered = new AxesPainter(twin).paint(canvas, box);
            used = Box.union(used, covered);
            right = Math.max(right, covered.right());
        }
        for (ColorBar bar : axes.colorBars) {
            Box covered = bar.paint(
                    canvas,
                    new Box(Math.max(right, box.right()) + ColorBar.PAD, box.y(), ColorBar.THICK, box.h()),
                    theme);
            used = Box.union(used, covered);
            right = covered.right();
        }
        for (AxesFrame.Inset inset : axes.insets) {
            used = Box.union(used, inset(canvas, inset, box, real, theme));
        }
        used = Box.union(used, title(canvas, box, used, theme));
        if (axes.legend != null) {
            used = Box.union(used, legend(canvas, t, theme));
        }
        return used;
    }

    private Box inset(Canvas canvas, AxesFrame.Inset inset, Box box, boolean real, Theme theme) {
        Box inner = new Box(
                box.x() + inset.x() * box.w(),
                box.bottom() - (inset.y() + inset.h()) * box.h(),
                inset.w() * box.w(),
                inset.h() * box.h());
        var painter = new AxesPainter(inset.axes());
        if (real && !inset.axes().sheet.isOff()) {
            // Numbers of the inset stay legible where they stand on what the host draws.
            Box around = painter.paint(Page.NOTHING, painter.fit(inner));
            canvas.rect(around.x(), around.y(), around.w(), around.h(), Colors.fade(theme.face(), 0.8), Pen.NONE);
            canvas.rect(inner.x(), inner.y(), inner.w(), inner.h(), theme.face(), Pen.NONE);
        }
        return painter.paint(canvas, painter.fit(inner));
    }

    private Box title(Canvas canvas, Box box, Box used, Theme theme) {
        if (axes.twinOf != null || axes.title.isEmpty()) {
            return box;
        }
        var label = titleLabel(box.w());
        double foot = Math.min(used.y(), box.y()) - (used.y() < box.y() - 8 ? 2 : TITLE_PAD);
        label.draw(canvas, box.centerX(), foot, theme.ink(), 0.5, 1, 0);
        return new Box(box.centerX() - label.width() / 2, foot - label.height(), label.width(), label.height());
    }

    private void layers(Canvas canvas, Transform t, Theme theme, Ticks tx, Ticks ty) {
        var ordered = new ArrayList<>(axes.layers);
        ordered.sort(Comparator.comparingDouble(Layer::zorder));
        boolean gridDone = false;
        boolean clipping = false;
        for (Layer layer : ordered) {
            if (!gridDone && layer.zorder() >= GRID_ORDER) {
                clipping = close(canvas, clipping);
                grid(canvas, t, theme, tx, ty);
                gridDone = true;
            }
            if (layer.clipped() && !clipping) {
                canvas.push(t.box().rectangle());
                clipping = true;
            } else if (!layer.clipped()) {
                clipping = close(canvas, clipping);
            }
            layer.paint(canvas, t, theme);
        }
        close(canvas, clipping);
        if (!gridDone) {
            grid(canvas, t, theme, tx, ty);
        }
    }

    private static boolean close(Canvas canvas, boolean open) {
        if (open) {
            canvas.pop();
        }
        return false;
    }

    private void grid(Canvas canvas, Transform t, Theme theme, Ticks tx, Ticks ty) {
        Box box = t.box();
        var pen = Pen.solid(theme.grid(), 0.8);
        var fine = Pen.solid(Colors.fade(theme.grid(), 0.5), 0.5);
        if (axes.x.minorGrid) {
            rules(canvas, tx.minor(), t::x, box, true, fine);
            rules(canvas, ty.minor(), t::y, box, false, fine);
        }
        if (axes.x.grid) {
            rules(canvas, tx.major(), t::x, box, true, pen);
        }
        if (axes.y.grid) {
            rules(canvas, ty.major(), t::y, box, false, pen);
        }
    }

    private static void rules(
            Canvas canvas, double[] at, DoubleUnaryOperator place, Box box, boolean upright, Pen pen) {
        var x = new double[3 * at.length];
        var y = new double[3 * at.length];
        for (int i = 0; i < at.length; i++) {
            double p = place.applyAsDouble(at[i]);
            x[3 * i] = upright ? p : box.x();
            x[3 * i + 1] = upright ? p : box.right();
            y[3 * i] = upright ? box.bottom() : p;
            y[3 * i + 1] = upright ? box.y() : p;
            x[3 * i + 2] = Double.NaN;
            y[3 * i + 2] = Double.NaN;
        }
        canvas.polyline(x, y, x.length, pen);
    }

    private void spines(Canvas canvas, Box box, Theme theme) {
        var pen = new Pen(theme.ink(), AxisPainter.LINE, null, false);
        boolean[] s = axes.spines;
        if (s[0] && s[1] && s[2] && s[3]) {
            canvas.rect(box.x(), box.y(), box.w(), box.h(), 0, pen);
            return;
        }
        double[][] sides = {
            {box.x(), box.x(), box.bottom(), box.y()},
            {box.x(), box.right(), box.y(), box.y()},
            {box.right(), box.right(), box.y(), box.bottom()},
            {box.x(), box.right(), box.bottom(), box.bottom()}
        };
        for (int i = 0; i < 4; i++) {
            if (s[i]) {
                double[] e = sides[i];
                canvas.polyline(new double[] {e[0], e[1]}, new double[] {e[2], e[3]}, 2, pen);
            }
        }
    }

    private Box legend(Canvas canvas, Transform t, Theme theme) {
        var handles = handles();
        var occupied = new ArrayList<double[]>();
        if (axes.legend.place.equals("best") && canvas != Page.NOTHING) {
            occupy(axes.layers, t, occupied);
            for (Axes twin : axes.twins) {
                occupy(twin.layers, new AxesView(twin).transform(t.box()), occupied);
            }
        }
        for (AxesFrame.Inset inset : axes.insets) {
            for (int k = 0; k < 100; k++) {
                int column = k % 10, row = k / 10;
                occupied.add(new double[] {
                    t.box().x() + (inset.x() + inset.w() * column / 9) * t.box().w(),
                    t.box().bottom()
                            - (inset.y() - 0.05 + (inset.h() + 0.05) * row / 9)
                                    * t.box().h()
                });
            }
        }
        Box box = axes.legend.locate(handles, t.box(), occupied);
        axes.legend.paint(canvas, handles, t.box(), box, theme);
        return box;
    }

    private static void occupy(List<Layer> layers, Transform t, List<double[]> occupied) {
        for (Layer layer : layers) {
            layer.occupy(t, (px, py) -> {
                if (occupied.size() < 20_000 && t.box().contains(px, py)) {
                    occupied.add(new double[] {px, py});
                }
            });
        }
    }

    String describe() {
        return view.describe();
    }
}
