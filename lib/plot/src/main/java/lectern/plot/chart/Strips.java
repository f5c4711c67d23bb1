package lectern.plot.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lectern.plot.canvas.Canvas;
import lectern.plot.canvas.Label;
import lectern.plot.canvas.Marker;
import lectern.plot.canvas.Pen;
import lectern.plot.layer.Layer;
import lectern.plot.layer.Style;
import lectern.plot.scale.Axis;
import lectern.plot.scale.Bounds;
import lectern.plot.scale.Numbers;
import lectern.plot.scale.Theme;
import lectern.plot.scale.Ticks;
import lectern.plot.scale.Transform;

/** Makes the single values of samples side by side, spread sideways so that all are seen. */
public final class Strips {
    /** How far values stray from the middle of their sample, in units of the axis. */
    private static final double SPREAD = 0.2;

    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Strips() {}

    /** Samples at 1, 2, 3 … as box plots have them. */
    public static void samples(Sheet sheet, Object data, boolean swarm, Style style) {
        double[][] samples = Samples.of(data);
        Axis across = style.bars().horizontal() ? sheet.y() : sheet.x();
        if (across.tickLabels == null || !style.labels().isEmpty()) {
            BoxPlots.names(across, samples.length, style);
        }
        for (int s = 0; s < samples.length; s++) {
            add(sheet, s + 1, Samples.sorted(samples[s]), swarm, style, sheet.nextColor());
        }
    }

    /** The values of each category. */
    public static void categories(Sheet sheet, Object categories, Object data, boolean swarm, Style style) {
        Axis across = style.bars().horizontal() ? sheet.y() : sheet.x();
        if (!Numbers.isText(categories)) {
            throw new IllegalArgumentException("The groups of a " + (swarm ? "swarmplot" : "stripplot")
                    + " are texts or values of an enum, one for each value; samples of their own are given as a list.");
        }
        double[] places = across.values(categories);
        double[] values = (style.bars().horizontal() ? sheet.x() : sheet.y()).values(data);
        Numbers.sameLength("A plot of single values", places, values);
        for (double place : Arrays.stream(places)
                .filter(Double::isFinite)
                .distinct()
                .sorted()
                .toArray()) {
            double[] own = IntStream.range(0, values.length)
                    .filter(i -> places[i] == place)
                    .mapToDouble(i -> values[i])
                    .toArray();
            add(sheet, place, Samples.sorted(own), swarm, style, sheet.nextColor());
        }
    }

    private static void add(Sheet sheet, double place, double[] sorted, boolean swarm, Style style, int number) {
        int color = style.colorOr(sheet.theme(), sheet.theme().color(number));
        Marker marker = style.marks().marker() == null
                ? sheet.theme().marker(number)
                : style.marks().marker();
        boolean rim = style.fill().edgeColor() != null
                || !marker.filled()
                || style.marks().hollow();
        int edge = style.fill().edgeColor() == null ? color : style.edgeOr(sheet.theme(), color);
        double width = style.fill().edgeWidth() == null ? 0.8 : style.fill().edgeWidth();
        sheet.add(new Strip(
                place,
                sorted,
                swarm,
                style.bars().horizontal(),
                marker,
                style.sizeOr(swarm ? 5 : 4.5),
                style.marks().hollow() ? 0 : color,
                rim ? Pen.solid(edge, width) : Pen.NONE,
                style.zorderOr(2.5)));
    }

    /** The values of one sample, in rising order. */
    private record Strip(
            double place,
            double[] values,
            boolean swarm,
            boolean horizontal,
            Marker marker,
            double size,
            int fill,
            Pen edge,
            double zorder)
            implements Layer {
        @Override
        public void bounds(Bounds b) {
            if (horizontal) {
                b.x(values);
                b.y(place - 0.5, place + 0.5);
            } else {
                b.y(values);
                b.x(place - 0.5, place + 0.5);
            }
        }

        @Override
        public void paint(Canvas canvas, Transform t, Theme theme) {
            double middle = horizontal ? t.y(place) : t.x(place);
            double unit = Math.abs((horizontal ? t.y(place + 1) : t.x(place + 1)) - middle);
            double[] along = horizontal ? t.xs(values) : t.ys(values);
            double[] across = swarm ? swarm(along, 2 * SPREAD * unit) : jitter(unit);
            for (int i = 0; i < across.length; i++) {
                across[i] += middle;
            }
            canvas.marks(new Canvas.Marks(
                    marker, horizontal ? along : across, horizontal ? across : along, size, null, fill, null, edge));
        }

        /** Neighbours in rank stand far apart; the same data always give the same picture. */
        private double[] jitter(double unit) {
            var out = new double[values.length];
            for (int i = 0; i < out.length; i++) {
                double turn = (i + 1) * GOLDEN;
                out[i] = (2 * (turn - Math.floor(turn)) - 1) * SPREAD * unit;
            }
            return out;
        }

        /** Every mark as near to the middle as those before it leave room for, at the rim where they leave none. */
        private double[] swarm(double[] along, double reach) {
            var out = new double[along.length];
            for (int i = 0; i < along.length; i++) {
                var near = new ArrayList<Integer>();
                for (int j = i - 1; j >= 0 && Math.abs(along[i] - along[j]) < size; j--) {
                    near.add(j);
                }
                var offers = new ArrayList<Double>(List.of(0.0));
                for (int j : near) {
                    double d = along[i] - along[j];
                    double side = Math.sqrt(size * size - d * d) * (1 + 1e-9);
                    offers.add(out[j] - side);
                    offers.add(out[j] + side);
                }
                offers.sort(Comparator.comparingDouble(Math::abs));
                double chosen = i % 2 == 0 ? reach : -reach;
                for (double offer : offers) {
                    if (Math.abs(offer) <= reach && free(i, offer, near, along, out)) {
                        chosen = offer;
                        break;
                    }
                }
                out[i] = chosen;
            }
            return out;
        }

        private boolean free(int i, double offer, List<Integer> near, double[] along, double[] out) {
            for (int j : near) {
                if (Math.hypot(offer - out[j], along[i] - along[j]) < size * (1 - 1e-9)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void occupy(Transform t, Occupied places) {
            for (double v : values) {
                places.add(horizontal ? t.x(v) : t.x(place), horizontal ? t.y(place) : t.y(v));
            }
        }

        @Override
        public String describe() {
            if (values.length == 0) {
                return "Sample without values.";
            }
            return (swarm ? "Swarm" : "Strip") + " of " + values.length + " values from " + Ticks.plain(values[0])
                    + " to " + Ticks.plain(values[values.length - 1]) + ", median "
                    + Label.plain(Ticks.plain(Samples.quantile(values, 0.5))) + ".";
        }
    }
}
