package lectern.grad.rule;

import lectern.tensor.op.Op;

/** Thrown where an operation has no series form; the caller then nests first derivatives. */
public final class NoSeries extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSeries(Op op) {
        super("no power series of " + op.label(), null, false, false);
    }
}
