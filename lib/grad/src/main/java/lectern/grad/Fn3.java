package lectern.grad;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/** A function of three tensors. */
@FunctionalInterface
public interface Fn3 {
    Tensor apply(Tensor x, Tensor y, Tensor z);

    /** The value at numbers, as a number. */
    default double at(double x, double y, double z) {
        return apply(Tensors.literal(x), Tensors.literal(y), Tensors.literal(z)).item();
    }
}
