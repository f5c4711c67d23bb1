package lectern.grad;

import java.util.function.UnaryOperator;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/** A function from tensors to tensors, as a lecture writes it: {@code Fn f = x -> x.square().plus(1)}. */
@FunctionalInterface
public interface Fn extends UnaryOperator<Tensor> {
    @Override
    Tensor apply(Tensor x);

    /** The value at a number, as a tensor. */
    default Tensor apply(double x) {
        return apply(Tensors.literal(x));
    }

    /** The value at a number, as a number; the function must return a single value. */
    default double at(double x) {
        return apply(Tensors.literal(x)).item();
    }
}
