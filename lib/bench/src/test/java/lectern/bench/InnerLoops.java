package lectern.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import lectern.compile.TrainingProgram;
import lectern.grad.FnN;
import lectern.tensor.Tensor;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The loops below everything else, one at a time in a JVM of their own: elementwise functions, reductions, products,
 * and a compiled training step. {@link JmhTable} runs them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 700, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(1)
public class InnerLoops {
    /** Two arrays that stay in the second-level cache, and two square matrices. */
    @State(Scope.Thread)
    public static class Data {
        @Param({"FLOAT64", "FLOAT32"})
        public DType type;

        Tensor a;
        Tensor b;
        Tensor square;
        Tensor other;

        @Setup(Level.Trial)
        public void fill() {
            Random random = new Random(3);
            a = normal(random, 10_000).cast(type);
            b = normal(random, 10_000).cast(type);
            square = normal(random, 10_000).cast(type).reshape(100, 100);
            other = normal(random, 10_000).cast(type).reshape(100, 100);
        }

        private static Tensor normal(Random random, int n) {
            return Raw.wrap(random.doubles(n, -2, 2).toArray(), n);
        }
    }

    /** A step of the gradient loss 1–32–32–1 on 200 points, compiled. */
    @State(Scope.Thread)
    public static class Step {
        private static final int WARM_SECONDS = 4;

        private final double[] none = {};
        private Tensor[] data;
        private TrainingProgram training;

        @Setup(Level.Trial)
        public void compile() {
            Tensor[] all = GradientLoss.arguments(DType.FLOAT64, 200, 32, 1);
            FnN step = GradientLoss.training(1, 1e-3);
            data = Arrays.copyOf(all, 3);
            training = new TrainingProgram(step, Arrays.copyOfRange(all, 3, all.length));
            // Until the just-in-time compiler is done with it, a vector loop allocates; on a busy machine that takes
            // long.
            ThreadMXBean clock = ManagementFactory.getThreadMXBean();
            long end = clock.getCurrentThreadCpuTime() + WARM_SECONDS * 1_000_000_000L;
            while (clock.getCurrentThreadCpuTime() < end) {
                run();
            }
        }

        double run() {
            return training.step(none, data);
        }
    }

    @Benchmark
    public double compiledStep(Step step) {
        return step.run();
    }

    @Benchmark
    public Tensor tanh(Data data) {
        return data.a.tanh();
    }

    @Benchmark
    public Tensor exp(Data data) {
        return data.a.exp();
    }

    @Benchmark
    public Tensor sin(Data data) {
        return data.a.sin();
    }

    @Benchmark
    public Tensor plus(Data data) {
        return data.a.plus(data.b);
    }

    @Benchmark
    public Tensor sum(Data data) {
        return data.a.sum();
    }

    @Benchmark
    public Tensor sumOfColumns(Data data) {
        return data.square.sum(0);
    }

    @Benchmark
    public Tensor matmul(Data data) {
        return data.square.matmul(data.other);
    }
}
