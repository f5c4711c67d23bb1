package lectern.nn;

import lectern.tensor.Sampling;
import lectern.tensor.Tensor;

/** How the weights and biases of a layer are drawn before training. */
public enum Init {
    /** Weights and biases uniform in {@code ±1/√inputs}, as PyTorch's {@code Linear}. */
    UNIFORM {
        @Override
        Tensor weights(int inputs, int outputs, Activation activation) {
            double bound = 1 / Math.sqrt(inputs);
            return Sampling.uniform(-bound, bound, inputs, outputs);
        }

        @Override
        Tensor bias(int inputs, int outputs) {
            double bound = 1 / Math.sqrt(inputs);
            return Sampling.uniform(-bound, bound, outputs);
        }
    },
    /** Weights uniform in {@code ±√(6/(inputs+outputs))}, biases zero (X. Glorot and Y. Bengio, 2010); Keras's choice. */
    GLOROT {
        @Override
        Tensor weights(int inputs, int outputs, Activation activation) {
            double bound = Math.sqrt(6.0 / (inputs + outputs));
            return Sampling.uniform(-bound, bound, inputs, outputs);
        }
    },
    /** Weights normal with variance {@code gain/inputs}, gain 2 for the ReLU family (K. He et al., 2015), biases zero. */
    HE {
        @Override
        Tensor weights(int inputs, int outputs, Activation activation) {
            return Sampling.randn(inputs, outputs).times(Math.sqrt(activation.gain() / inputs));
        }
    },
    /** Weights and biases standard normal: only to show what goes wrong. */
    NORMAL {
        @Override
        Tensor weights(int inputs, int outputs, Activation activation) {
            return Sampling.randn(inputs, outputs);
        }

        @Override
        Tensor bias(int inputs, int outputs) {
            return Sampling.randn(outputs);
        }
    };

    /** Weights of shape (inputs, outputs). */
    abstract Tensor weights(int inputs, int outputs, Activation activation);

    /** Biases of shape (outputs). */
    Tensor bias(int inputs, int outputs) {
        return lectern.tensor.Tensors.zeros(outputs);
    }
}
