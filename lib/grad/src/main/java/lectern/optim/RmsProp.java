package lectern.optim;

import lectern.tensor.Tensor;

/**
 * AdaGrad with a memory that fades: v ← ρv + (1−ρ)g², θ ← θ − ηg/(√v + δ); {@code epsInside}: ηg/√(v + δ).
 *
 * <p>Hinton, lecture 6e of "Neural networks for machine learning" (2012).
 */
public record RmsProp(Schedule rate, double rho, double eps, boolean epsInside) implements Optimizer {
    public RmsProp {
        if (!(rho >= 0 && rho < 1)) {
            throw new IllegalArgumentException("rho must lie in [0, 1), got " + rho);
        }
    }

    public RmsProp rho(double value) {
        return new RmsProp(rate, value, eps, epsInside);
    }

    public RmsProp eps(double value) {
        return new RmsProp(rate, rho, value, epsInside);
    }

    /** With δ under the root. */
    public RmsProp insideRoot() {
        return new RmsProp(rate, rho, eps, true);
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public double[] coefficients(int step) {
        return new double[] {rate.at(step - 1)};
    }

    @Override
    public Tensor[] update(Tensor parameter, Tensor gradient, Tensor[] slots, Tensor[] coefficients) {
        Tensor v = slots[0].times(rho).plus(gradient.square().times(1 - rho));
        Tensor change = gradient.times(coefficients[0]).div(AdaGrad.root(v, eps, epsInside));
        return new Tensor[] {parameter.minus(change), v};
    }
}
