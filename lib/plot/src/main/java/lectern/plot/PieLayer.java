package lectern.plot;

import java.awt.geom.Arc2D;

/** Sectors of a disc, in proportion to their values, counter-clockwise from the right. */
final class PieLayer implements Layer {
    private final double[] values;
    private final String[] names;
    private final int[] colors;
    private final String format;
    private final boolean shares;

    PieLayer(double[] values, String[] names, int[] colors, String format, boolean shares) {
        this.values = values;
        this.names = names;
        this.colors = colors;
        this.format = format;
        this.shares = shares;
    }

    static void add(Axes axes, Object data, Style style) {
        double[] values = Numbers.toDoubles(data);
        for (double v : values) {
            if (!(v >= 0) || Double.isInfinite(v)) {
                throw new IllegalArgumentException("A pie needs values of zero or more but got " + v + ".");
            }
        }
        var colors = new int[values.length];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = style.colors == null
                    ? Colors.fade(axes.theme().fill(i), style.alphaOr(1))
                    : Colors.parse(
                            style.colors.get(i % style.colors.size()),
                            axes.theme().cycle());
        }
        axes.layers.add(new PieLayer(
                values, style.labels, colors, style.format == null ? "%.0f %%" : style.format, style.annotated));
        axes.aspect = 1;
        axes.off = true;
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
            if (i < names.length) {
                double across = Math.cos(middle) < -0.05 ? 1 : Math.cos(middle) > 0.05 ? 0 : 0.5;
                Label.of(names[i], 10)
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
                    .append(i < names.length ? Label.plain(names[i]) + " " : "")
                    .append(Ticks.plain(values[i]));
        }
        return text.append('.').toString();
    }
}
