package lectern.grad.rule;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * Derivatives that a rule finds by a reverse sweep of its own: forward derivatives as the transpose of {@code pull},
 * since a pullback is linear in the cotangent, and the pullback of a function that is written out.
 */
public final class Transposition {
    /** The pullback of one argument, as in a rule. */
    @FunctionalInterface
    public interface Pull {
        /** The cotangent of argument {@code i}; null for zero. */
        Tensor pull(int i, Tensor g, Tensor y, Tensor... x);
    }

    /** A reverse sweep through a function of one tensor. */
    @FunctionalInterface
    public interface Sweep {
        /** The cotangent of {@code x} under {@code y = f(x)}, given that of y; null for zero. */
        Tensor pull(UnaryOperator<Tensor> f, Tensor x, Tensor g);
    }

    private static volatile Sweep sweep;

    private Transposition() {}

    /** Lends the sweep: tracing lies above the rules, which must not know it. */
    public static void by(Sweep reverse) {
        sweep = reverse;
    }

    /** The tangent of the result of a rule that knows only {@code pull}; null for zero. */
    public static Tensor push(Pull rule, Tensor y, Tensor[] x, Tensor[] dx) {
        Tensor sum = null;
        for (int k = 0; k < x.length; k++) {
            if (dx[k] == null) {
                continue;
            }
            int i = k;
            Tensor part = pull(u -> fitting(rule.pull(i, u, y, x), x[i]), Tensors.zerosLike(y), dx[k]);
            sum = sum == null ? part : part == null ? sum : sum.plus(part);
        }
        return sum;
    }

    private static Tensor fitting(Tensor part, Tensor x) {
        if (part != null && !Arrays.equals(part.shape(), x.shape())) {
            throw new ShapeException("a rule returned a cotangent of shape " + Shapes.text(part.shape())
                    + " for an argument of shape " + Shapes.text(x.shape()) + "; they must be the same");
        }
        return part;
    }

    /** The cotangent of {@code x} under {@code y = f(x)}, given that of y; null for zero. */
    public static Tensor pull(UnaryOperator<Tensor> f, Tensor x, Tensor g) {
        return sweep.pull(f, x, g);
    }
}
