package lectern.tensor;

import java.util.List;
import java.util.Locale;

/**
 * Sum, product, extremes or logical summary over some axes. The axes are counted from the front and ascending; over all
 * axes the list names them all. Sums and products of integers and booleans are int64; NaN is contagious in MAX and MIN.
 */
public record Reduction(Kind kind, List<Integer> axes, boolean keepDims) implements Op {
    /** What is reduced. */
    public enum Kind {
        SUM,
        PROD,
        MAX,
        MIN,
        ANY,
        ALL
    }

    public Reduction {
        axes = List.copyOf(axes);
    }

    @Override
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int[] shapeOf(Tensor... args) {
        int[] shape = args[0].shape();
        int[] along = new int[axes.size()];
        for (int i = 0; i < along.length; i++) {
            along[i] = Shapes.axis(axes.get(i), shape.length);
        }
        return Shapes.reduce(shape, along, keepDims);
    }

    @Override
    public DType dtypeOf(Tensor... args) {
        return switch (kind) {
            case SUM, PROD -> args[0].dtype() == DType.BOOL ? DType.INT64 : args[0].dtype();
            case MAX, MIN -> args[0].dtype();
            case ANY, ALL -> DType.BOOL;
        };
    }

    @Override
    public Tensor eval(Tensor... args) {
        if (args[0] instanceof Scalar && axes.isEmpty() && kind != Kind.ANY && kind != Kind.ALL) {
            return args[0];
        }
        return Reductions.reduce(this, Dense.of(args[0]), shapeOf(args), dtypeOf(args));
    }
}
