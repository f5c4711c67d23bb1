package lectern.optim;

import lectern.tensor.Tensor;

/**
 * A rate for each parameter that falls with the squares of its gradients so far: G ← G + g², θ ← θ − ηg/(√G + δ).
 *
 * <p>{@code epsInside} puts δ under the root: ηg/√(G + δ). Duchi, Hazan and Singer (2011).
 */
public record AdaGrad(Schedule rate, double eps, boolean epsInside) implements Optimizer {
    public AdaGrad eps(double value) {
        return new AdaGrad(rate, value, epsInside);
    }

    /** With δ under the root. */
    public AdaGrad insideRoot() {
        return new AdaGrad(rate, eps, true);
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
        Tensor sum = slots[0].plus(gradient.square());
        Tensor change = gradient.times(coefficients[0]).div(root(sum, eps, epsInside));
        return new Tensor[] {parameter.minus(change), sum};
    }

    /** The root of a mean square with δ where it is wanted. */
    static Tensor root(Tensor square, double eps, boolean inside) {
        return inside ? square.plus(eps).sqrt() : square.sqrt().plus(eps);
    }
}
