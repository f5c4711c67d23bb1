package lectern.grad.rule;

import static lectern.grad.rule.AlgebraRules.mask;
import static lectern.grad.rule.AlgebraRules.mm;
import static lectern.grad.rule.AlgebraRules.transposed;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Qr;
import lectern.tensor.op.Solve;

/**
 * The rule of the decomposition into an orthonormal and a triangular factor, in the packed form in which the operation
 * returns them.
 *
 * <p>Source: D. Roberts and L. Roberts, "QR and LQ decomposition matrix backpropagation algorithms" (2020).
 */
final class Factors {
    /** Thin a = Q R, packed [Qᵀ | R]. */
    static final Rules.Of<Qr> QR = (op, i, g, y, x) -> {
        int m = x[0].dim(-2);
        int n = x[0].dim(-1);
        int k = Math.min(m, n);
        Tensor qt = y.slice(-1, 0, m);
        Tensor r = y.slice(-1, m, m + k);
        Tensor gq = transposed(g.slice(-1, 0, m));
        Tensor gr = g.slice(-1, m, m + k);
        if (n <= m) {
            return tall(qt, r, gq, gr);
        }
        Tensor rest = g.slice(-1, m + k, m + n);
        Tensor head = tall(qt, r, gq.plus(mm(false, true, x[0].slice(-1, k, n), rest)), gr);
        return Tensors.concat(x[0].ndim() - 1, head, mm(true, false, qt, rest));
    };

    private Factors() {}

    /** The cotangent of a matrix with as many columns as R has. */
    private static Tensor tall(Tensor qt, Tensor r, Tensor gq, Tensor gr) {
        Tensor m = mm(false, true, r, gr).minus(mm(true, true, gq, qt));
        Tensor lower = m.times(mask(m, (i, j) -> i > j ? 1 : i == j ? 0.5 : 0));
        Tensor symmetric = lower.plus(transposed(lower));
        Tensor right = gq.plus(mm(true, false, qt, symmetric));
        return transposed(Tensor.apply(new Solve(), r, transposed(right)));
    }
}
