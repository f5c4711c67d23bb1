package lectern.grad;

import lectern.tensor.Tensor;

/** The value of a function and its derivative along a direction. */
public record Jvp(Tensor value, Tensor tangent) {}
