package lectern.grad;

import lectern.grad.rule.Composite;
import lectern.grad.rule.Rules;
import lectern.tensor.Tensor;

/**
 * A user's function with a derivative of the user's own, as one operation.
 *
 * <p>A compiler need not know it: {@link #expand} runs the function on any arguments.
 */
public record Custom(String label, FnOf body, Rule rule) implements Composite {
    static {
        Rules.put(Custom.class, new OfCustom());
    }

    /** A function of any number of tensors with one result. */
    @FunctionalInterface
    public interface FnOf {
        Tensor apply(Tensor... x);
    }

    @Override
    public Tensor expand(Tensor... args) {
        return body.apply(args);
    }

    /** Hands everything to the rule the user gave. */
    static final class OfCustom implements Rules.Of<Custom> {
        @Override
        public Tensor pull(Custom op, int i, Tensor g, Tensor y, Tensor... x) {
            return op.rule.pull(i, g, y, x);
        }

        @Override
        public Tensor push(Custom op, Tensor y, Tensor[] x, Tensor[] dx) {
            return op.rule.push(y, x, dx);
        }
    }
}
