package lectern.plot.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Colors;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;
import lectern.plot.canvas.PixelCanvas;
import lectern.plot.layer.AreaLayer;
import lectern.plot.layer.Layer;
import lectern.plot.layer.LineLayer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** Makes box plots and violins of samples side by side. */
public final class BoxPlots {
    private BoxPlots() {}

    /** Samples stand at 1, 2, 3 … under their names. */
    static void names(Axis axis, int n, Style style) {
        axis.tickPlaces = Numbers.index(n + 1);
        axis.tickPlaces = Arrays.copyOfRange(axis.tickPlaces, 1, n + 1);
        axis.tickLabels = new String[n];
        for (int i = 0; i < n; i++) {
            axis.tickLabels[i] = i < style.labels().size() ? style.labels().get(i) : Integer.toString(i + 1);
        }
    }

    public static void boxplot(Sheet sheet, Object data, Style style) {
        double[][] samples = Samples.of(data);
        var boxes = new ArrayList<Box>();
        for (double[] sample : samples) {
            boxes.add(Box.of(Samples.sorted(sample)));
        }
        names(style.bars().horizontal() ? sheet.y() : sheet.x(), samples.length, style);
        int ink = sheet.theme().ink();
        int fill = style.color() == null ? 0 : style.colorOr(sheet.theme(), 0);
        sheet.add(new BoxLayer(
                boxes,
                style.bars().horizontal(),
                style.bars().width() == null
                        ? Math.min(0.5, 0.15 * samples.length)
                        : style.bars().width(),
                ink,
                fill,
                sheet.theme().dashed() ? ink : sheet.theme().color(1),
                style.zorderOr(2)));
    }

    /**
     * Median, quartiles, whiskers at the last values within 1.5 quartile ranges, and what lies beyond (J. Tukey, 1977).
     */
    private record Box(double low, double q1, double median, double q3, double high, double[] fliers) {
        static Box of(double[] sorted) {
            if (sorted.length == 0) {
                return new Box(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, sorted);
            }
            double q1 = Samples.quantile(sorted, 0.25);
            double q3 = Samples.quantile(sorted, 0.75);
            double reach = 1.5 * (q3 - q1);
            double low =
                    Arrays.stream(sorted).filter(v -> v >= q1 - reach).min().orElse(q1);
            double high =
                    Arrays.stream(sorted).filter(v -> v <= q3 + reach).max().orElse(q3);
            return new Box(
                    low,
                    q1,
                    Samples.quantile(sorted, 0.5),
                    q3,
                    high,
                    Arrays.stream(sorted).filter(v -> v < low || v > high).toArray());
        }
    }

