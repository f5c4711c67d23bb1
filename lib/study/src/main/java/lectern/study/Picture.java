package lectern.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import lectern.plot.Axes;
import lectern.plot.Options;
import lectern.plot.Plots;
import lectern.tensor.Statistics;
import org.jspecify.annotations.Nullable;

/** Draws medians with bands. */
final class Picture {
    /** Numbers that differ by more than this factor are drawn on a logarithmic axis. */
    private static final double WIDE = 20;

    /** How far apart, in steps between labels, the marks of two lines stand. */
    private static final double ASIDE = 0.1;

    private static final double OPACITY = 0.2;

    private final List<Factor<?>> factors;
    private final boolean higher;

    Picture(List<Factor<?>> factors, boolean higher) {
        this.factors = factors;
        this.higher = higher;
    }

    /** All combinations of labels, the last factor fastest. */
    static List<List<String>> cells(List<Factor<?>> factors) {
        var cells = List.of(List.<String>of());
        for (var factor : factors) {
            var longer = new ArrayList<List<String>>();
            for (var cell : cells) {
                for (var label : factor.labels()) {
                    var next = new ArrayList<>(cell);
                    next.add(label);
                    longer.add(next);
                }
            }
            cells = longer;
        }
        return cells;
    }

    /** Medians over the first factor, a line with its band for each combination of the others. */
    Axes cells(Function<List<String>, double[]> values, String column) {
        if (factors.isEmpty()) {
            return Plots.hist(finite(values.apply(List.of()))).xlabel(column).ylabel("runs");
        }
        var first = factors.getFirst();
        double[] numbers = first.numbers();
        double[] x = numbers == null
                ? IntStream.range(0, first.size()).asDoubleStream().toArray()
                : numbers;
        Integer[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted((i, j) -> Double.compare(x[i], x[j]))
                .toArray(Integer[]::new);
        var axes = Plots.figure().at(0);
        var all = new ArrayList<Double>();
        int line = 0;
        for (var rest : cells(factors.subList(1, factors.size()))) {
            var places = new ArrayList<Double>();
            var bands = new ArrayList<double[]>();
            for (int i : order) {
                var cell = new ArrayList<>(List.of(first.labels().get(i)));
                cell.addAll(rest);
                double[] band = band(values.apply(cell));
                if (band != null) {
                    places.add(x[i]);
                    bands.add(band);
                    Arrays.stream(band).forEach(all::add);
                }
            }
            double aside = numbers == null ? ASIDE * line++ : 0;
            draw(
                    axes,
                    places.stream().mapToDouble(place -> place + aside).toArray(),
                    bands,
                    String.join(", ", rest),
                    numbers == null ? Look.MARKS : Look.MARKED_LINE);
        }
        if (numbers == null) {
            double middle = ASIDE * (line - 1) / 2;
            axes.xticks(
                    Arrays.stream(x).map(place -> place + middle).toArray(),
                    first.labels().toArray(String[]::new));
        } else if (isWide(Arrays.stream(x).boxed().toList())) {
            axes.xscale("log");
        }
        return finish(axes, all, factors.size() > 1).xlabel(first.name()).ylabel(column);
    }

    /** A line with its band for every cell, over the number of the element. */
    Axes curves(Function<List<String>, List<double[]>> rows, String curve) {
        var axes = Plots.figure().at(0);
        var all = new ArrayList<Double>();
        for (var cell : cells(factors)) {
            var curves = rows.apply(cell);
            int length = curves.stream().mapToInt(row -> row.length).max().orElse(0);
            var places = new ArrayList<Double>();
            var bands = new ArrayList<double[]>();
            for (int i = 0; i < length; i++) {
                int step = i;
                // A run that ended early stays where it ended.
                double[] band = band(curves.stream()
                        .filter(row -> row.length > 0)
                        .mapToDouble(row -> row[Math.min(step, row.length - 1)])
                        .toArray());
                if (band != null) {
                    places.add((double) i);
                    bands.add(band);
                    Arrays.stream(band).forEach(all::add);
                }
            }
            draw(axes, array(places), bands, String.join(", ", cell), Look.LINE);
        }
        return finish(axes, all, !factors.isEmpty()).xlabel("step").ylabel(curve);
    }

    /** Between labels there is nothing that a line could tell of. */
    private enum Look {
        LINE,
        MARKED_LINE,
        MARKS
    }

    private static void draw(Axes axes, double[] x, List<double[]> bands, String label, Look look) {
        if (x.length == 0) {
            return;
        }
        double[] low = bands.stream().mapToDouble(band -> band[0]).toArray();
        double[] middle = bands.stream().mapToDouble(band -> band[1]).toArray();
        double[] high = bands.stream().mapToDouble(band -> band[2]).toArray();
        if (look == Look.MARKS || x.length == 1) {
            double[][] lengths = new double[2][x.length];
            for (int i = 0; i < x.length; i++) {
                lengths[0][i] = middle[i] - low[i];
                lengths[1][i] = high[i] - middle[i];
            }
            axes.errorbar(x, middle, label, Options.yerr(lengths), Options.marker("o"), Options.noLine());
            return;
        }
        axes.fillBetween(x, low, high, Options.alpha(OPACITY));
        if (look == Look.MARKED_LINE) {
            axes.plot(x, middle, label, Options.marker("o"));
        } else {
            axes.plot(x, middle, label);
        }
    }

    private static Axes finish(Axes axes, List<Double> all, boolean legend) {
        if (isWide(all)) {
            axes.yscale("log");
        }
        return legend ? axes.legend() : axes;
    }

    private static boolean isWide(List<Double> values) {
        double low = values.stream().mapToDouble(x -> x).min().orElse(0);
        double high = values.stream().mapToDouble(x -> x).max().orElse(0);
        return low > 0 && high / low > WIDE;
    }

    /** Lower quartile, median, upper quartile; null where the median is not a number that can be drawn. */
    private double @Nullable [] band(double[] values) {
        if (values.length == 0 || !Double.isFinite(Statistics.median(values))) {
            return null;
        }
        double[] finite = finite(values);
        double edge = higher ? Statistics.best(finite) : Statistics.worst(finite);
        return Arrays.stream(new double[] {0.25, 0.5, 0.75})
                .map(q -> Statistics.quantile(values, q))
                .map(x -> Double.isFinite(x) ? x : edge)
                .toArray();
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(x -> x).toArray();
    }
}
