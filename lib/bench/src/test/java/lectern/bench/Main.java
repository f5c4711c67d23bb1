package lectern.bench;

import static lectern.grad.Grad.grad;
import static lectern.grad.Grad.valueAndGrad;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lectern.compile.SmallCnn;
import lectern.compile.TrainingProgram;
import lectern.grad.Fn;
import lectern.grad.FnN;
import lectern.tensor.Linalg;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import lectern.tensor.type.DType;

/**
 * Lectern's side of the benchmarks: reads "row seconds", answers with median wall-clock and mean processor
 * milliseconds, and with the bytes of a figure or the errors of a training behind them.
 */
final class Main {
    /** A run, and how often it is repeated between two looks at the clock. */
    private record Entry(Runnable run, int count) {}

    /** The bytes of the figure drawn last. */
    private static volatile int bytes;

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static volatile Object sink;

    private Main() {}

    public static void main(String[] args) throws IOException {
        Map<String, Entry> made = new HashMap<>();
        var in = new BufferedReader(new InputStreamReader(System.in));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            String row = words[0];
            System.out.println(
                    row.startsWith("runge:")
                            ? Runge.run(row)
                            : measure(made.computeIfAbsent(row, Main::make), Double.parseDouble(words[1])));
            System.out.flush();
        }
    }

    private static String measure(Entry entry, double seconds) {
        bytes = 0;
        warm(entry, (long) (seconds * 5e8));
        double[] times = new double[1 << 20];
        int n = 0;
        long busy = PROCESS.getProcessCpuTime();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (n < 3 || n < times.length && System.nanoTime() < end) {
            long start = System.nanoTime();
            for (int i = 0; i < entry.count; i++) {
                entry.run.run();
            }
            times[n++] = (System.nanoTime() - start) / 1e6 / entry.count;
        }
        double mean = (PROCESS.getProcessCpuTime() - busy) / 1e6 / n / entry.count;
        Arrays.sort(times, 0, n);
        return times[n / 2] + " " + mean + (bytes > 0 ? " " + bytes : "");
    }

    /** Runs for so many nanoseconds of this thread's processor time: on a busy machine that takes longer by the clock. */
    private static void warm(Entry entry, long nanoseconds) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long patience = System.nanoTime() + 8 * nanoseconds;
        long end = clock.getCurrentThreadCpuTime() + nanoseconds;
        do {
            entry.run.run();
        } while (clock.getCurrentThreadCpuTime() < end && System.nanoTime() < patience);
    }

    private static Entry make(String row) {
        String[] parts = row.split(":");
        return switch (parts[0]) {
            case "step" -> new Entry(step(parts), 1);
            case "eager" -> new Entry(eager(parts), 1);
            case "dense" -> new Entry(dense(), 1);
            case "cnn" -> new Entry(cnn(), 1);
            case "scalar" -> parts[1].equals("program") ? scalarProgram() : smallNet();
            case "array" -> array(parts[1], Integer.parseInt(parts[2]));
            case "linalg" -> new Entry(linear(parts[1]), 1);
            case "figure" -> new Entry(figure(parts[1]), 1);
            default -> throw new IllegalArgumentException(row);
        };
    }

    private static DType dtype(String name) {
        return name.equals("f64") ? DType.FLOAT64 : DType.FLOAT32;
    }

    private static Runnable step(String... parts) {
        int order = Integer.parseInt(parts[2]);
        Tensor[] all =
                GradientLoss.arguments(dtype(parts[1]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]), order);
        int fixed = order + 2;
        Tensor[] data = Arrays.copyOf(all, fixed);
        TrainingProgram training =
                new TrainingProgram(GradientLoss.training(order, 1e-3), Arrays.copyOfRange(all, fixed, all.length));
        double[] none = {};
        return () -> sink = training.step(none, data);
    }

    /** The step with the first derivative, run operation by operation. */
    private static Runnable eager(String... parts) {
        int order = 1;
        Tensor[] all =
                GradientLoss.arguments(dtype(parts[1]), Integer.parseInt(parts[3]), Integer.parseInt(parts[4]), order);
        FnN step = GradientLoss.step(1e-3, GradientLoss::lossOfOneRun);
        return () -> {
            Tensor[] out = step.apply(all);
            System.arraycopy(out, 1, all, order + 2, out.length - 1);
            sink = out[0].item();
        };
    }

    private static Tensor normal(Random random, int... shape) {
        int size = 1;
        for (int n : shape) {
            size *= n;
        }
        double[] data = new double[size];
        for (int i = 0; i < size; i++) {
            data[i] = random.nextGaussian();
        }
        return Raw.wrap(data, shape);
    }

    /** A step of cross-entropy for 784–100–30–10 on 100 rows, float32. */
    private static Runnable dense() {
        Random random = new Random(7);
        Tensor x = normal(random, 100, 784).cast(DType.FLOAT32);
        float[] hot = new float[1000];
        for (int i = 0; i < 100; i++) {
            hot[i * 10 + random.nextInt(10)] = 1;
        }
        Tensor labels = Raw.wrap(hot, 100, 10);
        int[] sizes = {784, 100, 30, 10};
        Tensor[] start = new Tensor[6];
        for (int i = 0; i < 3; i++) {
            start[2 * i] = normal(random, sizes[i], sizes[i + 1])
                    .div(Math.sqrt(sizes[i]))
                    .cast(DType.FLOAT32);
            start[2 * i + 1] = Tensors.zeros(DType.FLOAT32, sizes[i + 1]);
        }
        FnN step = a -> {
            List<Tensor> p = List.of(a).subList(0, 6);
            var both = valueAndGrad(
                    (List<Tensor> q) -> {
                        Tensor h = a[6].matmul(q.get(0)).plus(q.get(1)).maximum(0);
                        h = h.matmul(q.get(2)).plus(q.get(3)).maximum(0);
                        Tensor z = h.matmul(q.get(4)).plus(q.get(5));
                        Tensor shifted = z.minus(grad0(z.max(1)).reshape(-1, 1));
                        Tensor log = shifted.exp().sum(1).log();
                        return log.minus(shifted.times(a[7]).sum(1)).mean();
                    },
                    p);
            Tensor[] out = new Tensor[7];
            out[0] = both.value();
            for (int i = 0; i < 6; i++) {
                out[i + 1] = p.get(i).minus(both.grad().get(i).times(1e-2));
            }
            return out;
        };
        TrainingProgram training = new TrainingProgram(step, start);
        double[] none = {};
        return () -> sink = training.step(none, x, labels);
    }

    private static Runnable cnn() {
        TrainingProgram training = new TrainingProgram(SmallCnn.step(1e-2), SmallCnn.parameters(DType.FLOAT32));
        Tensor[] data = SmallCnn.pictures(DType.FLOAT32, 100);
        double[] none = {};
        return () -> sink = training.step(none, data);
    }

    private static Tensor grad0(Tensor x) {
        return lectern.grad.Grad.stopGradient(x);
    }

    private static Entry scalarProgram() {
        Fn f = x -> {
            Tensor y = x;
            for (int i = 0; i < 5; i++) {
                y = y.sin().times(x).plus(y.times(y).neg().exp());
            }
            return y;
        };
        Fn slope = grad(f);
        Tensor at = Tensors.of(0.7);
        return new Entry(() -> sink = slope.apply(at), 200);
    }

    private static Entry smallNet() {
        Random random = new Random(5);
        List<Tensor> p = List.of(normal(random, 1, 10), normal(random, 10), normal(random, 10, 1), normal(random, 1));
        Tensor x = Tensors.full(0.3, 1, 1);
        return new Entry(
                () -> sink = grad(
                        (List<Tensor> q) -> x.matmul(q.get(0))
                                .plus(q.get(1))
                                .tanh()
                                .matmul(q.get(2))
                                .plus(q.get(3))
                                .square()
                                .sum(),
                        p),
                50);
    }

    private static Entry array(String name, int n) {
        Random random = new Random(5);
        Tensor a = normal(random, n);
        Tensor b = normal(random, n);
        Tensor square = a.reshape(-1, 1000);
        Tensor row = normal(random, 1000);
        Runnable run = switch (name) {
            case "tanh" -> () -> sink = a.tanh();
            case "exp" -> () -> sink = a.exp();
            case "sin" -> () -> sink = a.sin();
            case "add" -> () -> sink = a.plus(b);
            case "row" -> () -> sink = square.plus(row);
            case "sum" -> () -> sink = a.sum();
            case "sum0" -> () -> sink = square.sum(0);
            case "sum1" -> () -> sink = square.sum(1);
            default -> throw new IllegalArgumentException(name);
        };
        return new Entry(run, n <= 100_000 ? 10 : 1);
    }

    private static Runnable figure(String name) {
        var figure = PlotBench.figures().get(name);
        return () -> bytes = figure.get().toSvg().getBytes(StandardCharsets.UTF_8).length;
    }

    private static Runnable linear(String name) {
        Random random = new Random(5);
        Tensor a = normal(random, 500, 500);
        Tensor b = normal(random, 500, 500);
        Tensor s = a.plus(a.T());
        return switch (name) {
            case "svd" -> () -> sink = Linalg.svd(a);
            case "eigh" -> () -> sink = Linalg.eigh(s);
            case "solve" -> () -> sink = Linalg.solve(a, b);
            case "matmul" -> () -> sink = a.matmul(b);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
