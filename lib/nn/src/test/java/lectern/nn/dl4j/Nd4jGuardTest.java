package lectern.nn.dl4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import lectern.notebook.MimeBundle;
import lectern.tensor.Sampling;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.nativeblas.NativeOpsHolder;

/** What ND4J does with memory and seeds once the library stands beside it, and how its things are shown. */
class Nd4jGuardTest {
    @Test
    void arraysThatDoNotFitAreRefusedBeforeTheNativeCall() {
        Nd4j.createFromArray(1.0);
        assertInstanceOf(GuardedNative.class, NativeOpsHolder.getInstance().getDeviceNativeOps());
        long many = 20_000_000_000_000L;
        for (Runnable work : new Runnable[] {
            () -> Nd4j.createUninitialized(DataType.DOUBLE, many),
            () -> Nd4j.zeros(DataType.FLOAT, many / 1000, 1000),
            () -> Nd4j.create(DataType.DOUBLE, 4_000_000, 5_000_000),
            () -> Nd4j.valueArrayOf(new long[] {many}, 1.0)
        }) {
            var error = assertThrows(OutOfMemoryError.class, work::run);
            assertTrue(
                    error.getMessage().contains("20,000,000,000,000 numbers")
                            && error.getMessage().contains("free"),
                    error.getMessage());
        }
        assertEquals(6.0, Nd4j.createFromArray(1.0, 2, 3).sumNumber().doubleValue(), "ND4J goes on");
    }

    @Test
    void memoryThatIsFreeIsGiven() {
        assertTrue(Memory.free() > 64 << 20, "free: " + Memory.free());
        try (INDArray array = Nd4j.createUninitialized(DataType.INT8, 100_000_000)) {
            assertEquals(100_000_000, array.length());
        }
        assertThrows(OutOfMemoryError.class, () -> Memory.require(Long.MAX_VALUE / 2, DataType.DOUBLE));
    }

    @Test
    void seedGovernsNd4j() throws InterruptedException {
        Sampling.seed(3);
        INDArray first = Nd4j.rand(2, 3);
        INDArray normal = Nd4j.randn(4);
        Sampling.seed(3);
        assertEquals(first, Nd4j.rand(2, 3));
        assertEquals(normal, Nd4j.randn(4));
        assertNotEquals(first, Nd4j.rand(2, 3));
        Sampling.seed(4);
        assertNotEquals(first, Nd4j.rand(2, 3));
        var drawn = new INDArray[2];
        Sampling.seed(3);
        for (int k = 0; k < 2; k++) {
            int place = k;
            var thread = new Thread(() -> drawn[place] = Nd4j.rand(2, 3));
            thread.start();
            thread.join();
        }
        assertNotEquals(drawn[0], drawn[1], "threads draw different numbers");
        assertNotEquals(first, drawn[0]);
    }

    private static String text(MimeBundle bundle) {
        return bundle.data().get(MimeBundle.TEXT).toString();
    }

