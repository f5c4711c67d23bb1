package lectern.plot.chart;

import java.util.stream.IntStream;
import lectern.plot.canvas.Box;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.Layer;
import lectern.plot.layer.Steps;
import lectern.plot.layer.Style;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Scale;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** Makes lines in polar coordinates over a grid of circles and rays. */
public final class Polar {
    private Polar() {}

    /** A line through points with an angle in radians, counter-clockwise from the right, and a radius. */
    public static void line(Sheet sheet, Object angles, Object radii, Style style) {
        double[] angle = Numbers.toDoubles(angles);
        double[] radius = Numbers.toDoubles(radii);
        Numbers.sameLength("A polar plot", angle, radius);
        double largest = 0;
        for (double r : radius) {
            if (r < 0) {
                throw new IllegalArgumentException("Radii are 0 or more but got " + r
                        + "; a negative radius lies on the other side, at the angle plus π.");
            }
            largest = Double.isFinite(r) ? Math.max(largest, r) : largest;
        }
        if (sheet.x().scale != Scale.LINEAR || sheet.y().scale != Scale.LINEAR) {
            throw new IllegalArgumentException(
                    "Polar plots stand on linear axes; take logarithms of the radii instead.");
        }
        var layers = sheet.layers();
        int before = IntStream.range(0, layers.size())
                .filter(i -> layers.get(i) instanceof Web)
                .findFirst()
                .orElse(-1);
        if (before < 0 && !layers.isEmpty()) {
            throw new IllegalArgumentException(
                    "These axes have straight coordinates already; a polar plot needs a panel of its own.");
        }
        if (before < 0) {
            sheet.aspect(1);
            sheet.turnOff();
            sheet.x().margin = 0;
            sheet.y().margin = 0;
            layers.add(new Web(largest));
        } else if (((Web) layers.get(before)).reach < largest) {
            layers.set(before, new Web(largest));
        }
        var x = new double[angle.length];
        var y = new double[angle.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = radius[i] * Math.cos(angle[i]);
            y[i] = radius[i] * Math.sin(angle[i]);
        }
        int points = (int) IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i] + y[i]))
                .count();
        String name = style.label(0).isEmpty() ? "" : " \"" + Label.plain(style.label(0)) + "\"";
        Lines.line(sheet, x, y, Steps.NONE, style, 0)
                .said("Polar line" + name + " of " + points + " points, radii up to " + Ticks.plain(largest) + ".");
    }

    /** Circles at round radii and rays every 45 degrees, with their numbers. */
    private record Web(double reach) implements Layer {
        private static final int CORNERS = 181;

        private double rim() {
            return reach > 0 ? 1.05 * reach : 1;
        }

        @Override
        public void bounds(Bounds b) {
            b.x(-rim(), rim());
            b.y(-rim(), rim());
        }

        @Override
        public void paint(Canvas canvas, Transform t, Theme theme) {
            var pen = Pen.solid(Colors.mix(theme.face(), theme.ink(), 0.25), 0.6);
            Ticks ticks = Ticks.linear(0, rim(), 5);
            for (double r : ticks.major()) {
                if (r > 0 && r < rim()) {
                    circle(canvas, t, r, pen);
                }
            }
            circle(canvas, t, rim(), Pen.solid(theme.ink(), 0.8));
            for (int k = 0; k < 8; k++) {
                double a = Math.PI * k / 4;
                double cos = Math.cos(a);
                double sin = Math.sin(a);
                canvas.polyline(
                        new double[] {t.x(0), t.x(rim() * cos)}, new double[] {t.y(0), t.y(rim() * sin)}, 2, pen);
                Label.of(45 * k + "°", 10)
                        .draw(
                                canvas,
                                t.x(rim() * cos) + 5 * cos,
                                t.y(rim() * sin) - 5 * sin,
                                theme.ink(),
                                0.5 - 0.5 * cos,
                                0.5 + 0.5 * sin,
                                0);
            }
            for (int i = 0; i < ticks.major().length; i++) {
                double r = ticks.major()[i];
                if (r > 0 && r < rim()) {
                    double a = Math.PI / 8;
                    Label.of(ticks.labels()[i], 8)
                            .draw(canvas, t.x(r * Math.cos(a)), t.y(r * Math.sin(a)), theme.ink(), 0.5, 0.5, 0);
                }
            }
        }

        private static void circle(Canvas canvas, Transform t, double r, Pen pen) {
            var x = new double[CORNERS];
            var y = new double[CORNERS];
            for (int i = 0; i < CORNERS; i++) {
                double a = 2 * Math.PI * i / (CORNERS - 1);
                x[i] = t.x(r * Math.cos(a));
                y[i] = t.y(r * Math.sin(a));
            }
            canvas.polyline(x, y, CORNERS, pen);
        }

        @Override
        public Box covers(Transform t) {
            return new Box(
                    t.x(-rim()) - 28, t.y(rim()) - 20, t.x(rim()) - t.x(-rim()) + 56, t.y(-rim()) - t.y(rim()) + 40);
        }

        @Override
        public boolean clipped() {
            return false;
        }

        @Override
        public double zorder() {
            return 0;
        }

        @Override
        public String describe() {
            return "Polar coordinates with radii from 0 to " + Ticks.plain(reach) + ".";
        }
    }
}
