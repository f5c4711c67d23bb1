package lectern.tensor;

/**
 * The numbers of x at the places where the reference has the first maximum under every position of a window: the derivative of
 * {@link MaxPool} in a direction. Arguments: x, the reference, both (n, c, …).
 */
public record PoolPick(Window window) implements InPlace {
    @Override
    public String name() {
        return "poolPick";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] x = args[0].shape();
        int[] reference = args[1].shape();
        if (!java.util.Arrays.equals(x, reference)) {
            throw new ShapeException("poolPick: values " + Shapes.text(x) + " and reference " + Shapes.text(reference)
                    + " must have one shape");
        }
        return MaxPool.pooled(name(), window, x);
    }

    @Override
    public Work work(DType dtype, int[]... shapes) {
        return new PoolWork.Pick(new Field(window, shapes[0]), shapes[0]);
    }
}
