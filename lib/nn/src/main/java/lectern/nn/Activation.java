package lectern.nn;

import java.util.Locale;
import lectern.grad.Activations;
import lectern.grad.Fn;
import lectern.tensor.Tensor;

/** What a layer does to its sums: a function applied to every entry, softmax alone to whole rows. */
public enum Activation implements Fn {
    /** {@code z}: for the last layer of a regression. */
    IDENTITY(z -> z, 1),
    /** {@code tanh z}. */
    TANH(Tensor::tanh, 1),
    /** {@code 1 / (1 + e^-z)}. */
    SIGMOID(Tensor::sigmoid, 1),
    /** {@code max(z, 0)}. */
    RELU(Tensor::relu, 2),
    /** {@code z} where positive, {@code z / 100} elsewhere. */
    LEAKY_RELU(z -> z.maximum(z.times(0.01)), 2),
    /** {@code z} where positive, {@code e^z - 1} elsewhere (D.-A. Clevert et al., 2016). */
    ELU(Activations::elu, 2),
    /** {@code log(1 + e^z)}. */
    SOFTPLUS(Tensor::softplus, 2),
    /** {@code z / (1 + e^-z)} (P. Ramachandran et al., 2018). */
    SWISH(z -> z.times(z.sigmoid()), 2),
    /** {@code z Φ(z)} with the normal distribution function (D. Hendrycks and K. Gimpel, 2016). */
    GELU(z -> z.times(z.times(Math.sqrt(0.5)).erf().plus(1)).times(0.5), 2),
    /** {@code sin z} (V. Sitzmann et al., 2020). */
    SINE(Tensor::sin, 1),
    /** {@code e^z / Σ e^z} over the last axis: probabilities of exclusive classes. */
    SOFTMAX(Activation::rows, 1);

    private final Fn function;
    private final double gain;

    Activation(Fn function, double gain) {
        this.function = function;
        this.gain = gain;
    }

    @Override
    public Tensor apply(Tensor z) {
        return function.apply(z);
    }

    /** The factor on the variance of weights that keeps signals at their size: 2 for the halves that ReLU cuts off. */
    double gain() {
        return gain;
    }

    /** The largest entry of every row is taken off first: the result is the same, and nothing overflows. */
    private static Tensor rows(Tensor z) {
        Tensor shifted = z.minus(lectern.grad.Grad.stopGradient(z.max(-1, true)));
        Tensor weights = shifted.exp();
        return weights.div(weights.sum(-1, true));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
