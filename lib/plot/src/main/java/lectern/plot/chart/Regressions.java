package lectern.plot.chart;

import java.util.Arrays;
import java.util.stream.IntStream;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.AreaLayer;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.ScatterLayer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Ticks;

/** Makes points with the straight line of least squares and the band in which the true line lies. */
public final class Regressions {
    private static final int POINTS = 61;

    private Regressions() {}

    /**
     * Points, {@code ŷ = a + b·x} of least squares, and the 95 % confidence band of the mean {@code ŷ ± t·s·√(1/n +
     * (x−x̄)²/Σ(xᵢ−x̄)²)} with {@code n − 2} degrees of freedom.
     */
    public static void line(Sheet sheet, Object x, Object y, Style style) {
        double[] px = sheet.x().values(x);
        double[] py = sheet.y().values(y);
        Numbers.sameLength("A regression", px, py);
        int[] finite = IntStream.range(0, px.length)
                .filter(i -> Double.isFinite(px[i] + py[i]))
                .toArray();
        int n = finite.length;
        double mx = Arrays.stream(finite).mapToDouble(i -> px[i]).average().orElse(0);
        double my = Arrays.stream(finite).mapToDouble(i -> py[i]).average().orElse(0);
        double sxx = Arrays.stream(finite)
                .mapToDouble(i -> (px[i] - mx) * (px[i] - mx))
                .sum();
        double sxy = Arrays.stream(finite)
                .mapToDouble(i -> (px[i] - mx) * (py[i] - my))
                .sum();
        if (n < 3 || !(sxx > 0)) {
            throw new IllegalArgumentException(
                    "A regression needs three points or more at different places along x but got " + n + " points at "
                            + Arrays.stream(finite)
                                    .mapToDouble(i -> px[i])
                                    .distinct()
                                    .count() + " places.");
        }
        double slope = sxy / sxx;
        double squares = Arrays.stream(finite)
                .mapToDouble(i -> py[i] - my - slope * (px[i] - mx))
                .map(r -> r * r)
                .sum();
        double spread = Samples.student95(n - 2) * Math.sqrt(squares / (n - 2));
        double lo = Arrays.stream(finite).mapToDouble(i -> px[i]).min().orElse(0);
        double hi = Arrays.stream(finite).mapToDouble(i -> px[i]).max().orElse(1);
        double[] at = Histograms.edges(lo, hi, POINTS - 1);
        double[] line = Arrays.stream(at).map(v -> my + slope * (v - mx)).toArray();
        double[] half = Arrays.stream(at)
                .map(v -> spread * Math.sqrt(1.0 / n + (v - mx) * (v - mx) / sxx))
                .toArray();
        int number = style.color() == null ? sheet.nextColor() : 0;
        int color = style.colorOr(sheet.theme(), sheet.theme().color(number));
        var marker = style.marks().marker() == null
                ? sheet.theme().marker(number)
                : style.marks().marker();
        Style points = style.ofClass("", null);
        sheet.add(new ScatterLayer(px, py, marker, points, sheet.theme(), Colors.fade(color, 0.7)));
        double[] low =
                IntStream.range(0, POINTS).mapToDouble(i -> line[i] - half[i]).toArray();
        double[] high =
                IntStream.range(0, POINTS).mapToDouble(i -> line[i] + half[i]).toArray();
        double order = style.zorderOr(2);
        sheet.add(AreaLayer.between(at, low, high, Colors.fade(color, 0.2), Pen.NONE, "", "", order - 1));
        double width = style.widthOr(2);
        double[] dash = style.stroke().dash() == null
                ? sheet.theme().dash(number)
                : style.stroke().dash();
        var pen = new Pen(color, width, Pen.dashes(dash, width), dash == null);
        sheet.add(new LineLayer(at, line, style.label(0), pen, null, style, sheet.theme(), color)
                .said("Line of least squares"
                        + (style.label(0).isEmpty() ? "" : " \"" + Label.plain(style.label(0)) + "\"")
                        + ", y = " + Ticks.plain(my - slope * mx) + (slope < 0 ? " " + Label.MINUS + " " : " + ")
                        + Ticks.plain(Math.abs(slope)) + " x, with its 95 % confidence band."));
    }
}
