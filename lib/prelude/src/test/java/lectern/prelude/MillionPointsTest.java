package lectern.prelude;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lectern.grad.Fn;
import lectern.grad.Grad;
import lectern.nn.Losses;
import lectern.nn.Nn;
import lectern.optim.Optim;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A million points train in a heap that could not hold one layer's values for all of them. */
class MillionPointsTest {
    private static final int POINTS = 1_000_000;
    private static final int WIDTH = 20;
    private static final int MINUTES = 4;

    /** What the small JVM does: a loss on values and slopes, whose layer of 20 neurons alone takes 160 MB. */
    static final class Small {
        private Small() {}

        public static void main(String... args) {
            Fn f = t -> t.times(3).sin();
            Tensor x = Tensors.linspace(-1, 1, POINTS).reshape(-1, 1);
            Tensor y = f.apply(x);
            Tensor slope = Grad.elementwiseGrad(f).apply(x);
            var fit = Optim.minimize(
                    net -> Losses.mse(net.apply(x), y)
                            .plus(Losses.mse(Grad.elementwiseGrad(net).apply(x), slope)),
                    Nn.mlp(1, WIDTH, 1),
                    Optim.adam(0.02),
                    6);
            if (!(fit.value() < fit.losses()[0])) {
                throw new IllegalStateException("no progress: " + fit.losses()[0] + " to " + fit.value());
            }
        }
    }

    @Test
    @Timeout(value = MINUTES + 1, unit = TimeUnit.MINUTES)
    void inASmallHeap(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx144m",
                        "-XX:+UseSerialGC",
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Small.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
            assertTrue(ended, "not done after " + MINUTES + " minutes");
            assertEquals(0, process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
