package lectern.plot.layer;

import java.awt.geom.RoundRectangle2D;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** A text at a place of the data, with an arrow to another place where asked. */
public final class TextLayer implements Layer {
    /** A text may be so many sizes of the box away from it. */
    private static final double REACH = 0.6;

    private final String text;
    private final double x;
    private final double y;
    private final double targetX;
    private final double targetY;
    private final int color;
    private final double size;
    private final double across;
    private final double down;
    private final double angle;
    private final boolean boxed;
    private final boolean fraction;
    private final double zorder;

    public TextLayer(String text, double x, double y, double targetX, double targetY, Style style, int color) {
        this.text = text;
        this.x = x;
        this.y = y;
        this.targetX = targetX;
        this.targetY = targetY;
        this.color = color;
        this.size = style.words().size() == null ? 10 : style.words().size();
        // A text with an arrow is centred at its place unless asked otherwise.
        String anchor = style.words().anchor() == null && !Double.isNaN(targetX)
                ? "center"
                : style.words().anchor();
        this.across = anchor == null
                ? 0
                : switch (anchor) {
                    case "left" -> 0;
                    case "center" -> 0.5;
                    case "right" -> 1;
                    default ->
                        throw new IllegalArgumentException("A text is anchored left, center or right, not \""
                                + style.words().anchor() + "\".");
                };
        this.down = style.words().vertical() == null
                ? (anchor == null ? 1 : 0.5)
                : switch (style.words().vertical()) {
                    case "top" -> 0;
                    case "center" -> 0.5;
                    case "bottom" -> 1;
                    default ->
                        throw new IllegalArgumentException("A text is aligned top, center or bottom, not \""
                                + style.words().vertical() + "\".");
                };
        this.angle = style.words().rotation() == null ? 0 : style.words().rotation();
        this.boxed = style.words().boxed();
        this.fraction = style.words().fraction();
        this.zorder = style.zorderOr(3);
    }

    @Override
    public void bounds(Bounds b) {
        // A text does not widen the axes.
    }

    @Override
    public boolean clipped() {
        return false;
    }

    /** Where the point of the text is on the page. */
    private double[] place(Transform t) {
        Box box = t.box();
        return fraction
                ? new double[] {box.x() + x * box.w(), box.bottom() - y * box.h()}
                : new double[] {t.x(x), t.y(y)};
    }

    /** Far away from the box nothing is written, so that the page stays small. */
    private static boolean near(Box box, double px, double py) {
        return box.grow(REACH * Math.max(box.w(), box.h())).contains(px, py);
    }

    /** The text, smaller where it is longer than any page. */
    private Label label(Box box) {
        var label = Label.of(text, size);
        double room = Math.max(3 * box.w(), 600);
        return label.width() <= room ? label : Label.of(text, size * room / label.width());
    }

    private Box around(Label label, double px, double py) {
        return new Box(px - across * label.width(), py - down * label.height(), label.width(), label.height());
    }

    private boolean pointed(Transform t) {
        return !Double.isNaN(targetX) && near(t.box(), t.x(targetX), t.y(targetY));
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        double[] p = place(t);
        if (!near(t.box(), p[0], p[1])) {
            return;
        }
        var label = label(t.box());
        Box around = around(label, p[0], p[1]);
        if (pointed(t)) {
            Arrow.paint(
                    canvas,
                    around.centerX(),
                    around.centerY(),
                    t.x(targetX),
                    t.y(targetY),
                    around.grow(3),
                    color,
                    1,
                    6);
        }
        if (boxed) {
            Box frame = framed(label, around);
            canvas.shape(
                    new RoundRectangle2D.Double(frame.x(), frame.y(), frame.w(), frame.h(), 4, 4),
                    Colors.fade(theme.face(), 0.9),
                    Pen.solid(Colors.mix(theme.face(), theme.ink(), 0.3), 0.8));
        }
        label.draw(canvas, p[0], p[1], color, across, down, angle);
    }

    private Box framed(Label label, Box around) {
        double slack = label.room() - label.width();
        return new Box(around.x() - across * slack - 4, around.y() - 3, around.w() + slack + 8, around.h() + 6);
    }

    @Override
    public Box covers(Transform t) {
        double[] p = place(t);
        if (!near(t.box(), p[0], p[1])) {
            return null;
        }
        var label = label(t.box());
        Box around = around(label, p[0], p[1]);
        Box covered = around.turned(p[0], p[1], angle);
        if (boxed) {
            covered = Box.union(covered, framed(label, around));
        }
        return pointed(t) ? Box.union(covered, new Box(t.x(targetX), t.y(targetY), 0, 0).grow(3)) : covered;
    }

    @Override
    public String describe(Transform t) {
        double[] p = place(t);
        return near(t.box(), p[0], p[1]) ? describe() : "Text \"" + Label.plain(text) + "\" outside of the figure.";
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public void occupy(Transform t, Occupied places) {
        var label = Label.of(text, size);
        double w = label.width();
        for (int k = 0; k <= 4; k++) {
            places.add(t.x(x) - across * w + w * k / 4, t.y(y));
        }
    }

    @Override
    public String describe() {
        return "Text \"" + Label.plain(text) + "\".";
    }
}
