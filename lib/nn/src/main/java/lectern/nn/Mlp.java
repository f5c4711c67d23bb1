package lectern.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import lectern.grad.Fn;
import lectern.grad.Grad;
import lectern.grad.Tree;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import lectern.tensor.type.Shapes;

/**
 * A multilayer perceptron: layers of sums and activations, one after the other.
 *
 * <p>With the rows of {@code a⁰ = x} as samples, layer {@code l} computes {@code aˡ = σ(aˡ⁻¹ Wˡ + bˡ)}; the last layer is linear
 * unless told otherwise. A network is a value: it never changes. It is also a structure of parameters, so {@code grad} and
 * {@code minimize} take it as an argument and answer with a network of the same form.
 *
 * {@snippet :
 * var x = linspace(-1, 1, 50).reshape(-1, 1);
 * var y = x.square();
 * var fit = minimize(net -> mse(net.apply(x), y), mlp(1, 20, 1), adam(0.01), 300);
 * var trained = fit.parameters();
 * mse(trained.apply(x), y).item() < 1e-2     // → true
 * }
 */
public final class Mlp implements Fn, Tree.Node {
    private final int[] sizes;
    private final Activation hidden;
    private final Activation output;
    private final Init init;
    private final List<Tensor> params;

    private Mlp(int[] sizes, Activation hidden, Activation output, Init init, List<Tensor> params) {
        this.sizes = sizes;
        this.hidden = hidden;
        this.output = output;
        this.init = init;
        this.params = params;
    }

    static Mlp of(int... sizes) {
        if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(s -> s < 1)) {
            throw new IllegalArgumentException(
                    "A network needs at least the numbers of its inputs and outputs, all positive,"
                            + " such as mlp(2, 30, 1); got " + Arrays.toString(sizes));
        }
        return drawn(sizes.clone(), Activation.TANH, Activation.IDENTITY, Init.UNIFORM);
    }

    private static Mlp drawn(int[] sizes, Activation hidden, Activation output, Init init) {
        var params = new ArrayList<Tensor>();
        for (int l = 1; l < sizes.length; l++) {
            Activation next = l < sizes.length - 1 ? hidden : output;
            params.add(init.weights(sizes[l - 1], sizes[l], next));
            params.add(init.bias(sizes[l - 1], sizes[l]));
        }
        return new Mlp(sizes, hidden, output, init, List.copyOf(params));
    }

    /** The same weights with another activation of the hidden layers; tanh unless told otherwise. */
    public Mlp activation(Activation activation) {
        return new Mlp(sizes, activation, output, init, params);
    }

    /** The same weights with another activation of the last layer; none unless told otherwise. */
    public Mlp output(Activation activation) {
        return new Mlp(sizes, hidden, activation, init, params);
    }

    /** A network of the same form whose weights are drawn anew in this way. */
    public Mlp init(Init choice) {
        return drawn(sizes, hidden, output, choice);
    }

    /** The same network in another precision. */
    public Mlp cast(DType dtype) {
        return rebuild(params.stream().map(p -> p.cast(dtype)).toList());
    }

    /** What the network answers to every row of {@code x}, shape (samples, inputs); a row alone may come without its axis. */
    @Override
    public Tensor apply(Tensor x) {
        int[] shape = x.shape();
        int width = shape.length == 0 ? 1 : shape[shape.length - 1];
        if (width != sizes[0]) {
            throw new ShapeException("The network " + this + " takes " + sizes[0]
                    + (sizes[0] == 1 ? " input" : " inputs")
                    + " a row, but x has shape " + Shapes.text(shape) + ". Give it shape (samples, " + sizes[0] + ")"
                    + (sizes[0] == 1 ? ", as x.reshape(-1, 1)." : "."));
        }
        if (shape.length < 2) {
            Tensor row = apply(x.reshape(1, sizes[0]));
            int outputs = sizes[sizes.length - 1];
            return shape.length == 0 && outputs == 1 ? row.reshape() : row.reshape(outputs);
        }
        Tensor a = x;
        for (int l = 0; l < params.size(); l += 2) {
            Tensor z = a.matmul(params.get(l)).plus(params.get(l + 1));
            a = (l + 2 < params.size() ? hidden : output).apply(z);
        }
        return a;
    }

    /**
     * The derivatives of the answer by all weights and biases, one row a sample: shape (samples, count), in the order of
     * {@link #params}. For networks of one output whose activations work entry by entry; what least squares asks for.
     *
     * <p>Layer by layer backwards (D. E. Rumelhart et al., 1986), but the samples are not summed up:
     * {@code ∂N/∂Wˡ = aˡ⁻¹ ⊗ δˡ} and {@code ∂N/∂bˡ = δˡ}.
     */
    public Tensor jacobian(Tensor x) {
        int last = params.size() - 2;
        if (x.ndim() != 2 || x.dim(1) != sizes[0] || sizes[sizes.length - 1] != 1) {
            throw new ShapeException("The jacobian of the network " + this + " needs x of shape (samples, " + sizes[0]
                    + ") and one output; x has shape " + Shapes.text(x.shape()));
        }
        if (hidden == Activation.SOFTMAX || output == Activation.SOFTMAX) {
            throw new IllegalArgumentException(
                    "the jacobian needs activations that work entry by entry; softmax does not");
        }
        int samples = x.dim(0);
        var inputs = new ArrayList<Tensor>();
        var slopes = new ArrayList<Tensor>();
        Tensor a = x;
        for (int l = 0; l <= last; l += 2) {
            Activation bend = l < last ? hidden : output;
            Tensor z = a.matmul(params.get(l)).plus(params.get(l + 1));
            inputs.add(a);
            slopes.add(Grad.elementwiseGrad(bend).apply(z));
            a = bend.apply(z);
        }
        Tensor[] parts = new Tensor[params.size()];
        Tensor delta = slopes.get(last / 2);
        for (int l = last; l >= 0; l -= 2) {
            parts[l] = inputs.get(l / 2)
                    .reshape(samples, -1, 1)
                    .times(delta.reshape(samples, 1, -1))
                    .reshape(samples, -1);
            parts[l + 1] = delta;
            if (l > 0) {
                delta = delta.matmul(params.get(l).T()).times(slopes.get(l / 2 - 1));
            }
        }
        return Tensors.concat(1, parts);
    }

    /** Weights and biases in turn: {@code W¹ (inputs, units), b¹ (units), W², b², …}. */
    public List<Tensor> params() {
        return params;
    }

    /** The number of weights and biases. */
    public int count() {
        int count = 0;
        for (int l = 1; l < sizes.length; l++) {
            count += (sizes[l - 1] + 1) * sizes[l];
        }
        return count;
    }

    @Override
    public List<?> parts() {
        return params;
    }

    @Override
    public Mlp rebuild(List<?> parts) {
        return new Mlp(
                sizes,
                hidden,
                output,
                init,
                parts.stream().map(Tensor.class::cast).toList());
    }

    @Override
    public String toString() {
        String layers = Arrays.stream(sizes).mapToObj(Integer::toString).collect(Collectors.joining("-"));
        return layers + " " + hidden + (output == Activation.IDENTITY ? "" : ", " + output);
    }
}
