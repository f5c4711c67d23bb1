package lectern.compile;

import static lectern.grad.Grad.elementwiseGrad;
import static lectern.grad.Grad.grad;
import static lectern.grad.Grad.valueAndGrad;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import lectern.grad.Fn;
import lectern.grad.Fn2;
import lectern.grad.FnN;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import lectern.tensor.type.ShapeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a compiled function promises besides its values: tracing anew, falling back, leaving arguments alone, not
 * allocating.
 */
final class CompilerTest {
    private static Tensor normal(long seed, DType dtype, int... shape) {
        Random random = new Random(seed);
        double[] data = new double[RandomProgram.size(shape)];
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextGaussian();
        }
        return Raw.wrap(data, shape).cast(dtype);
    }

    private static Tensor net(List<Tensor> p, Tensor x) {
        Tensor h = x.matmul(p.get(0)).plus(p.get(1)).tanh();
        h = h.matmul(p.get(2)).plus(p.get(3)).tanh();
        return h.matmul(p.get(4)).plus(p.get(5));
    }

    private static Tensor[] netState(DType dtype, int width) {
        return new Tensor[] {
            normal(1, dtype, 1, width), normal(2, dtype, width),
                    normal(3, dtype, width, width).div(Math.sqrt(width)),
            normal(4, dtype, width), normal(5, dtype, width, 1).div(Math.sqrt(width)), normal(6, dtype, 1)
        };
    }

    /** State: six parameters; numbers: rate; data: points, targets of value and derivative. */
    private static FnN gradientLossStep() {
        return a -> {
            List<Tensor> p = List.of(a).subList(0, 6);
            Tensor rate = a[6];
            var both = valueAndGrad(
                    (List<Tensor> q) -> {
                        Fn u = t -> net(q, t);
                        Tensor value = u.apply(a[7]).minus(a[8]).square().mean();
                        return value.plus(elementwiseGrad(u)
                                .apply(a[7])
                                .minus(a[9])
                                .square()
                                .mean());
                    },
                    p);
            Tensor[] out = new Tensor[7];
            out[0] = both.value();
            for (int i = 0; i < 6; i++) {
                out[i + 1] = p.get(i)
                        .minus(both.grad().get(i).times(rate.cast(p.get(i).dtype())));
            }
            return out;
        };
    }

    private static Tensor[] data(DType dtype, int points) {
        Tensor x = Tensors.linspace(-1, 1, points).reshape(points, 1);
        return new Tensor[] {
            x.cast(dtype),
            x.times(3).sin().cast(dtype),
            x.times(3).cos().times(3).cast(dtype)
        };
    }

    @Test
    void tracesOnceForEachShapeAndType() {
        int[] calls = {0};
        Fn f = Compiler.compile((Fn) x -> {
            calls[0]++;
            return x.square().sum();
        });
        assertEquals(14, f.apply(Tensors.of(1.0, 2, 3)).item());
        assertEquals(77, f.apply(Tensors.of(4.0, 5, 6)).item());
        assertEquals(1, calls[0]);
        assertEquals(5, f.apply(Tensors.of(1.0, 2)).item());
        assertEquals(5, f.apply(Tensors.of(1f, 2f)).item());
        assertEquals(DType.FLOAT32, f.apply(Tensors.of(1f, 2f)).dtype());
        assertEquals(3, calls[0]);
    }

    @Test
    void fallsBackWithOneSentenceWhereValuesDecide() {
        List<String> sentences = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                sentences.add(message.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("lectern.compile");
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        try {
            Fn f = Compiler.compile((Fn) x -> x.item() > 0 ? x.times(2) : x.neg());
            assertEquals(6, f.apply(Tensors.of(3.0)).item());
            assertEquals(4, f.apply(Tensors.of(-4.0)).item());
            assertEquals(1, sentences.size());
            assertTrue(sentences.getFirst().contains("reads a value"), sentences.getFirst());
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void nestsWithDerivativesBothWays() {
        Fn f = x -> x.sin().times(x);
        Fn inside = grad(Compiler.compile(f));
        Fn outside = Compiler.compile(grad(f));
        Fn second = Compiler.compile(grad(Compiler.compile(grad(f))));
        double x = 0.7;
        double slope = Math.sin(x) + x * Math.cos(x);
        assertEquals(slope, inside.apply(Tensors.of(x)).item(), 1e-15);
        assertEquals(slope, outside.apply(Tensors.of(x)).item(), 1e-15);
        assertEquals(
                2 * Math.cos(x) - x * Math.sin(x), second.apply(Tensors.of(x)).item(), 1e-15);
        Fn2 product = Compiler.compile(
                (Fn2) (a, b) -> grad((Fn) t -> t.times(b)).apply(a).times(a));
        assertEquals(6, product.apply(Tensors.of(2.0), Tensors.of(3.0)).item());
    }

    @Test
    void capturedTracersOfAnOuterDerivativeAreDifferentiated() {
        Fn outer = x -> Compiler.compile((Fn) y -> y.times(x)).apply(Tensors.of(5.0));
        assertEquals(5, grad(outer).apply(Tensors.of(2.0)).item());
    }

    @Test
    void resultsStayAsTheyAreAndArgumentsToo() {
        Fn f = Compiler.compile((Fn) x -> x.plus(1));
        Tensor x = Tensors.of(1.0, 2, 3);
        Tensor first = f.apply(x);
        f.apply(Tensors.of(10.0, 20, 30));
        assertArrayEquals(new double[] {2, 3, 4}, first.toDoubleArray());
        assertArrayEquals(new double[] {1, 2, 3}, x.toDoubleArray());
        FnN same = new Compiled(a -> new Tensor[] {a[0], a[0].reshape(3, 1), a[0].plus(0), Tensors.of(7.0)});
        Tensor[] out = same.apply(x);
        assertArrayEquals(new double[] {1, 2, 3}, out[1].toDoubleArray());
        Raw.f64(out[0])[0] = 99;
        assertArrayEquals(new double[] {1, 2, 3}, x.toDoubleArray());
        assertArrayEquals(new double[] {1, 2, 3}, out[2].toDoubleArray());
        assertEquals(7, same.apply(x)[3].item());
    }

    @Test
    void wrongShapesAreToldAsOutside() {
        Fn2 f = Compiler.compile((Fn2) (a, b) -> a.matmul(b));
        assertThrows(ShapeException.class, () -> f.apply(Tensors.zeros(2, 3), Tensors.zeros(2, 3)));
    }

    @Test
    void emptyArraysAndNonFiniteNumbersPass() {
        Fn f = Compiler.compile((Fn) x -> x.tanh().plus(1).sum());
        assertEquals(0, f.apply(Tensors.zeros(0)).item());
        Fn g = Compiler.compile((Fn) x -> x.tanh().plus(x.sigmoid()));
        double[] y = g.apply(Tensors.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0))
                .toDoubleArray();
        assertArrayEquals(new double[] {Double.NaN, 2, -1, 0.5}, y, 1e-15);
    }

    @Test
    void manyThreadsMayUseOneFunction() throws Exception {
        Fn f = Compiler.compile((Fn) x -> x.matmul(x.T()).tanh().sum());
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            Tensor x = normal(t, DType.FLOAT64, 150, 40 + t % 3);
            double expected = x.matmul(x.T()).tanh().sum().item();
            tasks.add(() -> {
                for (int i = 0; i < 20; i++) {
                    if (Math.abs(f.apply(x).item() - expected) > 1e-8) {
                        return false;
                    }
                }
                return true;
            });
        }
        try (var pool = Executors.newFixedThreadPool(4)) {
            for (var result : pool.invokeAll(tasks)) {
                assertTrue(result.get());
            }
        }
    }

    @Test
    void twoWorkersGiveTheSameBitsInEveryRun() {
        FnN f = new Compiled(gradientLossStep());
        Tensor[] state = netState(DType.FLOAT64, 40);
        Tensor[] data = data(DType.FLOAT64, 1500);
        Tensor[] all = new Tensor[10];
        System.arraycopy(state, 0, all, 0, 6);
        all[6] = Tensors.of(0.01);
        System.arraycopy(data, 0, all, 7, 3);
        double[] first = f.apply(all)[3].toDoubleArray();
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(first, f.apply(all)[3].toDoubleArray(), 0.0);
        }
    }

    @Test
    void trainsAsOutside() {
        for (DType dtype : List.of(DType.FLOAT64, DType.FLOAT32)) {
            trainsAsOutside(dtype, 20);
        }
    }

    @Test
    void wideLayersTrainAsOutside() {
        trainsAsOutside(DType.FLOAT64, 200);
    }

    private static void trainsAsOutside(DType dtype, int width) {
        FnN step = gradientLossStep();
        Tensor[] start = netState(dtype, width);
        Tensor[] data = data(dtype, 300);
        TrainingProgram fast = new TrainingProgram(step, start);
        Tensor[] slow = new Tensor[10];
        System.arraycopy(start, 0, slow, 0, 6);
        slow[6] = Tensors.of(0.01);
        System.arraycopy(data, 0, slow, 7, 3);
        double first = 0;
        double last = 0;
        for (int i = 0; i < 30; i++) {
            Tensor[] out = step.apply(slow);
            last = fast.step(new double[] {0.01}, data);
            assertEquals(out[0].item(), last, dtype == DType.FLOAT64 ? 1e-9 : 2e-3);
            first = i == 0 ? last : first;
            System.arraycopy(out, 1, slow, 0, 6);
        }
        assertTrue(fast.isCompiled());
        assertTrue(last < first, first + " " + last);
        Tensor[] reached = fast.state();
        for (int k = 0; k < 6; k++) {
            assertArrayEquals(
                    slow[k].toDoubleArray(), reached[k].toDoubleArray(), dtype == DType.FLOAT64 ? 1e-9 : 5e-3);
        }
        assertArrayEquals(normal(1, dtype, 1, width).toDoubleArray(), start[0].toDoubleArray());
    }

    @Test
    void stepsCanBeTakenBack() {
        FnN twice = a -> new Tensor[] {a[0].sum(), a[0].times(2)};
        TrainingProgram r = new TrainingProgram(twice, Tensors.of(1.0, 2));
        assertEquals(3, r.step(new double[0]));
        assertEquals(6, r.step(new double[0]));
        r.back();
        assertEquals(6, r.step(new double[0]));
        assertEquals(12, r.step(new double[0]));
        assertThrows(
                IllegalArgumentException.class,
                () -> new TrainingProgram(a -> new Tensor[] {a[0].sum(), a[0].sum()}, Tensors.of(1.0, 2))
                        .step(new double[0]));
    }

    @Test
    @Tag("steady-state")
    void aStepAllocatesLessThanAKilobyte() {
        TrainingProgram training = new TrainingProgram(gradientLossStep(), netState(DType.FLOAT64, 50));
        Tensor[] data = data(DType.FLOAT64, 500);
        double[] rate = {1e-3};
        // The vector kernels box their registers until the second compiler has them.
        long least = Long.MAX_VALUE;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + 150_000_000_000L;
        while (least >= 1000 && System.nanoTime() < end) {
            long before = threads.getTotalThreadAllocatedBytes();
            for (int i = 0; i < 20; i++) {
                training.step(rate, data);
            }
            least = Math.min(least, (threads.getTotalThreadAllocatedBytes() - before) / 20);
        }
        assertTrue(least < 1000, least + " bytes a step");
    }

    @Test
    void memoryIsBoundedByBlocksOfTheBatch() {
        TrainingProgram training = new TrainingProgram(gradientLossStep(), netState(DType.FLOAT32, 30));
        Tensor[] data = data(DType.FLOAT32, 200_000);
        double loss = training.step(new double[] {1e-3}, data);
        assertTrue(Double.isFinite(loss));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // One array of 300,000 x 30 float32 numbers alone would take 36 MB. While they are cold, vector kernels box
        // registers.
        long least = Long.MAX_VALUE;
        long end = System.nanoTime() + 60_000_000_000L;
        for (int n = 300_000; least > 36_000_000 && System.nanoTime() < end; n += 100) {
            Tensor[] more = data(DType.FLOAT32, n);
            long before = threads.getCurrentThreadAllocatedBytes();
            training.step(new double[] {1e-3}, more);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(least <= 36_000_000, least + " bytes");
    }
}
