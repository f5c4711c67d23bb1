package lectern.tensor.op;

import lectern.tensor.type.Operand;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * Zeros with every number of g added where the reference has the first maximum under that position of a window: the
 * adjoint of {@link PoolPick}. Arguments: g of shape (n, c, positions…), the reference (n, c, …).
 */
public record PoolScatter(Window window) implements Windowed {
    @Override
    public String label() {
        return "poolScatter";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] reference = args[1].shape();
        int[] fits = MaxPool.pooled(label(), window, reference);
        if (!java.util.Arrays.equals(args[0].shape(), fits)) {
            throw new ShapeException("poolScatter: a reference " + Shapes.text(reference) + " belongs to "
                    + Shapes.text(fits) + ", got " + Shapes.text(args[0].shape()));
        }
        return reference;
    }
}
