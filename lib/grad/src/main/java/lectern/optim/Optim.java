package lectern.optim;

import java.util.function.Function;
import lectern.grad.Fn;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * Minimisation: the verbs.
 *
 * <p>Optimisers take so many steps as they are told: {@code minimize(loss, start, adam(0.01), 2000)}. Methods run to
 * convergence: {@code minimize(loss, start, lbfgs())}. The start may be a number, a tensor or any structure of tensors.
 */
public final class Optim {
    private Optim() {}

    /** Gradient descent with a fixed rate; {@code sgd(0.1).momentum(0.9)}. */
    public static Sgd sgd(double rate) {
        return sgd(Schedule.constant(rate));
    }

    /** Gradient descent with a schedule. */
    public static Sgd sgd(Schedule rate) {
        return new Sgd(rate, 0, false);
    }

    /** AdaGrad with δ = 1e-8. */
    public static AdaGrad adaGrad(double rate) {
        return adaGrad(Schedule.constant(rate));
    }

    /** AdaGrad with a schedule. */
    public static AdaGrad adaGrad(Schedule rate) {
        return new AdaGrad(rate, 1e-8, false);
    }

    /** AdaDelta with rate 1, ρ = 0.9, δ = 1e-6. */
    public static AdaDelta adaDelta() {
        return new AdaDelta(Schedule.constant(1), 0.9, 1e-6);
    }

    /** RMSProp with ρ = 0.99, δ = 1e-8. */
    public static RmsProp rmsProp(double rate) {
        return rmsProp(Schedule.constant(rate));
    }

    /** RMSProp with a schedule. */
    public static RmsProp rmsProp(Schedule rate) {
        return new RmsProp(rate, 0.99, 1e-8, false);
    }

    /** Adam with β = 0.9 and 0.999, δ = 1e-8. */
    public static Adam adam(double rate) {
        return adam(Schedule.constant(rate));
    }

