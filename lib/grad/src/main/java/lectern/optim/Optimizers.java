package lectern.optim;

/** The rules of a step, schedules of rates, solvers, criteria and constraints that {@code minimize} takes. */
public class Optimizers {
    Optimizers() {}

    /**
     * Makes gradient descent with a fixed rate: {@code θ ← θ − η g}; {@code momentum(0.9)} and {@code nesterov()} add
     * to it (B. T. Polyak, 1964; Y. Nesterov, 1983).
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, sgd(0.1), 100).parameters().format("%.3f") // → "3.000"
     * }
     *
     * @param rate the learning rate, positive
     * @return the optimiser, for {@code minimize} and {@code training}
     * @throws IllegalArgumentException for a rate that is not positive
     */
    public static Sgd sgd(double rate) {
        return sgd(Schedule.constant(rate));
    }

    /**
     * Makes gradient descent whose rate changes from step to step.
     *
     * @param rate the learning rate at each step, such as {@code cosineDecay(0.1, 100)}
     * @return the optimiser, for {@code minimize} and {@code training}
     */
    public static Sgd sgd(Schedule rate) {
        return new Sgd(rate, 0, false);
    }

    /**
     * Makes AdaGrad: a rate for each parameter that falls with the squares of its gradients so far, {@code G ← G + g²},
     * {@code θ ← θ − η g/(√G + δ)}, δ = 1e-8 (J. Duchi, E. Hazan, Y. Singer, 2011).
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, adaGrad(1), 100).value() < 1e-6 // → true
     * }
     *
     * @param rate the learning rate, positive
     * @return the optimiser, for {@code minimize} and {@code training}
     * @throws IllegalArgumentException for a rate that is not positive
     */
    public static AdaGrad adaGrad(double rate) {
        return adaGrad(Schedule.constant(rate));
    }

    /**
     * Makes AdaGrad whose rate changes from step to step.
     *
     * @param rate the learning rate at each step
     * @return the optimiser, for {@code minimize} and {@code training}
     */
    public static AdaGrad adaGrad(Schedule rate) {
        return new AdaGrad(rate, 1e-8, false);
    }

    /**
     * Makes AdaDelta, which takes its steps in the units of the parameters and needs no rate: ρ = 0.9, δ = 1e-6 (M. D.
     * Zeiler, 2012).
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, adaDelta(), 50).steps() // → 50
     * }
     *
     * @return the optimiser, for {@code minimize} and {@code training}
     */
    public static AdaDelta adaDelta() {
        return new AdaDelta(Schedule.constant(1), 0.9, 1e-6);
    }

    /**
     * Makes RMSProp: AdaGrad with a memory that fades, {@code v ← ρv + (1−ρ)g²}, {@code θ ← θ − η g/(√v + δ)}, ρ =
     * 0.99, δ = 1e-8 (G. Hinton, 2012).
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, rmsProp(0.1), 200).value() < 1e-2 // → true
     * }
     *
     * @param rate the learning rate, positive
     * @return the optimiser, for {@code minimize} and {@code training}
     * @throws IllegalArgumentException for a rate that is not positive
     */
    public static RmsProp rmsProp(double rate) {
        return rmsProp(Schedule.constant(rate));
    }

    /**
     * Makes RMSProp whose rate changes from step to step.
     *
     * @param rate the learning rate at each step
     * @return the optimiser, for {@code minimize} and {@code training}
     */
    public static RmsProp rmsProp(Schedule rate) {
        return new RmsProp(rate, 0.99, 1e-8, false);
    }

    /**
     * Makes Adam: moving averages of gradient and squared gradient, corrected for their start at zero, β = 0.9 and
     * 0.999, δ = 1e-8 (D. P. Kingma, J. Ba, 2015).
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, adam(0.1), 500).parameters().format("%.3f") // → "3.000"
     * }
     *
     * @param rate the learning rate, positive
     * @return the optimiser, for {@code minimize} and {@code training}
     * @throws IllegalArgumentException for a rate that is not positive
     */
    public static Adam adam(double rate) {
        return adam(Schedule.constant(rate));
    }

