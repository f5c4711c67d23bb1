package lectern.optim;

import lectern.tensor.Tensor;

/**
 * Moving averages of gradient and squared gradient, corrected for their start at zero: m ← β₁m + (1−β₁)g, v ← β₂v +
 * (1−β₂)g², m̂ = m/(1−β₁ᵗ), v̂ = v/(1−β₂ᵗ), θ ← θ − η m̂/(√v̂ + δ).
 *
 * <p>{@code epsInside} puts δ under the root. With a decay λ, θ shrinks by ηλθ apart from the gradient (AdamW). Kingma
 * and Ba (2015); Loshchilov and Hutter (2019).
 */
public record Adam(Schedule rate, double beta1, double beta2, double eps, boolean epsInside, double decay)
        implements Optimizer {
    public Adam {
        if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
            throw new IllegalArgumentException("both betas must lie in [0, 1), got " + beta1 + " and " + beta2);
        }
        if (!(decay >= 0)) {
            throw new IllegalArgumentException("the decay must not be negative, got " + decay);
        }
    }

    public Adam betas(double first, double second) {
        return new Adam(rate, first, second, eps, epsInside, decay);
    }

    public Adam eps(double value) {
        return new Adam(rate, beta1, beta2, value, epsInside, decay);
    }

    /** With δ under the root. */
    public Adam insideRoot() {
        return new Adam(rate, beta1, beta2, eps, true, decay);
    }

    /** With decoupled weight decay λ. */
    public Adam decay(double lambda) {
        return new Adam(rate, beta1, beta2, eps, epsInside, lambda);
    }

    @Override
    public int slots() {
        return 2;
    }

    /**
     * The corrections are worked out in double precision here, since 1 − β₂ᵗ loses most digits of float32 at the start.
     */
    @Override
    public double[] coefficients(int step) {
        double eta = rate.at(step - 1);
        return new double[] {eta / (1 - Math.pow(beta1, step)), 1 / (1 - Math.pow(beta2, step)), 1 - eta * decay};
    }

    @Override
    public Tensor[] update(Tensor parameter, Tensor gradient, Tensor[] slots, Tensor[] coefficients) {
        Tensor m = slots[0].times(beta1).plus(gradient.times(1 - beta1));
        Tensor v = slots[1].times(beta2).plus(gradient.square().times(1 - beta2));
        Tensor root = AdaGrad.root(v.times(coefficients[1]), eps, epsInside);
        Tensor kept = decay == 0 ? parameter : parameter.times(coefficients[2]);
        return new Tensor[] {kept.minus(m.times(coefficients[0]).div(root)), m, v};
    }
}
