package lectern.tensor.op;

import java.util.List;
import java.util.Locale;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;

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
    public String label() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int[] shapeOf(Operand... args) {
        int[] shape = args[0].shape();
        int[] along = new int[axes.size()];
        for (int i = 0; i < along.length; i++) {
            along[i] = Shapes.axis(axes.get(i), shape.length);
        }
        return Shapes.reduce(shape, along, keepDims);
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return switch (kind) {
            case SUM, PROD -> args[0].dtype() == DType.BOOL ? DType.INT64 : args[0].dtype();
            case MAX, MIN -> args[0].dtype();
            case ANY, ALL -> DType.BOOL;
        };
    }
}
