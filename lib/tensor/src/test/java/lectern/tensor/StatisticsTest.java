package lectern.tensor;

import static lectern.tensor.Statistics.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One number of many, from whatever holds them. */
class StatisticsTest {
    @Test
    void theyAgreeWithTensors() {
        var random = new Random(3);
        for (int n = 1; n < 40; n++) {
            double[] x = random.doubles(n, -5, 5).toArray();
            var t = Tensors.of(x);
            assertEquals(t.mean().item(), mean(x), 1e-14);
            assertEquals(t.median().item(), median(x), 1e-14);
            assertEquals(t.std().item(), std(x), 1e-14);
            assertEquals(t.max().item(), worst(x));
            assertEquals(t.min().item(), best(x));
            assertEquals(t.abs().max().item(), maxAbs(x));
            assertEquals(maxAbs(t), maxAbs(x));
            for (double q : new double[] {0, 0.1, 0.5, 0.77, 1}) {
                assertEquals(t.quantile(q).item(), quantile(x, q), 1e-14);
            }
        }
    }

    @Test
    void listsAndStreamsCountAsArraysDo() {
        double[] x = {3, 1, 10};
        var list = List.of(3, 1, 10);
        assertArrayEquals(
                new double[] {mean(x), median(x), std(x), worst(x), best(x), quantile(x, 0.3)},
                new double[] {mean(list), median(list), std(list), worst(list), best(list), quantile(list, 0.3)});
        assertArrayEquals(new double[] {mean(x), median(x), std(x), worst(x), best(x), quantile(x, 0.3)}, new double[] {
            mean(list.stream()),
            median(list.stream()),
            std(list.stream()),
            worst(list.stream()),
            best(list.stream()),
            quantile(list.stream(), 0.3)
        });
        assertArrayEquals(new double[] {mean(x), median(x), std(x), worst(x), best(x), quantile(x, 0.3)}, new double[] {
            mean(DoubleStream.of(x)),
            median(DoubleStream.of(x)),
            std(DoubleStream.of(x)),
            worst(DoubleStream.of(x)),
            best(DoubleStream.of(x)),
            quantile(DoubleStream.of(x), 0.3)
        });
        assertEquals(2, median(1, 2, 3));
    }

    @Test
    void infinitiesAreOrderedAndNanSpoilsAll() {
        double inf = Double.POSITIVE_INFINITY;
        assertEquals(1, median(1, 1, inf));
        assertEquals(inf, median(1, inf, inf, inf));
        assertEquals(inf, quantile(new double[] {1, inf, inf}, 0.6));
        assertEquals(inf, median(1, inf));
        for (double nan : new double[] {
            mean(1, Double.NaN), median(1, Double.NaN), std(1, Double.NaN), worst(1, Double.NaN), best(Double.NaN, 1)
        }) {
            assertTrue(Double.isNaN(nan));
        }
    }

    @Test
    void ofNothingThereIsNone() {
        for (var wrong : Arrays.<org.junit.jupiter.api.function.Executable>asList(
                () -> mean(),
                () -> median(List.of()),
                () -> quantile(Stream.<Integer>of(), 0.5),
                () -> std(DoubleStream.empty()),
                () -> worst(),
                () -> best(),
                () -> share(Tensors.zeros(0).gt(1)))) {
            var error = assertThrows(IllegalArgumentException.class, wrong);
            assertTrue(error.getMessage().startsWith("There are no values to take the "), error.getMessage());
        }
        assertEquals(0, maxAbs(Tensors.zeros(0)));
        assertEquals(0, maxAbs());
        assertThrows(IllegalArgumentException.class, () -> quantile(new double[] {1}, 1.1));
        assertThrows(IllegalArgumentException.class, () -> quantile(new double[] {1}, Double.NaN));
    }

    @Test
    void shareIsOfTruthValues() {
        assertEquals(0.75, share(Tensors.of(1.0, 2, 3, 4).gt(1)));
        var error = assertThrows(IllegalArgumentException.class, () -> share(Tensors.ones(2, 3)));
        assertTrue(error.getMessage().contains("x.gt(0)") && error.getMessage().contains("[2, 3]"), error.getMessage());
    }

    @Test
    void workWithASeedOfItsOwnIsTheSameWhateverElseIsDrawn() throws Exception {
        var alone = Sampling.withSeed(7, () -> Sampling.randn(1000));
        var many = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> Sampling.withSeed(7, () -> Sampling.randn(1000))))
                .limit(8)
                .toList();
        for (var one : many) {
            Sampling.rand(10);
            assertTrue(one.get().arrayEqual(alone));
        }
        Sampling.seed(7);
        assertTrue(Sampling.randn(1000).arrayEqual(alone), "as after seed(7)");
        Sampling.seed(1);
        double expected = Sampling.rand().item();
        Sampling.seed(1);
        double inner = Sampling.withSeed(2, () -> {
            Sampling.seed(3);
            return Sampling.rand().item();
        });
        assertEquals(expected, Sampling.rand().item(), "the numbers outside go on");
        Sampling.seed(3);
        assertEquals(Sampling.rand().item(), inner);
    }
}
