package lectern.grad.rule;

import java.util.List;
import lectern.tensor.Tensor;
import lectern.tensor.op.Cholesky;
import lectern.tensor.op.Inverse;
import lectern.tensor.op.MatMul;
import lectern.tensor.op.Pinv;
import lectern.tensor.op.SlogDet;
import lectern.tensor.op.Solve;
import lectern.tensor.op.Transpose;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;

/**
 * Rules of matrix products and of what is solved with matrices.
 *
 * <p>Source: M. Giles, "An extended collection of matrix derivative results for forward and reverse mode algorithmic
 * differentiation" (2008); for the Cholesky factor: I. Murray, "Differentiation of the Cholesky decomposition" (2016).
 */
final class AlgebraRules {
    private AlgebraRules() {}

    /** y = a b, either argument transposed or not, batches broadcast. */
    static final class OfMatMul implements Rules.Of<MatMul> {
        @Override
        public Tensor pull(MatMul op, int i, Tensor g, Tensor y, Tensor... x) {
            boolean ta = op.transposeA();
            boolean tb = op.transposeB();
            Tensor part;
            if (i == 0) {
                part = ta ? mm(tb, true, x[1], g) : mm(false, !tb, g, x[1]);
            } else {
                part = tb ? mm(true, ta, g, x[0]) : mm(!ta, false, x[0], g);
            }
            return ShapeRules.unbroadcast(part, x[i]);
        }

        @Override
        public Tensor push(MatMul op, Tensor y, Tensor[] x, Tensor[] dx) {
            return sum(
                    dx[0] == null ? null : Tensor.apply(op, dx[0], x[1]),
                    dx[1] == null ? null : Tensor.apply(op, x[0], dx[1]));
        }
    }

    /** y = a⁻¹ b. */
    static final class OfSolve implements Rules.Of<Solve> {
        @Override
        public Tensor pull(Solve op, int i, Tensor g, Tensor y, Tensor... x) {
            Tensor right = Tensor.apply(op, transposed(x[0]), g);
            if (i == 1) {
                return ShapeRules.unbroadcast(right, x[1]);
            }
            return ShapeRules.unbroadcast(mm(false, true, right, y).neg(), x[0]);
        }

        @Override
        public Tensor push(Solve op, Tensor y, Tensor[] x, Tensor[] dx) {
            Tensor moved = dx[0] == null ? null : mm(false, false, dx[0], y).neg();
            Tensor rhs = sum(moved, dx[1]);
            return rhs == null ? null : Tensor.apply(op, x[0], rhs);
        }
    }

    static final class OfInverse implements Rules.Of<Inverse> {
        @Override
        public Tensor pull(Inverse op, int i, Tensor g, Tensor y, Tensor... x) {
            return mm(false, true, mm(true, false, y, g), y).neg();
        }

        @Override
        public Tensor push(Inverse op, Tensor y, Tensor[] x, Tensor[] dx) {
            return dx[0] == null
                    ? null
                    : mm(false, false, mm(false, false, y, dx[0]), y).neg();
        }
    }

    /**
     * The pseudo-inverse, as long as the rank stays. Source: G. H. Golub and V. Pereyra, "The differentiation of
     * pseudo-inverses and nonlinear least squares problems whose variables separate" (1973).
     */
    static final Rules.Of<Pinv> PINV = new Rules.Of<>() {
        @Override
        public Tensor pull(Pinv op, int i, Tensor g, Tensor y, Tensor... x) {
            Tensor inner = mm(false, true, mm(true, false, y, g), y);
            Tensor left = mm(false, true, mm(true, false, g, y), y);
            Tensor right = mm(true, false, y, mm(false, true, y, g));
            return left.minus(mm(false, false, x[0], mm(false, false, y, left)))
                    .plus(right.minus(mm(false, false, mm(false, false, right, y), x[0])))
                    .minus(inner);
        }

        @Override
        public Tensor push(Pinv op, Tensor y, Tensor[] x, Tensor[] dx) {
            if (dx[0] == null) {
                return null;
            }
            Tensor inner = mm(false, false, mm(false, false, y, dx[0]), y);
            Tensor left = mm(false, true, y, mm(false, false, dx[0], y));
            Tensor right = mm(true, false, mm(false, false, y, dx[0]), y);
            return left.minus(mm(false, false, mm(false, false, left, x[0]), y))
                    .plus(right.minus(mm(false, false, y, mm(false, false, x[0], right))))
                    .minus(inner);
        }
    };

