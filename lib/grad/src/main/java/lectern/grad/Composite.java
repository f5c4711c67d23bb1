package lectern.grad;

import lectern.tensor.Op;
import lectern.tensor.Tensor;

/** An operation made of others: a compiler need not know it. */
public interface Composite extends Op {
    /** The same value in the operations that it is made of. */
    Tensor expand(Tensor... args);
}
