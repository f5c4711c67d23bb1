package lectern.plot;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Pen;
import lectern.plot.canvas.Raster;
import lectern.plot.layer.ColorScale;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Scale;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;

/** The scale of colours beside a field, with ticks of its own. */
final class ColorBar {
    static final double THICK = 13;
    static final double PAD = 10;

    final Axis axis = new Axis(false);
    ColorScale scale;

    ColorBar(String label) {
        axis.label = label;
        axis.far = true;
        axis.margin = 0;
    }

    private Ticks ticks(double height) {
        var view = view();
        if (scale.levels() != null && axis.tickPlaces == null) {
            double[] levels = scale.levels();
            int every = Math.max(1, (int) Math.ceil(levels.length / Math.clamp(height / 18, 2, 12)));
            int n = (levels.length + every - 1) / every;
            var at = new double[n];
            for (int i = 0; i < n; i++) {
                at[i] = levels[i * every];
            }
            if (scale.log() && Arrays.stream(at).allMatch(ColorBar::isPowerOfTen)) {
                return Ticks.fixed(
                        at,
                        Arrays.stream(at)
                                .mapToObj(v -> Ticks.powerOfTen((int) Math.rint(Math.log10(v))))
                                .toArray(String[]::new));
            }
            Ticks scaled = Ticks.linear(view.lo(), view.hi(), 9);
            boolean large = !scaled.offset().isEmpty();
            return Ticks.fixed(
                    at,
                    large || !evenlyShort(at)
                            ? Arrays.stream(at).mapToObj(Ticks::plain).toArray(String[]::new)
                            : decimals(at));
        }
        axis.scale = scale.log() ? Scale.LOG : Scale.LINEAR;
        return axis.ticks(view, height);
    }

    private static boolean isPowerOfTen(double v) {
        double e = Math.log10(v);
        return Math.abs(e - Math.rint(e)) < 1e-9;
    }

    private static boolean evenlyShort(double[] at) {
        return Arrays.stream(at).allMatch(v -> Math.abs(v * 1e6 - Math.rint(v * 1e6)) < 1e-3);
    }

    private static String[] decimals(double[] at) {
        int digits = 0;
        while (digits < 6) {
            double p = Math.pow(10, digits);
            if (Arrays.stream(at).allMatch(v -> Math.abs(v * p - Math.rint(v * p)) < 1e-6)) {
                break;
            }
            digits++;
        }
        int d = digits;
        return Arrays.stream(at).mapToObj(v -> Ticks.number(v, d)).toArray(String[]::new);
    }

    private Axis.View view() {
        double lo = scale.levels() != null ? scale.levels()[0] : scale.lo();
        double hi = scale.levels() != null ? scale.levels()[scale.levels().length - 1] : scale.hi();
        var bounds = new Bounds();
        bounds.y(lo, hi);
        axis.scale = scale.log() ? Scale.LOG : Scale.LINEAR;
        return axis.view(bounds);
    }

    /** What the bar takes beside the axes, without the gap to them. */
    double width(double height) {
        return THICK + AxisPainter.thickness(axis, ticks(height), height);
    }

    /** Draws the bar into its box; returns what it covers with ticks and label. */
    Box paint(Canvas canvas, Box box, Theme theme) {
        var view = view();
        Scale s = scale.log() ? Scale.LOG : Scale.LINEAR;
        double u0 = s.forward(view.lo());
        double du = s.forward(view.hi()) - u0;
        DoubleUnaryOperator place = v -> box.bottom() - Math.clamp((s.forward(v) - u0) / du, 0, 1) * box.h();
        if (scale.levels() != null) {
            double[] levels = scale.levels();
            for (int k = 0; k + 1 < levels.length; k++) {
                double y0 = place.applyAsDouble(levels[k + 1]);
                double y1 = k == 0 ? box.bottom() : place.applyAsDouble(levels[k]) + 0.3;
                canvas.rect(box.x(), y0, box.w(), y1 - y0, scale.color((levels[k] + levels[k + 1]) / 2), Pen.NONE);
            }
        } else if (scale.map().isListed()) {
            int n = scale.map().size();
            for (int k = 0; k < n; k++) {
                canvas.rect(
                        box.x(),
                        box.bottom() - (k + 1) * box.h() / n,
                        box.w(),
                        box.h() / n,
                        scale.map().color(k),
                        Pen.NONE);
            }
        } else {
            var colors = new int[256];
            for (int i = 0; i < 256; i++) {
                colors[255 - i] = scale.color(s.inverse(u0 + du * (i + 0.5) / 256));
            }
            canvas.image(new Raster(1, 256, colors), box.x(), box.y(), box.w(), box.h(), false);
        }
        canvas.rect(box.x(), box.y(), box.w(), box.h(), 0, Pen.solid(theme.ink(), AxisPainter.LINE));
        return AxisPainter.paint(canvas, axis, ticks(box.h()), place, box, theme.ink());
    }
}
