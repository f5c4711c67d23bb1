package lectern.plot.learning;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import lectern.plot.Figure;
import lectern.plot.Options;
import lectern.plot.Plots;
import lectern.plot.chart.Histograms;
import lectern.plot.layer.Contours;

/**
 * How a model answers to one feature and to two, the others averaged over the samples (J. H. Friedman, 2001).
 *
 * <p>Curves stand on the diagonal, contours of pairs below it, the samples on top of them.
 */
final class PartialDependence {
    private static final int PLACES = 24;
    private static final int AVERAGED = 60;
    private static final int LEVELS = 10;
    private static final int MOST = 8;

    private final double[][] samples;
    private final double[][] few;
    private final ToDoubleFunction<double[]> model;

    private PartialDependence(double[][] samples, ToDoubleFunction<double[]> model) {
        this.samples = samples;
        this.model = model;
        int stride = Math.max(1, samples.length / AVERAGED);
        few = new double[(samples.length + stride - 1) / stride][];
        for (int i = 0; i < few.length; i++) {
            few[i] = samples[i * stride];
        }
    }

    static Figure draw(double[][] samples, List<String> names, ToDoubleFunction<double[]> model) {
        int d = names.size();
        if (samples.length == 0 || samples[0].length != d || d < 2 || d > MOST) {
            throw new IllegalArgumentException("Partial dependence needs samples with 2 to " + MOST
                    + " columns and a name for each but got "
                    + names.size() + " names for " + (samples.length == 0 ? 0 : samples[0].length) + " columns.");
        }
        return new PartialDependence(samples, model).figure(names);
    }

    private Figure figure(List<String> names) {
        int d = names.size();
        var places = new double[d][];
        var fields = new double[d][d][][];
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < d; i++) {
            places[i] = places(i);
            for (int j = 0; j < i; j++) {
                fields[i][j] = field(places, i, j);
                for (double[] row : fields[i][j]) {
                    lo = Math.min(lo, Arrays.stream(row).min().orElse(lo));
                    hi = Math.max(hi, Arrays.stream(row).max().orElse(hi));
                }
            }
        }
        double[] levels = Contours.levels(lo, hi > lo ? hi : lo + 1, LEVELS, true);
        var figure = Plots.subplots(d, d).size(Math.min(10, 2.1 * d), Math.min(10, 1.9 * d));
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                var axes = figure.at(i, j).fontSize(8);
                if (i == j) {
                    axes.plot(places[i], curve(places[i], i));
                } else {
                    axes.contourf(places[j], places[i], fields[i][j], Options.levels(levels))
                            .scatter(column(j), column(i), Options.color("k"), Options.size(2))
                            .ylim(places[i][0], places[i][PLACES - 1]);
                }
                axes.xlim(places[j][0], places[j][PLACES - 1]);
                if (i == d - 1) {
                    axes.xlabel(names.get(j));
                }
                if (j == 0 && i > 0) {
                    axes.ylabel(names.get(i));
                }
            }
        }
        return figure.colorbar("mean answer");
    }

    private double[] column(int j) {
        return Arrays.stream(samples).mapToDouble(row -> row[j]).toArray();
    }

    private double[] places(int j) {
        double lo = Arrays.stream(column(j)).min().orElse(0);
        double hi = Arrays.stream(column(j)).max().orElse(1);
        return Histograms.edges(lo, hi > lo ? hi : lo + 1, PLACES - 1);
    }

    private double[] curve(double[] at, int j) {
        return Arrays.stream(at).map(v -> mean(j, v, j, v)).toArray();
    }

    private double[][] field(double[][] places, int i, int j) {
        return Arrays.stream(places[i])
                .mapToObj(
                        b -> Arrays.stream(places[j]).map(a -> mean(i, b, j, a)).toArray())
                .toArray(double[][]::new);
    }

    private double mean(int i, double a, int j, double b) {
        double sum = 0;
        for (double[] row : few) {
            double[] point = row.clone();
            point[i] = a;
            point[j] = b;
            sum += model.applyAsDouble(point);
        }
        return sum / few.length;
    }
}
