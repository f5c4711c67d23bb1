package lectern.grad;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;

/**
 * Derivatives against finite differences.
 *
 * <p>The function is reduced to a number by random weights, h₀(x) = Σ w·f(x), and then differentiated along one random
 * direction after another: hₖ(x) = ∇hₖ₋₁(x)·vₖ, once by reverse mode and once by forward mode. Each is compared with
 * the central difference of the one before it, extrapolated to fourth order.
 */
final class Checker {
    private static final double TOLERANCE = 2e-6;

    private Checker() {}

    @SuppressWarnings("unchecked")
    static <P> void check(Function<? super P, ? extends Tensor> f, P at, int order) {
        if (order < 1) {
            throw new IllegalArgumentException("the order to check is 1 or more, got " + order);
        }
        SplittableRandom random = new SplittableRandom(7);
        Tree point = Tree.of(at);
        Tensor weights = random(random, f.apply(at));
        Function<List<Tensor>, Tensor> h =
                x -> f.apply((P) point.rebuild(x)).times(weights).sum();
        follow("reverse", h, point.leaves(), order, random);
        follow("forward", h, point.leaves(), order, random);
    }

    private static void follow(
            String mode, Function<List<Tensor>, Tensor> first, List<Tensor> x, int order, SplittableRandom random) {
        Function<List<Tensor>, Tensor> h = first;
        for (int k = 1; k <= order; k++) {
            List<Tensor> v = new ArrayList<>();
            for (Tensor leaf : x) {
                v.add(random(random, leaf));
            }
            Function<List<Tensor>, Tensor> before = h;
            Function<List<Tensor>, Tensor> along = mode.equals("reverse")
                    ? t -> dot(gradient(before, t), v)
                    : t -> Operators.jvp(before, t, v).tangent();
            compare(mode, k, along.apply(x).item(), t -> before.apply(t).item(), x, v);
            double other = mode.equals("reverse")
                    ? Operators.jvp(before, x, v).tangent().item()
                    : dot(gradient(before, x), v).item();
            compare(
                    mode + " under the other mode",
                    k,
                    other,
                    t -> before.apply(t).item(),
                    x,
                    v);
            h = along;
        }
    }

    /** The gradient without a word about functions that do not depend on their argument: high orders often vanish. */
    private static List<Tensor> gradient(Function<List<Tensor>, Tensor> h, List<Tensor> x) {
        try (Vjp<List<Tensor>> vjp = Operators.record(h, x)) {
            return vjp.pull(Operators.one(vjp.value()));
        }
    }

    private static void compare(
            String mode, int order, double found, ToDoubleFunction<List<Tensor>> h, List<Tensor> x, List<Tensor> v) {
        double step = 1e-3;
        double wide = difference(h, x, v, step);
        double narrow = difference(h, x, v, step / 2);
        double expected = (4 * narrow - wide) / 3;
        double scale = Math.max(1, Math.max(Math.abs(expected), Math.abs(found)));
        double spread = 1e-2 * Math.abs(narrow - wide);
        if (!(Math.abs(found - expected) <= TOLERANCE * scale + spread)) {
            throw new AssertionError("derivative of order " + order + " by " + mode + " mode is " + found
                    + ", finite differences give " + expected);
        }
    }

    private static double difference(ToDoubleFunction<List<Tensor>> h, List<Tensor> x, List<Tensor> v, double step) {
        return (h.applyAsDouble(moved(x, v, step)) - h.applyAsDouble(moved(x, v, -step))) / (2 * step);
    }

    private static List<Tensor> moved(List<Tensor> x, List<Tensor> v, double step) {
        List<Tensor> out = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            out.add(x.get(i).plus(v.get(i).times(step)));
        }
        return out;
    }

    private static Tensor dot(List<Tensor> a, List<Tensor> b) {
        Tensor sum = Tensors.literal(0);
        for (int i = 0; i < a.size(); i++) {
            sum = sum.plus(a.get(i).times(b.get(i)).sum());
        }
        return sum;
    }

    private static Tensor random(SplittableRandom random, Tensor like) {
        double[] values = random.doubles(like.size(), -1, 1).toArray();
        return Raw.wrap(values, like.shape()).cast(like.dtype());
    }
}
