package lectern.bench;

import static lectern.grad.Grad.elementwiseGrad;
import static lectern.nn.Losses.mse;
import static lectern.nn.Nn.mlp;
import static lectern.optim.Optim.adam;
import static lectern.optim.Optim.exponentialDecay;
import static lectern.optim.Optim.training;

import java.lang.management.ManagementFactory;
import java.util.List;
import lectern.compile.Compiled;
import lectern.grad.Fn;
import lectern.grad.FnN;
import lectern.nn.Mlp;
import lectern.optim.Loss;
import lectern.optim.Training;
import lectern.tensor.Sampling;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.type.DType;

/**
 * The assignment on the Runge function in full: a net 1–50–50–1 with tanh fitted to the derivative (A03-E01) or to
 * function and derivative (A03-E02), float32, Adam with rate 0.01, 2000 full-batch steps on 200 points, the loss on 100
 * other points after every step.
 */
final class Runge {
    private static final int STEPS = 2000;
    private static final double RATE = 0.01;

    private Runge() {}

    /**
     * Runs "runge:slope:as given:3", the last word being the seed; the answer is wall-clock and processor milliseconds,
     * then mean squared and largest error of the function and of its derivative on the points of the assignment.
     */
    static String run(String row) {
        String[] words = row.split(":");
        boolean both = words[1].equals("both");
        var process = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long busy = process.getProcessCpuTime();
        long start = System.nanoTime();
        Mlp net = fit(both, words[2].equals("decay"), Integer.parseInt(words[3]));
        double wall = (System.nanoTime() - start) / 1e6;
        double cpu = (process.getProcessCpuTime() - busy) / 1e6;
        Tensor test = grid(both ? 500 : 100);
        Tensor value = net.apply(test).minus(value(test)).cast(DType.FLOAT64);
        Tensor slope = elementwiseGrad(net).apply(test).minus(slope(test)).cast(DType.FLOAT64);
        return wall + " " + cpu + " " + value.square().mean().item() + " "
                + value.abs().max().item() + " " + slope.square().mean().item() + " "
                + slope.abs().max().item();
    }

    private static Mlp fit(boolean both, boolean decay, int seed) {
        Sampling.seed(seed);
        Mlp start = mlp(1, 50, 50, 1).cast(DType.FLOAT32);
        Loss<Mlp> loss = (n, d) -> {
            Tensor slopes = mse(elementwiseGrad(n).apply(d[0]), d[2]);
            return both ? mse(n.apply(d[0]), d[1]).plus(slopes) : slopes;
        };
        Tensor[] train = data(200);
        Tensor[] other = data(100);
        FnN unseen = new Compiled(a -> new Tensor[] {loss.apply(start.rebuild(List.of(a)), other)});
        Training<Mlp> training = training(loss, start, decay ? adam(exponentialDecay(RATE, 0.01, STEPS)) : adam(RATE));
        double[][] history = new double[2][STEPS];
        for (int k = 0; k < STEPS; k++) {
            history[0][k] = training.step(train);
            history[1][k] = unseen.apply(training.parameters().params().toArray(Tensor[]::new))[0].item();
        }
        return training.parameters();
    }

    private static Tensor[] data(int points) {
        Tensor x = grid(points);
        return new Tensor[] {x, value(x), slope(x)};
    }

    private static Tensor grid(int points) {
        return Tensors.linspace(-1, 1, points).reshape(points, 1).cast(DType.FLOAT32);
    }

    private static Tensor value(Tensor x) {
        return x.square().times(25).plus(1).reciprocal();
    }

    private static Tensor slope(Tensor x) {
        Fn f = Runge::value;
        return elementwiseGrad(f).apply(x);
    }
}
