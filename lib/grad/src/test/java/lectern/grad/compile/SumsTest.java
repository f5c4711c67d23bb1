package lectern.grad.compile;

import static lectern.grad.Grad.compile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import lectern.grad.Fn;
import lectern.tensor.DType;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over float32 keep their digits, eager and compiled alike. */
final class SumsTest {
    /** Rounding units of float32 by which a sum may be off, as part of the sum of magnitudes. */
    private static final double UNITS = 16;

    private static Tensor data(String kind, int n) {
        float[] x = new float[n];
        Random random = new Random(n);
        for (int i = 0; i < n; i++) {
            x[i] = switch (kind) {
                case "constant" -> 0.1f;
                case "ramp" -> (float) i / n;
                case "alternating" -> i % 2 == 0 ? 1000.1f : -999.9f;
                default -> random.nextFloat();
            };
        }
        return Tensors.wrap(x, n);
    }

    private static void near(Tensor exact, Tensor magnitude, Tensor seen, String what) {
        double[] e = Tensors.f64(exact.reshape(-1));
        double[] m = Tensors.f64(magnitude.reshape(-1));
        double[] s = Tensors.f64(seen.cast(DType.FLOAT64).reshape(-1));
        for (int i = 0; i < e.length; i++) {
            double error = Math.abs(e[i] - s[i]) / m[i] / 0x1p-24;
            assertTrue(error <= UNITS, what + ": " + s[i] + " for " + e[i] + ", off by " + error + " units");
        }
    }

    private static void check(Fn f, Tensor x, String what) {
        Tensor wide = x.cast(DType.FLOAT64);
        near(f.apply(wide), f.apply(wide.abs()), f.apply(x), what);
        near(f.apply(wide), f.apply(wide.abs()), compile(f).apply(x), what + " compiled");
    }

    @ParameterizedTest
    @CsvSource({
        "constant, 10000000",
        "ramp, 10000000",
        "random, 10000000",
        "alternating, 1000000",
        "constant, 1234567",
        "random, 999983",
        "ramp, 4099",
        "constant, 1023",
        "random, 17"
    })
    void sumsAndMeans(String kind, int n) {
        Tensor x = data(kind, n);
        check(Tensor::sum, x, "sum");
        if (n > 2_000_000) {
            check(a -> a.square().mean(), x, "mean of squares");
            check(a -> a.sum(0), x.reshape(-1, 2), "sums of two columns");
            return;
        }
        check(Tensor::mean, x, "mean");
        check(a -> a.square().mean(), x, "mean of squares");
        for (int cols : new int[] {2, 3, 1000, n / 4}) {
            if (n % cols == 0) {
                Tensor matrix = x.reshape(-1, cols);
                check(a -> a.sum(0), matrix, "sums of columns of " + cols);
                check(a -> a.sum(1), matrix, "sums of rows of " + cols);
            }
        }
    }

    @Test
    void aConstantHasNoVariance() {
        Tensor x = Tensors.full(1000.1, 1_000_000).cast(DType.FLOAT32);
        assertEquals(0, x.var().item(), 1e-6);
        assertEquals(0, compile(a -> a.var()).apply(x).item(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "1, 1000", "37, 1031", "5, 3000", "3000, 7", "640, 640"})
    void everyNumberIsTakenOnce(int rows, int cols) {
        Tensor x = Tensors.wrap(
                IntStream.range(0, rows * cols).mapToDouble(i -> i % 13).toArray(), rows, cols);
        for (DType type : new DType[] {DType.FLOAT64, DType.FLOAT32}) {
            Tensor a = x.cast(type);
            for (Fn f : new Fn[] {
                t -> t.plus(1).sum(0),
                t -> t.plus(1).sum(1),
                t -> t.plus(1).max(0),
                t -> t.plus(1).min(1),
                t -> t.plus(1).sum(),
                t -> t.plus(1).max()
            }) {
                Fn compiled = compile(f);
                for (int run = 0; run < 2; run++) {
                    assertEquals(
                            0, f.apply(a).minus(compiled.apply(a)).abs().max().item());
                }
            }
        }
    }
}
