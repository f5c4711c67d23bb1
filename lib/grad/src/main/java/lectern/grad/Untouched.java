package lectern.grad;

import java.util.List;
import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.Shapes;

/**
 * The tensors at which a function is differentiated: it must not write into them itself, since a number written over an
 * argument does not depend on it any more. What is written after the function has returned is the caller's own affair.
 */
final class Untouched {
    private final List<Tensor> tensors;
    private final int[] writes;

    Untouched(List<Tensor> tensors) {
        this.tensors = tensors;
        writes = tensors.stream().mapToInt(Raw::writes).toArray();
    }

    /** Throws when the function wrote into one of them. */
    void check() {
        for (int i = 0; i < writes.length; i++) {
            Tensor x = tensors.get(i);
            if (Raw.writes(x) != writes[i]) {
                throw new UnsupportedOperationException("the function wrote into the tensor of shape "
                        + Shapes.text(x.shape()) + " at which it is differentiated; let it build a new one with "
                        + "where(condition, a, b), concat or stack, or work on copyOf(x)");
            }
        }
    }
}
