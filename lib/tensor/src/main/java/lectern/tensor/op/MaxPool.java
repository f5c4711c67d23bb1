package lectern.tensor.op;

import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;

/**
 * The maximum under every position of a window, channel by channel: (n, c, …) to (n, c, positions…). Margins never win;
 * NaN always does. Of several equal maxima the first counts, which matters for derivatives only.
 */
public record MaxPool(Window window) implements Windowed {
    @Override
    public String label() {
        return "maxPool" + window.rank() + "d";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        return pooled(label(), window, args[0].shape());
    }

    /** The shape of what is pooled; a window must not fit between the edge of its plane and that of the margin. */
    static int[] pooled(String name, Window window, int... shape) {
        window.demand(name, "images", shape);
        for (int i = 0; i < window.rank(); i++) {
            int most = Math.max(window.low().get(i), window.high().get(i));
            if (2 * most > window.extent(i)) {
                throw new ShapeException(
                        name + ": a padding of " + most + " is more than half of the window of " + window.extent(i));
            }
        }
        return Conv.shape(shape[0], shape[1], window.positions(name, shape));
    }
}
