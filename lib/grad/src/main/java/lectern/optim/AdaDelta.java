package lectern.optim;

import lectern.tensor.Tensor;

/**
 * Steps in the units of the parameters: v ← ρv + (1−ρ)g², Δ = g·√(u + δ)/√(v + δ), u ← ρu + (1−ρ)Δ², θ ← θ − ηΔ.
 *
 * <p>Zeiler (2012).
 */
public record AdaDelta(Schedule rate, double rho, double eps) implements Optimizer {
    public AdaDelta {
        if (!(rho >= 0 && rho < 1)) {
            throw new IllegalArgumentException("rho must lie in [0, 1), got " + rho);
        }
    }

    public AdaDelta rho(double value) {
        return new AdaDelta(rate, value, eps);
    }

    public AdaDelta eps(double value) {
        return new AdaDelta(rate, rho, value);
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public double[] coefficients(int step) {
        return new double[] {rate.at(step - 1)};
    }

    @Override
    public Tensor[] update(Tensor parameter, Tensor gradient, Tensor[] slots, Tensor[] coefficients) {
        Tensor v = slots[0].times(rho).plus(gradient.square().times(1 - rho));
        Tensor delta = gradient.times(slots[1].plus(eps).sqrt()).div(v.plus(eps).sqrt());
        Tensor u = slots[1].times(rho).plus(delta.square().times(1 - rho));
        return new Tensor[] {parameter.minus(delta.times(coefficients[0])), v, u};
    }
}
