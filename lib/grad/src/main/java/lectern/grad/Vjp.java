package lectern.grad;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.Shapes;

/**
 * A function run once, ready to carry cotangents of its result back to its argument, as often as you like.
 *
 * <p>{@code pull(g)} is the product gᵀ·J with the Jacobian J, in the structure of the argument.
 */
public final class Vjp<P> implements AutoCloseable {
    private final Tape tape;
    private final Tree inputs;
    private final Tensor result;

    Vjp(Tape tape, Tree inputs, Tensor result) {
        this.tape = tape;
        this.inputs = inputs;
        this.result = result;
    }

    /** The value of the function. */
    public Tensor value() {
        return Tracer.apart(tape.outside(result));
    }

    Tensor result() {
        return result;
    }

    boolean depends() {
        return tape.owns(result);
    }

    /** The cotangent of the argument, given that of the result, which must have the shape of the result. */
    @SuppressWarnings("unchecked")
    public P pull(Tensor g) {
        Tensor y = value();
        if (!Arrays.equals(g.shape(), y.shape())) {
            throw new IllegalArgumentException("the function returned shape " + Shapes.text(y.shape())
                    + ", the cotangent has shape " + Shapes.text(g.shape()) + "; they must be the same");
        }
        Tensor seed = g.dtype() == y.dtype() ? g : g.cast(y.dtype());
        Tensor[] found = tape.pull(result, seed, inputs.leaves().size());
        List<Tensor> parts = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            Tensor leaf = inputs.leaves().get(i);
            // One cotangent may have reached several leaves; each gets a tensor of its own.
            parts.add(found[i] == null ? Tensors.zeros(leaf.dtype(), leaf.shape()) : Tracer.apart(found[i]));
        }
        return (P) inputs.rebuild(parts);
    }

    /** The tangent of the result for a tangent of the only argument, from what was recorded. */
    Tensor push(Tensor direction) {
        Tensor y = value();
        Tensor dy = tape.push(result, direction);
        return dy == null ? Tensors.zeros(y.dtype(), y.shape()) : dy;
    }

    /** Ends the recording; {@code pull} still works. */
    @Override
    public void close() {
        tape.close();
    }
}
