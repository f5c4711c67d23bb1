package lectern.data;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Artificial data sets whose truth is known, in the shapes that scikit-learn has made familiar. */
final class Generators {
    private Generators() {}

    static Dataset blobs(int samples, int centers, int features, double spread, long seed) {
        requirePositive(samples, "samples");
        requirePositive(centers, "centers");
        requirePositive(features, "features");
        var random = new SplittableRandom(seed);
        var middle = new double[centers][features];
        for (double[] point : middle) {
            for (int j = 0; j < features; j++) {
                point[j] = random.nextDouble(-10, 10);
            }
        }
        var rows = new double[samples][features];
        var labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = i % centers;
            for (int j = 0; j < features; j++) {
                rows[i][j] = middle[labels[i]][j] + spread * random.nextGaussian();
            }
        }
        return shuffled(rows, labels, features(features), classes(centers), random);
    }

    static Dataset moons(int samples, double noise, long seed) {
        requirePositive(samples, "samples");
        var random = new SplittableRandom(seed);
        int upper = samples / 2;
        int lower = samples - upper;
        var rows = new double[samples][2];
        var labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            boolean below = i >= upper;
            double angle = below ? angle(i - upper, lower) : angle(i, upper);
            rows[i][0] = below ? 1 - Math.cos(angle) : Math.cos(angle);
            rows[i][1] = below ? 0.5 - Math.sin(angle) : Math.sin(angle);
            labels[i] = below ? 1 : 0;
        }
        return shuffled(jitter(rows, noise, random), labels, features(2), classes(2), random);
    }

    static Dataset circles(int samples, double noise, double factor, long seed) {
        requirePositive(samples, "samples");
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException(
                    "The inner circle's radius must lie between 0 and 1; " + factor + " was given.");
        }
        var random = new SplittableRandom(seed);
        int outer = samples / 2;
        var rows = new double[samples][2];
        var labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            boolean inner = i >= outer;
            int place = inner ? i - outer : i;
            double angle = 2 * Math.PI * place / (inner ? samples - outer : outer);
            double radius = inner ? factor : 1;
            rows[i][0] = radius * Math.cos(angle);
            rows[i][1] = radius * Math.sin(angle);
            labels[i] = inner ? 1 : 0;
        }
        return shuffled(jitter(rows, noise, random), labels, features(2), classes(2), random);
    }

    static RegressionSet swissRoll(int samples, double noise, long seed) {
        requirePositive(samples, "samples");
        var random = new SplittableRandom(seed);
        var rows = new double[samples][3];
        var position = new double[samples];
        for (int i = 0; i < samples; i++) {
            double t = 1.5 * Math.PI * (1 + 2 * random.nextDouble());
            rows[i][0] = t * Math.cos(t);
            rows[i][1] = 21 * random.nextDouble();
            rows[i][2] = t * Math.sin(t);
            position[i] = t;
        }
        return new RegressionSet(jitter(rows, noise, random), position, List.of("x", "y", "z"));
    }

    /**
     * Gaussian clouds around corners of a cube that is {@code 2·separation} wide, in the informative features; the
     * other features are noise. Every class owns every {@code classes}-th corner.
     */
    static Dataset classification(
            int samples, int features, int informative, int classes, double separation, double flip, long seed) {
        requirePositive(samples, "samples");
        if (informative < 1 || informative > features || informative > 20) {
            throw new IllegalArgumentException("The number of informative features must lie between 1 and "
                    + Math.min(features, 20) + "; " + informative + " was given.");
        }
        int corners = 1 << informative;
        if (classes < 2 || classes > corners) {
            throw new IllegalArgumentException(classes + " classes do not fit the " + corners + " corners of a cube in "
                    + informative + " informative features; choose 2 to " + corners + ".");
        }
        var random = new SplittableRandom(seed);
        int[] corner = Splitting.permutation(corners, random);
        var rows = new double[samples][features];
        var labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = i % classes;
            int owned = (corners - labels[i] + classes - 1) / classes;
            int place = corner[labels[i] + classes * random.nextInt(Math.min(owned, 2))];
            for (int j = 0; j < features; j++) {
                double middle = j < informative ? ((place >> j & 1) == 1 ? separation : -separation) : 0;
                rows[i][j] = middle + random.nextGaussian();
            }
            if (random.nextDouble() < flip) {
                labels[i] = random.nextInt(classes);
            }
        }
        return shuffled(rows, labels, features(features), classes(classes), random);
    }

    private static double angle(int i, int n) {
        return n == 1 ? 0 : Math.PI * i / (n - 1);
    }

    private static double[][] jitter(double[][] rows, double noise, SplittableRandom random) {
        if (noise < 0) {
            throw new IllegalArgumentException("Noise is a standard deviation and cannot be negative: " + noise);
        }
        for (double[] row : rows) {
            for (int j = 0; j < row.length; j++) {
                row[j] += noise * random.nextGaussian();
            }
        }
        return rows;
    }

    private static Dataset shuffled(
            double[][] rows, int[] labels, List<String> features, List<String> classes, SplittableRandom random) {
        return new Dataset(rows, labels, features, classes).select(Splitting.permutation(labels.length, random));
    }

    private static List<String> features(int n) {
        return IntStream.range(0, n).mapToObj(j -> "x" + j).toList();
    }

    private static List<String> classes(int n) {
        return IntStream.range(0, n).mapToObj(k -> "class " + k).toList();
    }

    private static void requirePositive(int n, String what) {
        if (n < 1) {
            throw new IllegalArgumentException("The number of " + what + " must be positive; " + n + " was given.");
        }
    }
}
