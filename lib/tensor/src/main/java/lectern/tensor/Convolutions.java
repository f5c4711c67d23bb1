package lectern.tensor;

import java.util.Collections;
import java.util.List;
import lectern.tensor.op.AvgPool;
import lectern.tensor.op.Conv;
import lectern.tensor.op.ConvInput;
import lectern.tensor.op.MaxPool;
import lectern.tensor.op.Window;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * Static verbs for signals and pictures: convolution, pooling, batch normalisation. Signals have the axes (n, channels,
 * length), pictures (n, channels, height, width); filters (out channels, in channels / groups, size …).
 */
public final class Convolutions {
    private Convolutions() {}

    /** Options that begin with the steps of the window: {@code stride(2).padding(1)}. */
    public static Sliding stride(int... steps) {
        return Sliding.USUAL.stride(steps);
    }

    /** Options that begin with the padding. */
    public static Sliding padding(int... margins) {
        return Sliding.USUAL.padding(margins);
    }

    /** Options that begin with the padding, {@code "same"} or {@code "valid"}. */
    public static Sliding padding(String name) {
        return Sliding.USUAL.padding(name);
    }

    /** Options that begin with the distances of the taps. */
    public static Sliding dilation(int... distances) {
        return Sliding.USUAL.dilation(distances);
    }

    /** Options that begin with the groups of channels. */
    public static Sliding groups(int count) {
        return Sliding.USUAL.groups(count);
    }

    /** Convolution of signals: y[n, o, p] = Σ w[o, c, t] · x[n, c, p + t]. */
    public static Tensor conv1d(Tensor x, Tensor w) {
        return conv(1, x, w, Sliding.USUAL);
    }

    /** Convolution of signals with options. */
    public static Tensor conv1d(Tensor x, Tensor w, Sliding options) {
        return conv(1, x, w, options);
    }

    /** Convolution of signals with a bias for every channel of the result. */
    public static Tensor conv1d(Tensor x, Tensor w, Tensor bias) {
        return biased(conv(1, x, w, Sliding.USUAL), bias);
    }

    /** Convolution of signals with a bias for every channel of the result and options. */
    public static Tensor conv1d(Tensor x, Tensor w, Tensor bias, Sliding options) {
        return biased(conv(1, x, w, options), bias);
    }

    /** Convolution of pictures: y[n, o, p, q] = Σ w[o, c, s, t] · x[n, c, p + s, q + t]. */
    public static Tensor conv2d(Tensor x, Tensor w) {
        return conv(2, x, w, Sliding.USUAL);
    }

    /** Convolution of pictures with options. */
    public static Tensor conv2d(Tensor x, Tensor w, Sliding options) {
        return conv(2, x, w, options);
    }

    /** Convolution of pictures with a bias for every channel of the result. */
    public static Tensor conv2d(Tensor x, Tensor w, Tensor bias) {
        return biased(conv(2, x, w, Sliding.USUAL), bias);
    }

    /** Convolution of pictures with a bias for every channel of the result and options. */
    public static Tensor conv2d(Tensor x, Tensor w, Tensor bias, Sliding options) {
        return biased(conv(2, x, w, options), bias);
    }

    /** Transposed convolution of signals, the adjoint of {@link #conv1d}; filters (in channels, out channels, length). */
    public static Tensor convTranspose1d(Tensor x, Tensor w) {
        return transposed(1, x, w, Sliding.USUAL);
    }

    /** Transposed convolution of signals with options. */
    public static Tensor convTranspose1d(Tensor x, Tensor w, Sliding options) {
        return transposed(1, x, w, options);
    }

    /** Transposed convolution of pictures, the adjoint of {@link #conv2d}; filters (in, out channels, height, width). */
    public static Tensor convTranspose2d(Tensor x, Tensor w) {
        return transposed(2, x, w, Sliding.USUAL);
    }

    /** Transposed convolution of pictures with options. */
    public static Tensor convTranspose2d(Tensor x, Tensor w, Sliding options) {
        return transposed(2, x, w, options);
    }

    /** The maximum of every {@code size} neighbours of a signal, windows side by side. */
    public static Tensor maxPool1d(Tensor x, int size) {
        return maxPool1d(x, size, Sliding.USUAL);
    }

