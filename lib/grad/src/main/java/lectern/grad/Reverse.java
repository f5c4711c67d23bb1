package lectern.grad;

import lectern.tensor.Tensor;
import lectern.tensor.op.Op;

/** A value under reverse-mode differentiation: the value itself and how it was computed. */
final class Reverse extends Tracer {
    final int index;

    /** Null for an input. */
    final Op op;

    /** The arguments as the operation saw them, without this tape. */
    final Tensor[] primals;

    /** The arguments as they were given; those of this tape are the parents. */
    final Tensor[] args;

    Reverse(Tape home, int index, Tensor primal, Op op, Tensor[] primals, Tensor[] args) {
        super(home, primal);
        this.index = index;
        this.op = op;
        this.primals = primals;
        this.args = args;
    }
}
