package lectern.nn.dl4j;

import static lectern.nn.Nn.*;
import static lectern.nn.dl4j.Dl4j.*;
import static org.junit.jupiter.api.Assertions.*;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lectern.data.Datasets;
import lectern.data.Metrics;
import lectern.data.StandardScaler;
import lectern.nn.TrainingRun;
import lectern.notebook.Host;
import lectern.notebook.MimeBundle;
import lectern.notebook.Notebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Networks on Deeplearning4j: they learn, repeat under a seed, report, stop, and say what is wrong. */
class Dl4jNetTest {
    private final Host console = Notebook.host();

    @AfterEach
    void backToTheConsole() {
        Notebook.install(console);
    }

    /** A host that records what is shown and asks to stop after so many questions. */
    private record Recorder(List<String> shown, AtomicInteger questions, int patience) {
        Host host() {
            return (Host) Proxy.newProxyInstance(
                    Host.class.getClassLoader(),
                    new Class<?>[] {Host.class},
                    (proxy, method, args) -> switch (method.getName()) {
                        case "interactive" -> true;
                        case "interruptRequested" -> questions.incrementAndGet() > patience;
                        case "display", "update" -> {
                            var bundle = (MimeBundle) args[0];
                            shown.add(method.getName() + " " + args[1] + " "
                                    + bundle.data().get(MimeBundle.TEXT));
                            yield null;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    });
        }
    }

    private static Recorder record(int patience) {
        var recorder = new Recorder(new ArrayList<>(), new AtomicInteger(), patience);
        Notebook.install(recorder.host());
        return recorder;
    }

    @Test
    void classifiesMoons() {
        var data = Datasets.trainTestSplit(Datasets.makeMoons(300, 0.1, 1), 0.3, 2);
        var net = dl4jClassifier(2, 16, 2).learningRate(0.03).seed(3);
        TrainingRun run = net.fit(data.train().features(), data.train().labels(), 60, 32);
        assertEquals(60, run.epochs());
        assertEquals(60 * Math.ceilDiv(210, 32), run.steps());
        assertFalse(run.interrupted());
        double[] losses = run.epochLosses();
        assertTrue(losses[59] < 0.2 * losses[0], Arrays.toString(losses));
        assertTrue(
                Metrics.accuracy(data.test().labels(), net.predict(data.test().features())) >= 0.95);
        for (double[] p : net.output(data.test().features())) {
            assertEquals(1, p[0] + p[1], 1e-9);
        }
    }

    @Test
    void theBreastCancerTableIsLearnedWell() {
        var data = Datasets.trainTestSplit(Datasets.breastCancer(), 0.25, 1);
        var scaler = new StandardScaler().fit(data.train().features());
        var net = dl4jClassifier(30, 16, 2).l2(1e-3).seed(1);
        net.fit(scaler.transform(data.train().features()), data.train().labels(), 15, 32);
        double accuracy = Metrics.accuracy(
                data.test().labels(), net.predict(scaler.transform(data.test().features())));
        assertTrue(accuracy >= 0.94, "accuracy " + accuracy);
    }

    @Test
    void fitsACurve() {
        var x = new double[64][1];
        var y = new double[64][1];
        for (int i = 0; i < 64; i++) {
            x[i][0] = -1 + i / 31.5;
            y[i][0] = Math.sin(3 * x[i][0]);
        }
        var net = dl4jRegressor(1, 20, 1).learningRate(0.02).seed(5);
        net.fit(x, y, 300, 64);
        double[][] found = net.output(x);
        double error = 0;
        for (int i = 0; i < 64; i++) {
            error += Math.pow(found[i][0] - y[i][0], 2) / 64;
        }
        assertTrue(error < 5e-3, "mse " + error);
    }

    @Test
    void sameSeedSameRun() {
        var data = Datasets.makeMoons(100, 0.2, 1);
        var first = dl4jClassifier(2, 8, 2)
                .seed(7)
                .fit(data.features(), data.labels(), 5, 16)
                .losses();
        var again = dl4jClassifier(2, 8, 2)
                .seed(7)
                .fit(data.features(), data.labels(), 5, 16)
                .losses();
        var other = dl4jClassifier(2, 8, 2)
                .seed(8)
                .fit(data.features(), data.labels(), 5, 16)
                .losses();
        assertArrayEquals(first, again);
        assertFalse(Arrays.equals(first, other));
    }

