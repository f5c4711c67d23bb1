package lectern.nn.dl4j;

import lectern.nn.TrainingRun;
import lectern.tensor.Tensor;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Networks on Deeplearning4j and the arrays of ND4J that they want; its verbs are visible in every notebook. */
public final class Dl4j {
    private Dl4j() {}

    /**
     * Makes a Deeplearning4j network that tells classes apart: the last layer is a softmax, the loss the cross entropy
     * {@code −(1/n) Σᵢ log p(tᵢ)}.
     *
     * {@snippet :
     * dl4jClassifier(30, 16, 2) // → Deeplearning4j classifier 30–16–2, tanh
     * }
     *
     * @param sizes the number of inputs, of the units of each hidden layer (tanh unless said), and of classes
     * @return the network, not yet trained; {@code activation}, {@code learningRate}, {@code l2} and {@code seed}
     *     change it
     * @throws IllegalArgumentException for fewer than two sizes, or a layer without units
     */
    public static Dl4jNet dl4jClassifier(int... sizes) {
        return new Dl4jNet(true, sizes);
    }

    /**
     * Makes a Deeplearning4j network that predicts numbers; the loss is the mean squared error.
     *
     * {@snippet :
     * dl4jRegressor(1, 20, 1) // → Deeplearning4j regressor 1–20–1, tanh
     * }
     *
     * @param sizes the number of inputs, of the units of each hidden layer (tanh unless said), and of outputs
     * @return the network, not yet trained; {@code activation}, {@code learningRate}, {@code l2} and {@code seed}
     *     change it
     * @throws IllegalArgumentException for fewer than two sizes, or a layer without units
     */
    public static Dl4jNet dl4jRegressor(int... sizes) {
        return new Dl4jNet(false, sizes);
    }

    /**
     * Trains a Deeplearning4j network of your own on mini-batches, drawn in a new seeded order every epoch.
     *
     * <p>A bar below the cell shows progress in a notebook. An interrupt ends training after the current step; what was
     * learned until then stays in the network.
     *
     * {@snippet :
     * var net = dl4jRegressor(1, 3, 1).network();
     * train(net, new double[][] {{0}, {1}}, new double[][] {{0}, {2}}, 5, 2, 7).steps() // → 5
     * }
     *
     * @param network the network, initialised
     * @param inputs shape (samples, inputs)
     * @param targets shape (samples, outputs); one-hot rows for classes
     * @param epochs how often all samples are seen, 1 or more
     * @param batchSize how many samples a step takes, 1 or more
     * @param seed the same number gives the same order
     * @return the losses of every step and what else is known of the run
     * @throws IllegalArgumentException for inputs and targets that differ in number, or numbers that are not positive
     */
    public static TrainingRun train(
            MultiLayerNetwork network, double[][] inputs, double[][] targets, int epochs, int batchSize, long seed) {
        return Trainer.run(network, inputs, targets, epochs, batchSize, seed);
    }

    /**
     * Asks a Deeplearning4j network of your own for its answers, without training it.
     *
     * {@snippet :
     * output(dl4jClassifier(2, 3, 2).network(), new double[][] {{0, 1}})[0].length // → 2
     * }
     *
     * @param network the network
     * @param inputs shape (samples, inputs)
     * @return shape (samples, outputs)
     */
    public static double[][] output(MultiLayerNetwork network, double[][] inputs) {
        return Arrays2d.rows(network.output(Arrays2d.indArray(inputs, Arrays2d.typeOf(network)), false));
    }

    /**
     * Makes a matrix of ND4J of rows of numbers, in double precision.
     *
     * {@snippet :
     * indArray(new double[][] {{1, 2}, {3, 4}}).rows() // → 2
     * }
     *
     * @param rows shape (rows, columns)
     * @return the matrix
     * @throws IllegalArgumentException for rows that differ in length
     */
    public static INDArray indArray(double[][] rows) {
        return Arrays2d.indArray(rows, DataType.DOUBLE);
    }

    /**
     * Makes an array of ND4J of a tensor, with its shape and type.
     *
     * @param tensor the tensor
     * @return the array
     */
    public static INDArray indArray(Tensor tensor) {
        return Nd4jArrays.toINDArray(tensor);
    }

    /**
     * Takes a matrix of ND4J as rows of numbers.
     *
     * {@snippet :
     * rows(indArray(eye(2)))[0] // → double[2] { 1.0, 0.0 }
     * }
     *
     * @param matrix an array of two dimensions
     * @return shape (rows, columns)
     * @throws IllegalArgumentException for an array of other dimensions
     */
    public static double[][] rows(INDArray matrix) {
        return Arrays2d.rows(matrix);
    }
}
