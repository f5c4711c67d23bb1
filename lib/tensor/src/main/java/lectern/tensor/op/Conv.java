package lectern.tensor.op;

import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * The convolution of deep learning, a cross-correlation: with x of shape (n, c, …) and filters w of shape (o, c/groups,
 * …), y[n, o, p] = Σ over c and taps t of w[o, c, t] · x[n, c, p·stride + t·dilation − low]. Arguments: x, w.
 *
 * <p>It is linear in both arguments; with {@link ConvInput} and {@link ConvFilter} it forms a family that is closed
 * under differentiation.
 */
public record Conv(Window window, int groups) implements Windowed {
    public Conv {
        checkGroups(groups);
    }

    @Override
    public String label() {
        return "conv" + window.rank() + "d";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] x = args[0].shape();
        int[] w = args[1].shape();
        window.demand(label(), "images", x);
        checkFilters(label(), window, groups, w);
        if (x[1] != w[1] * groups) {
            throw new ShapeException(label() + " of images " + Shapes.text(x) + " with filters " + Shapes.text(w)
                    + ": the images have " + x[1] + " channels (axis 1), the filters take " + w[1]
                    + (groups > 1 ? " in each of " + groups + " groups" : " (axis 1)")
                    + "; filters have the shape (out channels, in channels"
                    + (groups > 1 ? " / groups" : "") + ", size …)");
        }
        return shape(x[0], w[0], window.positions(label(), x));
    }

    static void checkGroups(int groups) {
        if (groups < 1) {
            throw new ShapeException("a convolution has one group or more, got " + groups);
        }
    }

    /** Throws unless the filters fit the window and the groups. */
    static void checkFilters(String name, Window window, int groups, int... w) {
        if (w.length != window.rank() + 2) {
            throw new ShapeException(name + ": the filters must have the axes (out channels, in channels, "
                    + (window.rank() == 1 ? "length" : "height, width") + "), got " + Shapes.text(w));
        }
        for (int i = 0; i < window.rank(); i++) {
            if (w[i + 2] != window.size().get(i)) {
                throw new ShapeException(name + ": the filters " + Shapes.text(w) + " do not have the size "
                        + window.size() + " of the window");
            }
        }
        if (w[0] % groups != 0) {
            throw new ShapeException(name + " with filters " + Shapes.text(w) + ": " + w[0]
                    + " channels (axis 0) cannot be shared out among " + groups + " groups");
        }
    }

    /** The shape (n, channels, …). */
    public static int[] shape(int n, int channels, int... rest) {
        int[] out = new int[rest.length + 2];
        out[0] = n;
        out[1] = channels;
        System.arraycopy(rest, 0, out, 2, rest.length);
        Shapes.size(out);
        return out;
    }
}
