package lectern.plot;

import java.util.function.DoubleUnaryOperator;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Ticks;

/** Draws ticks, tick labels, the axis label and the shared offset of one axis along one side of a box. */
final class AxisPainter {
    static final double TICK = 3.5;
    static final double MINOR = 2;
    static final double TICK_PAD = 3.5;
    static final double LABEL_PAD = 4;
    static final double LINE = 0.8;

    private AxisPainter() {}

    /** The room beside the box that the axis takes. */
    static double thickness(Axis axis, Ticks ticks, double length) {
        double t = ticks.major().length > 0 ? TICK : 0;
        double labels = axis.labelsHidden ? 0 : labelDepth(axis, ticks, length);
        t += labels > 0 ? TICK_PAD + labels : 0;
        if (!axis.title().isEmpty()) {
            t += LABEL_PAD + name(axis, length).height();
        }
        if (axis.horizontal && !ticks.offset().isEmpty() && !axis.labelsHidden) {
            t += axis.title().isEmpty() ? 11 : 2;
        }
        return t;
    }

    /** The name of the axis; one too long for its side is written smaller, and then in several lines. */
    private static Label name(Axis axis, double length) {
        return Label.fitted(axis.title(), axis.fontSize, length + 20, 8);
    }

    private static double labelDepth(Axis axis, Ticks ticks, double length) {
        double angle = Math.toRadians(axis.angle(ticks, length));
        double depth = 0;
        for (String text : ticks.labels()) {
            if (text.isEmpty()) {
                continue;
            }
            var label = Label.of(text, axis.fontSize);
            double w = label.width();
            double h = label.height();
            depth = Math.max(
                    depth,
                    axis.horizontal
                            ? Math.abs(Math.sin(angle)) * w + Math.abs(Math.cos(angle)) * h
                            : Math.abs(Math.cos(angle)) * w + Math.abs(Math.sin(angle)) * h);
        }
        return depth;
    }

    /** How far the first or last label reaches beyond the box. */
    static double overhang(Axis axis, Ticks ticks, DoubleUnaryOperator place, Box box, boolean atEnd) {
        double reach = 0;
        if (axis.labelsHidden) {
            return 0;
        }
        double angle = axis.horizontal ? axis.angle(ticks, box.w()) : 0;
        for (int i = 0; i < ticks.major().length; i++) {
            var label = Label.of(ticks.labels()[i], axis.fontSize);
            double at = place.applyAsDouble(ticks.major()[i]);
            if (Double.isNaN(at)) {
                continue;
            }
            if (axis.horizontal) {
                double a = Math.toRadians(angle);
                double w = angle == 0
                        ? label.width() / 2
                        : atEnd ? label.height() / 2 : angle == 90 ? label.height() / 2 : label.width() * Math.cos(a);
                reach = Math.max(reach, atEnd ? at + w - box.right() : box.x() - at + w);
            } else {
                reach = Math.max(
                        reach, atEnd ? box.y() - at + label.height() / 2 : at + label.height() / 2 - box.bottom());
            }
        }
        return reach;
    }

    /** Draws the axis; returns what it covers. */
    static Box paint(Canvas canvas, Axis axis, Ticks ticks, DoubleUnaryOperator place, Box box, int ink) {
        int color = axis.color == null ? ink : axis.color;
        double side = axis.horizontal ? (axis.far ? box.y() : box.bottom()) : (axis.far ? box.right() : box.x());
        double out = axis.horizontal ? (axis.far ? -1 : 1) : (axis.far ? 1 : -1);
        strokes(canvas, axis, ticks.major(), place, side, out * TICK, Pen.solid(color, LINE));
        strokes(canvas, axis, ticks.minor(), place, side, out * MINOR, Pen.solid(color, 0.6));
        double length = axis.horizontal ? box.w() : box.h();
        double depth = ticks.major().length > 0 ? TICK : 0;
        Box used = box;
        if (!axis.labelsHidden) {
            used = labels(canvas, axis, ticks, place, box, side, out, color);
            double labels = labelDepth(axis, ticks, length);
            depth += labels > 0 ? TICK_PAD + labels : 0;
            if (!ticks.offset().isEmpty()) {
                used = Box.union(used, offset(canvas, axis, ticks.offset(), box, side + out * depth, out, color));
            }
        }
        if (!axis.title().isEmpty()) {
            used = Box.union(used, name(canvas, axis, box, side + out * (depth + LABEL_PAD), color));
        }
        return used;
    }

