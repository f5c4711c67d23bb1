package lectern.grad;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * Derivatives of plain Java functions: the verbs.
 *
 * <p>A function is any Java code over tensors, with branches, loops, recursion and captured variables. Verbs that take
 * a function return a function, so they nest: {@code grad(grad(f))} is the second derivative. Where a point is given
 * too, the answer comes at once and has the structure of the point: a tensor, a list, a map, a record (see {@link
 * Tree}).
 *
 * <p>The numbers of the moment count: what is written to a tensor after an operation has read it changes no derivative
 * (only arrays shared with {@code lectern.tensor.raw} are seen by nobody), and each verb but {@link #checkGrads} runs
 * the function once. A function that writes into the tensor at which it is differentiated is refused.
 *
 * <p>Constant by nature, with slope 0 everywhere: comparisons, tests and logic, {@code sign}, {@code floor}, {@code
 * ceil}, {@code round}, {@code floorDiv}, casts to integers, positions ({@code argmax}, {@code argsort}, those of {@code
 * topk}), counts, {@code rank}, and whatever {@link #stopGradient} gives. Verbs that compute on numbers alone, such as
 * {@code map} and {@code eig}, refuse a tensor that is being differentiated. A number taken out of one by {@code
 * item()}, {@code at(...)} or {@code toDoubleArray()} counts as constant: good for branches, stopping rules and prints;
 * where it goes on into a computation a warning says so once, with the line.
 */
public final class Grad {
    private Grad() {}

    /** The gradient of a function with a single value: {@code grad(f).apply(x)} has the shape of {@code x}. */
    public static Fn grad(Fn f) {
        return x -> Operators.valueAndGrad(f, x).grad();
    }

    /** The derivative of a function of a number at a number. */
    public static double grad(Fn f, double at) {
        return grad(f).at(at);
    }

    /** The gradient at a point: {@code grad(loss, parameters)} has the structure of the parameters. */
    public static <P> P grad(Function<? super P, ? extends Tensor> f, P at) {
        return Operators.valueAndGradOf(f, at).grad();
    }

    /** The gradient in the first argument. */
    public static Fn2 grad(Fn2 f) {
        return grad(f, 0);
    }

    /** The gradient in argument 0 or 1. */
    public static Fn2 grad(Fn2 f, int argument) {
        requireArgument(argument, 2);
        return (x, y) -> Operators.valueAndGrad(partial(f, argument, x, y), argument == 0 ? x : y)
                .grad();
    }

    /** The gradient in the first argument. */
    public static Fn3 grad(Fn3 f) {
        return grad(f, 0);
    }

    /** The gradient in argument 0, 1 or 2. */
    public static Fn3 grad(Fn3 f, int argument) {
        requireArgument(argument, 3);
        return (x, y, z) -> Operators.valueAndGrad(
                        partial(f, argument, x, y, z), argument == 0 ? x : argument == 1 ? y : z)
                .grad();
    }

    /** Value and gradient together, for little more than the value alone. */
    public static Function<Tensor, ValueAndGrad<Tensor>> valueAndGrad(Fn f) {
        return x -> Operators.valueAndGrad(f, x);
    }

    /** Value and gradient at a point, the gradient in the structure of the point. */
    public static <P> ValueAndGrad<P> valueAndGrad(Function<? super P, ? extends Tensor> f, P at) {
        return Operators.valueAndGradOf(f, at);
    }

    /**
     * The gradient of the sum of the results: {@code elementwiseGrad(f).apply(x)} has the shape of {@code x}.
     *
     * <p>For a function that works on each element by itself these are the derivatives at all points; for a net on
     * rows of points {@code (n, d)} they are its input derivatives, again {@code (n, d)}.
     */
    public static Fn elementwiseGrad(Fn f) {
        return grad(new Wrapped(Wrapped.user(f), x -> f.apply(x).sum()));
    }

    /** As {@link #elementwiseGrad(Fn)} in argument 0 or 1. */
    public static Fn2 elementwiseGrad(Fn2 f, int argument) {
        requireArgument(argument, 2);
        return (x, y) -> elementwiseGrad(partial(f, argument, x, y)).apply(argument == 0 ? x : y);
    }

    /** As {@link #elementwiseGrad(Fn)} in argument 0, 1 or 2. */
    public static Fn3 elementwiseGrad(Fn3 f, int argument) {
        requireArgument(argument, 3);
        return (x, y, z) ->
                elementwiseGrad(partial(f, argument, x, y, z)).apply(argument == 0 ? x : argument == 1 ? y : z);
    }

    /**
     * The derivative of a function of a number, or of each element by itself, in forward mode: the shape of the result
     * of {@code f}.
     */
    public static Fn derivative(Fn f) {
        return x -> Operators.derivative(f, x);
    }

    /**
     * The n-th derivative, as {@link #derivative(Fn)}; for n = 0 the function itself.
     *
     * <p>Found from the Taylor series of the function; the series of an operation that has no simple one
     * (decompositions, convolutions, rules of your own) by nesting its first derivatives.
     */
    public static Fn derivative(Fn f, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("the order of a derivative is 0 or more, got " + n);
        }
        return n == 0 ? f : n == 1 ? derivative(f) : x -> Operators.derivative(f, n, x);
    }

    /** All first derivatives: shape of the result followed by shape of the argument; the cheaper mode is chosen. */
    public static Fn jacobian(Fn f) {
        return x -> Operators.jacobian(f, x);
    }

    /** All first derivatives in argument 0 or 1. */
    public static Fn2 jacobian(Fn2 f, int argument) {
        requireArgument(argument, 2);
        return (x, y) -> Operators.jacobian(partial(f, argument, x, y), argument == 0 ? x : y);
    }

    /** All second derivatives of a function with a single value, forward over reverse: shape of the argument twice. */
    public static Fn hessian(Fn f) {
        return x -> Operators.hessian(f, x);
    }

    /** The Hessian at a point times a direction, without the Hessian: one forward push through the gradient. */
    public static Tensor hvp(Fn f, Tensor at, Tensor direction) {
        return Operators.jvp(grad(f), at, direction).tangent();
    }

    /**
     * Value and derivative along a direction, in forward mode; point and direction may be structures of the same form.
     */
    public static <P> Jvp jvp(Function<? super P, ? extends Tensor> f, P at, P direction) {
        return Operators.jvp(f, at, direction);
    }

    /** Runs a function and hands back its value with the map that pulls cotangents of the result to the argument. */
    public static <P> Vjp<P> vjp(Function<? super P, ? extends Tensor> f, P at) {
        Vjp<P> vjp = Operators.record(f, at);
        vjp.close();
        return vjp;
    }

    /**
     * The run of a function at a point, operation by operation, with the value of each and the derivative of the result
     * by it: what a gradient is made of. A notebook draws it as a graph.
     *
     * {@snippet :
     * var run = graph(x -> x.square().plus(1), 3);
     * run.steps().get(1).formula()             // → "v1 = square(x)"
     * run.steps().getLast().value()            // → 10.0
     * run.steps().getFirst().adjoint()         // → 6.0
     * }
     *
     * @param f the function; branches and loops appear as they ran
     * @param at the point
     */
    public static Trace graph(Fn f, Tensor at) {
        return Trace.of(x -> f.apply(x.getFirst()), List.of("x"), List.of(at));
    }

    /** The run of a function of a number, as {@link #graph(Fn, Tensor)}. */
    public static Trace graph(Fn f, double at) {
        return graph(f, Tensors.of(at));
    }

    /**
     * The run of a function of two arguments at a point.
     *
     * @param f the function
     * @param x its first argument
     * @param y its second argument
     */
    public static Trace graph(Fn2 f, Tensor x, Tensor y) {
        return Trace.of(a -> f.apply(a.get(0), a.get(1)), List.of("x", "y"), List.of(x, y));
    }

    /** The run of a function of two numbers, as {@link #graph(Fn2, Tensor, Tensor)}. */
    public static Trace graph(Fn2 f, double x, double y) {
        return graph(f, Tensors.of(x), Tensors.of(y));
    }

    /** The value as a constant: no derivative passes through. */
    public static Tensor stopGradient(Tensor x) {
        return Operators.stopGradient(x);
    }

    /**
     * The vector-Jacobian product of a custom function: cotangent of x from that of y, and the values y = f(x) and x.
     */
    @FunctionalInterface
    public interface Pull {
        Tensor apply(Tensor g, Tensor y, Tensor x);
    }

    /**
     * A function with a derivative of your own: {@code custom(f, (g, y, x) -> g.times(slope))}.
     *
     * <p>The rule is itself differentiated for higher orders; forward mode is derived from it.
     */
    public static Fn custom(Fn f, Pull vjp) {
        Custom.FnOf body = x -> f.apply(x[0]);
        Rule rule = (i, g, y, x) -> vjp.apply(g, y, x[0]);
        return x -> Operators.custom("custom", body, rule, x);
    }

    /**
     * Compares the derivatives of all orders up to the second with finite differences; throws with the numbers if they
     * differ.
     */
    public static <P> void checkGrads(Function<? super P, ? extends Tensor> f, P at) {
        checkGrads(f, at, 2);
    }

    /**
     * Compares the derivatives of all orders up to the one given with finite differences along random directions,
     * forward and reverse mode; throws an {@link AssertionError} with the numbers where they differ.
     */
    public static <P> void checkGrads(Function<? super P, ? extends Tensor> f, P at, int order) {
        Checker.check(f, at, order);
    }

    /**
     * Sends warnings (a result that does not depend on its argument) to a receiver of your own; null: the system's
     * logger.
     */
    public static void onWarning(Consumer<String> receiver) {
        Warnings.onWarning(receiver);
    }

    private static Fn partial(Fn2 f, int argument, Tensor x, Tensor y) {
        return new Wrapped(f, t -> argument == 0 ? f.apply(t, y) : f.apply(x, t));
    }

    private static Fn partial(Fn3 f, int argument, Tensor x, Tensor y, Tensor z) {
        return new Wrapped(f, t -> switch (argument) {
            case 0 -> f.apply(t, y, z);
            case 1 -> f.apply(x, t, z);
            default -> f.apply(x, y, t);
        });
    }

    private static void requireArgument(int argument, int count) {
        if (argument < 0 || argument >= count) {
            throw new IllegalArgumentException(
                    "a function of " + count + " arguments has no argument " + argument + "; they are counted from 0");
        }
    }
}
