package lectern.optim;

import lectern.tensor.Tensor;

/** What is to become small: a number from parameters and, where given, a batch of data. */
@FunctionalInterface
public interface Loss<P> {
    Tensor apply(P parameters, Tensor[] data);
}
