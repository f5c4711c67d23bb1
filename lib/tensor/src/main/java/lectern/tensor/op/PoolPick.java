package lectern.tensor.op;

import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * The numbers of x at the places where the reference has the first maximum under every position of a window: the
 * derivative of {@link MaxPool} in a direction. Arguments: x, the reference, both (n, c, …).
 */
public record PoolPick(Window window) implements Windowed {
    @Override
    public String label() {
        return "poolPick";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] x = args[0].shape();
        int[] reference = args[1].shape();
        if (!java.util.Arrays.equals(x, reference)) {
            throw new ShapeException("poolPick: values " + Shapes.text(x) + " and reference " + Shapes.text(reference)
                    + " must have one shape");
        }
        return MaxPool.pooled(label(), window, x);
    }
}