    /** y = log |det x|. */
    static final class OfSlogDet implements Rules.Of<SlogDet> {
        @Override
        public Tensor pull(SlogDet op, int i, Tensor g, Tensor y, Tensor... x) {
            Tensor weight = g.expandDims(-1).expandDims(-1);
            return transposed(inverse(x[0])).times(weight);
        }

        @Override
        public Tensor push(SlogDet op, Tensor y, Tensor[] x, Tensor[] dx) {
            return dx[0] == null
                    ? null
                    : transposed(inverse(x[0])).times(dx[0]).sum(-1).sum(-1);
        }
    }

    private static Tensor inverse(Tensor x) {
        try {
            return Tensor.apply(new Inverse(), x);
        } catch (ArithmeticException e) {
            throw new ArithmeticException("slogdet of a singular matrix is minus infinity and has no derivative there; "
                    + "det(a) has one, and adding a small multiple of the identity may help");
        }
    }

    /** x = y yᵀ with y lower triangular; the cotangent is symmetric, as the argument is. */
    static final class OfCholesky implements Rules.Of<Cholesky> {
        @Override
        public Tensor pull(Cholesky op, int i, Tensor g, Tensor y, Tensor... x) {
            Tensor inner = half(mm(true, false, y, g));
            Tensor inverse = Tensor.apply(new Inverse(), y);
            Tensor s = mm(false, false, mm(true, false, inverse, inner), inverse);
            return s.plus(transposed(s)).times(0.5);
        }

        @Override
        public Tensor push(Cholesky op, Tensor y, Tensor[] x, Tensor[] dx) {
            if (dx[0] == null) {
                return null;
            }
            Tensor symmetric = dx[0].plus(transposed(dx[0])).times(0.5);
            Tensor inverse = Tensor.apply(new Inverse(), y);
            return mm(false, false, y, half(mm(false, true, mm(false, false, inverse, symmetric), inverse)));
        }

        /** The lower triangle with its diagonal halved. */
        private static Tensor half(Tensor m) {
            return m.times(mask(m, (i, j) -> i > j ? 1 : i == j ? 0.5 : 0));
        }
    }

    static Tensor mm(boolean transposeA, boolean transposeB, Tensor a, Tensor b) {
        return Tensor.apply(new MatMul(transposeA, transposeB), a, b);
    }

    /** The last two axes exchanged. */
    static Tensor transposed(Tensor m) {
        int n = m.ndim();
        Integer[] order = new Integer[n];
        for (int i = 0; i < n; i++) {
            order[i] = i < n - 2 ? i : i == n - 2 ? n - 1 : n - 2;
        }
        return Tensor.apply(new Transpose(List.of(order)), m);
    }

    static Tensor sum(Tensor a, Tensor b) {
        return a == null ? b : b == null ? a : a.plus(b);
    }

    /** A weight for each position of the last two axes. */
    interface Weight {
        double at(int row, int column);
    }

    /** A constant matrix of the size and type of the last two axes of {@code like}. */
    static Tensor mask(Tensor like, Weight weight) {
        int[] shape = like.shape();
        int rows = shape[shape.length - 2];
        int columns = shape[shape.length - 1];
        double[] w = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                w[i * columns + j] = weight.at(i, j);
            }
        }
        Tensor mask = Raw.wrap(w, rows, columns);
        return like.dtype() == DType.FLOAT64 ? mask : mask.cast(like.dtype());
    }
}
