package lectern.optim;

import java.util.function.Function;
import lectern.grad.Fn;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * Minimisation: the verbs; the optimisers, schedules and methods that they take are inherited.
 *
 * <p>Optimisers take so many steps as they are told: {@code minimize(loss, start, adam(0.01), 2000)}. Methods run to
 * convergence: {@code minimize(loss, start, lbfgs())}. The start may be a number, a tensor or any structure of tensors.
 */
public final class Optim extends Optimizers {
    private Optim() {}

    /**
     * Takes so many steps of an optimiser towards a minimum.
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square().sum(), of(0.0, 1), adam(0.1), 500).parameters().format("%.3f")
     * // → "[3.000 3.000]"
     * }
     *
     * @param f the function to make small, with a single value
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @param optimizer the rule of a step, such as {@code adam(0.01)}
     * @param steps how many, 0 or more
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     * @throws IllegalArgumentException for a function whose result is not a single value
     */
    public static <P> Fit<P> minimize(
            Function<? super P, ? extends Tensor> f, P start, Optimizer optimizer, int steps) {
        return minimize(f, start, optimizer, steps, watch());
    }

    /**
     * Takes at most so many steps of an optimiser towards a minimum, fewer where a criterion is met.
     *
     * @param f the function to make small, with a single value
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @param optimizer the rule of a step, such as {@code adam(0.01)}
     * @param steps how many at most, 0 or more
     * @param watch criteria for stopping and what to keep
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     * @throws IllegalArgumentException for a function whose result is not a single value
     */
    public static <P> Fit<P> minimize(
            Function<? super P, ? extends Tensor> f, P start, Optimizer optimizer, int steps, Watch watch) {
        return Runner.run((p, data) -> f.apply(p), start, optimizer, steps, watch);
    }

    /**
     * Takes so many steps of an optimiser from a number.
     *
     * @param f the function to make small, with a single value
     * @param start the number to begin with
     * @param optimizer the rule of a step, such as {@code adam(0.01)}
     * @param steps how many, 0 or more
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     * @throws IllegalArgumentException for a function whose result is not a single value
     */
    public static Fit<Tensor> minimize(Fn f, double start, Optimizer optimizer, int steps) {
        return minimize(f, Tensors.of(start), optimizer, steps, watch());
    }

    /**
     * Takes at most so many steps of an optimiser from a number, fewer where a criterion is met.
     *
     * @param f the function to make small, with a single value
     * @param start the number to begin with
     * @param optimizer the rule of a step, such as {@code adam(0.01)}
     * @param steps how many at most, 0 or more
     * @param watch criteria for stopping and what to keep
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     * @throws IllegalArgumentException for a function whose result is not a single value
     */
    public static Fit<Tensor> minimize(Fn f, double start, Optimizer optimizer, int steps, Watch watch) {
        return minimize(f, Tensors.of(start), optimizer, steps, watch);
    }

    /**
     * Runs a solver until it has converged.
     *
     * @param f the function to make small, with a single value
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @param method the solver, such as {@code lbfgs()}
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     * @throws IllegalArgumentException for a function whose result is not a single value
     */
    public static <P> Fit<P> minimize(Function<? super P, ? extends Tensor> f, P start, Method method) {
        return method.minimize(f, start, watch());
    }

    /**
     * Runs a solver until it has converged, watched: {@code watch().path()} keeps its way for a figure.
     *
     * @param f the function to make small, with a single value
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @param method the solver, such as {@code lbfgs()}
     * @param watch criteria for stopping and what to keep
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     * @throws IllegalArgumentException for a function whose result is not a single value
     */
    public static <P> Fit<P> minimize(Function<? super P, ? extends Tensor> f, P start, Method method, Watch watch) {
        return method.minimize(f, start, watch);
    }

    /**
     * Runs a solver from a number until it has converged.
     *
     * @param f the function to make small, with a single value
     * @param start the number to begin with
     * @param method the solver, such as {@code lbfgs()}
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     * @throws IllegalArgumentException for a function whose result is not a single value
     */
    public static Fit<Tensor> minimize(Fn f, double start, Method method) {
        return method.minimize(f, Tensors.of(start), watch());
    }

