package lectern.grad;

import lectern.tensor.Tensor;

/** A program over tensors: any number in, any number out. What a compiler takes and gives. */
@FunctionalInterface
public interface FnN {
    Tensor[] apply(Tensor... arguments);
}
