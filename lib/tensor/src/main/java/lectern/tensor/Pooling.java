package lectern.tensor;

import java.util.Collections;
import java.util.List;
import lectern.tensor.op.AvgPool;
import lectern.tensor.op.MaxPool;
import lectern.tensor.op.Window;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/** Pooling, batch normalisation, and the options of windows that slide over signals and pictures. */
public class Pooling {
    Pooling() {}

    /**
     * Sets the steps of a window: {@code stride(2)} halves a picture.
     *
     * {@snippet :
     * conv1d(ones(1, 1, 8), ones(1, 1, 2), stride(2)).shape() // → int[3] { 1, 1, 4 }
     * }
     *
     * @param steps one number for all axes, or one for each, 1 or more; the verb that slides refuses others
     * @return options of a sliding window, to which further ones are chained
     */
    public static Sliding stride(int... steps) {
        return Sliding.USUAL.stride(steps);
    }

    /**
     * Puts zeros around signals or pictures.
     *
     * {@snippet :
     * conv1d(ones(1, 1, 8), ones(1, 1, 3), padding(1)).shape() // → int[3] { 1, 1, 8 }
     * }
     *
     * @param margins one number for all sides, or one for each axis, 0 or more; the verb that slides refuses others
     * @return options of a sliding window, to which further ones are chained
     */
    public static Sliding padding(int... margins) {
        return Sliding.USUAL.padding(margins);
    }

    /**
     * Puts as many zeros around signals or pictures as a name says.
     *
     * @param name {@code "same"} (as many as keep the size) or {@code "valid"} (none)
     * @return options of a sliding window, to which further ones are chained
     * @throws IllegalArgumentException for another name
     */
    public static Sliding padding(String name) {
        return Sliding.USUAL.padding(name);
    }

    /**
     * Sets how far the taps of a window lie apart, so that a small filter sees far (F. Yu, V. Koltun, 2016).
     *
     * {@snippet :
     * conv1d(ones(1, 1, 8), ones(1, 1, 3), dilation(2)).shape() // → int[3] { 1, 1, 4 }
     * }
     *
     * @param distances one number for all axes, or one for each, 1 for neighbours; the verb that slides refuses others
     * @return options of a sliding window, to which further ones are chained
     */
    public static Sliding dilation(int... distances) {
        return Sliding.USUAL.dilation(distances);
    }

    /**
     * Parts the channels in groups that are convolved apart.
     *
     * {@snippet :
     * conv1d(ones(1, 2, 8), ones(2, 1, 3), groups(2)).shape() // → int[3] { 1, 2, 6 }
     * }
     *
     * @param count how many, a divisor of both numbers of channels; as many as channels for a convolution of each by
     *     itself; the verb that slides refuses others
     * @return options of a sliding window, to which further ones are chained
     */
    public static Sliding groups(int count) {
        return Sliding.USUAL.groups(count);
    }

    /**
     * Takes the maximum of every {@code size} neighbours of a signal, windows side by side.
     *
     * {@snippet :
     * maxPool1d(of(1.0, 3, 2, 5).reshape(1, 1, -1), 2) // → [[[3. 5.]]]
     * }
     *
     * @param x shape (n, channels, length)
     * @param size the length of the window, 1 or more
     * @return shape (n, channels, ⌊length / size⌋)
     * @throws ShapeException for other axes, or a window longer than the signal
     */
    public static Tensor maxPool1d(Tensor x, int size) {
        return maxPool1d(x, size, Sliding.USUAL);
    }

    /**
     * Takes the maximum under a window that slides along a signal.
     *
     * @param x shape (n, channels, length)
     * @param size the length of the window, 1 or more
     * @param options {@code stride}, {@code padding} and {@code dilation} of the window; side by side unless said
     * @return shape (n, channels, places of the window)
     * @throws ShapeException for other axes, or a window longer than the padded signal
     */
    public static Tensor maxPool1d(Tensor x, int size, Sliding options) {
        return Tensor.apply(new MaxPool(pool("maxPool1d", x, 1, size, options)), x);
    }

    /**
     * Takes the maximum of every square of {@code size} by {@code size}, squares side by side.
     *
     * {@snippet :
     * maxPool2d(of(1.0, 3, 2, 5).reshape(1, 1, 2, 2), 2) // → [[[[5.]]]]
     * }
     *
     * @param x shape (n, channels, height, width)
     * @param size the side of the square, 1 or more
     * @return shape (n, channels, ⌊height / size⌋, ⌊width / size⌋)
     * @throws ShapeException for other axes, or a square larger than the picture
     */
    public static Tensor maxPool2d(Tensor x, int size) {
        return maxPool2d(x, size, Sliding.USUAL);
    }

    /**
     * Takes the maximum under a square that slides over pictures.
     *
     * @param x shape (n, channels, height, width)
     * @param size the side of the square, 1 or more
     * @param options {@code stride}, {@code padding} and {@code dilation} of the window; side by side unless said
     * @return shape (n, channels, places down, places across)
     * @throws ShapeException for other axes, or a square larger than the padded picture
     */
    public static Tensor maxPool2d(Tensor x, int size, Sliding options) {
        return Tensor.apply(new MaxPool(pool("maxPool2d", x, 2, size, options)), x);
    }

    /**
     * Takes the mean of every {@code size} neighbours of a signal, windows side by side.
     *
     * {@snippet :
     * avgPool1d(of(1.0, 3, 2, 5).reshape(1, 1, -1), 2) // → [[[2. 3.5]]]
     * }
     *
     * @param x shape (n, channels, length)
     * @param size the length of the window, 1 or more
     * @return shape (n, channels, ⌊length / size⌋)
     * @throws ShapeException for other axes, or a window longer than the signal
     */
    public static Tensor avgPool1d(Tensor x, int size) {
        return avgPool1d(x, size, Sliding.USUAL);
    }

