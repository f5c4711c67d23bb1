package lectern.grad;

import java.util.Arrays;
import lectern.grad.rule.Composite;
import lectern.grad.rule.Rules;
import lectern.tensor.Tensor;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

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
        return Tracer.hold(body.apply(Tracer.apart(args)));
    }

    /** Hands everything to the rule the user gave. */
    static final class OfCustom implements Rules.Of<Custom> {
        @Override
        public Tensor pull(Custom op, int i, Tensor g, Tensor y, Tensor... x) {
            Tensor part = op.rule.pull(i, Tracer.apart(g), Tracer.apart(y), Tracer.apart(x));
            return fitting(op, "cotangent of argument " + i, part, x[i]);
        }

        @Override
        public Tensor push(Custom op, Tensor y, Tensor[] x, Tensor[] dx) {
            Tensor dy = op.rule.push(Tracer.apart(y), Tracer.apart(x), dx.clone());
            return fitting(op, "tangent of the result", dy, y);
        }

        private static Tensor fitting(Custom op, String what, Tensor found, Tensor like) {
            if (found != null && !Arrays.equals(found.shape(), like.shape())) {
                throw new ShapeException("the rule of " + op.label + " returned a " + what + " of shape "
                        + Shapes.text(found.shape()) + "; it must have the shape " + Shapes.text(like.shape())
                        + " of what it belongs to");
            }
            return found == null ? null : Tracer.hold(found);
        }
    }
}
