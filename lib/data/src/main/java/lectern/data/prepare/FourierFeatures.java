package lectern.data.prepare;

import lectern.tensor.Tensor;

/**
 * Sine and cosine of every feature: {@code sin(2πkx/T), cos(2πkx/T)} for k = 1 to the order, T being the period.
 *
 * <p>A linear model on them is a Fourier series; with hours and a period of 24 midnight lies beside 23 o'clock.
 *
 * {@snippet :
 * new FourierFeatures(24, 2).transform(of(6.0, 12).reshape(2, 1)).shape()      // → int[2] { 2, 4 }
 * }
 */
public final class FourierFeatures {
    private final double period;
    private final int order;

    /**
     * Waves that repeat after a period.
     *
     * @param period the length after which everything repeats, positive
     * @param order how many waves: the fastest one repeats {@code order} times in a period
     * @throws IllegalArgumentException for a period that is not positive and finite, or an order below 1
     */
    public FourierFeatures(double period, int order) {
        if (!(period > 0) || Double.isInfinite(period)) {
            throw new IllegalArgumentException("A period is positive and finite; " + period + " was given.");
        }
        if (order < 1) {
            throw new IllegalArgumentException("At least one wave is needed; the order " + order + " was given.");
        }
        this.period = period;
        this.order = order;
    }

    /**
     * The waves at each sample, float64: for each feature sine and cosine of k = 1, then of k = 2, and so on.
     *
     * @param x features of shape (samples, features)
     * @return shape (samples, 2 · order · features)
     * @throws IllegalArgumentException for NaN and infinite values
     */
    public Tensor transform(Tensor x) {
        Matrix matrix = Matrix.learned(x, "FourierFeatures", false);
        var data = new double[Math.multiplyExact(2 * order, matrix.data().length)];
        int next = 0;
        for (double value : matrix.data()) {
            // The rest of the division is exact, so far-away times keep their digits.
            double phase = 2 * Math.PI * (value % period / period);
            for (int k = 1; k <= order; k++) {
                data[next++] = Math.sin(k * phase);
                data[next++] = Math.cos(k * phase);
            }
        }
        return Matrix.tensor(data, matrix.rows(), 2 * order * matrix.columns());
    }
}