    @Test
    void viewsShowAllTheirNumbers() {
        INDArray all = Nd4j.createFromArray(
                        new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}, {9, 10, 11, 12}, {13, 14, 15, 16}})
                .dup('f');
        INDArray target = all.get(
                org.nd4j.linalg.indexing.NDArrayIndex.interval(0, 2, 4),
                org.nd4j.linalg.indexing.NDArrayIndex.interval(1, 2, 4));
        assertEquals(
                "INDArray (2, 2) DOUBLE\n[[    2.0000,    4.0000], \n [   10.0000,   12.0000]]",
                text(Nd4jViews.array(target)));
        INDArray z = Nd4j.create(DataType.DOUBLE, new long[] {3, 4}, 'f')
                .get(
                        org.nd4j.linalg.indexing.NDArrayIndex.all(),
                        org.nd4j.linalg.indexing.NDArrayIndex.interval(0, 2, 4));
        z.assign(7);
        String shown = text(Nd4jViews.array(z));
        assertEquals(6, shown.split("7.0000", -1).length - 1, shown);
        assertTrue(text(Nd4jViews.array(Nd4j.scalar(2.5))).endsWith("2.5000"));
        assertTrue(text(Nd4jViews.array(Nd4j.empty(DataType.DOUBLE))).contains("[]"));
    }

    private static MultiLayerNetwork floats() {
        return new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(DataType.FLOAT)
                .list()
                .layer(new DenseLayer.Builder()
                        .nIn(1)
                        .nOut(2)
                        .activation(Activation.TANH)
                        .build())
                .layer(new OutputLayer.Builder(LossFunction.MSE)
                        .nIn(2)
                        .nOut(1)
                        .activation(Activation.IDENTITY)
                        .build())
                .build());
    }

    @Test
    void networksShowTheirLayers() {
        String layers = text(Nd4jViews.network(floats()));
        assertTrue(layers.contains("DenseLayer") && layers.contains("Total Parameters"), layers);
        var graph = new ComputationGraph(new NeuralNetConfiguration.Builder()
                .graphBuilder()
                .addInputs("in")
                .addLayer(
                        "out",
                        new OutputLayer.Builder(LossFunction.MSE)
                                .nIn(2)
                                .nOut(1)
                                .activation(Activation.IDENTITY)
                                .build(),
                        "in")
                .setOutputs("out")
                .build());
        assertTrue(text(Nd4jViews.network(graph)).contains("Total Parameters"));
    }

    @Test
    void sumsOfManyFloatsAreRight() {
        for (int n : new int[] {5_000, 100_000, 1_000_000, 4_000_000}) {
            INDArray x = Nd4j.valueArrayOf(new long[] {n}, 0.1f, DataType.FLOAT);
            assertEquals(0.1f, x.meanNumber().floatValue(), 1e-8, "mean of " + n);
            assertEquals(n * (double) 0.1f, x.sumNumber().doubleValue(), 1e-7 * n, "sum of " + n);
            assertEquals(Math.sqrt(n) * 0.1f, x.norm2Number().doubleValue(), 1e-6 * Math.sqrt(n), "norm of " + n);
            assertEquals(0, x.stdNumber().doubleValue(), 1e-7, "deviation of " + n);
            INDArray columns = x.reshape(n / 2, 2).mean(0);
            assertEquals(DataType.FLOAT, columns.dataType());
            assertEquals(0.1f, columns.getFloat(1), 1e-8, "mean of columns of " + n);
        }
        INDArray ramp = Nd4j.arange(0, 300_000).castTo(DataType.FLOAT);
        assertEquals(149_999.5, ramp.meanNumber().doubleValue(), 0.02);
        assertEquals(299_999, ramp.maxNumber().doubleValue(), "what adds nothing is left as it is");
    }

    @Test
    void theLossOfManyFloatsIsRight() {
        int n = 200_000;
        var inputs = new double[n][1];
        var targets = new double[n][1];
        for (double[] target : targets) {
            target[0] = 0.1;
        }
        MultiLayerNetwork network = floats();
        network.init();
        network.params().assign(0);
        double loss = Dl4j.train(network, inputs, targets, 1, n, 0).losses()[0];
        double square = 0.1f * (double) 0.1f;
        assertEquals(square, loss, 1e-6 * square);
    }

    @Test
    void trainingStopsWithTheStepWhoseLossIsNoNumber() {
        var inputs = new double[20][1];
        var targets = new double[20][1];
        for (int i = 0; i < 20; i++) {
            inputs[i][0] = i / 20.0;
            targets[i][0] = i == 11 ? Double.NaN : inputs[i][0];
        }
        Dl4jNet net = Dl4j.dl4jRegressor(1, 3, 1).seed(2);
        var run = net.fit(inputs, targets, 50, 5);
        assertTrue(run.diverged() && run.steps() <= 4 && !run.interrupted(), run.toString());
        assertTrue(
                run.toString().contains("stopped in step " + run.steps() + ", since the loss became NaN"),
                run.toString());
        assertTrue(
                Arrays.stream(net.output(inputs)).allMatch(row -> Double.isFinite(row[0])),
                "the parameters before that step");
        for (double[] row : targets) {
            row[0] = 1;
        }
        var again = net.fit(inputs, targets, 30, 5);
        assertFalse(again.diverged(), "the network learns on once the data are mended");
        assertTrue(again.losses()[again.steps() - 1] < again.losses()[0]);
    }

    @Test
    void aClassThatIsNoNumberIsRefused() {
        Dl4jNet net = Dl4j.dl4jClassifier(1, 2, 2);
        var error = assertThrows(IllegalStateException.class, () -> net.predict(new double[][] {{1}, {Double.NaN}}));
        assertTrue(error.getMessage().contains("row 1"), error.getMessage());
    }
}
