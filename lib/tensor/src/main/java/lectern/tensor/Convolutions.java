package lectern.tensor;

import java.util.List;
import lectern.tensor.op.Conv;
import lectern.tensor.op.ConvInput;
import lectern.tensor.op.Window;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * Static verbs for signals and pictures: convolution, pooling, batch normalisation. Signals have the axes (n, channels,
 * length), pictures (n, channels, height, width); filters (out channels, in channels / groups, size …).
 */
public final class Convolutions extends Pooling {
    private Convolutions() {}

    /**
     * Convolves signals, without flipping the filter: {@code y[n, o, p] = Σ w[o, c, t] · x[n, c, p + t]}.
     *
     * {@snippet :
     * conv1d(of(1.0, 2, 4, 8).reshape(1, 1, -1), of(-1.0, 1).reshape(1, 1, -1)) // → [[[1. 2. 4.]]]
     * }
     *
     * @param x shape (n, channels, length)
     * @param w filters, shape (out channels, channels / groups, size)
     * @return shape (n, out channels, length − size + 1)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor conv1d(Tensor x, Tensor w) {
        return conv(1, x, w, Sliding.USUAL);
    }

    /**
     * Convolves signals under a window with options.
     *
     * @param x shape (n, channels, length)
     * @param w filters, shape (out channels, channels / groups, size)
     * @param options such as {@code stride(2).padding("same")}
     * @return shape (n, out channels, places of the window)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor conv1d(Tensor x, Tensor w, Sliding options) {
        return conv(1, x, w, options);
    }

    /**
     * Convolves signals and adds a bias to every channel of the result.
     *
     * @param x shape (n, channels, length)
     * @param w filters, shape (out channels, channels / groups, size)
     * @param bias a number for each channel of the result
     * @return shape (n, out channels, length − size + 1)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor conv1d(Tensor x, Tensor w, Tensor bias) {
        return biased(conv(1, x, w, Sliding.USUAL), bias);
    }

    /**
     * Convolves signals under a window with options and adds a bias to every channel of the result.
     *
     * @param x shape (n, channels, length)
     * @param w filters, shape (out channels, channels / groups, size)
     * @param bias a number for each channel of the result
     * @param options such as {@code stride(2).padding("same")}
     * @return shape (n, out channels, places of the window)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor conv1d(Tensor x, Tensor w, Tensor bias, Sliding options) {
        return biased(conv(1, x, w, options), bias);
    }

    /**
     * Convolves pictures, without flipping the filter: {@code y[n, o, p, q] = Σ w[o, c, s, t] · x[n, c, p + s, q + t]}.
     *
     * {@snippet :
     * conv2d(ones(1, 1, 3, 3), ones(1, 1, 2, 2)) // → [[[[4. 4.] [4. 4.]]]]
     * }
     *
     * @param x shape (n, channels, height, width)
     * @param w filters, shape (out channels, channels / groups, height, width)
     * @return shape (n, out channels, places down, places across)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor conv2d(Tensor x, Tensor w) {
        return conv(2, x, w, Sliding.USUAL);
    }

    /**
     * Convolves pictures under a window with options.
     *
     * @param x shape (n, channels, height, width)
     * @param w filters, shape (out channels, channels / groups, height, width)
     * @param options such as {@code stride(2).padding("same")}
     * @return shape (n, out channels, places down, places across)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor conv2d(Tensor x, Tensor w, Sliding options) {
        return conv(2, x, w, options);
    }

    /**
     * Convolves pictures and adds a bias to every channel of the result.
     *
     * @param x shape (n, channels, height, width)
     * @param w filters, shape (out channels, channels / groups, height, width)
     * @param bias a number for each channel of the result
     * @return shape (n, out channels, places down, places across)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor conv2d(Tensor x, Tensor w, Tensor bias) {
        return biased(conv(2, x, w, Sliding.USUAL), bias);
    }

    /**
     * Convolves pictures under a window with options and adds a bias to every channel of the result.
     *
     * @param x shape (n, channels, height, width)
     * @param w filters, shape (out channels, channels / groups, height, width)
     * @param bias a number for each channel of the result
     * @param options such as {@code stride(2).padding("same")}
     * @return shape (n, out channels, places down, places across)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor conv2d(Tensor x, Tensor w, Tensor bias, Sliding options) {
        return biased(conv(2, x, w, options), bias);
    }

    /**
     * Spreads signals by filters, the adjoint of {@link #conv1d}: what enlarges in a decoder.
     *
     * {@snippet :
     * convTranspose1d(of(1.0, 2).reshape(1, 1, -1), of(1.0, 10).reshape(1, 1, -1)) // → [[[1. 12. 20.]]]
     * }
     *
     * @param x shape (n, channels, length)
     * @param w filters, shape (channels, out channels / groups, size)
     * @return shape (n, out channels, length + size − 1)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor convTranspose1d(Tensor x, Tensor w) {
        return transposed(1, x, w, Sliding.USUAL);
    }

    /**
     * Spreads signals by filters with options: {@code stride(2)} doubles the length.
     *
     * @param x shape (n, channels, length)
     * @param w filters, shape (channels, out channels / groups, size)
     * @param options such as {@code stride(2).padding("same")}
     * @return shape (n, out channels, length that a convolution with these options makes of it)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor convTranspose1d(Tensor x, Tensor w, Sliding options) {
        return transposed(1, x, w, options);
    }

    /**
     * Spreads pictures by filters, the adjoint of {@link #conv2d}: what enlarges in a decoder.
     *
     * {@snippet :
     * convTranspose2d(ones(1, 1, 2, 2), ones(1, 1, 2, 2)) // → [[[[1. 2. 1.] [2. 4. 2.] [1. 2. 1.]]]]
     * }
     *
     * @param x shape (n, channels, height, width)
     * @param w filters, shape (channels, out channels / groups, height, width)
     * @return shape (n, out channels, height, width), each larger by the filter less one
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor convTranspose2d(Tensor x, Tensor w) {
        return transposed(2, x, w, Sliding.USUAL);
    }

    /**
     * Spreads pictures by filters with options: {@code stride(2)} doubles height and width.
     *
     * @param x shape (n, channels, height, width)
     * @param w filters, shape (channels, out channels / groups, height, width)
     * @param options such as {@code stride(2).padding("same")}
     * @return shape (n, out channels, height, width)
     * @throws ShapeException where the shapes do not belong together
     */
    public static Tensor convTranspose2d(Tensor x, Tensor w, Sliding options) {
        return transposed(2, x, w, options);
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

    private static Tensor biased(Tensor y, Tensor bias) {
        return y.plus(channels(y, bias, "the bias"));
    }
}
