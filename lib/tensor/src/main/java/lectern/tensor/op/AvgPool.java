package lectern.tensor.op;

import lectern.tensor.type.Operand;

/**
 * The mean under every position of a window, channel by channel: (n, c, …) to (n, c, positions…). Margins count as
 * zeros.
 */
public record AvgPool(Window window) implements Windowed {
    @Override
    public String label() {
        return "avgPool" + window.rank() + "d";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        return MaxPool.pooled(label(), window, args[0].shape());
    }
}
