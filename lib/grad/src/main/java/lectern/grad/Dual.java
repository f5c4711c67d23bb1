package lectern.grad;

import lectern.tensor.Tensor;

/** A value under forward-mode differentiation: a dual number x + ε·dx. */
final class Dual extends Tracer {
    final Tensor tangent;

    Dual(Forward home, Tensor primal, Tensor tangent) {
        super(home, primal);
        this.tangent = tangent;
    }
}
