package lectern.data.prepare;

import java.util.function.DoubleUnaryOperator;
import lectern.tensor.Tensor;

/**
 * Makes every feature as normally distributed as a power allows (Yeo and Johnson, 2000), with mean 0 and standard deviation 1.
 *
 * <p>{@code ((x + 1)^λ − 1) / λ} for x ≥ 0 and {@code −((1 − x)^(2 − λ) − 1) / (2 − λ)} below, with their limits at λ = 0 and
 * λ = 2; λ makes the likelihood of a normal distribution largest. Missing values (NaN) are left out and stay NaN.
 */
public final class PowerTransformer {
    private static final String WHO = "PowerTransformer";
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    /** Powers beyond these would turn samples into a step. */
    private static final double WIDEST = 20;

    private double[] lambdas;
    private double[] means;
    private double[] deviations;

    /**
     * Learns a power for each feature.
     *
     * @param x features of shape (samples, features)
     * @return this
     * @throws IllegalArgumentException for infinite values, and features that are constant or missing in all samples
     */
    public PowerTransformer fit(Tensor x) {
        Matrix matrix = Matrix.learned(x, WHO, true);
        int n = matrix.columns();
        var powers = new double[n];
        var middle = new double[n];
        var spread = new double[n];
        for (int j = 0; j < n; j++) {
            double[] values = matrix.sorted(j);
            if (values.length == 0 || values[0] == values[values.length - 1]) {
                throw new IllegalArgumentException("Feature " + j
                        + (values.length == 0 ? " is missing in all samples" : " is " + values[0] + " in all samples")
                        + ", so no power makes it normal; leave it out.");
            }
            powers[j] = highest(lambda -> likelihood(values, lambda));
            double[] moments = moments(values, powers[j]);
            middle[j] = moments[0];
            spread[j] = Math.sqrt(moments[1]);
        }
        lambdas = powers;
        means = middle;
        deviations = spread;
        return this;
    }

    private static double power(double x, double lambda) {
        if (x >= 0) {
            return lambda == 0 ? Math.log1p(x) : Math.expm1(lambda * Math.log1p(x)) / lambda;
        }
        return lambda == 2 ? -Math.log1p(-x) : -Math.expm1((2 - lambda) * Math.log1p(-x)) / (2 - lambda);
    }

    /** Mean and variance (n in the denominator) of the powers. */
    private static double[] moments(double[] values, double lambda) {
        double mean = 0;
        for (double value : values) {
            mean += power(value, lambda) / values.length;
        }
        double variance = 0;
        for (double value : values) {
            double off = power(value, lambda) - mean;
            variance += off * off / values.length;
        }
        return new double[] {mean, variance};
    }

    private static double likelihood(double[] values, double lambda) {
        double logs = 0;
        for (double value : values) {
            logs += Math.signum(value) * Math.log1p(Math.abs(value));
        }
        double variance = moments(values, lambda)[1];
        // Powers that flatten all samples to one number have no likelihood.
        return variance > 0 && variance < Double.POSITIVE_INFINITY
                ? -values.length / 2.0 * Math.log(variance) + (lambda - 1) * logs
                : Double.NEGATIVE_INFINITY;
    }

    /** Where a function with one hill is highest (golden section), after a walk finds the hill. */
    private static double highest(DoubleUnaryOperator f) {
        double best = -WIDEST;
        for (double lambda = -WIDEST; lambda <= WIDEST; lambda += 0.5) {
            best = f.applyAsDouble(lambda) > f.applyAsDouble(best) ? lambda : best;
        }
        double low = best - 0.5;
        double high = best + 0.5;
        while (high - low > 1e-9) {
            double a = high - GOLDEN * (high - low);
            double b = low + GOLDEN * (high - low);
            if (f.applyAsDouble(a) > f.applyAsDouble(b)) {
                high = b;
            } else {
                low = a;
            }
        }
        return (low + high) / 2;
    }

    /**
     * The transformed features, float64; NaN stays NaN.
     *
     * @param x features of shape (samples, features)
     * @return the same shape
     * @throws IllegalStateException before {@code fit}
     * @throws IllegalArgumentException for infinite values and another number of features
     */
    public Tensor transform(Tensor x) {
        Matrix matrix = Matrix.like(x, WHO, lambdas == null ? -1 : lambdas.length, true);
        var data = new double[matrix.data().length];
        for (int i = 0; i < data.length; i++) {
            int j = i % lambdas.length;
            data[i] = (power(matrix.data()[i], lambdas[j]) - means[j]) / deviations[j];
        }
        return Matrix.tensor(data, matrix.rows(), matrix.columns());
    }

    /** Learns from these features and transforms them. */
    public Tensor fitTransform(Tensor x) {
        return fit(x).transform(x);
    }

    /**
     * The powers that were learned.
     *
     * @return λ of each feature
     * @throws IllegalStateException before {@code fit}
     */
    public double[] lambdas() {
        if (lambdas == null) {
            throw new IllegalStateException("This " + WHO + " has not learned anything yet: call fit(x) first.");
        }
        return lambdas.clone();
    }
}
