package lectern.plot.layer;

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

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        Box box = t.box();
        double px = fraction ? box.x() + x * box.w() : t.x(x);
        double py = fraction ? box.bottom() - y * box.h() : t.y(y);
        if (!box.grow(60).contains(px, py)) {
            return;
        }
        var label = Label.of(text, size);
        double w = label.width();
        double h = label.height();
        Box around = new Box(px - across * w, py - down * h, w, h);
        if (!Double.isNaN(targetX)) {
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
            canvas.shape(
                    new java.awt.geom.RoundRectangle2D.Double(around.x() - 4, around.y() - 3, w + 8, h + 6, 4, 4),
                    Colors.fade(theme.face(), 0.9),
                    Pen.solid(Colors.mix(theme.face(), theme.ink(), 0.3), 0.8));
        }
        label.draw(canvas, px, py, color, across, down, angle);
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
