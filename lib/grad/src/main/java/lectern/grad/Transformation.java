package lectern.grad;

import lectern.grad.rule.Rules;
import lectern.grad.rule.Transposition;
import lectern.tensor.Tensor;
import lectern.tensor.op.Op;

/** One derivative being taken: what tells its tracers from those of any other. */
abstract class Transformation implements AutoCloseable {
    static {
        Transposition.by(Tape::pull);
    }

    final int level = Levels.enter();

    private boolean closed;

    /** True for a tracer that belongs to this transformation. */
    final boolean owns(Tensor t) {
        return t instanceof Tracer tracer && tracer.home == this;
    }

    /** The tensor as it is outside this transformation; tracers that outlived their own act as plain values. */
    final Tensor outside(Tensor t) {
        return t instanceof Tracer tracer && (tracer.home == this || tracer.home.closed()) ? tracer.primal : t;
    }

    /** Computes an operation of which this transformation owns an argument. */
    final Tensor apply(Op op, Tensor[] args) {
        Tensor[] primals = new Tensor[args.length];
        for (int i = 0; i < primals.length; i++) {
            Tensor outer = outside(args[i]);
            // What a tracer carries is in nobody's hands; anything else may be written to before it is read again.
            primals[i] = outer == args[i] ? Tracer.hold(outer) : outer;
        }
        Tensor y = Tensor.apply(op, primals);
        return closed || !Rules.isDifferentiable(op) ? y : follow(op, y, primals, args);
    }

    /** The result with whatever this transformation wants to know about it. */
    abstract Tensor follow(Op op, Tensor y, Tensor[] primals, Tensor[] args);

    final boolean closed() {
        return closed;
    }

    /** Ends the transformation. */
    @Override
    public final void close() {
        if (!closed) {
            closed = true;
            Levels.exit();
        }
    }
}
