package lectern.plot.layer;

import java.awt.geom.Arc2D;
import java.util.List;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Fonts;
import lectern.plot.canvas.Hatch;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** Sectors of a disc, in proportion to their values, counter-clockwise from the right. */
public final class PieLayer implements Layer {
    private final double[] values;
    private final List<String> names;
    private final int[] colors;
    private final String format;
    private final boolean shares;

    public PieLayer(double[] values, List<String> names, int[] colors, String format, boolean shares) {
        this.values = values;
        this.names = names;
        this.colors = colors;
        this.format = format;
        this.shares = shares;
    }

    @Override
    public void bounds(Bounds b) {
        double across = 1.1;
        for (String name : names) {
            across = Math.max(across, 1.15 + Fonts.width(name, 10) / 120);
        }
        b.stickyX(-across, across);
        b.stickyY(-1.15, 1.15);
    }

    @Override
    public Box covers(Transform t) {
        double total = 0;
        for (double v : values) {
            total += v;
        }
        double r = 1.08 * Math.abs(t.x(1) - t.x(0));
        Box all = null;
        double start = 0;
        for (int i = 0; total > 0 && i < Math.min(values.length, names.size()); i++) {
            double middle = 2 * Math.PI * (start + values[i] / 2) / total;
            double w = Label.of(names.get(i), 10).width();
            double across = anchor(middle);
            double px = t.x(0) + r * Math.cos(middle) - across * w;
            all = Box.union(all, new Box(px, t.y(0) - r * Math.sin(middle) - 6, w, 12));
            start += values[i];
        }
        return all;
    }

    /** Names at the left end at the rim, names at the right begin there. */
    private static double anchor(double angle) {
        return Math.cos(angle) < -0.05 ? 1 : Math.cos(angle) > 0.05 ? 0 : 0.5;
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        double total = 0;
        for (double v : values) {
            total += v;
        }
        if (!(total > 0)) {
            return;
        }
        double cx = t.x(0);
        double cy = t.y(0);
        double r = Math.abs(t.x(1) - cx);
        double start = 0;
        for (int i = 0; i < values.length; i++) {
            double sweep = 360 * values[i] / total;
            var sector = new Arc2D.Double(
                    cx - r, cy - r, 2 * r, 2 * r, start, sweep, sweep >= 360 ? Arc2D.CHORD : Arc2D.PIE);
            canvas.shape(sector, colors[i], theme.dashed() ? theme.rim() : Pen.solid(theme.face(), 0.8));
            Hatch.paint(canvas, sector, theme.hatch(i), theme.ink());
            double middle = Math.toRadians(start + sweep / 2);
            if (shares && sweep > 8) {
                String text = String.format(java.util.Locale.ROOT, format, 100 * values[i] / total);
                var label = Label.of(text, 10);
                double px = cx + 0.62 * r * Math.cos(middle);
                double py = cy - 0.62 * r * Math.sin(middle);
                if (!theme.hatch(i).isEmpty()) {
                    canvas.rect(px - label.width() / 2 - 2, py - 7, label.width() + 4, 14, colors[i], Pen.NONE);
                }
                int ink = Colors.luminance(colors[i]) > 0.6 ? Colors.BLACK : Colors.WHITE;
                label.draw(canvas, px, py, ink, 0.5, 0.5, 0);
            }
            if (i < names.size()) {
                double across = anchor(middle);
                Label.of(names.get(i), 10)
                        .draw(
                                canvas,
                                cx + 1.08 * r * Math.cos(middle),
                                cy - 1.08 * r * Math.sin(middle),
                                theme.ink(),
                                across,
                                0.5,
                                0);
            }
            start += sweep;
        }
    }

    @Override
    public double zorder() {
        return 1;
    }

    @Override
    public boolean clipped() {
        return false;
    }

    @Override
    public String describe() {
        var text = new StringBuilder("Pie of " + values.length + " sectors");
        for (int i = 0; i < Math.min(values.length, 12); i++) {
            text.append(i == 0 ? ": " : ", ")
                    .append(i < names.size() ? Label.plain(names.get(i)) + " " : "")
                    .append(Ticks.plain(values[i]));
        }
        return text.append('.').toString();
    }
}
