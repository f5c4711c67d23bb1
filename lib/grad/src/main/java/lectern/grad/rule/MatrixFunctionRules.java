package lectern.grad.rule;

import static lectern.grad.rule.AlgebraRules.sum;
import static lectern.grad.rule.AlgebraRules.transposed;

import java.util.Arrays;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.op.Exponential;
import lectern.tensor.op.Op;
import lectern.tensor.op.Spectral;

/** Rules of functions of matrices, whose derivatives are functions of matrices again: any order follows. */
final class MatrixFunctionRules {
    /**
     * The derivative of f at a along e is the corner of f([[a, e], [0, a]]). Source: N. J. Higham, "Functions of matrices"
     * (2008), chapter 3.
     */
    static final Rules.Of<Exponential> EXPONENTIAL = new Rules.Of<>() {
        @Override
        public Tensor pull(Exponential op, int i, Tensor g, Tensor y, Tensor... x) {
            return corner(op, transposed(x[0]), g);
        }

        @Override
        public Tensor push(Exponential op, Tensor y, Tensor[] x, Tensor[] dx) {
            return dx[0] == null ? null : corner(op, x[0], dx[0]);
        }
    };

    /** Every further derivative takes one more direction; in the trace with a cotangent all matrices are on a par. */
    static final Rules.Of<Spectral> SPECTRAL = new Rules.Of<>() {
        @Override
        public Tensor pull(Spectral op, int i, Tensor g, Tensor y, Tensor... x) {
            Tensor[] args = x.clone();
            for (int k = 1; k < args.length; k++) {
                args[k] = transposed(args[k]);
            }
            if (i > 0) {
                args[i] = g;
                return Tensor.apply(op, args);
            }
            return symmetric(further(op, g, args));
        }

        @Override
        public Tensor push(Spectral op, Tensor y, Tensor[] x, Tensor[] dx) {
            Tensor dy = dx[0] == null ? null : further(op, symmetric(dx[0]), x);
            for (int k = 1; k < x.length; k++) {
                if (dx[k] != null) {
                    Tensor[] args = x.clone();
                    args[k] = dx[k];
                    dy = sum(dy, Tensor.apply(op, args));
                }
            }
            return dy;
        }

        private Tensor further(Spectral op, Tensor direction, Tensor... x) {
            Tensor[] args = Arrays.copyOf(x, x.length + 1);
            args[x.length] = direction;
            return Tensor.apply(new Spectral(op.function(), op.order() + 1), args);
        }
    };

    private MatrixFunctionRules() {}

    /** The direction is brought to the size of one by a power of two, so that it does not change how often is squared. */
    private static Tensor corner(Op op, Tensor a, Tensor e) {
        int n = a.dim(-1);
        if (a.size() == 0) {
            return e;
        }
        Tensor size = e.abs().max().maximum(Double.MIN_NORMAL).log2().ceil();
        Tensor scale = Tensors.literal(2).pow(size.minus(1));
        Tensor above = Tensors.concat(-1, a, e.div(scale).times(0.5));
        Tensor below = Tensors.concat(-1, Tensors.zerosLike(a), a);
        Tensor block = Tensor.apply(op, Tensors.concat(-2, above, below));
        return block.slice(-2, 0, n).slice(-1, n, 2 * n).times(scale).times(2);
    }

    private static Tensor symmetric(Tensor m) {
        return m.plus(transposed(m)).times(0.5);
    }
}
