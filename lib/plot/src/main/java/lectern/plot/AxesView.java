package lectern.plot;

import lectern.plot.canvas.Box;
import lectern.plot.canvas.Label;
import lectern.plot.layer.Layer;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Scale;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** What flat axes show: the stretch of each axis, its ticks, the box they need, and all of it in words. */
final class AxesView {
    /** The part of its room that the texts beside a panel may take. */
    private static final double TEXT_ROOM = 0.4;

    private final AxesFrame axes;
    private final Axis.View viewX;
    private final Axis.View viewY;
    private final String unseen;

    AxesView(AxesFrame axes) {
        this.axes = axes;
        axes.y.textRoom = TEXT_ROOM * axes.figure.width / axes.figure.cols;
        Bounds own = bounds(axes);
        viewX = axes.x.view(shared(own, true));
        viewY = axes.y.view(shared(own, false));
        boolean beside = axes.x.scale == Scale.LOG && own.xlo <= own.xhi && own.xhi <= 0;
        boolean below = axes.y.scale == Scale.LOG && own.ylo <= own.yhi && own.yhi <= 0;
        unseen = beside || below ? "no " + (below ? "y" : "x") + " above 0: nothing to show on a logarithmic axis" : "";
    }

    /** Why nothing is seen although there is data, or an empty text. */
    String unseen() {
        return unseen;
    }

    private static Bounds bounds(AxesFrame axes) {
        var bounds = new Bounds();
        for (Layer layer : axes.layers) {
            layer.bounds(bounds);
        }
        return bounds;
    }

    /** The data along one axis, that of twins and of panels with shared axes included. */
    private Bounds shared(Bounds own, boolean horizontal) {
        var all = new Bounds();
        all.add(own, horizontal);
        AxesFrame root = axes.twinOf != null && axes.twinSharesX == horizontal ? axes.twinOf : axes;
        if (root != axes) {
            all.add(bounds(root), horizontal);
        }
        for (Axes twin : root.twins) {
            if (twin.twinSharesX == horizontal && twin != axes) {
                all.add(bounds(twin), horizontal);
            }
        }
        boolean wide = horizontal ? axes.figure.shareX : axes.figure.shareY;
        if (wide && axes.span != null) {
            for (Frame<?> panel : axes.figure.panels) {
                if (panel instanceof AxesFrame other && other != axes) {
                    all.add(bounds(other), horizontal);
                }
            }
        }
        return all;
    }

    /** From values to places in a box. */
    Transform transform(Box box) {
        return new Transform(box, axes.x.scale, viewX.lo(), viewX.hi(), axes.y.scale, viewY.lo(), viewY.hi());
    }

    /** The box for equal scales: as large as the room allows, in its middle. */
    Box fit(Box room) {
        if (Double.isNaN(axes.sheet.aspect())) {
            return room;
        }
        double w = Math.abs(axes.x.scale.forward(viewX.hi()) - axes.x.scale.forward(viewX.lo()));
        double h = Math.abs(axes.y.scale.forward(viewY.hi()) - axes.y.scale.forward(viewY.lo())) * axes.sheet.aspect();
        double ratio = Double.isNaN(h / w) ? 1 : Math.clamp(h / w, 0.02, 50);
        double width = Math.min(room.w(), room.h() / ratio);
        double height = width * ratio;
        return new Box(room.x() + (room.w() - width) / 2, room.y() + (room.h() - height) / 2, width, height);
    }

    /** The ticks of the horizontal axis over so many points. */
    Ticks xTicks(double width) {
        return axes.sheet.isOff() ? Ticks.NONE : labelled(axes.x, axes.x.ticks(viewX, width));
    }

    /** The ticks of the vertical axis over so many points. */
    Ticks yTicks(double height) {
        return axes.sheet.isOff() ? Ticks.NONE : labelled(axes.y, axes.y.ticks(viewY, height));
    }

    /** Panels that share an axis write its numbers once: below the lowest, or to the left of the first. */
    private Ticks labelled(Axis axis, Ticks ticks) {
        boolean down = axis.horizontal;
        boolean alone = axes.span == null
                || axes.twinOf != null
                || axis.far
                || !axis.title().isEmpty();
        if (alone || !(down ? axes.figure.shareX : axes.figure.shareY)) {
            return ticks;
        }
        Frame.Span own = axes.span;
        for (Frame<?> panel : axes.figure.panels) {
            Frame.Span other = panel.span == null ? own : panel.span;
            boolean column = other.col() == own.col() && other.cols() == own.cols();
            boolean row = other.row() == own.row() && other.rows() == own.rows();
            if (panel instanceof AxesFrame flat
                    && !flat.sheet.isOff()
                    && (down ? column && other.row() > own.row() : row && other.col() < own.col())) {
                return ticks.withoutLabels();
            }
        }
        return ticks;
    }

    /** The axes and what they show in words. */
    String describe() {
        var text = new StringBuilder(axes.title.isEmpty() ? "Axes" : "\"" + Label.plain(axes.title) + "\"");
        if (!axes.sheet.isOff()) {
            text.append(": ").append(range("x", axes.x, viewX)).append(", ").append(range("y", axes.y, viewY));
        }
        text.append('.');
        Transform nominal = transform(new Box(0, 0, 400, 300));
        int shown = 0;
        for (Layer layer : axes.layers) {
            String sentence = layer.describe(nominal);
            if (!sentence.isEmpty() && shown++ < 8) {
                text.append(' ').append(sentence);
            }
        }
        if (shown > 8) {
            text.append(" And ").append(shown - 8).append(" more.");
        }
        for (Axes twin : axes.twins) {
            text.append(' ').append(new AxesView(twin).describe());
        }
        return text.toString();
    }

    private static String range(String name, Axis axis, Axis.View view) {
        String kind = axis.scale == Scale.LOG ? " (log)" : axis.scale instanceof Scale.SymLog ? " (symlog)" : "";
        String what = name + (axis.title().isEmpty() ? "" : " = " + Label.plain(axis.title())) + kind;
        if (!axis.categories.isEmpty()) {
            return what + " with " + axis.categories.size() + " categories";
        }
        double stretch = Math.abs(view.hi() - view.lo());
        return what + " from " + axis.described(view.lo(), stretch) + " to " + axis.described(view.hi(), stretch);
    }
}
