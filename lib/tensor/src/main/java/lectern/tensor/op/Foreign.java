package lectern.tensor.op;

import lectern.tensor.type.Operand;

/** An operation of another room, which brings its own way to be computed; the evaluator need not know it. */
public non-sealed interface Foreign extends Op {
    /** The result for arguments that are not traced, which are tensors as the result is. */
    Operand evaluate(Operand... args);
}
