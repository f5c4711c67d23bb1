package lectern.nn.dl4j;

import java.util.Arrays;
import java.util.SplittableRandom;
import lectern.nn.ProgressLine;
import lectern.nn.TrainingRun;
import lectern.notebook.Notebook;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/**
 * The loop over epochs and mini-batches; it ends with the step whose loss is no number, and the network keeps the parameters it
 * had before that step.
 */
final class Trainer {
    /** So many floats are added by ND4J without an error that is seen. */
    private static final long EXACT_FLOATS = 4096;

    private Trainer() {}

    static TrainingRun run(
            MultiLayerNetwork network, double[][] inputs, double[][] targets, int epochs, int batchSize, long seed) {
        if (inputs.length != targets.length || inputs.length == 0) {
            throw new IllegalArgumentException("Every sample needs one target: there are " + inputs.length
                    + " rows of inputs and " + targets.length + " rows of targets.");
        }
        if (epochs < 1 || batchSize < 1) {
            throw new IllegalArgumentException("The numbers of epochs and of samples in a batch must be positive; "
                    + epochs + " and " + batchSize + " were given.");
        }
        if (!network.isInitCalled()) {
            network.init();
        }
        DataType type = Arrays2d.typeOf(network);
        int batches = Math.ceilDiv(inputs.length, batchSize);
        var losses = new double[Math.multiplyExact(epochs, batches)];
        var epochEnds = new int[epochs];
        var random = new SplittableRandom(seed);
        var progress = new ProgressLine("epoch", epochs);
        long start = System.nanoTime();
        int steps = 0;
        int done = 0;
        boolean finite = true;
        while (finite && done < epochs && !Notebook.host().interruptRequested()) {
            int[] order = permutation(inputs.length, random);
            int batch = 0;
            while (finite && batch < batches && (batch == 0 || !Notebook.host().interruptRequested())) {
                int from = batch * batchSize;
                int to = Math.min(from + batchSize, order.length);
                try (INDArray x = Arrays2d.indArray(inputs, order, from, to, type);
                        INDArray t = Arrays2d.indArray(targets, order, from, to, type)) {
                    losses[steps] = step(network, x, t);
                }
                finite = Double.isFinite(losses[steps++]);
                batch++;
            }
            if (finite && batch == batches) {
                epochEnds[done++] = steps;
                network.incrementEpochCount();
                progress.update(done, losses[steps - 1]);
            }
        }
        progress.finish();
        return new TrainingRun(
                Arrays.copyOf(losses, steps),
                Arrays.copyOf(epochEnds, done),
                epochs,
                (System.nanoTime() - start) / 1e9);
    }

    /** One step; the loss before it. */
    private static double step(MultiLayerNetwork network, INDArray x, INDArray t) {
        INDArray before = network.params().dup();
        INDArray state = network.getUpdater().getStateViewArray();
        INDArray stateBefore = state == null || state.isEmpty() ? null : state.dup();
        // ND4J adds floats one after the other: of many numbers, the sum is wrong in the fourth digit.
        boolean floats = x.dataType() != DataType.DOUBLE && t.length() > EXACT_FLOATS;
        double exact = floats ? mean(network.scoreExamples(new DataSet(x, t), true)) : 0;
        network.fit(x, t);
        double loss = floats ? exact : network.score();
        if (!Double.isFinite(loss)) {
            network.setParams(before);
            if (stateBefore != null) {
                state.assign(stateBefore);
            }
        }
        return loss;
    }

    private static double mean(INDArray floats) {
        return Arrays.stream(floats.data().asDouble()).average().orElseThrow();
    }

    private static int[] permutation(int n, SplittableRandom random) {
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
