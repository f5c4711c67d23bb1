package lectern.grad;

import lectern.grad.rule.Transposition;
import lectern.tensor.Tensor;

/**
 * How one operation y = op(x₁, …, xₙ) is differentiated, written in differentiable operations.
 *
 * <p>{@code pull} is the product of a cotangent with the Jacobian (reverse mode), {@code push} that of the Jacobian
 * with tangents (forward mode).
 */
public interface Rule {
    /** The cotangent of argument {@code i}, given the cotangent {@code g} of the result {@code y}; null for zero. */
    Tensor pull(int i, Tensor g, Tensor y, Tensor... x);

    /**
     * The tangent of the result given those of the arguments, where null stands for zero; null for zero.
     *
     * <p>Left out, it is found as the transpose of {@code pull}, at the price of one reverse sweep.
     */
    default Tensor push(Tensor y, Tensor[] x, Tensor[] dx) {
        return Transposition.push(this::pull, y, x, dx);
    }
}
