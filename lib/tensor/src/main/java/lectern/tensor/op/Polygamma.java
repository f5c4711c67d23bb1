package lectern.tensor.op;

import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;

/** The derivative of the digamma function, element by element; order 0 is the digamma function itself. */
public record Polygamma(int order) implements Op {
    /** The largest order; the factorial in front of the sum still fits a double there. */
    public static final int LARGEST = 100;

    public Polygamma {
        if (order < 0 || order > LARGEST) {
            throw new IllegalArgumentException(
                    "polygamma wants an order between 0 (digamma) and " + LARGEST + ", got " + order);
        }
    }

    @Override
    public String label() {
        return order == 0 ? "digamma" : "polygamma";
    }

    @Override
    public int[] shapeOf(Operand... args) {
        return args[0].shape();
    }

    @Override
    public DType dtypeOf(Operand... args) {
        return args[0].dtype().isFloating() ? args[0].dtype() : DType.FLOAT64;
    }
}
