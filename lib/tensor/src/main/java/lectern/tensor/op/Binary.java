package lectern.tensor.op;

import java.util.Locale;
import lectern.tensor.type.DType;
import lectern.tensor.type.Operand;
import lectern.tensor.type.Shapes;

/** Elementwise operations of two arguments, broadcast against each other as in NumPy. */
public enum Binary implements Op {
    ADD,
    SUB,
    MUL,
    DIV,
    POW,
    MAXIMUM,
    MINIMUM,
    ATAN2,
    /** Remainder with the sign of the divisor, as Python's {@code %}. */
    MOD,
    FLOOR_DIV,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_EQUAL,
    GREATER,
    GREATER_EQUAL,
    AND,
    OR,
    XOR;

    private final String label = name().toLowerCase(Locale.ROOT);

    @Override
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    /** True for the comparisons and the logical operations, whose result is boolean. */
    public boolean isPredicate() {
        return compareTo(EQUAL) >= 0;
    }

    @Override
    public int[] shapeOf(Operand... args) {
        return Shapes.broadcast(args[0].shape(), args[1].shape());
    }

    @Override
    public DType dtypeOf(Operand... args) {
        if (isPredicate()) {
            return DType.BOOL;
        }
        DType joint = Operand.promote(args[0], args[1]);
        return switch (this) {
            case DIV, ATAN2 -> joint.isFloating() ? joint : DType.FLOAT64;
            default -> joint == DType.BOOL ? DType.INT64 : joint;
        };
    }
}
