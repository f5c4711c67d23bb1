package lectern.tensor;

/**
 * Zeros with every number of g added where the reference has the first maximum under that position of a window: the adjoint of
 * {@link PoolPick}. Arguments: g of shape (n, c, positions…), the reference (n, c, …).
 */
public record PoolScatter(Window window) implements InPlace {
    @Override
    public String name() {
        return "poolScatter";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] reference = args[1].shape();
        int[] fits = MaxPool.pooled(name(), window, reference);
        if (!java.util.Arrays.equals(args[0].shape(), fits)) {
            throw new ShapeException("poolScatter: a reference " + Shapes.text(reference) + " belongs to "
                    + Shapes.text(fits) + ", got " + Shapes.text(args[0].shape()));
        }
        return reference;
    }

    @Override
    public Work work(DType dtype, int[]... shapes) {
        return new PoolWork.Scatter(new Field(window, shapes[1]), shapes[1]);
    }
}
