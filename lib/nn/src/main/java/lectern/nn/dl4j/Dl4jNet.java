package lectern.nn.dl4j;

import java.util.Arrays;
import java.util.Locale;
import lectern.nn.TrainingRun;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * A fully connected network on Deeplearning4j, described in a few words and trained with Adam.
 *
 * <p>The settings are read when {@code fit} is first called; the network below is reached by {@link #network()}. A
 * second {@code fit} goes on from what was learned. Everything random comes from {@link #seed}.
 */
public final class Dl4jNet {
    private final boolean classifier;
    private final int[] sizes;
    private Activation activation = Activation.TANH;
    private double learningRate = 0.01;
    private double l2;
    private long seed;
    private int runs;
    private MultiLayerNetwork network;

    Dl4jNet(boolean classifier, int... sizes) {
        int fewest = classifier ? 2 : 1;
        if (sizes.length < 2 || Arrays.stream(sizes).anyMatch(n -> n < 1) || sizes[sizes.length - 1] < fewest) {
            throw new IllegalArgumentException(
                    "Layer sizes are the numbers of inputs, of units in every hidden layer and "
                            + "of outputs" + (classifier ? " (at least two classes)" : "")
                            + ", all positive, for instance "
                            + (classifier ? "30, 16, 2" : "1, 50, 1") + "; given was " + Arrays.toString(sizes) + ".");
        }
        this.classifier = classifier;
        this.sizes = sizes.clone();
    }

    /** The activation of the hidden layers by its name in Deeplearning4j, such as {@code "relu"}; tanh unless set. */
    public Dl4jNet activation(String name) {
        try {
            activation = Activation.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "There is no activation '" + name + "'; Deeplearning4j knows "
                            + Arrays.toString(Activation.values()).toLowerCase(Locale.ROOT) + ".",
                    e);
        }
        return unbuilt();
    }

    /** The step length of Adam; 0.01 unless set. */
    public Dl4jNet learningRate(double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("The learning rate must be positive; " + rate + " was given.");
        }
        learningRate = rate;
        return unbuilt();
    }

    /** The weight of the penalty {@code λ/2 · Σ w²} on all weights; 0 unless set. */
    public Dl4jNet l2(double lambda) {
        l2 = lambda;
        return unbuilt();
    }

    /** The seed of the first weights and of the order of the samples; 0 unless set. */
    public Dl4jNet seed(long value) {
        seed = value;
        return unbuilt();
    }

    private Dl4jNet unbuilt() {
        if (network != null) {
            throw new IllegalStateException("This network is already built: settings come before fit and network.");
        }
        return this;
    }

    /** Learns classes: labels count from zero. */
    public TrainingRun fit(double[][] inputs, int[] labels, int epochs, int batchSize) {
        if (!classifier) {
            throw new IllegalStateException("This network predicts numbers: give targets of type double[][].");
        }
        int classes = sizes[sizes.length - 1];
        var targets = new double[labels.length][classes];
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0 || labels[i] >= classes) {
                throw new IllegalArgumentException("Label " + labels[i] + " of sample " + i + " is outside 0 to "
                        + (classes - 1) + ", the classes of this network.");
            }
            targets[i][labels[i]] = 1;
        }
        return fit(inputs, targets, epochs, batchSize);
    }

    /** Learns targets, shape (samples, outputs). */
    public TrainingRun fit(double[][] inputs, double[][] targets, int epochs, int batchSize) {
        requireColumns(inputs, sizes[0], "inputs");
        requireColumns(targets, sizes[sizes.length - 1], "targets");
        return Trainer.run(network(), inputs, targets, epochs, batchSize, seed + 1_000_003L * runs++);
    }

    /** What the network answers, shape (samples, outputs): probabilities of the classes, or numbers. */
    public double[][] output(double[][] inputs) {
        requireColumns(inputs, sizes[0], "inputs");
        return Dl4j.output(network(), inputs);
    }

    /**
     * The most probable class of every row.
     *
     * @throws IllegalStateException when the network answers NaN, which is no class
     */
    public int[] predict(double[][] inputs) {
        if (!classifier) {
            throw new IllegalStateException("This network predicts numbers and no classes: use output.");
        }
        double[][] answers = output(inputs);
        var classes = new int[answers.length];
        for (int i = 0; i < classes.length; i++) {
            if (Arrays.stream(answers[i]).anyMatch(Double::isNaN)) {
                throw new IllegalStateException("The network answers NaN to row " + i
                        + ", which is no class; look for NaN in that row, or train anew with a smaller learning rate.");
            }
            classes[i] = largest(answers[i]);
        }
        return classes;
    }

    private static int largest(double[] row) {
        int best = 0;
        for (int k = 1; k < row.length; k++) {
            best = row[k] > row[best] ? k : best;
        }
        return best;
    }

    /** The network of Deeplearning4j, built on first use. */
    public MultiLayerNetwork network() {
        if (network == null) {
            network = new MultiLayerNetwork(configuration());
            network.init();
        }
        return network;
    }

    private MultiLayerConfiguration configuration() {
        NeuralNetConfiguration.ListBuilder layers = new NeuralNetConfiguration.Builder()
                .dataType(DataType.DOUBLE)
                .seed(seed)
                .weightInit(WeightInit.XAVIER)
                .updater(new Adam(learningRate))
                .l2(l2)
                .list();
        int last = sizes.length - 2;
        for (int k = 0; k < last; k++) {
            layers.layer(new DenseLayer.Builder()
                    .nIn(sizes[k])
                    .nOut(sizes[k + 1])
                    .activation(activation)
                    .build());
        }
        return layers.layer(new OutputLayer.Builder(
                                classifier ? LossFunctions.LossFunction.MCXENT : LossFunctions.LossFunction.MSE)
                        .nIn(sizes[last])
                        .nOut(sizes[last + 1])
                        .activation(classifier ? Activation.SOFTMAX : Activation.IDENTITY)
                        .build())
                .build();
    }

    private static void requireColumns(double[][] rows, int columns, String what) {
        if (rows.length == 0 || rows[0].length != columns) {
            throw new IllegalArgumentException("This network wants " + what + " of shape (samples, " + columns
                    + "); given was (" + rows.length + ", " + (rows.length == 0 ? "–" : rows[0].length) + ").");
        }
    }

    @Override
    public String toString() {
        return (classifier ? "Deeplearning4j classifier " : "Deeplearning4j regressor ")
                + String.join(
                        "–", Arrays.stream(sizes).mapToObj(Integer::toString).toList())
                + ", " + activation.name().toLowerCase(Locale.ROOT);
    }
}
