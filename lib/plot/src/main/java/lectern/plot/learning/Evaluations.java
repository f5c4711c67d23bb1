package lectern.plot.learning;

import static lectern.plot.Options.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lectern.plot.Axes;
import lectern.plot.Option;
import lectern.plot.Plots;
import lectern.plot.layer.Setting;
import lectern.plot.scale.Numbers;

/** Makes figures of how good a model is. */
final class Evaluations {
    private Evaluations() {}

    static Axes precisionRecall(Object recall, Object precision, String label) {
        double[] x = parts("recall", recall);
        double[] y = parts("precision", precision);
        return Plots.axes()
                .step(x, y, where("post"), label(label))
                .labels("recall", "precision")
                .xlim(-0.02, 1.02)
                .ylim(-0.02, 1.05)
                .legend("lower left");
    }

    static Axes calibration(Object predicted, Object observed, String label) {
        double[] x = parts("predicted probabilities", predicted);
        double[] y = parts("observed frequencies", observed);
        return Plots.axes()
                .plot(x, y, label, marker("o"))
                .plot(new double[] {0, 1}, new double[] {0, 1}, "perfect", dashed(), color("0.5"))
                .labels("predicted probability", "observed frequency")
                .equal()
                .legend("upper left");
    }

    /** Numbers between 0 and 1. */
    private static double[] parts(String what, Object data) {
        double[] values = Numbers.toDoubles(data);
        for (double v : values) {
            if (v < 0 || v > 1) {
                throw new IllegalArgumentException("Values of " + what + " lie between 0 and 1 but got " + v + ".");
            }
        }
        return values;
    }

    static Axes learning(Object sizes, Object training, Object validation) {
        double[] x = Numbers.toDoubles(sizes);
        var axes = Plots.axes();
        band(axes, x, training, "training");
        if (validation != null) {
            band(axes, x, validation, "validation");
        }
        return axes.labels("training samples", "score").legend();
    }

    private static void band(Axes axes, double[] x, Object scores, String label) {
        double[][] rows = Numbers.isMatrix(scores)
                ? Numbers.toMatrix(scores)
                : Arrays.stream(Numbers.toDoubles(scores))
                        .mapToObj(v -> new double[] {v})
                        .toArray(double[][]::new);
        if (rows.length != x.length) {
            throw new IllegalArgumentException("A learning curve needs a row of scores for each of " + x.length
                    + " sizes but got " + rows.length + " rows for " + label + ".");
        }
        var mean = new double[x.length];
        var spread = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double m = Arrays.stream(rows[i]).average().orElse(Double.NaN);
            mean[i] = m;
            spread[i] = Math.sqrt(
                    Arrays.stream(rows[i]).map(v -> (v - m) * (v - m)).average().orElse(0));
        }
        axes.plot(x, mean, label, marker("o"));
        if (Arrays.stream(spread).anyMatch(s -> s > 0)) {
            axes.fillBetween(x, sum(mean, spread, -1), sum(mean, spread, 1));
        }
    }

    private static double[] sum(double[] a, double[] b, double times) {
        return IntStream.range(0, a.length)
                .mapToDouble(i -> a[i] + times * b[i])
                .toArray();
    }

    static Axes importance(List<String> names, double[] values, Option... options) {
        if (names.size() != values.length) {
            throw new IllegalArgumentException("Each feature needs a name and an importance but got " + names.size()
                    + " names and " + values.length + " importances.");
        }
        // From the bottom upwards, so that the largest stands on top.
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> values[i]).thenComparing(i -> -i))
                .mapToInt(i -> i)
                .toArray();
        var all = new ArrayList<Option>();
        for (Option option : options) {
            all.add(option.setting() == Setting.XERR ? xerr(sorted(option.value(), order)) : option);
        }
        return Plots.axes()
                .barh(
                        IntStream.of(order).mapToObj(names::get).toArray(String[]::new),
                        IntStream.of(order).mapToDouble(i -> values[i]).toArray(),
                        all.toArray(Option[]::new))
                .xlabel("importance");
    }

    private static double[][] sorted(Object errors, int[] order) {
        double[][] both = Numbers.errors(errors, order.length);
        return Arrays.stream(both)
                .map(row -> IntStream.of(order).mapToDouble(i -> row[i]).toArray())
                .toArray(double[][]::new);
    }

    static Axes residuals(double[] predicted, double[] actual, Option... options) {
        Numbers.sameLength("A residual plot", predicted, actual);
        return Plots.axes()
                .axhline(0, dashed(), color("0.5"))
                .scatter(predicted, sum(actual, predicted, -1), options)
                .labels("predicted", "actual \u2212 predicted");
    }
}