    private static void strokes(
            Canvas canvas, Axis axis, double[] at, DoubleUnaryOperator place, double side, double reach, Pen pen) {
        if (at.length == 0) {
            return;
        }
        var x = new double[3 * at.length];
        var y = new double[3 * at.length];
        for (int i = 0; i < at.length; i++) {
            double p = place.applyAsDouble(at[i]);
            for (int k = 0; k < 3; k++) {
                double q = k == 0 ? side : k == 1 ? side + reach : Double.NaN;
                x[3 * i + k] = axis.horizontal ? p : q;
                y[3 * i + k] = axis.horizontal ? q : p;
            }
        }
        canvas.polyline(x, y, x.length, pen);
    }

    private static Box labels(
            Canvas canvas,
            Axis axis,
            Ticks ticks,
            DoubleUnaryOperator place,
            Box box,
            double side,
            double out,
            int color) {
        Box used = box;
        double angle = axis.angle(ticks, axis.horizontal ? box.w() : box.h());
        double rise = 0;
        for (String text : ticks.labels()) {
            rise = Math.max(rise, Label.of(text, axis.fontSize).ascent());
        }
        for (int i = 0; i < ticks.major().length; i++) {
            String text = ticks.labels()[i];
            if (text.isEmpty()) {
                continue;
            }
            var label = Label.of(text, axis.fontSize);
            double p = place.applyAsDouble(ticks.major()[i]);
            if (Double.isNaN(p)) {
                continue;
            }
            double q = side + out * (TICK + TICK_PAD);
            double w = label.width();
            double h = label.height();
            if (!axis.horizontal) {
                label.draw(canvas, q, p, color, axis.far ? 0 : 1, 0.5, angle);
                used = Box.union(used, new Box(axis.far ? q : q - w, p - h / 2, w, h));
            } else if (angle == 0) {
                if (axis.far) {
                    label.draw(canvas, p, q, color, 0.5, 1, 0);
                } else {
                    label.drawBase(canvas, p, q + rise, color, 0.5);
                }
                used = Box.union(used, new Box(p - w / 2, axis.far ? q - h : q, w, h));
            } else {
                double a = Math.toRadians(angle);
                double shift = 0.36 * axis.fontSize * Math.sin(a);
                double drop = axis.far ? 0 : 0.36 * axis.fontSize * Math.cos(a);
                label.draw(canvas, p + (axis.far ? shift : 0), q + drop, color, axis.far ? 0 : 1, 0.5, angle);
                double reach = w * Math.cos(a);
                used = Box.union(
                        used,
                        new Box(
                                axis.far ? p : p - reach,
                                axis.far ? q - w * Math.sin(a) : q,
                                reach + 4,
                                w * Math.sin(a) + h * Math.cos(a)));
            }
        }
        return used;
    }

    private static Box offset(Canvas canvas, Axis axis, String text, Box box, double edge, double out, int color) {
        var label = Label.of(text, axis.fontSize);
        double w = label.width();
        if (axis.horizontal) {
            double y = edge + out * 2;
            label.draw(canvas, box.right(), y, color, 1, axis.far ? 1 : 0, 0);
            return new Box(box.right() - w, axis.far ? y - label.height() : y, w, label.height());
        }
        double x = axis.far ? box.right() : box.x();
        label.draw(canvas, x, box.y() - 3, color, axis.far ? 1 : 0, 1, 0);
        return new Box(axis.far ? x - w : x, box.y() - 3 - label.height(), w, label.height());
    }

    private static Box name(Canvas canvas, Axis axis, Box box, double edge, int color) {
        var label = name(axis, axis.horizontal ? box.w() : box.h());
        double w = label.width();
        double h = label.height();
        if (axis.horizontal) {
            label.draw(canvas, box.centerX(), edge, color, 0.5, axis.far ? 1 : 0, 0);
            return new Box(box.centerX() - w / 2, axis.far ? edge - h : edge, w, h);
        }
        double x = axis.far ? edge : edge - h;
        double top = label.height();
        label.draw(canvas, x, box.centerY(), color, 0.5, 0, 90);
        return new Box(x, box.centerY() - w / 2, top, w);
    }
}
