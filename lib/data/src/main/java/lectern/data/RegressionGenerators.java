package lectern.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Artificial samples for regression and curves in space, whose truth is a formula. */
final class RegressionGenerators {
    private RegressionGenerators() {}

    /** A formula on one sample. */
    interface Truth {
        double of(double... x);
    }

    /** Samples uniform in a box, their targets by a formula with Gaussian noise. */
    static RegressionSet uniform(
            int samples, double[] low, double[] high, double noise, long seed, List<String> names, Truth truth) {
        check(samples, noise);
        var random = new SplittableRandom(seed);
        var rows = new double[samples][low.length];
        var targets = new double[samples];
        for (int i = 0; i < samples; i++) {
            for (int j = 0; j < low.length; j++) {
                rows[i][j] = low[j] + (high[j] - low[j]) * random.nextDouble();
            }
            targets[i] = truth.of(rows[i]) + noise * random.nextGaussian();
        }
        return new RegressionSet(rows, targets, names);
    }

    static RegressionSet friedman1(int samples, int features, double noise, long seed) {
        if (features < 5) {
            throw new IllegalArgumentException("Friedman's first formula has 5 features; " + features + " were given.");
        }
        double[] high = IntStream.range(0, features).mapToDouble(j -> 1).toArray();
        return uniform(samples, new double[features], high, noise, seed, names(features), Friedman::first);
    }

    static RegressionSet impedance(int samples, double noise, long seed, Truth truth) {
        double[] low = {0, 40 * Math.PI, 0, 1};
        double[] high = {100, 560 * Math.PI, 1, 11};
        return uniform(samples, low, high, noise, seed, names(4), truth);
    }

    static RegressionSet franke(int samples, double noise, long seed) {
        return uniform(samples, new double[2], new double[] {1, 1}, noise, seed, List.of("x", "y"), Friedman::franke);
    }

    static RegressionSet linear(int samples, int features, int informative, double noise, long seed) {
        check(samples, noise);
        if (informative < 1 || informative > features) {
            throw new IllegalArgumentException("The number of informative features must lie between 1 and " + features
                    + "; " + informative + " was given.");
        }
        var random = new SplittableRandom(seed);
        var weights = new double[informative];
        for (int j = 0; j < informative; j++) {
            weights[j] = 100 * random.nextDouble();
        }
        var rows = new double[samples][features];
        var targets = new double[samples];
        for (int i = 0; i < samples; i++) {
            for (int j = 0; j < features; j++) {
                rows[i][j] = random.nextGaussian();
                targets[i] += j < informative ? weights[j] * rows[i][j] : 0;
            }
            targets[i] += noise * random.nextGaussian();
        }
        return new RegressionSet(rows, targets, names(features));
    }

    static RegressionSet runge(int samples, double noise, long seed) {
        check(samples, noise);
        var random = new SplittableRandom(seed);
        var rows = new double[samples][1];
        var targets = new double[samples];
        for (int i = 0; i < samples; i++) {
            double x = samples == 1 ? 0 : -1 + 2.0 * i / (samples - 1);
            rows[i][0] = x;
            targets[i] = 1 / (1 + 25 * x * x) + noise * random.nextGaussian();
        }
        return new RegressionSet(rows, targets, List.of("x"));
    }

    static RegressionSet sCurve(int samples, double noise, long seed) {
        check(samples, noise);
        var random = new SplittableRandom(seed);
        var rows = new double[samples][];
        var place = new double[samples];
        for (int i = 0; i < samples; i++) {
            double t = 3 * Math.PI * (random.nextDouble() - 0.5);
            rows[i] = new double[] {Math.sin(t), 2 * random.nextDouble(), Math.signum(t) * (Math.cos(t) - 1)};
            place[i] = t;
        }
        return new RegressionSet(shaken(rows, noise, random), place, List.of("x", "y", "z"));
    }

    static RegressionSet trefoil(int samples, double noise, long seed) {
        check(samples, noise);
        var random = new SplittableRandom(seed);
        var rows = new double[samples][];
        var place = new double[samples];
        for (int i = 0; i < samples; i++) {
            double t = 2 * Math.PI * i / samples;
            rows[i] =
                    new double[] {Math.sin(t) + 2 * Math.sin(2 * t), Math.cos(t) - 2 * Math.cos(2 * t), -Math.sin(3 * t)
                    };
            place[i] = t;
        }
        return new RegressionSet(shaken(rows, noise, random), place, List.of("x", "y", "z"));
    }

    private static double[][] shaken(double[][] rows, double noise, SplittableRandom random) {
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] += noise * random.nextGaussian();
            }
        }
        return rows;
    }

    private static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(j -> "x" + j).toList();
    }

    private static void check(int samples, double noise) {
        if (samples < 1) {
            throw new IllegalArgumentException("The number of samples must be positive; " + samples + " was given.");
        }
        if (!(noise >= 0) || Double.isInfinite(noise)) {
            throw new IllegalArgumentException(
                    "Noise is a standard deviation, zero or positive and finite; " + noise + " was given.");
        }
    }
}
