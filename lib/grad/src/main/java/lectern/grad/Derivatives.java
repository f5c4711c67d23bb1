package lectern.grad;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/** Derivatives element by element and of second order, the run of a function, and what watches over derivatives. */
public class Derivatives {
    Derivatives() {}

    /**
     * Differentiates the sum of the results of a function.
     *
     * <p>For a function that works on each element by itself these are the derivatives at all points; for a net on rows
     * of points (n, d) they are its input derivatives, again (n, d).
     *
     * {@snippet :
     * elementwiseGrad(t -> t.pow(3)).apply(of(1.0, 2)) // → [3. 12.]
     * }
     *
     * @param f the function
     * @return a function of x whose value has the shape of x
     */
    public static Fn elementwiseGrad(Fn f) {
        Fn summed = new Wrapped(Wrapped.user(f), x -> f.apply(x).sum());
        return x -> Operators.valueAndGrad(summed, x).grad();
    }

    /**
     * Differentiates the sum of the results of a function of two tensors with respect to one of them.
     *
     * @param f the function
     * @param argument which one, 0 or 1
     * @return a function of the same two, whose value has the shape of that one
     * @throws IllegalArgumentException for another argument
     */
    public static Fn2 elementwiseGrad(Fn2 f, int argument) {
        requireArgument(argument, 2);
        return (x, y) -> elementwiseGrad(partial(f, argument, x, y)).apply(argument == 0 ? x : y);
    }

    /**
     * Differentiates the sum of the results of a function of three tensors with respect to one of them.
     *
     * @param f the function
     * @param argument which one, 0, 1 or 2
     * @return a function of the same three, whose value has the shape of that one
     * @throws IllegalArgumentException for another argument
     */
    public static Fn3 elementwiseGrad(Fn3 f, int argument) {
        requireArgument(argument, 3);
        return (x, y, z) ->
                elementwiseGrad(partial(f, argument, x, y, z)).apply(argument == 0 ? x : argument == 1 ? y : z);
    }

    /**
     * Differentiates a function of a number, or of each element by itself, in forward mode.
     *
     * {@snippet :
     * derivative(t -> t.sin()).apply(of(0.0)) // → 1.0
     * }
     *
     * @param f the function
     * @return a function whose value has the shape of the result of f
     */
    public static Fn derivative(Fn f) {
        return x -> Operators.derivative(f, x);
    }

