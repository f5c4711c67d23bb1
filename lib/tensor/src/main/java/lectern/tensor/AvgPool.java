package lectern.tensor;

/**
 * The mean under every position of a window, channel by channel: (n, c, …) to (n, c, positions…). Margins count as zeros.
 */
public record AvgPool(Window window) implements InPlace {
    @Override
    public String name() {
        return "avgPool" + window.rank() + "d";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        return MaxPool.pooled(name(), window, args[0].shape());
    }

    @Override
    public Work work(DType dtype, int[]... shapes) {
        return new PoolWork.Mean(new Field(window, shapes[0]), shapes[0]);
    }
}
