package lectern.tensor.type;

/** What an operation asks of its arguments before anything is computed: tensors, traced values and raw values alike. */
public interface Operand {
    /** The type of the elements. */
    DType dtype();

    /** The length of every axis. */
    int[] shape();

    /**
     * True for a number that came from a Java literal and takes the float type of its partner, as in NumPy and PyTorch.
     */
    boolean isWeak();

    /** The joint element type of two arguments: a weak number does not widen float32 to float64. */
    static DType promote(Operand a, Operand b) {
        if (a.isWeak() != b.isWeak()) {
            DType strong = a.isWeak() ? b.dtype() : a.dtype();
            if (strong.isFloating()) {
                return strong;
            }
        }
        return DType.promote(a.dtype(), b.dtype());
    }
}
