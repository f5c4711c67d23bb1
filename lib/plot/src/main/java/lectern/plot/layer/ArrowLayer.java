package lectern.plot.layer;

import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Pen;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Transform;

/** Arrows from points to points, each with a colour. */
public final class ArrowLayer implements Layer {
    private final double[] x0;
    private final double[] y0;
    private final double[] x1;
    private final double[] y1;
    private final int[] colors;
    private final double width;
    private final String label;
    private final double zorder;
    private final ColorScale scale;
    private final String what;

    public ArrowLayer(
            double[] x0,
            double[] y0,
            double[] x1,
            double[] y1,
            int[] colors,
            double width,
            String label,
            double zorder,
            ColorScale scale,
            String what) {
        this.x0 = x0;
        this.y0 = y0;
        this.x1 = x1;
        this.y1 = y1;
        this.colors = colors;
        this.width = width;
        this.label = label;
        this.zorder = zorder;
        this.scale = scale;
        this.what = what;
    }

    @Override
    public void bounds(Bounds b) {
        b.x(x0);
        b.x(x1);
        b.y(y0);
        b.y(y1);
    }

    @Override
    public void paint(Canvas canvas, Transform t, Theme theme) {
        for (int i = 0; i < x0.length; i++) {
            Arrow.paint(
                    canvas,
                    t.x(x0[i]),
                    t.y(y0[i]),
                    t.x(x1[i]),
                    t.y(y1[i]),
                    null,
                    colors[i % colors.length],
                    width,
                    4 + 2.5 * width);
        }
    }

    @Override
    public double zorder() {
        return zorder;
    }

    @Override
    public ColorScale colorScale() {
        return scale;
    }

    @Override
    public Handle handle() {
        return Handle.line(label, Pen.solid(colors.length == 0 ? 0 : colors[0], width));
    }

    @Override
    public String describe() {
        return what + (x0.length == 1 ? "." : " of " + x0.length + " arrows.");
    }
}
