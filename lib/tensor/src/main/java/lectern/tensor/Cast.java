package lectern.tensor;

/** The values in another element type: floats to int64 by truncation, to boolean by {@code != 0}. */
public record Cast(DType to) implements Op {
    @Override
    public String name() {
        return "cast";
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        return args[0].shape();
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return to;
    }

    @Override
    public Tensor eval(Tensor... args) {
        return Dense.of(args[0], to).lean();
    }
}
