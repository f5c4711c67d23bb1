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
     * A Deeplearning4j network that tells classes apart, for these layer sizes: inputs, hidden layers, classes.
     *
     * <p>{@code dl4jClassifier(30, 16, 2)} has 30 inputs, a hidden layer of 16 units and 2 classes. The last layer is a
     * softmax and the loss is the cross entropy {@code −(1/n) Σᵢ log p(tᵢ)}.
     */
    public static Dl4jNet dl4jClassifier(int... sizes) {
        return new Dl4jNet(true, sizes);
    }

    /** A Deeplearning4j network that predicts numbers, for these layer sizes; the loss is the mean squared error. */
    public static Dl4jNet dl4jRegressor(int... sizes) {
        return new Dl4jNet(false, sizes);
    }

    /**
     * Trains a Deeplearning4j network on mini-batches, drawn in a new seeded order every epoch.
     *
     * <p>A bar below the cell shows progress in a notebook. An interrupt ends training after the current step; what was
     * learned until then stays in the network.
     *
     * @param inputs shape (samples, inputs)
     * @param targets shape (samples, outputs); one-hot rows for classes
     * @return the losses of every step and what else is known of the run
     */
    public static TrainingRun train(
            MultiLayerNetwork network, double[][] inputs, double[][] targets, int epochs, int batchSize, long seed) {
        return Trainer.run(network, inputs, targets, epochs, batchSize, seed);
    }

    /** What the network answers to every row, shape (samples, outputs). */
    public static double[][] output(MultiLayerNetwork network, double[][] inputs) {
        return Arrays2d.rows(network.output(Arrays2d.indArray(inputs, Arrays2d.typeOf(network)), false));
    }

    /** Rows of numbers as a matrix of ND4J in double precision, shape (rows, columns). */
    public static INDArray indArray(double[][] rows) {
        return Arrays2d.indArray(rows, DataType.DOUBLE);
    }

    /** The numbers of a tensor as an array of ND4J of the same shape and type. */
    public static INDArray indArray(Tensor tensor) {
        return Nd4jArrays.toINDArray(tensor);
    }

    /** A matrix of ND4J as rows of numbers. */
    public static double[][] rows(INDArray matrix) {
        return Arrays2d.rows(matrix);
    }
}