    /** The maximum under a window sliding along a signal. */
    public static Tensor maxPool1d(Tensor x, int size, Sliding options) {
        return Tensor.apply(new MaxPool(pool("maxPool1d", x, 1, size, options)), x);
    }

    /** The maximum of every square of {@code size} by {@code size}, squares side by side. */
    public static Tensor maxPool2d(Tensor x, int size) {
        return maxPool2d(x, size, Sliding.USUAL);
    }

    /** The maximum under a square sliding over pictures. */
    public static Tensor maxPool2d(Tensor x, int size, Sliding options) {
        return Tensor.apply(new MaxPool(pool("maxPool2d", x, 2, size, options)), x);
    }

    /** The mean of every {@code size} neighbours of a signal, windows side by side. */
    public static Tensor avgPool1d(Tensor x, int size) {
        return avgPool1d(x, size, Sliding.USUAL);
    }

    /** The mean under a window sliding along a signal; padding counts as zeros. */
    public static Tensor avgPool1d(Tensor x, int size, Sliding options) {
        return Tensor.apply(new AvgPool(pool("avgPool1d", x, 1, size, options)), x);
    }

    /** The mean of every square of {@code size} by {@code size}, squares side by side. */
    public static Tensor avgPool2d(Tensor x, int size) {
        return avgPool2d(x, size, Sliding.USUAL);
    }

    /** The mean under a square sliding over pictures; padding counts as zeros. */
    public static Tensor avgPool2d(Tensor x, int size, Sliding options) {
        return Tensor.apply(new AvgPool(pool("avgPool2d", x, 2, size, options)), x);
    }

    /**
     * Batch normalisation while training: every channel (axis 1) to mean 0 and variance 1 over all other axes, then
     * scaled and shifted: γ (x − μ) / √(σ² + ε) + β with ε = 10⁻⁵. Source: S. Ioffe, C. Szegedy, "Batch normalization"
     * (2015).
     */
    public static Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta) {
        int[] others = others(x);
        return batchNorm(x, gamma, beta, x.mean(others), x.var(others), 1e-5);
    }

    /** Batch normalisation at prediction: with mean and variance of every channel as gathered while training. */
    public static Tensor batchNorm(Tensor x, Tensor gamma, Tensor beta, Tensor mean, Tensor variance) {
        return batchNorm(x, gamma, beta, mean, variance, 1e-5);
    }

    /** Batch normalisation with mean and variance given, and a small number ε under the root. */
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
    private static Tensor channels(Tensor x, Tensor numbers, String what) {
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

    private static Tensor conv(int rank, Tensor x, Tensor w, Sliding options) {
        Window window = options.window("conv" + rank + "d", size("conv", rank, w), Sliding.ones(rank), x.shape());
        return Tensor.apply(new Conv(window, options.groups()), x, w);
    }

    private static Tensor transposed(int rank, Tensor x, Tensor w, Sliding options) {
        String name = "convTranspose" + rank + "d";
        List<Integer> size = size("convTranspose", rank, w);
        Window window = options.window(name, size, Sliding.ones(rank), x.shape());
        window.demand(name, "images", x.shape());
        List<Integer> lengths = options.transposed(window, x.shape());
        if (options.same()) {
            int[] longer = Conv.shape(1, 1, Shapes.array(lengths));
            window = options.window(name, size, Sliding.ones(rank), longer);
        }
        return Tensor.apply(new ConvInput(window, options.groups(), lengths), x, w);
    }

    private static List<Integer> size(String name, int rank, Tensor w) {
        int[] shape = w.shape();
        if (shape.length != rank + 2) {
            throw new ShapeException(name + rank + "d: the filters must have the axes (out channels, in channels, "
                    + (rank == 1 ? "length" : "height, width") + "), got " + Shapes.text(shape));
        }
        return Shapes.list(java.util.Arrays.copyOfRange(shape, 2, shape.length));
    }

    private static Window pool(String name, Tensor x, int rank, int size, Sliding options) {
        if (options.groups() != 1) {
            throw new ShapeException(name + " takes every channel by itself; groups do not apply");
        }
        List<Integer> sizes = Collections.nCopies(rank, size);
        return options.window(name, sizes, sizes, x.shape());
    }

    private static Tensor biased(Tensor y, Tensor bias) {
        return y.plus(channels(y, bias, "the bias"));
    }
}
