package lectern.grad;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/** A function of two tensors. */
@FunctionalInterface
public interface Fn2 {
    Tensor apply(Tensor x, Tensor y);

    /** The value at numbers, as a number. */
    default double at(double x, double y) {
        return apply(Tensors.literal(x), Tensors.literal(y)).item();
    }
}