    @Test
    void progressIsOneDisplayThatIsUpdated() {
        var recorder = record(Integer.MAX_VALUE);
        var data = Datasets.makeMoons(100, 0.2, 1);
        dl4jClassifier(2, 8, 2).fit(data.features(), data.labels(), 20, 100);
        List<String> shown = recorder.shown();
        assertTrue(
                shown.getFirst().startsWith("display progress-")
                        && shown.getFirst().contains("epoch 1/20"),
                shown.toString());
        assertTrue(shown.getLast().contains("epoch 20/20 · loss"), shown.toString());
        assertEquals(1, shown.stream().filter(s -> s.startsWith("display")).count());
        assertEquals(1, shown.stream().map(s -> s.split(" ")[1]).distinct().count(), "one id");
    }

    @Test
    void quietlyMeansNoLine() {
        var recorder = record(Integer.MAX_VALUE);
        var data = Datasets.makeMoons(100, 0.2, 1);
        var run = quietly(() -> dl4jClassifier(2, 8, 2).fit(data.features(), data.labels(), 3, 100));
        assertEquals(3, run.epochs());
        assertEquals(List.of(), recorder.shown());
    }

    @Test
    void interruptKeepsWhatWasLearned() {
        record(10);
        var data = Datasets.makeMoons(100, 0.2, 1);
        var net = dl4jClassifier(2, 8, 2);
        TrainingRun run = net.fit(data.features(), data.labels(), 1000, 25);
        assertTrue(run.interrupted());
        assertTrue(run.steps() >= 4 && run.steps() <= 12, run.toString());
        assertEquals(run.epochs(), run.epochLosses().length);
        assertTrue(run.toString().contains("stopped before epoch 1000"), run.toString());
    }

    @Test
    void nothingIsPrinted() {
        var out = System.out;
        var err = System.err;
        var printed = new ByteArrayOutputStream();
        try (var stream = new PrintStream(printed, true)) {
            System.setOut(stream);
            System.setErr(stream);
            var data = Datasets.makeMoons(40, 0.2, 1);
            dl4jClassifier(2, 4, 2).fit(data.features(), data.labels(), 2, 20);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertEquals("", printed.toString());
    }

    @Test
    void arraysGoThereAndBack() {
        double[][] rows = {{1, 2, 3}, {4, 5, 6}};
        var matrix = indArray(rows);
        assertArrayEquals(new long[] {2, 3}, matrix.shape());
        assertArrayEquals(rows, rows(matrix));
        assertArrayEquals(new double[][] {{1, 4}, {2, 5}, {3, 6}}, rows(matrix.transpose()));
        assertThrows(IllegalArgumentException.class, () -> rows(Nd4j.zeros(2, 2, 2)));
        assertThrows(IllegalArgumentException.class, () -> indArray(new double[][] {{1, 2}, {3}}));
    }

    @Test
    void mistakesAreNamed() {
        var shape = assertThrows(
                IllegalArgumentException.class, () -> dl4jClassifier(3, 4, 2).fit(new double[5][2], new int[5], 1, 1));
        assertTrue(
                shape.getMessage().contains("(samples, 3)")
                        && shape.getMessage().contains("(5, 2)"),
                shape.getMessage());
        var label = assertThrows(
                IllegalArgumentException.class, () -> dl4jClassifier(2, 2).fit(new double[1][2], new int[] {2}, 1, 1));
        assertTrue(label.getMessage().contains("Label 2 of sample 0"), label.getMessage());
        var name = assertThrows(
                IllegalArgumentException.class, () -> dl4jClassifier(2, 2).activation("relo"));
        assertTrue(name.getMessage().contains("'relo'") && name.getMessage().contains("relu"), name.getMessage());
        assertThrows(IllegalArgumentException.class, () -> dl4jClassifier(4));
        assertThrows(IllegalArgumentException.class, () -> dl4jClassifier(4, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> dl4jRegressor(1, 1).fit(new double[2][1], new double[3][1], 1, 1));
        var net = dl4jRegressor(1, 1);
        net.network();
        assertThrows(IllegalStateException.class, () -> net.seed(4));
        assertThrows(IllegalStateException.class, () -> net.predict(new double[1][1]));
    }
}
