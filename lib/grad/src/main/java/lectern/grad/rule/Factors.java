package lectern.grad.rule;

import static lectern.grad.rule.AlgebraRules.mask;
import static lectern.grad.rule.AlgebraRules.mm;
import static lectern.grad.rule.AlgebraRules.transposed;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Eigh;
import lectern.tensor.op.Qr;
import lectern.tensor.op.Solve;
import lectern.tensor.op.Svd;

/**
 * Rules of the matrix decompositions, in the packed form in which the operations return their parts.
 *
 * <p>Vectors that belong to equal eigenvalues or singular values are not unique; their mixing with one another is left
 * out. Sources: Giles (2008) for eigh; J. Townsend, "Differentiating the singular value decomposition" (2016); D.
 * Roberts and L. Roberts, "QR and LQ decomposition matrix backpropagation algorithms" (2020).
 */
final class Factors {
    /** Symmetric a = V diag(w) Vᵀ, packed [w | V]; the cotangent is symmetric. */
    static final Rules.Of<Eigh> EIGH = (op, i, g, y, x) -> {
        int n = x[0].dim(-1);
        Tensor w = y.slice(-1, 0, 1);
        Tensor v = y.slice(-1, 1, n + 1);
        Tensor inner = mm(true, false, v, g.slice(-1, 1, n + 1)).times(gaps(w));
        Tensor middle = inner.plus(diagonal(g.slice(-1, 0, 1)));
        Tensor out = mm(false, true, mm(false, false, v, middle), v);
        return out.plus(transposed(out)).times(0.5);
    };

    /** Thin a = U diag(s) Vᵀ, packed [s | Uᵀ | Vᵀ]. */
    static final Rules.Of<Svd> SVD = (op, i, g, y, x) -> {
        int m = x[0].dim(-2);
        int n = x[0].dim(-1);
        Tensor s = y.slice(-1, 0, 1);
        Tensor ut = y.slice(-1, 1, 1 + m);
        Tensor vt = y.slice(-1, 1 + m, 1 + m + n);
        Tensor gs = g.slice(-1, 0, 1);
        Tensor gut = g.slice(-1, 1, 1 + m);
        Tensor gvt = g.slice(-1, 1 + m, 1 + m + n);
        Tensor gaps = gaps(s.square());
        Tensor left = skew(mm(false, true, ut, gut)).times(gaps).times(transposed(s));
        Tensor right = skew(mm(false, true, vt, gvt)).times(gaps).times(s);
        Tensor middle = left.plus(right).plus(diagonal(gs));
        Tensor out = mm(false, false, mm(true, false, ut, middle), vt);
        if (m > n) {
            out = out.plus(mm(true, false, orthogonal(gut.div(s), ut), vt));
        } else if (n > m) {
            out = out.plus(mm(true, false, ut, orthogonal(gvt.div(s), vt)));
        }
        return out;
    };

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

    /** 1/(dⱼ − dᵢ) at row i and column j, 0 where both are equal; {@code d} is a column. */
    private static Tensor gaps(Tensor d) {
        Tensor difference = transposed(d).minus(d);
        Tensor same = difference.eq(0);
        return Tensors.where(same, 0, Tensors.where(same, 1, difference).reciprocal());
    }

    private static Tensor skew(Tensor m) {
        return m.minus(transposed(m));
    }

    /** A column as a diagonal matrix. */
    private static Tensor diagonal(Tensor column) {
        Tensor square = column.times(transposed(Tensors.onesLike(column)));
        return square.times(mask(square, (i, j) -> i == j ? 1 : 0));
    }

    /** The rows of {@code g} without their parts along the orthonormal rows of {@code basis}. */
    private static Tensor orthogonal(Tensor g, Tensor basis) {
        return g.minus(mm(false, false, mm(false, true, g, basis), basis));
    }
}
