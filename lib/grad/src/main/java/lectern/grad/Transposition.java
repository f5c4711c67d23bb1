package lectern.grad;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * Forward mode from reverse mode: the tangent map is the transpose of the cotangent map, which is linear in the
 * cotangent.
 */
final class Transposition {
    private Transposition() {}

    /** The tangent of the result of a rule that knows only {@code pull}; null for zero. */
    static Tensor push(Rule rule, Tensor y, Tensor[] x, Tensor[] dx) {
        Tensor sum = null;
        for (int k = 0; k < x.length; k++) {
            if (dx[k] == null) {
                continue;
            }
            int i = k;
            Tensor part = pull(u -> rule.pull(i, u, y, x), Tensors.zerosLike(y), dx[k]);
            sum = sum == null ? part : part == null ? sum : sum.plus(part);
        }
        return sum;
    }

    /** The cotangent of {@code x} under {@code y = f(x)}, given that of y; null for zero. */
    static Tensor pull(Fn f, Tensor x, Tensor g) {
        try (Tape tape = new Tape()) {
            Tensor y = f.apply(tape.input(x));
            return y == null ? null : tape.pull(y, g, 1)[0];
        }
    }
}
