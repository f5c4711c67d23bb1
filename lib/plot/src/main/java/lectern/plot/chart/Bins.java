package lectern.plot.chart;

import java.util.Arrays;
import lectern.plot.layer.Style;

/** Chooses the edges of the bins of histograms. */
final class Bins {
    /** More than these nobody tells apart; samples with a few values far away would ask for millions. */
    private static final int MOST_AUTOMATIC = 1000;

    private Bins() {}

    /** The edges for samples that are counted together, as the options ask; 10 equal bins unless they do. */
    static double[] edges(Sheet sheet, double[][] samples, Style.Bins asked) {
        if (asked.edges() != null) {
            return asked.edges();
        }
        double[] all = Samples.sorted(
                Arrays.stream(samples).flatMapToDouble(Arrays::stream).toArray());
        double lo = all.length == 0 ? Double.POSITIVE_INFINITY : all[0];
        double hi = all.length == 0 ? Double.NEGATIVE_INFINITY : all[all.length - 1];
        if (asked.rule() == null) {
            return Histograms.edges(lo, hi, asked.count() == null ? 10 : asked.count());
        }
        if (asked.rule().equals("same")) {
            if (sheet.edges() == null) {
                throw new IllegalArgumentException(
                        "bins(\"same\") takes the bins of the histogram before it on the same"
                                + " axes, but there is none.");
            }
            return sheet.edges();
        }
        if (asked.weights() != null) {
            throw new IllegalArgumentException("The rule \"" + asked.rule()
                    + "\" for bins does not know weights; say how many bins, such as bins(20).");
        }
        return Histograms.edges(lo, hi, count(all, asked.rule()));
    }

    /** How many bins a rule asks for. */
    private static int count(double[] sorted, String rule) {
        int n = sorted.length;
        if (n < 2 || sorted[0] == sorted[n - 1]) {
            return 1;
        }
        double range = sorted[n - 1] - sorted[0];
        double sturges = range / (Math.log(n) / Math.log(2) + 1);
        double quartiles = Samples.quantile(sorted, 0.75) - Samples.quantile(sorted, 0.25);
        double fd = 2 * quartiles * Math.pow(n, -1.0 / 3);
        double width = switch (rule) {
            case "sturges" -> sturges;
            case "sqrt" -> range / Math.sqrt(n);
            case "fd" -> fd > 0 ? fd : range;
            default -> fd > 0 ? Math.min(sturges, fd) : sturges;
        };
        // Bins narrower than the step of whole numbers stay empty at random.
        boolean whole = Arrays.stream(sorted).allMatch(v -> v == Math.rint(v));
        return (int) Math.clamp(Math.ceil(range / (whole ? Math.max(1, width) : width)), 1, MOST_AUTOMATIC);
    }
}
