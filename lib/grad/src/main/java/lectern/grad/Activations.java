package lectern.grad;

import lectern.tensor.Tensor;
import lectern.tensor.Tensors;

/**
 * Activation functions and the functions around softmax, in forms that neither overflow nor cancel.
 *
 * <p>Slopes at corners: 0 at 0 for relu, the slope of the left branch for leaky ReLU; ELU and SELU join at 0 with the
 * slope of the left branch.
 */
public final class Activations {
    /** Klambauer, Unterthiner, Mayr and Hochreiter, "Self-normalizing neural networks" (2017). */
    private static final double SELU_ALPHA = 1.6732632423543772848170429916717;

    private static final double SELU_SCALE = 1.0507009873554804934193349852946;

    private Activations() {}

    /** x where x is positive, {@code slope}·x elsewhere. */
    public static Tensor leakyRelu(Tensor x, double slope) {
        return Tensors.where(x.gt(0), x, x.times(slope));
    }

    /** Leaky ReLU with slope 0.01. */
    public static Tensor leakyRelu(Tensor x) {
        return leakyRelu(x, 0.01);
    }

    /** x where x is positive, α·(eˣ − 1) elsewhere. Clevert, Unterthiner and Hochreiter (2015). */
    public static Tensor elu(Tensor x, double alpha) {
        Tensor positive = x.gt(0);
        // Zero where x is positive, so that nothing overflows. A minimum would lose the slope at 0 itself.
        Tensor left = Tensors.where(positive, Tensors.zerosLike(x), x);
        return Tensors.where(positive, x, left.expm1().times(alpha));
    }

    /** ELU with α = 1. */
    public static Tensor elu(Tensor x) {
        return elu(x, 1);
    }

    /** Scaled ELU, which keeps mean 0 and variance 1 through deep nets. */
    public static Tensor selu(Tensor x) {
        return elu(x, SELU_ALPHA).times(SELU_SCALE);
    }

    /** x·Φ(x) with the normal distribution function Φ. Hendrycks and Gimpel (2016). */
    public static Tensor gelu(Tensor x) {
        return x.times(x.times(Math.sqrt(0.5)).erf().plus(1)).times(0.5);
    }

    /** x·σ(x), also called SiLU. Ramachandran, Zoph and Le (2017). */
    public static Tensor swish(Tensor x) {
        return x.times(x.sigmoid());
    }

    /** Leaky ReLU of a number. */
    public static double leakyRelu(double x) {
        return leakyRelu(Tensors.of(x)).item();
    }

    /** ELU of a number. */
    public static double elu(double x) {
        return elu(Tensors.of(x)).item();
    }

    /** SELU of a number. */
    public static double selu(double x) {
        return selu(Tensors.of(x)).item();
    }

    /** GELU of a number. */
    public static double gelu(double x) {
        return gelu(Tensors.of(x)).item();
    }

    /** x·σ(x) of a number. */
    public static double swish(double x) {
        return swish(Tensors.of(x)).item();
    }

    /** log Σ exp(x) along an axis, without overflow. */
    public static Tensor logsumexp(Tensor x, int axis, boolean keepDims) {
        Tensor shift = shift(x, axis);
        Tensor sum = x.minus(shift).exp().sum(axis, true).log().plus(shift);
        return keepDims ? sum : sum.squeeze(axis);
    }

    /** log Σ exp(x) along an axis, which is removed. */
    public static Tensor logsumexp(Tensor x, int axis) {
        return logsumexp(x, axis, false);
    }

    /** exp(x) normalised to sum 1 along an axis. */
    public static Tensor softmax(Tensor x, int axis) {
        Tensor e = x.minus(shift(x, axis)).exp();
        return e.div(e.sum(axis, true));
    }

    /** Softmax along the last axis. */
    public static Tensor softmax(Tensor x) {
        return softmax(x, -1);
    }

    /** The logarithm of softmax along an axis, without cancellation. */
    public static Tensor logSoftmax(Tensor x, int axis) {
        return x.minus(logsumexp(x, axis, true));
    }

    /** The logarithm of softmax along the last axis. */
    public static Tensor logSoftmax(Tensor x) {
        return logSoftmax(x, -1);
    }

    /** The largest element as a constant, 0 where it is infinite, so that ∞ − ∞ does not arise. */
    private static Tensor shift(Tensor x, int axis) {
        Tensor largest = Grad.stopGradient(x).max(axis, true);
        return Tensors.where(largest.isFinite(), largest, 0);
    }
}
