package lectern.optim;

import static lectern.grad.Grad.elementwiseGrad;
import static lectern.optim.Optim.*;
import static org.junit.jupiter.api.Assertions.*;

import java.util.List;
import java.util.SplittableRandom;
import lectern.grad.Fn;
import lectern.tensor.Tensor;
import lectern.tensor.Tensors;
import lectern.tensor.raw.Raw;
import org.junit.jupiter.api.Test;

/**
 * The assignment on the Runge function in quick form: a net fitted to the derivative, and to function and derivative.
 */
class RungeTest {
    private static final int STEPS = 800;
    private static final Tensor X = Tensors.linspace(-1, 1, 200).reshape(-1, 1);

    private static Tensor value(Tensor x) {
        return x.square().times(25).plus(1).reciprocal();
    }

    private static Tensor slope(Tensor x) {
        return elementwiseGrad(RungeTest::value).apply(x);
    }

    private static Tensor uniform(SplittableRandom random, int fanIn, int... shape) {
        double bound = 1 / Math.sqrt(fanIn);
        int n = 1;
        for (int length : shape) {
            n *= length;
        }
        return Raw.wrap(random.doubles(n, -bound, bound).toArray(), shape);
    }

    private static List<Tensor> start() {
        SplittableRandom random = new SplittableRandom(42);
        return List.of(
                uniform(random, 1, 1, 50),
                uniform(random, 1, 50),
                uniform(random, 50, 50, 50),
                uniform(random, 50, 50),
                uniform(random, 50, 50, 1),
                uniform(random, 50, 1));
    }

    private static Fn net(List<Tensor> p) {
        return x -> x.matmul(p.get(0))
                .plus(p.get(1))
                .tanh()
                .matmul(p.get(2))
                .plus(p.get(3))
                .tanh()
                .matmul(p.get(4))
                .plus(p.get(5));
    }

    private static double mse(Tensor a, Tensor b) {
        return a.minus(b).square().mean().item();
    }

    @Test
    void theSlopeAlone() {
        Tensor target = slope(X);
        Fit<List<Tensor>> fit = minimize(
                p -> elementwiseGrad(net(p)).apply(X).minus(target).square().mean(),
                start(),
                adam(exponentialDecay(0.01, 0.01, STEPS)),
                STEPS);
        Tensor grid = Tensors.linspace(-1, 1, 500).reshape(-1, 1);
        Tensor found = elementwiseGrad(net(fit.parameters())).apply(grid);
        assertEquals(1.96, fit.losses()[0], 0.5);
        double error = mse(found, slope(grid));
        assertTrue(error < 1e-3, fit + ", mean squared error of the slope " + error);
    }

    @Test
    void functionAndSlope() {
        Tensor f = value(X);
        Tensor target = slope(X);
        Fit<List<Tensor>> fit = minimize(
                p -> net(p).apply(X)
                        .minus(f)
                        .square()
                        .mean()
                        .plus(elementwiseGrad(net(p))
                                .apply(X)
                                .minus(target)
                                .square()
                                .mean()),
                start(),
                adam(exponentialDecay(0.01, 0.01, STEPS)),
                STEPS);
        Tensor grid = Tensors.linspace(-1, 1, 500).reshape(-1, 1);
        assertTrue(mse(net(fit.parameters()).apply(grid), value(grid)) < 1e-5, fit.toString());
        assertTrue(mse(elementwiseGrad(net(fit.parameters())).apply(grid), slope(grid)) < 1e-3, fit.toString());
    }
}
