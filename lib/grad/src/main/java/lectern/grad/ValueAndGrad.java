package lectern.grad;

import lectern.tensor.Tensor;

/** The value of a function and its gradient, which has the structure of the argument. */
public record ValueAndGrad<P>(Tensor value, P grad) {}