    private record BoxLayer(
            List<Box> boxes, boolean horizontal, double width, int ink, int fill, int medianColor, double zorder)
            implements Layer {
        @Override
        public void bounds(Bounds b) {
            for (int i = 0; i < boxes.size(); i++) {
                Box box = boxes.get(i);
                double[] values = Arrays.copyOf(box.fliers, box.fliers.length + 2);
                values[values.length - 2] = box.low;
                values[values.length - 1] = box.high;
                if (horizontal) {
                    b.x(values);
                    b.y(i + 0.5, i + 1.5);
                } else {
                    b.y(values);
                    b.x(i + 0.5, i + 1.5);
                }
            }
        }

        @Override
        public void paint(Canvas canvas, Transform t, Theme theme) {
            var pen = Pen.solid(ink, 1);
            for (int i = 0; i < boxes.size(); i++) {
                Box box = boxes.get(i);
                double at = i + 1;
                double h = width / 2;
                if (Double.isNaN(box.median)) {
                    continue;
                }
                segments(canvas, t, pen, fill, new double[] {at - h, at + h, at + h, at - h, at - h}, new double[] {
                    box.q1, box.q1, box.q3, box.q3, box.q1
                });
                double nan = Double.NaN;
                segments(
                        canvas,
                        t,
                        pen,
                        0,
                        new double[] {at, at, nan, at, at, nan, at - h / 2, at + h / 2, nan, at - h / 2, at + h / 2},
                        new double[] {
                            box.q1, box.low, nan, box.q3, box.high, nan, box.low, box.low, nan, box.high, box.high
                        });
                segments(canvas, t, Pen.solid(medianColor, 1.3), 0, new double[] {at - h, at + h}, new double[] {
                    box.median, box.median
                });
                var place = new double[box.fliers.length];
                Arrays.fill(place, at);
                canvas.marks(new Canvas.Marks(
                        Marker.CIRCLE,
                        t.xs(horizontal ? box.fliers : place),
                        t.ys(horizontal ? place : box.fliers),
                        5,
                        null,
                        0,
                        null,
                        pen));
            }
        }

        private void segments(Canvas canvas, Transform t, Pen pen, int inside, double[] across, double[] along) {
            double[] x = t.xs(horizontal ? along : across);
            double[] y = t.ys(horizontal ? across : along);
            if (inside >>> 24 != 0) {
                canvas.shape(PixelCanvas.line(x, y, x.length), inside, Pen.NONE);
            }
            canvas.polyline(x, y, x.length, pen);
        }

        @Override
        public void occupy(Transform t, Occupied places) {
            for (int i = 0; i < boxes.size(); i++) {
                for (double v : new double[] {
                    boxes.get(i).low, boxes.get(i).q1, boxes.get(i).median, boxes.get(i).q3, boxes.get(i).high
                }) {
                    places.add(horizontal ? t.x(v) : t.x(i + 1), horizontal ? t.y(i + 1) : t.y(v));
                }
            }
        }

        @Override
        public String describe() {
            var text = new StringBuilder("Box plot of " + boxes.size() + " samples, medians");
            for (int i = 0; i < Math.min(boxes.size(), 10); i++) {
                text.append(i == 0 ? " " : ", ").append(Ticks.plain(boxes.get(i).median));
            }
            return text.append('.').toString();
        }
    }

    public static void violin(Sheet sheet, Object data, Style style) {
        double[][] samples = Samples.of(data);
        names(style.bars().horizontal() ? sheet.y() : sheet.x(), samples.length, style);
        int color = style.colorOr(sheet.theme(), sheet.theme().color(sheet.nextColor()));
        double half = (style.bars().width() == null ? 0.5 : style.bars().width()) / 2;
        for (int s = 0; s < samples.length; s++) {
            double[] sorted = Samples.sorted(samples[s]);
            if (sorted.length == 0) {
                continue;
            }
            double lo = sorted[0];
            double hi = sorted[sorted.length - 1];
            double[] grid = Histograms.edges(lo, hi, 99);
            double[] density = Samples.density(sorted, grid);
            double peak = Arrays.stream(density).max().orElse(1);
            var left = new double[grid.length];
            var right = new double[grid.length];
            for (int i = 0; i < grid.length; i++) {
                double w = peak > 0 ? half * density[i] / peak : 0;
                left[i] = s + 1 - w;
                right[i] = s + 1 + w;
            }
            int n = grid.length;
            var across = new double[2 * n];
            var along = new double[2 * n];
            for (int i = 0; i < n; i++) {
                across[i] = left[i];
                along[i] = grid[i];
                across[2 * n - 1 - i] = right[i];
                along[2 * n - 1 - i] = grid[i];
            }
            sheet.add(new AreaLayer(
                    "Violin",
                    style.bars().horizontal() ? along : across,
                    style.bars().horizontal() ? across : along,
                    Colors.fade(color, style.alpha() == null ? 0.35 : 1),
                    sheet.edge(style),
                    "",
                    "",
                    style.zorderOr(1)));
            double median = Samples.quantile(sorted, 0.5);
            double c = half / 2;
            double nan = Double.NaN;
            double at = s + 1;
            double[] u = {at, at, nan, at - c, at + c, nan, at - c, at + c, nan, at - c, at + c};
            double[] v = {lo, hi, nan, lo, lo, nan, hi, hi, nan, median, median};
            sheet.add(new LineLayer(
                            style.bars().horizontal() ? v : u,
                            style.bars().horizontal() ? u : v,
                            "",
                            Pen.solid(color, 1.5),
                            Style.PLAIN,
                            sheet.theme(),
                            color)
                    .silent());
        }
    }
}