    /**
     * Takes the mean under a window that slides along a signal; padding counts as zeros.
     *
     * @param x shape (n, channels, length)
     * @param size the length of the window, 1 or more
     * @param options {@code stride}, {@code padding} and {@code dilation} of the window; side by side unless said
     * @return shape (n, channels, places of the window)
     * @throws ShapeException for other axes, or a window longer than the padded signal
     */
    public static Tensor avgPool1d(Tensor x, int size, Sliding options) {
        return Tensor.apply(new AvgPool(pool("avgPool1d", x, 1, size, options)), x);
    }

    /**
     * Takes the mean of every square of {@code size} by {@code size}, squares side by side.
     *
     * {@snippet :
     * avgPool2d(of(1.0, 3, 2, 6).reshape(1, 1, 2, 2), 2) // → [[[[3.]]]]
     * }
     *
     * @param x shape (n, channels, height, width)
     * @param size the side of the square, 1 or more
     * @return shape (n, channels, ⌊height / size⌋, ⌊width / size⌋)
     * @throws ShapeException for other axes, or a square larger than the picture
     */
    public static Tensor avgPool2d(Tensor x, int size) {
        return avgPool2d(x, size, Sliding.USUAL);
    }

    /**
     * Takes the mean under a square that slides over pictures; padding counts as zeros.
     *
     * @param x shape (n, channels, height, width)
     * @param size the side of the square, 1 or more
     * @param options {@code stride}, {@code padding} and {@code dilation} of the window; side by side unless said
     * @return shape (n, channels, places down, places across)
     * @throws ShapeException for other axes, or a square larger than the padded picture
     */
    public static Tensor avgPool2d(Tensor x, int size, Sliding options) {
        return Tensor.apply(new AvgPool(pool("avgPool2d", x, 2, size, options)), x);
    }

    /**
     * Normalises a batch while training: every channel to mean 0 and variance 1 over all other axes, then scaled and
     * shifted, {@code γ (x − μ) / √(σ² + ε) + β} with ε = 10⁻⁵ (S. Ioffe, C. Szegedy, 2015).
     *
     * {@snippet :
     * batchNorm(of(new double[][] {{1, 10}, {3, 30}}), of(1.0), of(0.0)).format("%.2f")
     * // → "[[-1.00 -1.00]\n [1.00 1.00]]"
     * }
     *
     * @param x shape (n, channels, …)
     * @param gamma γ, one number for each channel, or one for all
     * @param beta β, one number for each channel, or one for all
     * @return the shape of x
     * @throws ShapeException for fewer than two axes, or numbers that are not as many as channels
     */
    public static Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta) {
        int[] others = others(x);
        return batchNorm(x, gamma, beta, x.mean(others), x.var(others), 1e-5);
    }

    /**
     * Normalises a batch at prediction, with mean and variance of every channel as gathered while training.
     *
     * @param x shape (n, channels, …)
     * @param gamma γ, one number for each channel, or one for all
     * @param beta β, one number for each channel, or one for all
     * @param mean μ, one number for each channel, or one for all
     * @param variance σ², one number for each channel, or one for all
     * @return the shape of x
     * @throws ShapeException for fewer than two axes, or numbers that are not as many as channels
     */
    public static Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta, Tensor mean, Tensor variance) {
        return batchNorm(x, gamma, beta, mean, variance, 1e-5);
    }

    /**
     * Normalises a batch with mean and variance given, and a small number under the root.
     *
     * @param x shape (n, channels, …)
     * @param gamma γ, one number for each channel, or one for all
     * @param beta β, one number for each channel, or one for all
     * @param mean μ, one number for each channel, or one for all
     * @param variance σ², one number for each channel, or one for all
     * @param epsilon ε, which keeps the root from zero
     * @return the shape of x
     * @throws ShapeException for fewer than two axes, or numbers that are not as many as channels
     */
    public static Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta, Tensor mean, Tensor variance, double epsilon) {
        others(x);
        Tensor scale = gamma.div(variance.plus(epsilon).sqrt());
        return x.minus(channels(x, mean, "mean"))
                .times(channels(x, scale, "gamma and variance"))
                .plus(channels(x, beta, "beta"));
    }

    private static int[] others(Tensor x) {
        if (x.ndim() < 2) {
            throw new ShapeException(
                    "batchNorm: the argument must have the axes (n, channels, …), got " + Shapes.text(x.shape()));
        }
        int[] axes = new int[x.ndim() - 1];
        for (int i = 1; i < axes.length; i++) {
            axes[i] = i + 1;
        }
        return axes;
    }

    /** One number for every channel in a shape that broadcasts against x. */
    static Tensor channels(Tensor x, Tensor numbers, String what) {
        int channels = x.dim(1);
        if (numbers.ndim() == 0) {
            return numbers;
        }
        if (numbers.ndim() != 1 || numbers.dim(0) != channels) {
            throw new ShapeException(what + " must have one number for each of the " + channels
                    + " channels (axis 1) of " + Shapes.text(x.shape()) + ", got shape "
                    + Shapes.text(numbers.shape()));
        }
        int[] shape = new int[x.ndim() - 1];
        java.util.Arrays.fill(shape, 1);
        shape[0] = channels;
        return numbers.reshape(shape);
    }

    private static Window pool(String name, Tensor x, int rank, int size, Sliding options) {
        if (options.groups() != 1) {
            throw new ShapeException(name + " takes every channel by itself; groups do not apply");
        }
        List<Integer> sizes = Collections.nCopies(rank, size);
        return options.window(name, sizes, sizes, x.shape());
    }
}
