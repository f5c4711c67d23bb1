package lectern.optim;

import lectern.tensor.Tensor;

/**
 * Gradient descent, plain or with momentum: v ← γv + ηg, θ ← θ − v; with Nesterov's look-ahead θ ← θ − (γv + ηg).
 *
 * <p>Called stochastic when the gradient comes from a part of the data. Polyak (1964); Nesterov (1983); Sutskever,
 * Martens, Dahl and Hinton (2013).
 */
public record Sgd(Schedule rate, double momentum, boolean nesterov) implements Optimizer {
    public Sgd {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must lie in [0, 1), got " + momentum);
        }
    }

    /** With momentum γ. */
    public Sgd momentum(double gamma) {
        return new Sgd(rate, gamma, nesterov);
    }

    /** With momentum γ and look-ahead. */
    public Sgd nesterov(double gamma) {
        return new Sgd(rate, gamma, true);
    }

    @Override
    public int slots() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    public double[] coefficients(int step) {
        return new double[] {rate.at(step - 1)};
    }

    @Override
    public Tensor[] update(Tensor parameter, Tensor gradient, Tensor[] slots, Tensor[] coefficients) {
        Tensor change = gradient.times(coefficients[0]);
        if (momentum == 0) {
            return new Tensor[] {parameter.minus(change)};
        }
        Tensor v = slots[0].times(momentum).plus(change);
        Tensor applied = nesterov ? v.times(momentum).plus(change) : v;
        return new Tensor[] {parameter.minus(applied), v};
    }
}
