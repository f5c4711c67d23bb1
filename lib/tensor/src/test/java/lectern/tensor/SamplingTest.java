package lectern.tensor;

import static lectern.tensor.Sampling.*;
import static lectern.tensor.Tensors.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import lectern.tensor.loops.Generator;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

class SamplingTest {
    @Test
    void aSeedRepeatsEverything() {
        seed(5);
        Tensor first = concat(randn(100), uniform(-1, 1, 7), permutation(20).cast(DType.FLOAT64), beta(2, 3, 4));
        seed(5);
        assertEquals(
                first, concat(randn(100), uniform(-1, 1, 7), permutation(20).cast(DType.FLOAT64), beta(2, 3, 4)));
        seed(6);
        assertNotEquals(first.slice(0, 100), randn(100));
    }

    @Test
    void randomIsRandByAnotherName() {
        seed(5);
        Tensor first = rand(3, 2);
        seed(5);
        assertEquals(first, random(3, 2));
    }

    @Test
    void splitStreamsDifferAndRepeat() {
        var a = new Generator(1);
        long one = a.split().nextLong();
        long two = a.split().nextLong();
        assertNotEquals(one, two);
        assertNotEquals(one, new Generator(1).nextLong());
        assertEquals(one, new Generator(1).split().nextLong());
        assertNotEquals(one, new Generator(1).split().split().nextLong());
    }

    @Test
    void momentsAreThoseOfTheDistributions() {
        seed(1);
        int n = 200_000;
        Tensor z = randn(n);
        assertEquals(0, z.mean().item(), 0.01);
        assertEquals(1, z.var().item(), 0.02);
        assertEquals(3, z.pow(4).mean().item(), 0.1);
        assertEquals(2.5, uniform(2, 3, n).mean().item(), 0.01);
        assertEquals(4, exponential(4, n).mean().item(), 0.1);
        assertEquals(0.4, beta(2, 3, 20_000).mean().item(), 0.01);
        assertEquals(6, gamma(0.5, 12, 50_000).mean().item(), 0.3);
        assertEquals(
                0.7,
                choice(3, n, true, of(0.1, 0.2, 0.7))
                        .eq(2)
                        .cast(DType.FLOAT64)
                        .mean()
                        .item(),
                0.01);
        Tensor covariance = of(new double[][] {{2, 1}, {1, 3}});
        Tensor points = multivariateNormal(of(5.0, -5), covariance, n);
        Tensor centred = points.minus(points.mean(0));
        assertTrue(centred.T().matmul(centred).div((double) n).allClose(covariance, 0, 0.06));
    }

    @Test
    void drawsWithoutRepetitionAreDistinct() {
        seed(2);
        assertEquals(arange(50), permutation(50).sort());
        assertEquals(10, choice(12, 10).unique().size());
        Tensor weighted = choice(3, 2, false, of(0.5, 0, 0.5));
        assertEquals(of(0L, 2L), weighted.sort());
        assertEquals(100, multinomial(100, of(0.25, 0.75)).sum().item());
        assertEquals(arange(6), shuffle(arange(6)).sort());
        assertTrue(integers(-3, 4, 1000).min().item() == -3
                && integers(-3, 4, 1000).max().item() == 3);
        assertEquals(5, bootstrap(arange(5)).size());
    }

    @Test
    void refusesNonsense() {
        assertThrows(IllegalArgumentException.class, () -> integers(3, 3, 1));
        assertThrows(IllegalArgumentException.class, () -> choice(3, 4));
        assertThrows(IllegalArgumentException.class, () -> normal(0, -1, 2));
        assertThrows(IllegalArgumentException.class, () -> multinomial(3, of(0.5, 0.6)));
        assertThrows(ShapeException.class, () -> multivariateNormal(of(1.0, 2), eye(3), 4));
    }

    @Test
    @Timeout(60)
    void impossibleParametersAreRefused() {
        Tensor p = Tensors.of(0.5, 0.5);
        List<Executable> calls = List.of(
                () -> Sampling.gamma(Double.POSITIVE_INFINITY, 1, 2),
                () -> Sampling.gamma(Double.NaN, 1, 2),
                () -> Sampling.beta(1, 0, 2),
                () -> Sampling.exponential(-1, 2),
                () -> Sampling.permutation(-1),
                () -> Sampling.choice(-1, -2),
                () -> Sampling.choice(p, -1, true),
                () -> Sampling.choice(p, -1, false),
                () -> Sampling.multinomial(-1, p));
        for (int i = 0; i < calls.size(); i++) {
            var thrown = assertThrows(IllegalArgumentException.class, calls.get(i), "call " + i);
            assertTrue(thrown.getMessage().length() > 20, thrown.getMessage());
        }
    }
}
