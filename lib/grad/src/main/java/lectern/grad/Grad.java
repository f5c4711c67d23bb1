package lectern.grad;

import java.util.function.Function;
import lectern.tensor.Tensor;

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
public final class Grad extends Derivatives {
    private Grad() {}

    /**
     * Differentiates a function with a single value: the gradient, as a function again, so that it nests.
     *
     * {@snippet :
     * grad(t -> t.square().sum()).apply(of(1.0, 2, 3)) // → [2. 4. 6.]
     * grad(grad(t -> t.pow(3).sum())).apply(of(2.0)) // → 12.0
     * }
     *
     * @param f any Java code over one tensor, with branches, loops and captured variables
     * @return {@code x -> ∂f/∂x}, of the shape of x; refuses in words an x for which f has no single value
     */
    public static Fn grad(Fn f) {
        return x -> Operators.valueAndGrad(f, x).grad();
    }

    /**
     * Differentiates a function of a number at a number.
     *
     * @param f the function
     * @param at the number
     * @return the derivative there
     * @throws IllegalArgumentException for a result that is not a single value
     */
    public static double grad(Fn f, double at) {
        return grad(f).at(at);
    }

    /**
     * Differentiates a function with a single value at a point, such as a loss at the parameters of a model.
     *
     * @param f the function
     * @param at a tensor, or a structure of tensors: a list, a map, a record, a network
     * @return the gradient, in the structure of the point
     * @throws IllegalArgumentException for a result that is not a single value
     */
    public static <P> P grad(Function<? super P, ? extends Tensor> f, P at) {
        return Operators.valueAndGradOf(f, at).grad();
    }

    /**
     * Differentiates a function of two tensors with respect to the first.
     *
     * @param f a function with a single value
     * @return a function of the same two, whose value has the shape of the first
     */
    public static Fn2 grad(Fn2 f) {
        return grad(f, 0);
    }

    /**
     * Differentiates a function of two tensors with respect to one of them.
     *
     * @param f a function with a single value
     * @param argument which one, 0 or 1
     * @return a function of the same two, whose value has the shape of that one
     * @throws IllegalArgumentException for another argument
     */
    public static Fn2 grad(Fn2 f, int argument) {
        requireArgument(argument, 2);
        return (x, y) -> Operators.valueAndGrad(partial(f, argument, x, y), argument == 0 ? x : y)
                .grad();
    }

    /**
     * Differentiates a function of three tensors with respect to the first.
     *
     * @param f a function with a single value
     * @return a function of the same three, whose value has the shape of the first
     */
    public static Fn3 grad(Fn3 f) {
        return grad(f, 0);
    }

    /**
     * Differentiates a function of three tensors with respect to one of them.
     *
     * @param f a function with a single value
     * @param argument which one, 0, 1 or 2
     * @return a function of the same three, whose value has the shape of that one
     * @throws IllegalArgumentException for another argument
     */
    public static Fn3 grad(Fn3 f, int argument) {
        requireArgument(argument, 3);
        return (x, y, z) -> Operators.valueAndGrad(
                        partial(f, argument, x, y, z), argument == 0 ? x : argument == 1 ? y : z)
                .grad();
    }

    /**
     * Computes value and gradient together, for little more than the value alone.
     *
     * {@snippet :
     * valueAndGrad(t -> t.square().sum()).apply(of(1.0, 2)).grad() // → [2. 4.]
     * }
     *
     * @param f a function with a single value
     * @return a function of a tensor that answers both
     */
    public static Function<Tensor, ValueAndGrad<Tensor>> valueAndGrad(Fn f) {
        return x -> Operators.valueAndGrad(f, x);
    }

    /**
     * Computes value and gradient at a point together.
     *
     * @param f a function with a single value
     * @param at a tensor, or a structure of tensors
     * @return {@code value()} and {@code grad()}, the gradient in the structure of the point
     * @throws IllegalArgumentException for a result that is not a single value
     */
    public static <P> ValueAndGrad<P> valueAndGrad(Function<? super P, ? extends Tensor> f, P at) {
        return Operators.valueAndGradOf(f, at);
    }

    /**
     * Computes the Hessian at a point times a direction, without the Hessian: one forward push through the gradient (B.
     * A. Pearlmutter, 1994).
     *
     * {@snippet :
     * hvp(t -> t.pow(3).sum(), of(1.0, 2), of(1.0, 0)) // → [6. 0.]
     * }
     *
     * @param f a function with a single value
     * @param at the point
     * @param direction of the shape of the point
     * @return {@code H v}, of the shape of the point
     * @throws IllegalArgumentException for a direction of another shape
     */
    public static Tensor hvp(Fn f, Tensor at, Tensor direction) {
        return Operators.jvp(grad(f), at, direction).tangent();
    }

    /**
     * Computes value and derivative along a direction, in forward mode: the Jacobian times a vector.
     *
     * {@snippet :
     * jvp((Tensor t) -> t.square(), of(1.0, 2), of(1.0, 0)).tangent() // → [2. 0.]
     * }
     *
     * @param f the function, of any shape
     * @param at a tensor, or a structure of tensors
     * @param direction of the same structure
     * @return {@code value()} and {@code tangent()}, both of the shape of the result
     * @throws IllegalArgumentException for a direction of another form than the point
     */
    public static <P> Jvp jvp(Function<? super P, ? extends Tensor> f, P at, P direction) {
        return Operators.jvp(f, at, direction);
    }

    /**
     * Runs a function and answers its value with the map that pulls cotangents of the result to the argument: a vector
     * times the Jacobian.
     *
     * {@snippet :
     * vjp((Tensor t) -> t.square(), of(1.0, 2)).pull(of(1.0, 10)) // → [2. 40.]
     * }
     *
     * @param f the function, of any shape
     * @param at a tensor, or a structure of tensors
     * @return {@code value()}, and {@code pull(g)} for a cotangent of the shape of the result
     */
    public static <P> Vjp<P> vjp(Function<? super P, ? extends Tensor> f, P at) {
        Vjp<P> vjp = Operators.record(f, at);
        vjp.close();
        return vjp;
    }

    /**
     * The vector-Jacobian product of a custom function: cotangent of x from that of y, and the values y = f(x) and x.
     */
    @FunctionalInterface
    public interface Pull {
        Tensor apply(Tensor g, Tensor y, Tensor x);
    }

    /**
     * Makes a function with a derivative of your own: {@code custom(f, (g, y, x) -> g.times(slope))}.
     *
     * <p>The rule is itself differentiated for higher orders; forward mode is derived from it.
     *
     * {@snippet :
     * Fn clipped = custom(t -> t, (g, y, x) -> g.clip(-1, 1));
     * grad(t -> clipped.apply(t).times(100).sum()).apply(of(1.0, 2)) // → [1. 1.]
     * }
     *
     * @param f the function
     * @param vjp the cotangent of x from the cotangent g of y, and y = f(x) and x
     * @return the function, with this derivative
     */
    public static Fn custom(Fn f, Pull vjp) {
        Custom.FnOf body = x -> f.apply(x[0]);
        Rule rule = (i, g, y, x) -> vjp.apply(g, y, x[0]);
        return x -> Operators.custom("custom", body, rule, x);
    }
}