    /**
     * Differentiates a function of a number, or of each element by itself, n times.
     *
     * <p>Found from the Taylor series of the function; the series of an operation that has no simple one
     * (decompositions, convolutions, rules of your own) by nesting its first derivatives.
     *
     * @param f the function
     * @param n the order, 0 for the function itself
     * @return a function whose value has the shape of the result of f
     * @throws IllegalArgumentException for a negative order
     */
    public static Fn derivative(Fn f, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("the order of a derivative is 0 or more, got " + n);
        }
        return n == 0 ? f : n == 1 ? derivative(f) : x -> Operators.derivative(f, n, x);
    }

    /**
     * Computes all first derivatives of a function, in the cheaper of forward and reverse mode.
     *
     * {@snippet :
     * jacobian(t -> t.square()).apply(of(1.0, 2)) // → [[2. 0.] [0. 4.]]
     * }
     *
     * @param f the function, of any shape
     * @return a function whose value has the shape of the result followed by the shape of the argument
     */
    public static Fn jacobian(Fn f) {
        return x -> Operators.jacobian(f, x);
    }

    /**
     * Computes all first derivatives of a function of two tensors with respect to one of them.
     *
     * @param f the function, of any shape
     * @param argument which one, 0 or 1
     * @return a function whose value has the shape of the result followed by the shape of that one
     * @throws IllegalArgumentException for another argument
     */
    public static Fn2 jacobian(Fn2 f, int argument) {
        requireArgument(argument, 2);
        return (x, y) -> Operators.jacobian(partial(f, argument, x, y), argument == 0 ? x : y);
    }

    /**
     * Computes all second derivatives of a function with a single value, forward over reverse.
     *
     * {@snippet :
     * hessian(t -> t.pow(3).sum()).apply(of(1.0, 2)) // → [[6. 0.] [0. 12.]]
     * }
     *
     * @param f the function
     * @return a function whose value has the shape of the argument twice
     */
    public static Fn hessian(Fn f) {
        return x -> Operators.hessian(f, x);
    }

    /**
     * Follows the run of a function at a point, operation by operation, with the value of each and the derivative of
     * the result by it: what a gradient is made of. A notebook draws it as a graph.
     *
     * {@snippet :
     * var run = graph(x -> x.square().plus(1), 3);
     * run.steps().get(1).formula() // → "v1 = square(x)"
     * run.steps().getLast().value() // → 10.0
     * run.steps().getFirst().adjoint() // → 6.0
     * }
     *
     * @param f the function; branches and loops appear as they ran
     * @param at the point
     * @return the run: {@code steps()} hold formula, value and adjoint
     */
    public static Trace graph(Fn f, Tensor at) {
        return Trace.of(x -> f.apply(x.getFirst()), List.of("x"), List.of(at));
    }

    /**
     * Follows the run of a function of a number, operation by operation.
     *
     * @param f the function; branches and loops appear as they ran
     * @param at the number
     * @return the run: {@code steps()} hold formula, value and adjoint
     */
    public static Trace graph(Fn f, double at) {
        return graph(f, Tensors.of(at));
    }

    /**
     * Follows the run of a function of two tensors, operation by operation.
     *
     * @param f the function; branches and loops appear as they ran
     * @param x its first argument
     * @param y its second argument
     * @return the run: {@code steps()} hold formula, value and adjoint
     */
    public static Trace graph(Fn2 f, Tensor x, Tensor y) {
        return Trace.of(a -> f.apply(a.get(0), a.get(1)), List.of("x", "y"), List.of(x, y));
    }

    /**
     * Follows the run of a function of two numbers, operation by operation.
     *
     * @param f the function; branches and loops appear as they ran
     * @param x its first argument
     * @param y its second argument
     * @return the run: {@code steps()} hold formula, value and adjoint
     */
    public static Trace graph(Fn2 f, double x, double y) {
        return graph(f, Tensors.of(x), Tensors.of(y));
    }

    /**
     * Takes a value as a constant: no derivative passes through it.
     *
     * {@snippet :
     * grad(t -> t.times(stopGradient(t)).sum()).apply(of(3.0)) // → 3.0
     * }
     *
     * @param x the value
     * @return the same numbers
     */
    public static Tensor stopGradient(Tensor x) {
        return Operators.stopGradient(x);
    }

    /**
     * Compares the first and second derivatives of a function with finite differences along random directions, and
     * throws where they differ.
     *
     * {@snippet :
     * checkGrads((Tensor t) -> t.sin().sum(), of(1.0, 2));
     * }
     *
     * @param f the function
     * @param at a tensor, or a structure of tensors
     * @throws AssertionError where they differ, with the numbers
     */
    public static <P> void checkGrads(Function<? super P, ? extends Tensor> f, P at) {
        checkGrads(f, at, 2);
    }

    /**
     * Compares the derivatives of all orders up to the one given with finite differences, in forward and reverse mode,
     * and throws where they differ.
     *
     * @param f the function
     * @param at a tensor, or a structure of tensors
     * @param order the highest order, 1 or more
     * @throws AssertionError where they differ, with the numbers
     */
    public static <P> void checkGrads(Function<? super P, ? extends Tensor> f, P at, int order) {
        Checker.check(f, at, order);
    }

    /**
     * Sends warnings about derivatives, such as a result that does not depend on its argument, to a receiver of your
     * own.
     *
     * {@snippet :
     * var heard = new ArrayList<String>();
     * onWarning(heard::add);
     * grad(t -> of(1.0), of(2.0));
     * onWarning(null);
     * heard.size() // → 1
     * }
     *
     * @param receiver gets each warning; null for the system's logger
     */
    public static void onWarning(Consumer<String> receiver) {
        Warnings.onWarning(receiver);
    }

    static Fn partial(Fn2 f, int argument, Tensor x, Tensor y) {
        return new Wrapped(f, t -> argument == 0 ? f.apply(t, y) : f.apply(x, t));
    }

    static Fn partial(Fn3 f, int argument, Tensor x, Tensor y, Tensor z) {
        return new Wrapped(f, t -> switch (argument) {
            case 0 -> f.apply(t, y, z);
            case 1 -> f.apply(x, t, z);
            default -> f.apply(x, y, t);
        });
    }

    static void requireArgument(int argument, int count) {
        if (argument < 0 || argument >= count) {
            throw new IllegalArgumentException(
                    "a function of " + count + " arguments has no argument " + argument + "; they are counted from 0");
        }
    }
}
