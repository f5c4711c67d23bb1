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

    /**
     * Keeps what is positive and a part of what is negative, element by element.
     *
     * @param x any shape
     * @param slope the part, such as 0.01
     * @return x, or slope·x below 0, in the shape of x
     */
    public static Tensor leakyRelu(Tensor x, double slope) {
        return Tensors.where(x.gt(0), x, x.times(slope));
    }

    /**
     * Keeps what is positive and a hundredth of what is negative, element by element.
     *
     * {@snippet :
     * leakyRelu(of(-1.0, 2)) // → [-0.01 2.]
     * }
     *
     * @param x any shape
     * @return x, or 0.01·x below 0, in the shape of x
     */
    public static Tensor leakyRelu(Tensor x) {
        return leakyRelu(x, 0.01);
    }

    /**
     * Keeps what is positive and bends the rest towards −α, element by element.
     *
     * @param x any shape
     * @param alpha α, how far down it goes
     * @return x, or α·(eˣ − 1) below 0, in the shape of x
     */
    public static Tensor elu(Tensor x, double alpha) {
        Tensor positive = x.gt(0);
        // Zero where x is positive, so that nothing overflows. A minimum would lose the slope at 0 itself.
        Tensor left = Tensors.where(positive, Tensors.zerosLike(x), x);
        return Tensors.where(positive, x, left.expm1().times(alpha));
    }

    /**
     * Keeps what is positive and bends the rest towards −1, eˣ − 1, element by element (D.-A. Clevert, T. Unterthiner,
     * S. Hochreiter, 2015).
     *
     * {@snippet :
     * elu(of(-1000.0, 2)) // → [-1. 2.]
     * }
     *
     * @param x any shape
     * @return x, or eˣ − 1 below 0, in the shape of x
     */
    public static Tensor elu(Tensor x) {
        return elu(x, 1);
    }

    /**
     * Applies scaled ELU, which keeps mean 0 and variance 1 through deep nets, element by element (G. Klambauer et al.,
     * 2017).
     *
     * {@snippet :
     * selu(of(0.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return 1.0507·x, or 1.758·(eˣ − 1) below 0, in the shape of x
     */
    public static Tensor selu(Tensor x) {
        return elu(x, SELU_ALPHA).times(SELU_SCALE);
    }

    /**
     * Weighs a value by the normal distribution function, x·Φ(x), element by element (D. Hendrycks, K. Gimpel, 2016).
     *
     * {@snippet :
     * gelu(of(0.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return x·Φ(x), in the shape of x
     */
    public static Tensor gelu(Tensor x) {
        return x.times(x.times(Math.sqrt(0.5)).erf().plus(1)).times(0.5);
    }

    /**
     * Weighs a value by the logistic function, x·σ(x), element by element (P. Ramachandran, B. Zoph, Q. V. Le, 2017).
     *
     * {@snippet :
     * swish(of(0.0)) // → 0.0
     * }
     *
     * @param x any shape
     * @return x·σ(x), in the shape of x
     */
    public static Tensor swish(Tensor x) {
        return x.times(x.sigmoid());
    }

    /**
     * Keeps what is positive and a hundredth of what is negative, of a number.
     *
     * @param x the number
     * @return x, or 0.01·x below 0
     */
    public static double leakyRelu(double x) {
        return leakyRelu(Tensors.of(x)).item();
    }

    /**
     * Keeps what is positive and bends the rest towards −1, eˣ − 1, of a number.
     *
     * @param x the number
     * @return x, or eˣ − 1 below 0
     */
    public static double elu(double x) {
        return elu(Tensors.of(x)).item();
    }

    /**
     * Applies scaled ELU, which keeps mean 0 and variance 1 through deep nets, of a number.
     *
     * @param x the number
     * @return 1.0507·x, or 1.758·(eˣ − 1) below 0
     */
    public static double selu(double x) {
        return selu(Tensors.of(x)).item();
    }

    /**
     * Weighs a value by the normal distribution function, x·Φ(x), of a number.
     *
     * @param x the number
     * @return x·Φ(x)
     */
    public static double gelu(double x) {
        return gelu(Tensors.of(x)).item();
    }

    /**
     * Weighs a value by the logistic function, x·σ(x), of a number.
     *
     * @param x the number
     * @return x·σ(x)
     */
    public static double swish(double x) {
        return swish(Tensors.of(x)).item();
    }

    /**
     * Computes ln Σ eˣ along an axis, without overflow.
     *
     * {@snippet :
     * logsumexp(of(1000.0, 1000), 0) // → 1000.6931471805599
     * }
     *
     * @param x any shape
     * @param axis the axis, counted from 0, or from −1 for the last
     * @param keepDims true keeps the axis with length 1
     * @return the axis is gone, or of length 1
     */
    public static Tensor logsumexp(Tensor x, int axis, boolean keepDims) {
        Tensor shift = shift(x, axis);
        Tensor sum = x.minus(shift).exp().sum(axis, true).log().plus(shift);
        return keepDims ? sum : sum.squeeze(axis);
    }

    /**
     * Computes ln Σ eˣ along an axis, which disappears, without overflow.
     *
     * @param x any shape
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the axis is gone
     */
    public static Tensor logsumexp(Tensor x, int axis) {
        return logsumexp(x, axis, false);
    }

    /**
     * Makes probabilities of numbers along an axis: eˣ, divided by their sum.
     *
     * {@snippet :
     * softmax(of(1000.0, 1000)) // → [0.5 0.5]
     * }
     *
     * @param x any shape
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the shape of x; along the axis the sum is 1
     */
    public static Tensor softmax(Tensor x, int axis) {
        Tensor e = x.minus(shift(x, axis)).exp();
        return e.div(e.sum(axis, true));
    }

    /**
     * Makes probabilities of numbers along the last axis: eˣ, divided by their sum.
     *
     * @param x any shape
     * @return the shape of x; along the last axis the sum is 1
     */
    public static Tensor softmax(Tensor x) {
        return softmax(x, -1);
    }

    /**
     * Computes the logarithm of softmax along an axis, without cancellation.
     *
     * {@snippet :
     * logSoftmax(of(0.0, 1000)) // → [-1000. 0.]
     * }
     *
     * @param x any shape
     * @param axis the axis, counted from 0, or from −1 for the last
     * @return the shape of x
     */
    public static Tensor logSoftmax(Tensor x, int axis) {
        return x.minus(logsumexp(x, axis, true));
    }

    /**
     * Computes the logarithm of softmax along the last axis, without cancellation.
     *
     * @param x any shape
     * @return the shape of x
     */
    public static Tensor logSoftmax(Tensor x) {
        return logSoftmax(x, -1);
    }

    /** The largest element as a constant, 0 where it is infinite, so that ∞ − ∞ does not arise. */
    private static Tensor shift(Tensor x, int axis) {
        Tensor largest = Grad.stopGradient(x).max(axis, true);
        return Tensors.where(largest.isFinite(), largest, 0);
    }
}