    /**
     * Makes Adam whose rate changes from step to step.
     *
     * @param rate the learning rate at each step
     * @return the optimiser, for {@code minimize} and {@code training}
     */
    public static Adam adam(Schedule rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8, false, 0);
    }

    /**
     * Makes Adam with decoupled weight decay: apart from the gradient, each step shrinks the parameters by η λ θ (I.
     * Loshchilov, F. Hutter, 2019).
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, adamW(0.1, 0.01), 100).steps() // → 100
     * }
     *
     * @param rate the learning rate, positive
     * @param decay λ, such as 0.01
     * @return the optimiser, for {@code minimize} and {@code training}
     * @throws IllegalArgumentException for a rate that is not positive
     */
    public static Adam adamW(double rate, double decay) {
        return adam(rate).decay(decay);
    }

    /**
     * Makes Adam with decoupled weight decay whose rate changes from step to step.
     *
     * @param rate the learning rate at each step
     * @param decay λ, such as 0.01
     * @return the optimiser, for {@code minimize} and {@code training}
     */
    public static Adam adamW(Schedule rate, double decay) {
        return adam(rate).decay(decay);
    }

    /**
     * Makes a rate that falls smoothly, {@code η · factor^(step / every)}.
     *
     * {@snippet :
     * exponentialDecay(0.1, 0.5, 10).at(20) // → 0.025
     * }
     *
     * @param rate the rate at the first step, positive
     * @param factor by which it falls, such as 0.5
     * @param every within so many steps
     * @return the schedule, in the place of a rate
     * @throws IllegalArgumentException for numbers that are not positive
     */
    public static Schedule exponentialDecay(double rate, double factor, int every) {
        return Schedule.exponential(rate, factor, every);
    }

    /**
     * Makes a rate that falls along half a cosine to 0 and stays there (I. Loshchilov, F. Hutter, 2017).
     *
     * {@snippet :
     * cosineDecay(0.1, 100).at(50) // → 0.05
     * }
     *
     * @param rate the rate at the first step, positive
     * @param steps after how many steps it is 0
     * @return the schedule, in the place of a rate
     * @throws IllegalArgumentException for numbers that are not positive
     */
    public static Schedule cosineDecay(double rate, int steps) {
        return Schedule.cosine(rate, steps);
    }

    /**
     * Makes a rate that is constant between drops, {@code η · factor^⌊step / every⌋}.
     *
     * {@snippet :
     * stepDecay(0.1, 0.5, 10).at(15) // → 0.05
     * }
     *
     * @param rate the rate at the first step, positive
     * @param factor by which it drops, such as 0.1
     * @param every after how many steps it drops
     * @return the schedule, in the place of a rate
     * @throws IllegalArgumentException for numbers that are not positive
     */
    public static Schedule stepDecay(double rate, double factor, int every) {
        return Schedule.steps(rate, factor, every);
    }

    /**
     * Makes the rate {@code t₀ / (step + t₁)}, under which stochastic gradient descent converges (H. Robbins, S. Monro,
     * 1951).
     *
     * {@snippet :
     * inverseTimeDecay(1, 10).at(10) // → 0.05
     * }
     *
     * @param t0 the numerator, positive
     * @param t1 how many steps it takes to halve the first rate, positive
     * @return the schedule, in the place of a rate
     * @throws IllegalArgumentException for numbers that are not positive
     */
    public static Schedule inverseTimeDecay(double t0, double t1) {
        return Schedule.inverseTime(t0, t1);
    }

    /**
     * Makes a rate that rises linearly before another schedule begins, for steps that would be wild at the start.
     *
     * {@snippet :
     * warmUp(4, cosineDecay(0.1, 100)).at(1) // → 0.05
     * }
     *
     * @param steps how long it rises
     * @param then the schedule behind it
     * @return the schedule, in the place of a rate
     * @throws IllegalArgumentException for a number of steps that is not positive
     */
    public static Schedule warmUp(int steps, Schedule then) {
        return Schedule.warmUp(steps, then);
    }

    /**
     * Makes the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno with a strong Wolfe line search (D. C.
     * Liu, J. Nocedal, 1989): the method of choice for smooth functions of many parameters.
     *
     * <p>At most 1000 steps, until the gradient is below 1e-8.
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, lbfgs()).parameters() // → 3.0
     * }
     *
     * @return the method, for {@code minimize}
     */
    public static Lbfgs lbfgs() {
        return new Lbfgs(10, 1000, 1e-8, 0);
    }

    /**
     * Makes nonlinear conjugate gradients with a strong Wolfe line search (E. Polak, G. Ribière, 1969), which keeps no
     * matrix.
     *
     * <p>At most 1000 steps, until the gradient is below 1e-8.
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, conjugateGradient()).parameters().format("%.6f") // → "3.000000"
     * }
     *
     * @return the method, for {@code minimize}
     */
    public static ConjugateGradient conjugateGradient() {
        return new ConjugateGradient(1000, 1e-8);
    }

    /**
     * Makes steps down the gradient with a line search (A.-L. Cauchy, 1847), to compare others with.
     *
     * <p>At most 1000 steps, until the gradient is below 1e-8.
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, steepestDescent()).parameters().format("%.6f") // → "3.000000"
     * }
     *
     * @return the method, for {@code minimize}
     */
    public static SteepestDescent steepestDescent() {
        return new SteepestDescent(1000, 1e-8);
    }

    /**
     * Makes Newton's method with the exact Hessian and a line search, for up to some hundred parameters.
     *
     * <p>At most 100 steps, until the gradient is below 1e-8. A Hessian that is not positive definite is made so by a
     * multiple of the identity.
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, newton()).steps() // → 1
     * }
     *
     * @return the method, for {@code minimize}
     */
    public static Newton newton() {
        return new Newton(100, 1e-8);
    }

    /**
     * Makes damped Gauss-Newton steps for {@code leastSquares} (K. Levenberg, 1944; D. W. Marquardt, 1963), for up to
     * some thousand parameters.
     *
     * <p>At most 200 steps; the damping follows H. B. Nielsen (1999).
     *
     * {@snippet :
     * var fit = leastSquares(p -> p.times(of(1.0, 2, 3)).minus(of(2.0, 4, 6)), of(0.0), levenbergMarquardt());
     * fit.parameters().format("%.6f") // → "2.000000"
     * }
     *
     * @return the method, for {@code leastSquares}
     */
    public static LevenbergMarquardt levenbergMarquardt() {
        return new LevenbergMarquardt(200, 1e-10, 1e-12);
    }

    /**
     * Makes criteria for stopping and what to keep, for {@code minimize}:
     * {@code watch().lossBelow(1e-8).patience(100).keepBest()}.
     *
     * {@snippet :
     * minimize(t -> t.minus(3).square(), 0.0, sgd(0.1), 1000, watch().lossBelow(1e-6)).steps() < 1000 // → true
     * }
     *
     * @return what asks for nothing yet
     */
    public static Watch watch() {
        return new Watch();
    }

    /**
     * Makes constraints for {@code minimize}: {@code subjectTo().equal(c).between(0, 1)}.
     *
     * {@snippet :
     * var fit = minimize(t -> t.square().sum(), of(3.0, 1), subjectTo().equal(t -> t.sum().minus(2)));
     * fit.parameters().format("%.3f") // → "[1.000 1.000]"
     * }
     *
     * @return what constrains nothing yet
     */
    public static Constraints subjectTo() {
        return new Constraints();
    }
}