    /** Adam with a schedule. */
    public static Adam adam(Schedule rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8, false, 0);
    }

    /** Adam with decoupled weight decay. */
    public static Adam adamW(double rate, double decay) {
        return adam(rate).decay(decay);
    }

    /** Adam with decoupled weight decay and a schedule. */
    public static Adam adamW(Schedule rate, double decay) {
        return adam(rate).decay(decay);
    }

    /** {@link Schedule#exponential}. */
    public static Schedule exponentialDecay(double rate, double factor, int every) {
        return Schedule.exponential(rate, factor, every);
    }

    /** {@link Schedule#cosine}. */
    public static Schedule cosineDecay(double rate, int steps) {
        return Schedule.cosine(rate, steps);
    }

    /** {@link Schedule#steps}. */
    public static Schedule stepDecay(double rate, double factor, int every) {
        return Schedule.steps(rate, factor, every);
    }

    /** {@link Schedule#inverseTime}. */
    public static Schedule inverseTimeDecay(double t0, double t1) {
        return Schedule.inverseTime(t0, t1);
    }

    /** {@link Schedule#warmUp}. */
    public static Schedule warmUp(int steps, Schedule then) {
        return Schedule.warmUp(steps, then);
    }

    /** L-BFGS. */
    public static Lbfgs lbfgs() {
        return new Lbfgs(10, 1000, 1e-8, 0);
    }

    /** Nonlinear conjugate gradients. */
    public static ConjugateGradient conjugateGradient() {
        return new ConjugateGradient(1000, 1e-8);
    }

    /** Gradient descent with a line search. */
    public static SteepestDescent steepestDescent() {
        return new SteepestDescent(1000, 1e-8);
    }

    /** Newton's method with the exact Hessian. */
    public static Newton newton() {
        return new Newton(100, 1e-8);
    }

    /** Levenberg-Marquardt for {@link #leastSquares(Function, Object, LevenbergMarquardt)}. */
    public static LevenbergMarquardt levenbergMarquardt() {
        return new LevenbergMarquardt(200, 1e-10, 1e-12);
    }

    /** Criteria for stopping and what to keep: {@code watch().patience(100).keepBest()}. */
    public static Watch watch() {
        return new Watch();
    }

    /** Constraints: {@code subjectTo().equal(c).between(0, 1)}. */
    public static Constraints subjectTo() {
        return new Constraints();
    }

    /** So many steps of an optimiser. */
    public static <P> Fit<P> minimize(
            Function<? super P, ? extends Tensor> f, P start, Optimizer optimizer, int steps) {
        return minimize(f, start, optimizer, steps, watch());
    }

    /** At most so many steps of an optimiser. */
    public static <P> Fit<P> minimize(
            Function<? super P, ? extends Tensor> f, P start, Optimizer optimizer, int steps, Watch watch) {
        return Runner.run((p, data) -> f.apply(p), start, optimizer, steps, watch);
    }

    /** So many steps from a number. */
    public static Fit<Tensor> minimize(Fn f, double start, Optimizer optimizer, int steps) {
        return minimize(f, Tensors.of(start), optimizer, steps, watch());
    }

    /** At most so many steps from a number. */
    public static Fit<Tensor> minimize(Fn f, double start, Optimizer optimizer, int steps, Watch watch) {
        return minimize(f, Tensors.of(start), optimizer, steps, watch);
    }

    /** A solver's run to convergence. */
    public static <P> Fit<P> minimize(Function<? super P, ? extends Tensor> f, P start, Method method) {
        return method.minimize(f, start, watch());
    }

    /**
     * A solver's run, watched: {@code watch().path()} for drawing its way, {@code each} for progress, {@code
     * lossBelow}.
     */
    public static <P> Fit<P> minimize(Function<? super P, ? extends Tensor> f, P start, Method method, Watch watch) {
        return method.minimize(f, start, watch);
    }

    /** A solver's run from a number. */
    public static Fit<Tensor> minimize(Fn f, double start, Method method) {
        return method.minimize(f, Tensors.of(start), watch());
    }

    /** A solver's run from a number, watched. */
    public static Fit<Tensor> minimize(Fn f, double start, Method method, Watch watch) {
        return method.minimize(f, Tensors.of(start), watch);
    }

    /** A minimum under constraints, with its multipliers. */
    public static ConstrainedFit minimize(Fn f, Tensor start, Constraints constraints) {
        return AugmentedLagrangian.minimize(f, start, constraints);
    }

    /** The least squares of residuals, ½‖r(θ)‖², by Levenberg-Marquardt. */
    public static <P> Fit<P> leastSquares(Function<? super P, ? extends Tensor> residuals, P start) {
        return leastSquares(residuals, start, levenbergMarquardt());
    }

    /** The least squares of residuals with options. */
    public static <P> Fit<P> leastSquares(
            Function<? super P, ? extends Tensor> residuals, P start, LevenbergMarquardt method) {
        return leastSquares(residuals, start, method, watch());
    }

    /** The least squares of residuals with options, watched. */
    public static <P> Fit<P> leastSquares(
            Function<? super P, ? extends Tensor> residuals, P start, LevenbergMarquardt method, Watch watch) {
        return method.fit(residuals, start, watch);
    }

    /** The least squares of residuals whose Jacobian, shape (residuals, parameters), you give yourself. */
    public static <P> Fit<P> leastSquares(
            Function<? super P, ? extends Tensor> residuals,
            Function<? super P, ? extends Tensor> jacobian,
            P start,
            LevenbergMarquardt method,
            Watch watch) {
        return method.fit(residuals, jacobian, start, watch);
    }

    /**
     * The inner part of a training loop of your own: {@code var t = training(loss, start, adam(0.01)); t.step(x, y)}.
     */
    public static <P> Training<P> training(Loss<P> loss, P start, Optimizer optimizer) {
        return new Training<>(loss, start, optimizer);
    }
}