    /**
     * Runs a solver from a number until it has converged, watched.
     *
     * @param f the function to make small, with a single value
     * @param start the number to begin with
     * @param method the solver, such as {@code lbfgs()}
     * @param watch criteria for stopping and what to keep
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     * @throws IllegalArgumentException for a function whose result is not a single value
     */
    public static Fit<Tensor> minimize(Fn f, double start, Method method, Watch watch) {
        return method.minimize(f, Tensors.of(start), watch);
    }

    /**
     * Finds a minimum under constraints, with its multipliers, by the method of the augmented Lagrangian.
     *
     * @param f the function to make small, with a single value
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @param constraints such as {@code subjectTo().equal(c).between(0, 1)}
     * @return what was found, with a multiplier for each constraint
     */
    public static ConstrainedFit minimize(Fn f, Tensor start, Constraints constraints) {
        return AugmentedLagrangian.minimize(f, start, constraints);
    }

    /**
     * Fits parameters so that the residuals are least, {@code ½‖r(θ)‖²}, by Levenberg-Marquardt.
     *
     * {@snippet :
     * Tensor times = of(0.0, 1, 2), seen = of(1.0, 2.7, 7.4);
     * leastSquares(p -> times.times(p).exp().minus(seen), of(0.5)).parameters().format("%.2f") // → "1.00"
     * }
     *
     * @param residuals what the model gets wrong at each point, a vector
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     */
    public static <P> Fit<P> leastSquares(Function<? super P, ? extends Tensor> residuals, P start) {
        return leastSquares(residuals, start, levenbergMarquardt());
    }

    /**
     * Fits parameters so that the residuals are least, by a method with options.
     *
     * @param residuals what the model gets wrong at each point, a vector
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @param method such as {@code levenbergMarquardt()}
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     */
    public static <P> Fit<P> leastSquares(
            Function<? super P, ? extends Tensor> residuals, P start, LevenbergMarquardt method) {
        return leastSquares(residuals, start, method, watch());
    }

    /**
     * Fits parameters so that the residuals are least, watched.
     *
     * @param residuals what the model gets wrong at each point, a vector
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @param method such as {@code levenbergMarquardt()}
     * @param watch criteria for stopping and what to keep
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     */
    public static <P> Fit<P> leastSquares(
            Function<? super P, ? extends Tensor> residuals, P start, LevenbergMarquardt method, Watch watch) {
        return method.fit(residuals, start, watch);
    }

    /**
     * Fits parameters so that the residuals are least, with a Jacobian of your own.
     *
     * @param residuals what the model gets wrong at each point, a vector
     * @param jacobian their derivatives, shape (residuals, parameters)
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @param method such as {@code levenbergMarquardt()}
     * @param watch criteria for stopping and what to keep
     * @return what was found: {@code parameters()}, {@code value()}, {@code losses()}, and why it ended
     */
    public static <P> Fit<P> leastSquares(
            Function<? super P, ? extends Tensor> residuals,
            Function<? super P, ? extends Tensor> jacobian,
            P start,
            LevenbergMarquardt method,
            Watch watch) {
        return method.fit(residuals, jacobian, start, watch);
    }

    /**
     * Makes the inner part of a training loop of your own: each {@code step} computes the loss, its gradient and the
     * update as one compiled program.
     *
     * {@snippet :
     * var t = training((Tensor w, Tensor[] d) -> d[0].times(w).minus(d[1]).square().mean(), of(0.0), sgd(0.1));
     * for (int i = 0; i < 50; i++) t.step(of(1.0, 2), of(3.0, 6));
     * t.parameters().format("%.3f") // → "3.000"
     * }
     *
     * @param loss a function of the parameters and of the data that each step is given
     * @param start where to begin, a tensor or any structure of tensors: a record, a list, a network
     * @param optimizer the rule of a step, such as {@code adam(0.01)}
     * @return the training: {@code step(x, y)} answers the loss, {@code parameters()} what is reached
     */
    public static <P> Training<P> training(Loss<P> loss, P start, Optimizer optimizer) {
        return new Training<>(loss, start, optimizer);
    }
}
